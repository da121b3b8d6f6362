// shows: objects with thread storage duration: where they are declared, their first values, their addresses
#include <stdio.h>
#include <string.h>

struct point {
    int x, y;
    double z;
};

typedef int numbers[3];

_Thread_local int plain = 5;
static __thread char text[20] = "hello";
_Thread_local struct point point = {1, 2, 3.5}, other;
extern _Thread_local int later;
_Thread_local int *to_plain;
static _Thread_local int zeros[100];
_Thread_local const char *name = "constant";
_Thread_local short half = -3;
_Thread_local unsigned char byte = 200;
_Thread_local float number = 1.5f;
_Thread_local numbers list = {[1] = 7};
const _Thread_local long fixed = 1L << 40;
__thread int (*function)(const char *, const char *) = strcmp;
_Thread_local _Alignas(64) char aligned[3] = {1, 2, 3};

static int *address(void) { return &plain; }

static int sum(const int *from, int count) {
    int sum = 0;
    while (count-- > 0)
        sum += *from++;
    return sum;
}

int main(void) {
    extern _Thread_local int plain;
    to_plain = &plain;
    *to_plain += 2;
    plain++;
    printf("%d %d %d\n", plain, to_plain == address(), &plain == to_plain);
    printf("%s %d %d %g %s %d %d %g\n", text, point.x, point.y, point.z, name, half, byte, number);
    text[0] = 'J';
    text[plain - 3] = '!';
    point.x = point.y + 40;
    half--;
    byte += 100;
    number *= 2;
    printf("%s %d %d %d %g\n", text, point.x, half, byte, number);
    for (int i = 0; i < 100; i++)
        zeros[i] += i;
    printf("%d %zu %d\n", sum(zeros, 100), sizeof zeros, sum(list, 3));
    other = point;
    other.z = 9;
    point = other;
    printf("%d %g %d\n", memcmp(&point, &other, sizeof point), point.z, point.x);
    later += 3;
    printf("%d %ld %d\n", later, fixed, function("a", "a"));
    printf("%d %d\n", (int)((unsigned long)aligned % 64), aligned[2]);
    printf("%d\n", plain > 5 ? later-- : --later);
    printf("%d %d\n", later, (plain = 3, plain << 2));
    struct point *pointer = plain == 3 ? &point : &other;
    pointer->y ^= 0xff;
    printf("%d %d\n", point.y, (&point)[0].y);
    return 0;
}

_Thread_local int later = 77;
