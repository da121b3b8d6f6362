// shows: length modifiers cut and widen what is printed

#include <stddef.h>
#include <stdint.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/types.h>

int main(void)
{
    printf("%hhd %hhu %hhx\n", 300, 300, -1);
    printf("%hd %hu %ho\n", 70000, 70000, -1);
    printf("%ld %lu %lx\n", -5L, -5L, -5L);
    printf("%lld %llu %llX\n", -5LL, 5ULL, -5LL);
    printf("%zu %zd %zx\n", sizeof(int), (ssize_t) -1, (size_t) 255);
    printf("%td\n", (ptrdiff_t) -7);
    printf("%jd %ju\n", (intmax_t) -8, (uintmax_t) 8);
    printf("%" PRId64 " %" PRIu32 " %" PRIx64 "\n", (int64_t) -9, (uint32_t) 9, (uint64_t) 0xabc);
    printf("%d\n", (int) 4294967297L);
    printf("%Lf %.2Lf\n", 1.5L, 2.25L);
    printf("%lf %lg\n", 0.5, 0.25);
    printf("%lc%c\n", 'l', 'c');
    printf("%qd\n", 77LL);
    return 0;
}
