// shows: a handler and what it interrupts count in one atomic object
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int count;
static atomic_int handled;

static void handler(int signal) {
    count++;
    handled++;
}

int main(void) {
    signal(SIGUSR1, handler);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 50; i++)
            kill(parent, SIGUSR1);
        _exit(0);
    }
    int own = 0;
    while (waitpid(child, NULL, WNOHANG) == 0 || own < 1000) {
        count++;
        own++;
    }
    printf("%d %d\n", count == own + handled, handled > 0);
    return 0;
}
