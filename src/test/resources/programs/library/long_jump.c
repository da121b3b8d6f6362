// shows: longjmp returns to where setjmp was, out of several calls

#include <setjmp.h>
#include <stdio.h>

static jmp_buf top;
static int tries;

static void deep(int n)
{
    if (n == 0) {
        longjmp(top, ++tries);
    }
    deep(n - 1);
    puts("never");
}

int main(void)
{
    volatile int kept = 10;
    int r = setjmp(top);
    printf("%d %d\n", r, kept);
    if (r < 3) {
        kept += 5;
        deep(r + 2);
    }
    return r;
}
