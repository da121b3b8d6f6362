// shows: members are aligned, structs padded to their alignment

#include <stddef.h>
#include <stdio.h>

struct loose {
    char a;
    int b;
    char c;
    double d;
    short e;
};

struct tight {
    double d;
    int b;
    short e;
    char a, c;
};

struct inner {
    char tag;
    struct {
        short low;
        long high;
    } pair;
    char end[3];
};

union either {
    char text[5];
    int number;
};

int main(void)
{
    printf("%zu %zu\n", sizeof(struct loose), sizeof(struct tight));
    printf("%zu %zu %zu %zu\n", offsetof(struct loose, b), offsetof(struct loose, c),
           offsetof(struct loose, d), offsetof(struct loose, e));
    printf("%zu %zu %zu\n", sizeof(struct inner), offsetof(struct inner, pair), offsetof(struct inner, end));
    printf("%zu\n", offsetof(struct inner, pair.high));
    printf("%zu\n", sizeof(union either));
    struct loose array[2];
    printf("%ld\n", (char *) &array[1].a - (char *) &array[0].a);
    printf("%zu\n", sizeof(struct { char c[3]; }));
    printf("%zu %zu\n", _Alignof(double), _Alignof(struct inner));
    return 0;
}
