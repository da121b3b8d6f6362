// shows: addresses as text and as numbers in the order of the network

#include <arpa/inet.h>
#include <stdio.h>

int main(void)
{
    struct in_addr address;
    char text[INET_ADDRSTRLEN];

    printf("%x %x\n", htonl(0x01020304), htons(0x0102));
    printf("%x %x\n", inet_addr("127.0.0.1"), inet_addr("300.1.1.1"));
    printf("%d ", inet_aton("10.258", &address));
    printf("%s\n", inet_ntoa(address));
    printf("%d ", inet_pton(AF_INET, "192.168.1.20", &address));
    printf("%s\n", inet_ntop(AF_INET, &address, text, sizeof text));
    printf("%d\n", inet_pton(AF_INET, "192.168.1", &address));
    printf("%d\n", inet_pton(AF_INET, "1.2.3.4x", &address));
    return 0;
}
