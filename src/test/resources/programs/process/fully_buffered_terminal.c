// shows: with setvbuf the terminal behaves like a pipe, and the pipe like a terminal
// curriculum: claim 9

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdout, NULL, isatty(1) ? _IOFBF : _IOLBF, BUFSIZ);
    printf("a line before fork\n");
    if (fork() == 0) {
        printf("child\n");
        return 0;
    }
    wait(NULL);
    printf("parent\n");
    return 0;
}
