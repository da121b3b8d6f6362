// shows: a newline that comes out of %s, %c or puts counts like any other

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("%s", "string\n");
    printf("%c", '\n');
    printf("%s-%s", "cut\n", "kept back");
    printf("%5c|", '\n');
    printf("%d%c%d", 1, '\n', 2);
    _exit(0);
}
