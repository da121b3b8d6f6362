// shows: argc and argv, which ends with a NULL
// args: one two\x20words -3 \x22quoted\x22

#include <stdio.h>

int main(int argc, char *argv[])
{
    printf("%d arguments\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        printf("%d [%s]\n", i, argv[i]);
    }
    printf("%d\n", argv[argc] == NULL);
    argv[1][0] = 'O';
    printf("%c%c\n", *argv[1], argv[1][1]);
    while (*++argv) {
        printf("%c", **argv);
    }
    putchar('\n');
    return argc;
}
