// shows: endless recursion is told by a handler on another stack, which leaves with _exit
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void handler(int sig) {
    int x;
    printf("Caught signal %d (%s)\n", sig, strsignal(sig));
    printf("Top of handler stack near %s\n", &x ? "here" : "");
    fflush(NULL);
    _exit(EXIT_FAILURE);
}
static void overflow(int n) {
    char a[100000];
    a[0] = n;
    if (n % 20 == 0) printf("Call %4d\n", n);
    overflow(n + 1);
}
int main(int argc, char *argv[]) {
    stack_t sigstack;
    struct sigaction sa;
    sigstack.ss_sp = malloc(SIGSTKSZ);
    if (sigstack.ss_sp == NULL) exit(1);
    sigstack.ss_size = SIGSTKSZ;
    sigstack.ss_flags = 0;
    if (sigaltstack(&sigstack, NULL) == -1) { perror("sigaltstack"); exit(1); }
    sa.sa_handler = handler;
    sigemptyset(&sa.sa_mask);
    sa.sa_flags = SA_ONSTACK;
    if (sigaction(SIGSEGV, &sa, NULL) == -1) exit(2);
    overflow(1);
}
