// shows: gcc's own functions that count and swap bits need no header
#include <stdio.h>

int main(void) {
    unsigned x = 0xf0;
    unsigned long wide = 1UL << 40;
    printf("%d %d %d\n", __builtin_popcount(x), __builtin_popcountl(~wide), __builtin_popcountll(-1LL));
    printf("%d %d %d\n", __builtin_clz(x), __builtin_clzl(wide), __builtin_clzll(1));
    printf("%d %d %d\n", __builtin_ctz(x), __builtin_ctzl(wide), __builtin_ctzll(1ULL << 63));
    printf("%d %d %d\n", __builtin_ffs(0), __builtin_ffs(8), __builtin_ffsl(-2));
    printf("%d %d\n", __builtin_parity(x), __builtin_parityl(wide));
    printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(1), __builtin_bswap64(0x1122334455667788));
    if (__builtin_expect(x == 3, 0))
        return 1;
    return 0;
}
