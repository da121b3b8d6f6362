// shows: each process may choose its own buffering after fork

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        setvbuf(stdout, NULL, _IONBF, 0);
        printf("child, at once");
        _exit(0);
    }
    wait(NULL);
    setvbuf(stdout, NULL, _IOFBF, BUFSIZ);
    printf("\nparent, never");
    _exit(0);
}
