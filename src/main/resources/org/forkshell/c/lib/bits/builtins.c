#include <bits/builtins.h>

int __builtin_popcountl(unsigned long bits) {
    int count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

int __builtin_popcount(unsigned bits) { return __builtin_popcountl(bits); }
int __builtin_popcountll(unsigned long long bits) { return __builtin_popcountl(bits); }

/* Of 0 neither has a value: the processor decides. */
int __builtin_clzl(unsigned long bits) {
    int count = 0;
    for (unsigned long bit = 1UL << 63; bit != 0 && (bits & bit) == 0; bit >>= 1)
        count++;
    return count;
}

int __builtin_clz(unsigned bits) { return __builtin_clzl(bits) - 32; }
int __builtin_clzll(unsigned long long bits) { return __builtin_clzl(bits); }

int __builtin_ctzl(unsigned long bits) { return __builtin_popcountl(~bits & (bits - 1)); }
int __builtin_ctz(unsigned bits) { return __builtin_ctzl(bits); }
int __builtin_ctzll(unsigned long long bits) { return __builtin_ctzl(bits); }

int __builtin_ffsl(long bits) { return bits == 0 ? 0 : __builtin_ctzl(bits) + 1; }
int __builtin_ffs(int bits) { return __builtin_ffsl(bits); }
int __builtin_ffsll(long long bits) { return __builtin_ffsl(bits); }

int __builtin_parityl(unsigned long bits) { return __builtin_popcountl(bits) & 1; }
int __builtin_parity(unsigned bits) { return __builtin_parityl(bits); }
int __builtin_parityll(unsigned long long bits) { return __builtin_parityl(bits); }

unsigned long __builtin_bswap64(unsigned long number) {
    unsigned long swapped = 0;
    for (int byte = 0; byte < 8; byte++, number >>= 8)
        swapped = swapped << 8 | (number & 0xff);
    return swapped;
}

unsigned __builtin_bswap32(unsigned number) { return __builtin_bswap64(number) >> 32; }
unsigned short __builtin_bswap16(unsigned short number) { return number << 8 | number >> 8; }

void __builtin_unreachable(void) {}
