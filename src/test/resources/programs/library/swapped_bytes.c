// shows: endian.h, byteswap.h and sys/sysmacros.h
#define _GNU_SOURCE
#include <byteswap.h>
#include <endian.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/sysmacros.h>

int main(void)
{
    printf("%x %x %lx\n", bswap_16(0x1234), bswap_32(0x12345678), (unsigned long)bswap_64(0x123456789abcdef0));
    printf("%x %x %lx %x\n", htobe16(0x1234), be32toh(0x12345678), (unsigned long)htole64(0x1234), BYTE_ORDER == LITTLE_ENDIAN);
    printf("%u %u %lx\n", major(0x801), minor(0x801), (unsigned long)makedev(8, 300));
    return 0;
}
