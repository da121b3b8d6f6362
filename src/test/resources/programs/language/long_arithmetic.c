// shows: 64-bit arithmetic: a linear congruence, a hash and a power modulo

#include <stdint.h>
#include <stdio.h>

static uint64_t power(uint64_t base, uint64_t exponent, uint64_t modulus)
{
    uint64_t result = 1;
    for (base %= modulus; exponent; exponent >>= 1) {
        if (exponent & 1) {
            result = result * base % modulus;
        }
        base = base * base % modulus;
    }
    return result;
}

int main(void)
{
    uint64_t state = 42;
    for (int i = 0; i < 5; i++) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        printf("%lu ", (unsigned long) (state >> 33));
    }
    putchar('\n');
    uint32_t hash = 2166136261u;
    for (const char *s = "fork"; *s; s++) {
        hash = (hash ^ (unsigned char) *s) * 16777619u;
    }
    printf("%u\n", hash);
    printf("%lu\n", (unsigned long) power(3, 1000000, 1000000007));
    int64_t a = -9223372036854775807LL, b = 3;
    printf("%ld %ld\n", (long) (a / b), (long) (a % b));
    printf("%lu\n", (unsigned long) a / 3);
    int8_t i8 = 127;
    uint16_t u16 = i8 + 65500;
    i8 += 2;
    printf("%d %d\n", i8, u16);
    return 0;
}
