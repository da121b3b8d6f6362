#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int raise(int signal) {
    return kill(getpid(), signal);
}

int killpg(int group, int signal) {
    if (group < 0) {
        errno = EINVAL;
        return -1;
    }
    return kill(-group, signal);
}

void psignal(int signal, const char *text) {
    if (text && *text)
        fprintf(stderr, "%s: %s\n", text, strsignal(signal));
    else
        fprintf(stderr, "%s\n", strsignal(signal));
}
