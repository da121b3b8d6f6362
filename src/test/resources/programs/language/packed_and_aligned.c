// shows: attributes pack structures, align members and objects, and otherwise change nothing
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct header {
    uint8_t version;
    uint32_t length;
    uint16_t flags;
    uint64_t stamp;
} __attribute__((packed));

typedef struct __attribute__((__packed__)) {
    char kind;
    struct header inner;
    int tail[2];
} frame_t;

struct line {
    long counter;
} __attribute__((aligned(64)));

struct mixed {
    char a;
    int b __attribute__((packed));
    _Alignas(8) char c;
    short d;
};

struct line lines[3];
static char page[10] __attribute__((aligned(4096)));
alignas(32) int numbers[3] = {1, 2, 3};

static void complain(const char *format, ...) __attribute__((format(printf, 1, 2), noinline));
static inline __attribute__((always_inline)) int twice(int n) { return 2 * n; }
__attribute__((noreturn)) static void leave(void) { exit(0); }

#include <stdarg.h>
static void complain(const char *format, ...) {
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

static int kind(int n, int unused __attribute__((unused))) {
    switch (n) {
    case 1:
        n += 10;
        __attribute__((fallthrough));
    case 2:
        n += 100;
    }
    return n;
}

int main(void) {
    frame_t frame = {'x', {1, 0x01020304, 0x0506, 0x1122334455667788}, {7, 8}};
    unsigned char bytes[sizeof frame];
    memcpy(bytes, &frame, sizeof frame);
    for (size_t i = 0; i < sizeof bytes; i++)
        printf("%02x", bytes[i]);
    printf("\n");
    uint32_t *length = &frame.inner.length;
    *length += 1;
    frame.tail[1] *= 2;
    frame.inner.stamp++;
    printf("%x %d %lx\n", frame.inner.length, frame.tail[1], frame.inner.stamp);
    printf("%zu %zu %zu %zu\n", sizeof(struct header), sizeof frame, sizeof(struct line), sizeof lines);
    printf("%zu %zu %zu\n", sizeof(struct mixed), alignof(struct mixed), alignof(struct line));
    printf("%d %d %d\n", (int)((uintptr_t)lines % 64), (int)((uintptr_t)page % 4096), (int)((uintptr_t)numbers % 32));
    _Alignas(16) char room[3];
    static _Alignas(double) char other;
    printf("%d %d\n", (int)((uintptr_t)room % 16), (int)((uintptr_t)&other % 8));
    __asm__ __volatile__("" ::: "memory");
    complain("%d %d\n", twice(4), kind(1, 2));
    leave();
}
