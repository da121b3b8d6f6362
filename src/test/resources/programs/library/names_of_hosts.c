// shows: getaddrinfo and its elders for numbers and localhost, which need no other machine
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void ask(const char *node, const char *service, int flags, int family, int type, int protocol)
{
    struct addrinfo hints, *list, *each;
    memset(&hints, 0, sizeof hints);
    hints.ai_flags = flags;
    hints.ai_family = family;
    hints.ai_socktype = type;
    hints.ai_protocol = protocol;
    int error = getaddrinfo(node, service, &hints, &list);
    printf("%s %s: %s\n", node ? node : "-", service ? service : "-", error ? gai_strerror(error) : "found");
    if (error)
        return;
    for (each = list; each; each = each->ai_next) {
        char host[NI_MAXHOST], port[NI_MAXSERV];
        getnameinfo(each->ai_addr, each->ai_addrlen, host, sizeof host, port, sizeof port, NI_NUMERICHOST | NI_NUMERICSERV);
        printf("    %d %d %d %s %s %s\n", each->ai_family, each->ai_socktype, each->ai_protocol, host, port,
               each->ai_canonname ? each->ai_canonname : "-");
    }
    freeaddrinfo(list);
}

int main(void)
{
    ask("127.0.0.1", "80", 0, AF_UNSPEC, 0, 0);
    ask("localhost", "8080", 0, AF_INET, SOCK_STREAM, 0);
    ask(NULL, "8080", AI_PASSIVE, AF_INET, SOCK_STREAM, 0);
    ask(NULL, "8080", 0, AF_INET, SOCK_DGRAM, 0);
    ask("::1", "22", 0, AF_INET6, SOCK_STREAM, 0);
    ask("::1", "22", 0, AF_INET, SOCK_STREAM, 0);
    ask("not.numeric", "80", AI_NUMERICHOST, AF_UNSPEC, 0, 0);
    ask("127.0.0.1", "http", AI_NUMERICSERV, AF_UNSPEC, 0, 0);
    ask(NULL, NULL, 0, AF_UNSPEC, 0, 0);
    ask("localhost", "80", 0, 99, 0, 0);
    ask("localhost", "80", 0, AF_UNSPEC, 77, 0);
    ask("127.0.0.1", "80", AI_CANONNAME, AF_INET, SOCK_STREAM, 0);
    ask("127.0.0.1", "80", 0, AF_UNSPEC, 0, IPPROTO_UDP);
    for (int i = -12; i < 1; i++)
        printf("%s\n", gai_strerror(i));
    for (int i = -1; i < 6; i++)
        printf("%s\n", hstrerror(i));
    struct hostent *host = gethostbyname("10.0.0.1");
    printf("%s %d %s\n", host->h_name, host->h_length, inet_ntoa(*(struct in_addr *)host->h_addr));
    host = gethostbyname("localhost");
    printf("%s %s\n", host->h_name, inet_ntoa(*(struct in_addr *)host->h_addr_list[0]));
    h_errno = HOST_NOT_FOUND;
    herror("herror");
    return 0;
}
