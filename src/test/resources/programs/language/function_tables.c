// shows: tables of function pointers, functions returning functions

#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static int quo(int a, int b) { return b ? a / b : 0; }

static struct command {
    char sign;
    int (*run)(int, int);
} commands[] = {{'+', add}, {'-', sub}, {'*', mul}, {'/', &quo}, {0, NULL}};

static int (*find(char sign))(int, int)
{
    for (struct command *c = commands; c->run; c++) {
        if (c->sign == sign) {
            return c->run;
        }
    }
    return NULL;
}

static void each(int *from, int n, void (*visit)(int))
{
    while (n-- > 0) {
        visit(*from++);
    }
}

static int total;

static void collect(int n) { total += n; }
static void show(int n) { printf("<%d>", n); }

int main(void)
{
    for (int i = 0; commands[i].run != NULL; i++) {
        printf("12 %c 5 = %d\n", commands[i].sign, commands[i].run(12, 5));
    }
    printf("%d\n", find('*')(6, 7));
    printf("%d\n", find('?') == NULL);
    int (*table[3])(int, int) = {add, sub, mul};
    printf("%d\n", (*table[1])(1, 2));
    int (*f)(int, int) = add;
    printf("%d %d\n", f == table[0], f != sub);
    int numbers[] = {3, 4, 5};
    each(numbers, 3, show);
    each(numbers, 3, collect);
    printf(" %d\n", total);
    return 0;
}
