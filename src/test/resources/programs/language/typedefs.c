// shows: names for types: of arrays, pointers, structs and functions

#include <stdio.h>

typedef int number, *pointer, triple[3];
typedef struct node node;
struct node {
    number value;
    node *next;
};
typedef unsigned char byte;
typedef int (*operation)(int, int);
typedef int binary(int, int);

static binary add, multiply;

static int add(int a, int b)
{
    return a + b;
}

static int multiply(int a, int b)
{
    return a * b;
}

static int apply(operation op, triple t)
{
    return op(op(t[0], t[1]), t[2]);
}

int main(void)
{
    number n = 4;
    pointer p = &n;
    triple t = {2, 3, 4};
    *p = 5;
    printf("%d %zu\n", n, sizeof(triple));
    printf("%d %d\n", apply(add, t), apply(&multiply, t));
    node last = {2, NULL}, first = {1, &last};
    printf("%d\n", first.next->value);
    byte b = 256 + 7;
    printf("%d\n", b);
    typedef double number;
    number local = 2.5;
    printf("%g\n", local);
    {
        int byte = 3;
        printf("%d\n", byte * 2);
    }
    binary *f = add;
    printf("%d %d %d\n", f(1, 2), (*f)(3, 4), (**f)(5, 6));
    return 0;
}
