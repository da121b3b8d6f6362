// shows: what a program that is executed ignores, blocks and has as descriptors
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(void) {
    fflush(stdout);
    if (fork() == 0) {
        execlp("sh", "sh", "-c", "grep -E 'Sig(Blk|Ign)|ShdPnd' /proc/self/status; for f in 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$f ] && echo has $f; done; :", NULL);
        _exit(127);
    }
    wait(NULL);
}

static void handler(int signal) {
}

int main(void) {
    sigset_t set;
    show();
    signal(SIGINT, SIG_IGN);
    signal(SIGUSR1, handler);
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    open("/dev/null", O_RDONLY);
    dup2(0, 7);
    open("/dev/null", O_RDONLY | O_CLOEXEC);
    show();
    raise(SIGTERM);
    show();
    return 0;
}
