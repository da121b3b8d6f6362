// shows: object-like and function-like macros replace text

#include <stdio.h>

#define N 5
#define DOUBLE_N N * 2
#define SAFE_N (N * 2)
#define SQUARE(x) ((x) * (x))
#define CARELESS(x) x * x
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define EMPTY
#define CALL(f, args) f args
#define FIVE_OF(t) t, t, t, t, t
#define forever for (;;)
#define then
#define printf_twice(s) do { printf(s); printf(s); } while (0)
#define NOTHING()

static int calls;

static int next(void)
{
    calls++;
    return 3;
}

int main(void)
{
    printf("%d %d\n", 100 / SAFE_N, 100 / DOUBLE_N);
    printf("%d %d\n", SQUARE(1 + 2), CARELESS(1 + 2));
    int i = 3;
    printf("%d", SQUARE(next()));
    printf(" %d\n", calls);
    int a = 5, b = 5;
    int m = MAX(a++, b);
    printf("%d %d\n", m, a);
    EMPTY printf("%d\n", MAX(MAX(1, 7), MAX(3, 2)));
    CALL(printf, ("%s %d\n", "called", 9));
    int five[] = {FIVE_OF(1)};
    printf("%zu\n", sizeof five / sizeof *five);
    forever { break; }
    if (i) then printf_twice("ha");
    else printf_twice("ho");
    putchar('\n');
    NOTHING();
    int SQUARE = 4;
    printf("%d %d\n", SQUARE, SQUARE (SQUARE));
    printf("N\n");
#undef N
#define N 6
    printf("%d\n", SAFE_N);
    return 0;
}
