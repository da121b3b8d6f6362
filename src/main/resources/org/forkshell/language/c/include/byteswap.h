#ifndef _BYTESWAP_H
#define _BYTESWAP_H
#include <stdint.h>
#define bswap_16(x) ((uint16_t)((uint16_t)(x) >> 8 | (uint16_t)(x) << 8))
#define bswap_32(x) ((uint32_t)(x) >> 24 | (uint32_t)(x) >> 8 & 0xff00u | ((uint32_t)(x) & 0xff00u) << 8 | (uint32_t)(x) << 24)
#define bswap_64(x) ((uint64_t)bswap_32((uint64_t)(x)) << 32 | bswap_32((uint64_t)(x) >> 32))
#endif
