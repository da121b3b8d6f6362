// shows: the conditional operator: one side evaluated, common type, grouping to the right

#include <stdio.h>

static int calls;

static int called(int value)
{
    calls++;
    return value;
}

static const char *size_of(int n)
{
    return n < 10 ? "small" : n < 100 ? "medium" : "large";
}

int main(void)
{
    printf("%s %s %s\n", size_of(5), size_of(50), size_of(500));
    int x = 1 ? called(10) : called(20);
    printf("%d %d\n", x, calls);
    printf("%g\n", 1 ? 1 : 2.5);
    printf("%d\n", (1 ? -1 : 1u) > 0);
    printf("%zu\n", sizeof(1 ? 'a' : (short) 1));
    int a = 3, b = 4;
    printf("%d\n", a > b ? a : b);
    *(a > b ? &a : &b) = 9;
    printf("%d %d\n", a, b);
    char *p = 0;
    printf("%s\n", p ? p : "nothing");
    int n = 0 ?: 5;
    printf("%d\n", n);
    return 0;
}
