// shows: how headers of packets lie in memory
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <stdio.h>
#include <string.h>

static void show(const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        printf("%02x", ((const unsigned char *)bytes)[i]);
    printf("\n");
}

int main(void)
{
    struct iphdr ip = {0};
    ip.version = 4;
    ip.ihl = 5;
    ip.ttl = IPDEFTTL;
    ip.protocol = IPPROTO_TCP;
    ip.tot_len = htons(sizeof ip);
    ip.saddr = htonl(INADDR_LOOPBACK);
    show(&ip, sizeof ip);
    struct tcphdr tcp = {0};
    tcp.source = htons(80);
    tcp.doff = 5;
    tcp.syn = 1;
    tcp.ack = 1;
    show(&tcp, sizeof tcp);
    struct udphdr udp = {0};
    udp.dest = htons(53);
    show(&udp, sizeof udp);
    struct icmphdr icmp = {0};
    icmp.type = ICMP_ECHO;
    icmp.un.echo.sequence = htons(3);
    show(&icmp, sizeof icmp);
    printf("%d %d\n", IPPROTO_UDP, TCP_NODELAY);
    return 0;
}
