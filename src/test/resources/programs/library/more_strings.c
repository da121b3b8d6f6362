// shows: strverscmp, stpncpy, rawmemchr and other strings of GNU
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

int main(void)
{
    const char *names[] = {"000", "00", "01", "010", "09", "0", "1", "9", "10", "a1", "a01", "a10", "a9", "a", "b", "1.2", "1.10", ""};
    int count = sizeof names / sizeof *names;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++)
            printf("%2d ", sign(strverscmp(names[i], names[j])));
        printf(" %s\n", names[i]);
    }
    char text[20] = "xxxxxxxxxxxxxxx";
    printf("%td ", stpncpy(text, "ab", 5) - text);
    printf("%d %d %c\n", text[2], text[4], text[5]);
    printf("%td ", stpncpy(text, "abcdef", 3) - text);
    printf("%d\n", text[3]);
    printf("%s\n", (char *)rawmemchr("some text", ' '));
    printf("%d %d %d\n", ffsl(1l << 40), ffsll(0), ffsll(6));
    explicit_bzero(text, 3);
    printf("%d\n", text[1]);
    return 0;
}
