// shows: every operator on atomic integers of every size, and what its value is
#include <stdatomic.h>
#include <stdio.h>

#define ALL(type, format)                                                       \
    do {                                                                        \
        _Atomic type x = 100;                                                   \
        printf(#type ": " format " ", (x = 77));                                \
        printf(format " ", x++);                                                \
        printf(format " ", ++x);                                                \
        printf(format " ", x--);                                                \
        printf(format " ", --x);                                                \
        printf(format " ", x += 200);                                           \
        printf(format " ", x -= 90);                                            \
        printf(format " ", x *= 3);                                             \
        printf(format " ", x /= 7);                                             \
        printf(format " ", x %= 50);                                            \
        printf(format " ", x <<= 3);                                            \
        printf(format " ", x >>= 1);                                            \
        printf(format " ", x |= 0x55);                                          \
        printf(format " ", x &= 0x7e);                                          \
        printf(format " ", x ^= 0xff);                                          \
        printf(format "\n", x);                                                 \
        x = 0;                                                                  \
        x--;                                                                    \
        printf(#type ": " format " " format " " format "\n", x, -x, ~x);        \
    } while (0)

int main(void) {
    ALL(char, "%d");
    ALL(signed char, "%d");
    ALL(unsigned char, "%d");
    ALL(short, "%d");
    ALL(unsigned short, "%d");
    ALL(int, "%d");
    ALL(unsigned, "%u");
    ALL(long, "%ld");
    ALL(unsigned long, "%lu");
    ALL(long long, "%lld");
    _Atomic _Bool truth = 7;
    printf("%d", truth);
    printf(" %d", truth ^= 1);
    printf(" %d", truth++);
    printf(" %d", truth |= 4);
    printf(" %d", truth--);
    printf(" %d", truth += 8);
    printf(" %d\n", truth = 0);
    enum colour { RED, GREEN, BLUE };
    _Atomic enum colour colour = GREEN;
    colour++;
    printf("%d %d\n", colour == BLUE, colour);
    _Atomic int words[3] = {1, 2};
    int at = 0;
    words[at++] += 5;
    words[at]++;
    words[2] = words[0] + words[1];
    printf("%d %d %d %d\n", at, words[0], words[1], words[2]);
    _Atomic int *pointer = &words[1];
    *pointer += 10;
    (*pointer)++;
    int rest = 0;
    while ((*pointer)-- > 5)
        rest++;
    switch (*pointer) {
    case 4:
        printf("four after %d\n", rest);
    }
    printf("%d %d %d\n", *pointer ? *pointer : -1, !*pointer, *pointer && words[2]);
    return 0;
}
