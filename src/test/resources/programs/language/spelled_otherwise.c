// shows: iso646.h, stdalign.h, stdnoreturn.h and stdbool.h
#include <iso646.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>

static noreturn void leave(int status)
{
    printf("leaving\n");
    exit(status);
}

int main(void)
{
    int a = 6, b = 3;
    if (a > 1 and not (b > 5) or false)
        printf("%d %d %d %d %d\n", a bitand b, a bitor b, a xor b, compl a, a not_eq b);
    a xor_eq 1;
    a and_eq 14;
    a or_eq 8;
    printf("%d %zu\n", a, alignof(double));
    leave(3);
}
