// shows: assertions checked by the compiler, and a choice by type

#include <assert.h>
#include <limits.h>
#include <stdio.h>

_Static_assert(sizeof(int) == 4, "int has four bytes");
static_assert(CHAR_BIT == 8, "bytes have eight bits");

#define KIND(x) _Generic((x), int: "int", char *: "string", double: "double", default: "other")

int main(void)
{
    _Static_assert(1 + 1 == 2, "arithmetic");
    printf("%s %s %s %s\n", KIND(1), KIND("s"), KIND(1.5), KIND(1u));
    char c = 'c';
    printf("%s %s\n", KIND(c), KIND(c + 1));
    return 0;
}
