/* Names of hosts, services and protocols, from this machine's files in /etc. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define _MOST_WORDS 16

int h_errno;

/* The next line of a file that has words, without its comment; how many words. */
static int __next_words(FILE *stream, char *line, int size, char **words) {
    while (fgets(line, size, stream)) {
        char *rest = line;
        char *word;
        int count = 0;
        line[strcspn(line, "#\n")] = 0;
        while (count < _MOST_WORDS && (word = strtok_r(rest, " \t", &rest)))
            words[count++] = word;
        if (count > 0) {
            words[count] = NULL;
            return count;
        }
    }
    return 0;
}

static int __is_named(const char *name, char **words) {
    for (; *words; words++) {
        if (strcasecmp(*words, name) == 0)
            return 1;
    }
    return 0;
}

static char __host_line[1024];
static char *__host_words[_MOST_WORDS + 1];
static unsigned char __host_bytes[8][16];
static char *__host_addresses[9];
static char __host_name[256];
static struct hostent __host;

static int __length_of(int family) {
    return family == AF_INET6 ? 16 : 4;
}

static struct hostent *__host_of(const char *name, char **aliases, int family, int count) {
    static char *none[1];
    int i;
    for (i = 0; i < count; i++)
        __host_addresses[i] = (char *)__host_bytes[i];
    __host_addresses[count] = NULL;
    __host.h_name = (char *)name;
    __host.h_aliases = aliases ? aliases : none;
    __host.h_addrtype = family;
    __host.h_length = __length_of(family);
    __host.h_addr_list = __host_addresses;
    return &__host;
}

/* Whether /etc/hosts tells of a name; puts all its addresses of the family. The name's own line is kept. */
static int __in_hosts(const char *name, int family) {
    char line[1024];
    char *words[_MOST_WORDS + 1];
    int count = 0;
    FILE *stream = fopen("/etc/hosts", "re");
    while (stream && count < 8 && __next_words(stream, line, sizeof line, words)) {
        int i;
        if (!__is_named(name, words + 1) || inet_pton(family, words[0], __host_bytes[count]) != 1)
            continue;
        if (count++ > 0)
            continue;
        memcpy(__host_line, line, sizeof line);
        for (i = 0; words[i]; i++)
            __host_words[i] = __host_line + (words[i] - line);
        __host_words[i] = NULL;
    }
    if (stream)
        fclose(stream);
    return count;
}

struct hostent *gethostbyname2(const char *name, int family) {
    struct in_addr four;
    int count;
    if (family != AF_INET && family != AF_INET6) {
        errno = EAFNOSUPPORT;
        h_errno = NETDB_INTERNAL;
        return NULL;
    }
    snprintf(__host_name, sizeof __host_name, "%s", name);
    if (family == AF_INET && inet_aton(name, &four)) {
        memcpy(__host_bytes[0], &four, 4);
        return __host_of(__host_name, NULL, family, 1);
    }
    if (inet_pton(family, name, __host_bytes[0]) == 1)
        return __host_of(__host_name, NULL, family, 1);
    count = __in_hosts(name, family);
    if (count > 0)
        return __host_of(__host_words[1], __host_words + 2, family, count);
    if (strcasecmp(name, "localhost") == 0 && !__in_hosts(name, family == AF_INET ? AF_INET6 : AF_INET)) {
        memcpy(__host_bytes[0], family == AF_INET ? (void *)"\177\0\0\1" : (void *)&in6addr_loopback, __length_of(family));
        return __host_of(__host_name, NULL, family, 1);
    }
    h_errno = *name ? TRY_AGAIN : HOST_NOT_FOUND;
    return NULL;
}

struct hostent *gethostbyname(const char *name) {
    return gethostbyname2(name, AF_INET);
}

struct hostent *gethostbyaddr(const void *address, socklen_t length, int family) {
    char line[1024];
    char *words[_MOST_WORDS + 1];
    int found = 0;
    FILE *stream = length == __length_of(family) ? fopen("/etc/hosts", "re") : NULL;
    while (stream && !found && __next_words(stream, line, sizeof line, words))
        found = words[1] && inet_pton(family, words[0], __host_bytes[0]) == 1 && memcmp(__host_bytes[0], address, length) == 0;
    if (stream)
        fclose(stream);
    if (!found) {
        h_errno = HOST_NOT_FOUND;
        return NULL;
    }
    snprintf(__host_name, sizeof __host_name, "%s", words[1]);
    return __host_of(__host_name, NULL, family, 1);
}

const char *hstrerror(int number) {
    static const char *texts[] = {"Resolver Error 0 (no error)", "Unknown host", "Host name lookup failure", "Unknown server error", "No address associated with name"};
    return number < 0 ? "Resolver internal error" : number >= 0 && number < 5 ? texts[number] : "Unknown resolver error";
}

void herror(const char *text) {
    if (text && *text)
        fprintf(stderr, "%s: ", text);
    fprintf(stderr, "%s\n", hstrerror(h_errno));
}

static FILE *__services;
static char __service_line[512];
static char *__service_words[_MOST_WORDS + 1];
static struct servent __service;

void setservent(int stay_open) {
    if (__services)
        rewind(__services);
}

void endservent(void) {
    if (__services)
        fclose(__services);
    __services = NULL;
}

struct servent *getservent(void) {
    if (!__services)
        __services = fopen("/etc/services", "re");
    while (__services && __next_words(__services, __service_line, sizeof __service_line, __service_words) > 1) {
        char *slash = strchr(__service_words[1], '/');
        if (!slash)
            continue;
        *slash = 0;
        __service.s_name = __service_words[0];
        __service.s_aliases = __service_words + 2;
        __service.s_port = htons(atoi(__service_words[1]));
        __service.s_proto = slash + 1;
        return &__service;
    }
    return NULL;
}

struct servent *getservbyname(const char *name, const char *protocol) {
    struct servent *found;
    endservent();
    while ((found = getservent())) {
        if ((strcmp(found->s_name, name) == 0 || __is_named(name, found->s_aliases)) && (!protocol || strcmp(found->s_proto, protocol) == 0))
            break;
    }
    endservent();
    return found;
}

struct servent *getservbyport(int port, const char *protocol) {
    struct servent *found;
    endservent();
    while ((found = getservent()) && !(found->s_port == port && (!protocol || strcmp(found->s_proto, protocol) == 0)))
        ;
    endservent();
    return found;
}

static FILE *__protocols;
static char __protocol_line[512];
static char *__protocol_words[_MOST_WORDS + 1];
static struct protoent __protocol;

void setprotoent(int stay_open) {
    if (__protocols)
        rewind(__protocols);
}

void endprotoent(void) {
    if (__protocols)
        fclose(__protocols);
    __protocols = NULL;
}

struct protoent *getprotoent(void) {
    if (!__protocols)
        __protocols = fopen("/etc/protocols", "re");
    if (!__protocols || __next_words(__protocols, __protocol_line, sizeof __protocol_line, __protocol_words) < 2)
        return NULL;
    __protocol.p_name = __protocol_words[0];
    __protocol.p_aliases = __protocol_words + 2;
    __protocol.p_proto = atoi(__protocol_words[1]);
    return &__protocol;
}

struct protoent *getprotobyname(const char *name) {
    struct protoent *found;
    endprotoent();
    while ((found = getprotoent()) && strcmp(found->p_name, name) != 0 && !__is_named(name, found->p_aliases))
        ;
    endprotoent();
    return found;
}

struct protoent *getprotobynumber(int number) {
    struct protoent *found;
    endprotoent();
    while ((found = getprotoent()) && found->p_proto != number)
        ;
    endprotoent();
    return found;
}

const char *gai_strerror(int number) {
    static const char *texts[] = {
        "Unknown error", "Bad value for ai_flags", "Name or service not known", "Temporary failure in name resolution",
        "Non-recoverable failure in name resolution", "No address associated with hostname", "ai_family not supported",
        "ai_socktype not supported", "Servname not supported for ai_socktype", "Address family for hostname not supported",
        "Memory allocation failure", "System error"};
    return number < 0 && number >= -11 ? texts[-number] : texts[0];
}

static struct addrinfo *__new_entry(int family, const void *address, int port, int type, int protocol) {
    struct __entry {
        struct addrinfo info;
        struct sockaddr_in6 address;
    } *entry = calloc(1, sizeof *entry);
    if (!entry)
        return NULL;
    entry->info.ai_family = family;
    entry->info.ai_socktype = type;
    entry->info.ai_protocol = protocol;
    entry->info.ai_addr = (struct sockaddr *)&entry->address;
    if (family == AF_INET6) {
        entry->info.ai_addrlen = sizeof(struct sockaddr_in6);
        entry->address.sin6_family = AF_INET6;
        entry->address.sin6_port = port;
        memcpy(&entry->address.sin6_addr, address, 16);
    } else {
        struct sockaddr_in *four = (struct sockaddr_in *)&entry->address;
        entry->info.ai_addrlen = sizeof *four;
        four->sin_family = AF_INET;
        four->sin_port = port;
        memcpy(&four->sin_addr, address, 4);
    }
    return &entry->info;
}

void freeaddrinfo(struct addrinfo *list) {
    while (list) {
        struct addrinfo *next = list->ai_next;
        free(list->ai_canonname);
        free(list);
        list = next;
    }
}

struct __kind {
    int type;
    int protocol;
    const char *name;
};
static const struct __kind __kinds[] = {{SOCK_STREAM, IPPROTO_TCP, "tcp"}, {SOCK_DGRAM, IPPROTO_UDP, "udp"}, {SOCK_RAW, IPPROTO_IP, NULL}};

/* Addresses of a name, of one family; how many. They are behind one another, 16 bytes each. */
static int __addresses_of(const char *node, int family, int flags, unsigned char *to, const char **name) {
    struct hostent *host;
    int count = 0;
    if (!node) {
        if (flags & AI_PASSIVE)
            memset(to, 0, 16);
        else
            memcpy(to, family == AF_INET ? (void *)"\177\0\0\1" : (void *)&in6addr_loopback, __length_of(family));
        return 1;
    }
    host = gethostbyname2(node, family);
    *name = host ? host->h_name : node;
    for (; host && host->h_addr_list[count]; count++)
        memcpy(to + 16 * count, host->h_addr_list[count], host->h_length);
    return count;
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
    static const struct addrinfo no_hints = {AI_V4MAPPED | AI_ADDRCONFIG};
    struct addrinfo *first = NULL;
    struct addrinfo **end = &first;
    unsigned char bytes[8 * 16];
    const char *name = node;
    int ports[3] = {0, 0, 0};
    int usable[3];
    int some = 0;
    int round, i;
    if (!hints)
        hints = &no_hints;
    if (node && strcmp(node, "*") == 0)
        node = NULL;
    if (service && strcmp(service, "*") == 0)
        service = NULL;
    if (!node && !service)
        return EAI_NONAME;
    if (hints->ai_flags & ~(AI_PASSIVE | AI_CANONNAME | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG | AI_NUMERICSERV | 0x3c0))
        return EAI_BADFLAGS;
    if ((hints->ai_flags & AI_CANONNAME) && !node)
        return EAI_BADFLAGS;
    if (hints->ai_family != AF_UNSPEC && hints->ai_family != AF_INET && hints->ai_family != AF_INET6)
        return EAI_FAMILY;
    for (i = 0; i < 3; i++) {
        usable[i] = (!hints->ai_socktype || hints->ai_socktype == __kinds[i].type) && (!hints->ai_protocol || hints->ai_protocol == __kinds[i].protocol || hints->ai_socktype == SOCK_RAW);
        some |= usable[i];
    }
    if (!some)
        return EAI_SOCKTYPE;
    if (service) {
        char *rest;
        long number = strtol(service, &rest, 10);
        if (*service && !*rest) {
            for (i = 0; i < 3; i++)
                ports[i] = htons(number);
        } else if (hints->ai_flags & AI_NUMERICSERV) {
            return EAI_NONAME;
        } else {
            some = 0;
            for (i = 0; i < 3; i++) {
                struct servent *found = usable[i] && __kinds[i].name ? getservbyname(service, __kinds[i].name) : NULL;
                usable[i] = found != NULL;
                if (found) {
                    ports[i] = found->s_port;
                    some = 1;
                }
            }
            if (!some)
                return EAI_SERVICE;
        }
    }
    if (node && (hints->ai_flags & AI_NUMERICHOST)) {
        struct in_addr four;
        struct in6_addr six;
        if (!inet_aton(node, &four) && inet_pton(AF_INET6, node, &six) != 1)
            return EAI_NONAME;
    }
    for (round = 0; round < 2; round++) {
        /* Of a machine's own addresses the newer family comes first, except for all of them. */
        int family = (round == 0) == (!(hints->ai_flags & AI_PASSIVE) || node != NULL) ? AF_INET6 : AF_INET;
        int count, at;
        if (hints->ai_family != AF_UNSPEC && hints->ai_family != family)
            continue;
        count = __addresses_of(node, family, hints->ai_flags, bytes, &name);
        for (at = 0; at < count; at++) {
            for (i = 0; i < 3; i++) {
                struct addrinfo *entry;
                if (!usable[i])
                    continue;
                entry = __new_entry(family, bytes + 16 * at, ports[i], __kinds[i].type, i == 2 && hints->ai_protocol ? hints->ai_protocol : __kinds[i].protocol);
                if (!entry) {
                    freeaddrinfo(first);
                    return EAI_MEMORY;
                }
                if ((hints->ai_flags & AI_CANONNAME) && !first)
                    entry->ai_canonname = strdup(name);
                *end = entry;
                end = &entry->ai_next;
            }
        }
    }
    if (!first) {
        unsigned char other[16];
        int numeric = inet_pton(AF_INET, node, other) == 1 || inet_pton(AF_INET6, node, other) == 1;
        if (numeric)
            return EAI_ADDRFAMILY;
        return __in_hosts(node, AF_INET) || __in_hosts(node, AF_INET6) || !*node || strchr(node, ' ') ? EAI_NONAME : EAI_AGAIN;
    }
    *result = first;
    return 0;
}

int getnameinfo(const struct sockaddr *address, socklen_t length, char *host, socklen_t host_size, char *service, socklen_t service_size, int flags) {
    const struct sockaddr_in *four = (const struct sockaddr_in *)address;
    const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)address;
    int family = address->sa_family;
    const void *bytes = family == AF_INET ? (const void *)&four->sin_addr : (const void *)&six->sin6_addr;
    if (family != AF_INET && family != AF_INET6)
        return EAI_FAMILY;
    if (length < (family == AF_INET ? sizeof *four : sizeof *six))
        return EAI_FAMILY;
    if ((flags & NI_NAMEREQD) && !host && !service)
        return EAI_NONAME;
    if (host && host_size > 0) {
        struct hostent *found = flags & NI_NUMERICHOST ? NULL : gethostbyaddr(bytes, __length_of(family), family);
        if (found) {
            if (snprintf(host, host_size, "%s", found->h_name) >= (int)host_size)
                return EAI_OVERFLOW;
        } else if (flags & NI_NAMEREQD) {
            return EAI_NONAME;
        } else if (!inet_ntop(family, bytes, host, host_size)) {
            return EAI_OVERFLOW;
        }
    }
    if (service && service_size > 0) {
        struct servent *found = flags & NI_NUMERICSERV ? NULL : getservbyport(four->sin_port, flags & NI_DGRAM ? "udp" : "tcp");
        int needed = found ? snprintf(service, service_size, "%s", found->s_name) : snprintf(service, service_size, "%d", ntohs(four->sin_port));
        if (needed >= (int)service_size)
            return EAI_OVERFLOW;
    }
    return 0;
}
