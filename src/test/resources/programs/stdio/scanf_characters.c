// shows: %c does not skip space, a space in the format does
// stdin: a b\n  c\nd

#include <stdio.h>

int main(void)
{
    char c, d, e, f, g;
    int n = scanf("%c%c%c", &c, &d, &e);
    printf("%d [%c][%c][%c]\n", n, c, d, e);
    n = scanf(" %c", &f);
    printf("%d [%c]\n", n, f);
    n = scanf("%c%c", &f, &g);
    printf("%d %d [%c]\n", n, f, g);
    n = scanf("%c", &g);
    printf("%d\n", n);
    return 0;
}
