// shows: strsignal and psignal know every signal's text
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = -1; i < 70; i++)
        printf("%d %s\n", i, strsignal(i));
    psignal(SIGSEGV, "psignal");
    psignal(SIGTERM, NULL);
    psignal(99, "unknown");
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        pause();
        _exit(0);
    }
    kill(child, SIGKILL);
    int status;
    waitpid(child, &status, 0);
    printf("child: %s\n", strsignal(WTERMSIG(status)));
    return 0;
}
