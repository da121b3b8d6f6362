// shows: a command does not hold the pipe to another one open
// order: lines

#include <stdio.h>

int main(void)
{
    FILE *first = popen("cat", "w");
    FILE *second = popen("cat >&2", "w");
    fputs("to the first\n", first);
    fputs("to the second\n", second);
    printf("%d\n", pclose(first));
    printf("%d\n", pclose(second));
    return 0;
}
