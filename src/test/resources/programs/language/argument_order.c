// shows: C leaves the order open in which arguments are evaluated; gcc takes the last one first

#include <stdio.h>

static int say(int n)
{
    printf("%d ", n);
    return n;
}

static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }

int main(void)
{
    printf("= %d\n", three(say(1), say(2), say(3)));
    printf("= %d\n", say(1) + say(2) * say(3));
    int array[2] = {say(4), say(5)};
    printf("= %d %d\n", array[0], array[1]);
    return 0;
}
