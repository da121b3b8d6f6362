// shows: with _IONBF nothing ever waits

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    printf("no newline");
    putchar(',');
    fputs(" none", stdout);
    printf("%s%d", " waits ", 0);
    _exit(0);
}
