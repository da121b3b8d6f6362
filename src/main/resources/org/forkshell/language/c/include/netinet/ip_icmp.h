#ifndef _NETINET_IP_ICMP_H
#define _NETINET_IP_ICMP_H
#include <netinet/in.h>
#include <netinet/ip.h>
#include <stdint.h>
struct icmphdr {
    uint8_t type;
    uint8_t code;
    uint16_t checksum;
    union {
        struct { uint16_t id; uint16_t sequence; } echo;
        uint32_t gateway;
        struct { uint16_t __unused; uint16_t mtu; } frag;
    } un;
};
#define ICMP_ECHOREPLY 0
#define ICMP_DEST_UNREACH 3
#define ICMP_REDIRECT 5
#define ICMP_ECHO 8
#define ICMP_TIME_EXCEEDED 11
#endif
