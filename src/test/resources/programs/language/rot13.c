// shows: arithmetic on characters

#include <stdio.h>

static char turn(char c)
{
    if (c >= 'a' && c <= 'z') {
        return (c - 'a' + 13) % 26 + 'a';
    }
    if (c >= 'A' && c <= 'Z') {
        c -= 'A';
        c = (c + 13) % 26;
        return c + 'A';
    }
    return c;
}

int main(void)
{
    char text[] = "Every child has a Parent, 1 at a time.";
    for (int i = 0; text[i]; i++) {
        text[i] = turn(text[i]);
    }
    puts(text);
    for (char *p = text; *p != '\0'; p++) {
        *p = turn(*p);
    }
    puts(text);
    for (char c = 'a'; c <= 'e'; c++) {
        printf("%c%d ", c, c - 'a');
    }
    printf("%c\n", '0' + 9);
    return 0;
}
