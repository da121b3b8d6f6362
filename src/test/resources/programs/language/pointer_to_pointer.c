// shows: pointers to pointers, swapping through them and changing a caller's pointer

#include <stdio.h>

static void swap(int *a, int *b)
{
    int keep = *a;
    *a = *b;
    *b = keep;
}

static void advance(const char **text)
{
    while (**text && **text != ' ') {
        (*text)++;
    }
}

int main(void)
{
    int x = 1, y = 2;
    int *px = &x, *py = &y, **pp = &px;
    swap(&x, &y);
    printf("%d %d\n", x, y);
    **pp = 10;
    pp = &py;
    **pp = 20;
    printf("%d %d\n", x, y);
    *pp = px;
    printf("%d\n", *py);
    int ***ppp = &pp;
    ***ppp = 99;
    printf("%d\n", x);
    const char *words = "first second";
    advance(&words);
    printf("[%s]\n", words);
    printf("%d %d\n", *&x, &*px == px);
    return 0;
}
