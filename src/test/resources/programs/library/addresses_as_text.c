// shows: inet_pton and inet_ntop for both families, and the older functions
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *six[] = {
        "::1", "::", "1::", "fe80::1:2:3", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "::ffff:1.2.3.4", "::1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4", "12345::", ":1", ":::", "1::2::3", "1:", "0:0:1:0:0:0:1:0", "a:b::c:D",
        "2001:db8:0:0:1:0:0:1", "::127.0.0.01", "g::", "1:0:0:0:0:0:0:0", ""
    };
    const char *four[] = {"127.0.0.1", "1.2.3", "256.1.1.1", "01.2.3.4", "1.2.3.4.5", " 1.2.3.4", "255.255.255.255"};
    unsigned char bytes[16];
    char text[INET6_ADDRSTRLEN];
    for (int i = 0; i < sizeof six / sizeof *six; i++) {
        int good = inet_pton(AF_INET6, six[i], bytes);
        printf("%s: %s\n", six[i], good == 1 ? inet_ntop(AF_INET6, bytes, text, sizeof text) : "no");
    }
    for (int i = 0; i < sizeof four / sizeof *four; i++) {
        struct in_addr address;
        int good = inet_pton(AF_INET, four[i], bytes);
        printf("%s: %s", four[i], good == 1 ? inet_ntop(AF_INET, bytes, text, sizeof text) : "no");
        printf(", %s\n", inet_aton(four[i], &address) ? inet_ntoa(address) : "no");
    }
    struct in_addr address = inet_makeaddr(10, 5);
    printf("%s %x %x\n", inet_ntoa(address), inet_lnaof(address), inet_netof(address));
    printf("%x %x %x\n", inet_network("10.1"), inet_network("192.168.1.7"), inet_network("300"));
    printf("%zu %d\n", sizeof(struct sockaddr_in6), memcmp(&in6addr_any, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16));
    return 0;
}
