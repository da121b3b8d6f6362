#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One to four numbers, the last of which fills what is left. */
int inet_aton(const char *text, struct in_addr *result) {
    unsigned long parts[4];
    unsigned long address = 0;
    int count = 0;
    int i;
    for (;;) {
        char *end;
        if (*text < '0' || *text > '9' || count == 4)
            return 0;
        parts[count++] = strtoul(text, &end, 0);
        text = end;
        if (*text != '.')
            break;
        text++;
    }
    if (*text && !strchr(" \t\n\v\f\r", *text))
        return 0;
    for (i = 0; i < count - 1; i++) {
        if (parts[i] > 255)
            return 0;
        address |= parts[i] << 24 - 8 * i;
    }
    if (parts[count - 1] > 0xfffffffful >> 8 * (count - 1))
        return 0;
    if (result)
        result->s_addr = htonl(address | parts[count - 1]);
    return 1;
}

in_addr_t inet_addr(const char *text) {
    struct in_addr address;
    return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

/* The longest run of zeros, the first of equals, is "::"; an IPv4 address in it is shown as such. */
static void __put_six(const unsigned char *bytes, char *to) {
    int words[8];
    int best = -1, most = 1;
    int i, j;
    for (i = 0; i < 8; i++)
        words[i] = bytes[2 * i] << 8 | bytes[2 * i + 1];
    for (i = 0; i < 8; i = j + 1) {
        for (j = i; j < 8 && words[j] == 0; j++)
            ;
        if (j - i > most) {
            best = i;
            most = j - i;
        }
    }
    for (i = 0; i < 8; i++) {
        if (i == best) {
            to += sprintf(to, i + most == 8 ? "::" : ":");
            i += most - 1;
            continue;
        }
        if (i > 0)
            *to++ = ':';
        if (i == 6 && best == 0 && (most == 6 || (most == 5 && words[5] == 0xffff))) {
            sprintf(to, "%d.%d.%d.%d", bytes[12], bytes[13], bytes[14], bytes[15]);
            return;
        }
        to += sprintf(to, "%x", words[i]);
    }
    *to = 0;
}

const char *inet_ntop(int family, const void *address, char *to, socklen_t size) {
    const unsigned char *bytes = address;
    char text[INET6_ADDRSTRLEN];
    if (family == AF_INET6) {
        __put_six(bytes, text);
        if (strlen(text) < size)
            return strcpy(to, text);
        errno = ENOSPC;
        return NULL;
    }
    if (family != AF_INET) {
        errno = EAFNOSUPPORT;
        return NULL;
    }
    if (sprintf(text, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]) >= (int)size) {
        errno = ENOSPC;
        return NULL;
    }
    return strcpy(to, text);
}

static char __address_text[INET_ADDRSTRLEN];

char *inet_ntoa(struct in_addr address) {
    return (char *)inet_ntop(AF_INET, &address, __address_text, sizeof __address_text);
}

static int __get_four(const char *text, unsigned char *bytes) {
    int i;
    for (i = 0; i < 4; i++) {
        int value = 0, digits = 0;
        for (; *text >= '0' && *text <= '9'; text++, digits++) {
            if (digits > 0 && value == 0)
                return 0;
            value = value * 10 + (*text - '0');
            if (value > 255)
                return 0;
        }
        if (digits == 0 || *text != (i < 3 ? '.' : 0))
            return 0;
        bytes[i] = value;
        text++;
    }
    return 1;
}

static int __get_six(const char *text, unsigned char *bytes) {
    int done = 0;
    int gap = -1;
    memset(bytes, 0, 16);
    if (*text == ':' && *++text != ':')
        return 0;
    while (*text) {
        int value = 0, digits = 0;
        const char *start = text;
        if (*text == ':') {
            if (gap >= 0)
                return 0;
            gap = done;
            text++;
            continue;
        }
        for (; isxdigit((unsigned char)*text); text++, digits++) {
            value = value * 16 + (isdigit((unsigned char)*text) ? *text - '0' : (*text | 32) - 'a' + 10);
            if (digits == 4)
                return 0;
        }
        if (*text == '.' && done <= 12) {
            if (!__get_four(start, bytes + done))
                return 0;
            done += 4;
            break;
        }
        if (digits == 0 || done == 16 || (*text && *text != ':') || (*text == ':' && !text[1]))
            return 0;
        bytes[done++] = value >> 8;
        bytes[done++] = value;
        if (*text)
            text++;
    }
    if (gap >= 0) {
        if (done == 16)
            return 0;
        memmove(bytes + 16 - (done - gap), bytes + gap, done - gap);
        memset(bytes + gap, 0, 16 - done);
    } else if (done < 16) {
        return 0;
    }
    return 1;
}

int inet_pton(int family, const char *text, void *result) {
    unsigned char bytes[16];
    if (family == AF_INET) {
        if (!__get_four(text, bytes))
            return 0;
        memcpy(result, bytes, 4);
        return 1;
    }
    if (family == AF_INET6) {
        if (!__get_six(text, bytes))
            return 0;
        memcpy(result, bytes, 16);
        return 1;
    }
    errno = EAFNOSUPPORT;
    return -1;
}

in_addr_t inet_network(const char *text) {
    in_addr_t network = 0;
    int count = 0;
    for (;;) {
        char *end;
        unsigned long part;
        if (*text < '0' || *text > '9' || count == 4)
            return INADDR_NONE;
        part = strtoul(text, &end, 0);
        if (part > 255)
            return INADDR_NONE;
        network = network << 8 | part;
        count++;
        if (*end != '.')
            return *end ? INADDR_NONE : network;
        text = end + 1;
    }
}

/* How many bits of an address are the host's, by its class. */
static int __host_bits(in_addr_t address) {
    return IN_CLASSA(address) ? 24 : IN_CLASSB(address) ? 16 : 8;
}

struct in_addr inet_makeaddr(in_addr_t network, in_addr_t host) {
    struct in_addr address;
    int bits = network < 128 ? 24 : network < 65536 ? 16 : network < 1 << 24 ? 8 : 0;
    address.s_addr = htonl(network << bits | host & (bits == 0 ? 0xffffffff : (1u << bits) - 1));
    return address;
}

in_addr_t inet_lnaof(struct in_addr address) {
    in_addr_t value = ntohl(address.s_addr);
    return value & (1u << __host_bits(value)) - 1;
}

in_addr_t inet_netof(struct in_addr address) {
    in_addr_t value = ntohl(address.s_addr);
    return value >> __host_bits(value);
}
