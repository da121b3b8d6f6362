// shows: the members of a union share their bytes (little endian here)

#include <stdint.h>
#include <stdio.h>

union word {
    uint32_t whole;
    uint16_t half[2];
    uint8_t byte[4];
    int32_t number;
    float real;
};

int main(void)
{
    union word w = {0x11223344};
    printf("%x %x %x\n", w.byte[0], w.byte[3], w.half[1]);
    w.byte[0] = 0xff;
    printf("%x\n", w.whole);
    w.number = -2;
    printf("%u %d\n", w.whole, w.half[0]);
    w.real = 1.0f;
    printf("%x\n", w.whole);
    w.whole = 0x40490fdb;
    printf("%f\n", w.real);
    union word copy = w;
    copy.half[0] = 0;
    printf("%x %x\n", w.whole, copy.whole);
    union word named = {.byte = {1, 2, 3}};
    printf("%x\n", named.whole);
    double d = -2.0;
    printf("%lx\n", *(unsigned long *) &d);
    printf("%zu\n", sizeof(union word));
    return 0;
}
