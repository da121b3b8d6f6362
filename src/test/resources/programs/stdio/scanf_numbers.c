// shows: scanf skips space before numbers, returns how many it stored and leaves the rest
// stdin: 12  -7\n\t0x1f 077 9999999999 3.5e2 abc 42

#include <stdio.h>

int main(void)
{
    int a, b, n;
    unsigned x;
    int i;
    long l;
    double d;
    n = scanf("%d%d", &a, &b);
    printf("%d: %d %d\n", n, a, b);
    n = scanf("%x %i", &x, &i);
    printf("%d: %u %d\n", n, x, i);
    n = scanf("%ld %lf", &l, &d);
    printf("%d: %ld %g\n", n, l, d);
    a = -1;
    n = scanf("%d", &a);
    printf("%d: %d\n", n, a);
    char word[10];
    n = scanf("%9s", word);
    printf("%d: %s\n", n, word);
    n = scanf("%d %d", &a, &b);
    printf("%d: %d\n", n, a);
    n = scanf("%d", &a);
    printf("%d %d\n", n, n == EOF);
    return 0;
}
