// shows: prototypes of all kinds, inline functions, and empty parameter lists that take anything

#include <stdio.h>

int plain(int, char *), several(void), *pointer(int *);
static inline int cube(int n) { return n * n * n; }
extern int outside(int);
int anything();
_Noreturn void leave(int);
static void nothing(void) {}

int main(void)
{
    int n = 3;
    printf("%d\n", plain(2, "xyz"));
    printf("%d\n", several());
    *pointer(&n) = 8;
    printf("%d %d\n", n, cube(n));
    printf("%d %d\n", outside(1), anything(1, 2));
    nothing();
    leave(4);
}

int plain(int i, char *s) { return s[i]; }
int several(void) { return 7; }
int *pointer(int *p) { return p; }
int outside(int n) { return -n; }
int anything(int a, int b) { return a + b; }

#include <stdlib.h>

void leave(int status) { exit(status); }
