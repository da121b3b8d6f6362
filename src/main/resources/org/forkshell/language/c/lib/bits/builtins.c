#include <bits/builtins.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

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

void __builtin_trap(void) {
    raise(SIGILL);
    abort();
}

/* A number of any type: its sign, and how far it is from 0, in 128 bits. */
struct __number {
    _Bool negative;
    unsigned long high, low;
};

static struct __number __number(long value, int is_unsigned) {
    struct __number number = {!is_unsigned && value < 0, 0, value};
    if (number.negative)
        number.low = -number.low;
    return number;
}

static struct __number __sum(struct __number a, struct __number b) {
    struct __number sum = a;
    if (a.negative == b.negative) {
        sum.low = a.low + b.low;
        sum.high = sum.low < a.low;
    } else if (a.low >= b.low) {
        sum.low = a.low - b.low;
    } else {
        sum.low = b.low - a.low;
        sum.negative = b.negative;
    }
    return sum;
}

static struct __number __product(struct __number a, struct __number b) {
    unsigned long mask = 0xffffffff;
    unsigned long low = (a.low & mask) * (b.low & mask);
    unsigned long middle = (a.low >> 32) * (b.low & mask) + (low >> 32);
    unsigned long other = (a.low & mask) * (b.low >> 32) + (middle & mask);
    struct __number product = {a.negative != b.negative};
    product.high = (a.low >> 32) * (b.low >> 32) + (middle >> 32) + (other >> 32);
    product.low = other << 32 | (low & mask);
    return product;
}

_Bool __overflow(int operation, long a, int a_unsigned, long b, int b_unsigned, void *to, int size, int to_unsigned) {
    struct __number left = __number(a, a_unsigned), right = __number(b, b_unsigned), result;
    if (operation == 1)
        right.negative = !right.negative;
    result = operation == 2 ? __product(left, right) : __sum(left, right);
    unsigned long value = result.negative ? -result.low : result.low;
    memcpy(to, &value, size);
    if (result.low == 0 && result.high == 0)
        return 0;
    unsigned long largest = ~0UL >> (64 - 8 * size);
    if (!to_unsigned)
        largest = (largest >> 1) + result.negative;
    else if (result.negative)
        return 1;
    return result.high != 0 || result.low > largest;
}
