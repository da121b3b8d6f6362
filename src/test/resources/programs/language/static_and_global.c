// shows: globals start at zero, static locals keep their value between calls

#include <stdio.h>

int global;
static double real;
static char text[4];
int *pointer;
int preset = 5, *to_preset = &preset;
extern int later;

static int next(void)
{
    static int count = 10;
    static int calls;
    calls++;
    return count++ * 100 + calls;
}

static int depth(int n)
{
    static int deepest;
    if (n > deepest) {
        deepest = n;
    }
    if (n < 4) {
        depth(n + 1);
    }
    return deepest;
}

int main(void)
{
    printf("%d %g %d %d\n", global, real, text[3], pointer == NULL);
    printf("%d", next());
    printf(" %d", next());
    printf(" %d\n", next());
    *to_preset += 2;
    printf("%d\n", preset);
    printf("%d\n", depth(0));
    printf("%d\n", later);
    {
        static int global = 3;
        extern int preset;
        printf("%d %d\n", global, preset);
    }
    return 0;
}

int later = 77;
