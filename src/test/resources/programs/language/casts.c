// shows: casts between numbers and between pointers

#include <stdio.h>

int main(void)
{
    int i = -1;
    printf("%u %d\n", (unsigned char) i, (signed char) 255);
    printf("%ld\n", (long) i);
    printf("%lx\n", (unsigned long) (unsigned) i);
    printf("%d\n", (int) 2.99 + (int) 2.99);
    printf("%d\n", (int) (2.99 + 2.99));
    printf("%g\n", (double) 7 / 2);
    printf("%g\n", (double) (7 / 2));
    int n = 0x41424344;
    char *c = (char *) &n;
    printf("%c%c%c%c\n", c[0], c[1], c[2], c[3]);
    printf("%d\n", *(short *) c);
    long address = (long) &n;
    *(int *) address = 5;
    printf("%d\n", n);
    (void) n;
    void *v = (void *) 1234;
    printf("%ld\n", (long) v);
    printf("%d\n", (char *) v + 1 == (char *) 1235);
    printf("%d\n", -(unsigned short) 1);
    printf("%d\n", (unsigned char) 'x' == 'x');
    printf("%d\n", (int) (char) (unsigned char) 200);
    printf("%.1f\n", (float) 16777217);
    return 0;
}
