// shows: a failing assertion names itself on stderr and aborts

#include <assert.h>
#include <stdio.h>

static int half(int n)
{
    assert(n % 2 == 0 && "n must be even");
    return n / 2;
}

int main(void)
{
    printf("%d\n", half(8));
    fflush(stdout);
    printf("unflushed");
    printf("%d\n", half(7));
    return 0;
}
