// shows: prefix and postfix increments on numbers and through pointers

#include <stdio.h>

int main(void)
{
    int i = 5;
    printf("%d", i++);
    printf(" %d", i);
    printf(" %d", ++i);
    printf(" %d", i--);
    printf(" %d\n", --i);
    int a[] = {10, 20, 30, 40};
    int *p = a;
    int v;
    v = *p++;
    printf("%d at %ld\n", v, p - a);
    v = (*p)++;
    printf("%d then %d at %ld\n", v, *p, p - a);
    v = *++p;
    printf("%d at %ld\n", v, p - a);
    v = ++*p;
    printf("%d at %ld\n", v, p - a);
    v = *p--;
    printf("%d at %ld\n", v, p - a);
    printf("%d %d %d %d\n", a[0], a[1], a[2], a[3]);
    int x = 3, y = 4;
    printf("%d", x+++y);
    printf(" %d %d\n", x, y);
    double d = 1.5;
    d++;
    printf("%g", -d--);
    printf(" %g\n", d);
    char c = 127;
    c++;
    printf("%d\n", c);
    const char *s = "walk";
    while (*s) {
        putchar(*s++ - 32);
    }
    putchar('\n');
    return 0;
}
