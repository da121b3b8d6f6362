// shows: a signal cuts sleep short; it returns the seconds left

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int got;

static void wake(int number) { got = 1; }

int main(void)
{
    signal(SIGUSR1, wake);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        pid_t p = getppid();
        while (getppid() == p) {
            kill(parent, SIGUSR1);
            usleep(2000);
        }
        _exit(0);
    }
    unsigned left = sleep(50);
    printf("%d %d\n", left > 40, got);
    kill(child, SIGKILL);
    int r;
    while ((r = wait(NULL)) != child)
        ;
    printf("%d\n", r == child);
    return 0;
}
