// shows: a deep recursion that still fits

#include <stdio.h>

static long sum(int n)
{
    return n == 0 ? 0 : n + sum(n - 1);
}

int main(void)
{
    printf("%ld\n", sum(10000));
    return 0;
}
