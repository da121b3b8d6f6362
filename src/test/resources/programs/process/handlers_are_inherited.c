// shows: fork keeps handlers, exec resets them, ignored signals stay ignored

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void handler(int number)
{
    write(1, "handled\n", 8);
}

int main(void)
{
    int status;
    signal(SIGUSR1, handler);
    signal(SIGUSR2, SIG_IGN);
    if (fork() == 0) {
        raise(SIGUSR1);
        raise(SIGUSR2);
        execl("/bin/sh", "sh", "-c", "kill -USR2 $$; kill -USR1 $$; echo never", NULL);
        _exit(127);
    }
    wait(&status);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGUSR1);
    return 0;
}
