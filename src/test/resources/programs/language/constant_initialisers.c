// shows: globals initialised with constant expressions, addresses and functions

#include <stdio.h>

#define SIZE 8

enum { STEP = 3 };

static int values[SIZE / 2] = {STEP, STEP * 2, (SIZE - 1) << 1, -SIZE % 3};
static int *middle = &values[1];
static int *after = values + 3;
static char *text = "hello" + 1;
static char *copies[] = {"x", "y" "z", 0};
static long size = sizeof values;
static int chosen = SIZE > 4 ? 'b' : 'c';
static double ratio = 1.0 / 4;
static unsigned char low = 0x1ff;
static int truncated = 3.99;

static int answer(void) { return 42; }

static int (*ask)(void) = answer;

struct link {
    int n;
    struct link *to;
};

static struct link a;
static struct link b = {2, &a};
static struct link a = {1, &b};

int main(void)
{
    printf("%d %d %d %d\n", values[0], values[1], values[2], values[3]);
    printf("%d %d %s %s %ld\n", *middle, *after, text, copies[1], size);
    printf("%c %g %d %d\n", chosen, ratio, low, truncated);
    printf("%d %d %d\n", ask(), a.to->n, b.to->to->n);
    return 0;
}
