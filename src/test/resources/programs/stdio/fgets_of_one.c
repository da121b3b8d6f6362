// shows: fgets with room for one byte reads nothing, with room for two one byte
// stdin: ab\n

#include <stdio.h>

int main(void)
{
    char line[4] = "zzz";
    char *r = fgets(line, 1, stdin);
    printf("%d [%s]\n", r == line, line);
    while (fgets(line, 2, stdin)) {
        printf("%d ", line[0]);
    }
    putchar('\n');
    return 0;
}
