// shows: sizeof looks at types only: nothing is evaluated, arrays do not decay

#include <stdio.h>

static int calls;

static long called(void)
{
    calls++;
    return 1;
}

static size_t of_parameter(int a[10]) { return sizeof a; }

int main(void)
{
    int a[10], i = 0;
    char *p = "pointer", s[] = "array";
    printf("%zu %zu %zu\n", sizeof a, sizeof a[0], sizeof a / sizeof *a);
    printf("%zu %zu\n", sizeof p, sizeof s);
    printf("%zu\n", of_parameter(a));
    printf("%zu %d\n", sizeof called(), calls);
    printf("%zu %d\n", sizeof(i++), i);
    printf("%zu\n", sizeof(a + 0));
    printf("%zu %zu\n", sizeof &a, sizeof *&a);
    printf("%zu\n", sizeof(char) * 3 + 1);
    printf("%zu\n", sizeof(int[4]));
    printf("%d\n", sizeof(int) - 5 > 0);
    printf("%zu %zu\n", sizeof(void), sizeof(main));
    printf("%zu\n", sizeof(int) * 2);
    printf("%zu\n", sizeof (a)[0]);
    return 0;
}
