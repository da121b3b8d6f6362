#include <netinet/in.h>

uint32_t htonl(uint32_t value) {
    return value << 24 | value << 8 & 0xff0000 | value >> 8 & 0xff00 | value >> 24;
}

uint32_t ntohl(uint32_t value) {
    return htonl(value);
}

uint16_t htons(uint16_t value) {
    return value << 8 | value >> 8;
}

uint16_t ntohs(uint16_t value) {
    return htons(value);
}

const struct in6_addr in6addr_any = IN6ADDR_ANY_INIT;
const struct in6_addr in6addr_loopback = IN6ADDR_LOOPBACK_INIT;
