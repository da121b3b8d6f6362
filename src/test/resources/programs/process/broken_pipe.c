// shows: writing where nobody reads: SIGPIPE, or EPIPE when that is ignored

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int ends[2], status;
    pipe(ends);
    close(ends[0]);
    if (fork() == 0) {
        write(ends[1], "x", 1);
        _exit(0);
    }
    wait(&status);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE);
    signal(SIGPIPE, SIG_IGN);
    printf("%zd", write(ends[1], "x", 1));
    printf(" %d\n", errno == EPIPE);
    return 0;
}
