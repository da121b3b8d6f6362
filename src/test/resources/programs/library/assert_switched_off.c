// shows: with NDEBUG an assertion is nothing, not even evaluated

#define NDEBUG
#include <assert.h>
#include <stdio.h>

int main(void)
{
    int n = 1;
    assert(n++ == 5);
    assert(!"never");
    printf("%d\n", n);
    return 0;
}
