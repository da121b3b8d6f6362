// shows: reading from an unbuffered stdin first writes out a line-buffered stdout, so a prompt appears
// stdin: Ada\n

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdin, NULL, _IONBF, 0);
    printf("Your name? ");
    int c = getchar();
    fprintf(stderr, "%c\n", c);
    _exit(0);
}
