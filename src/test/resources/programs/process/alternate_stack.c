// shows: a handler on a stack of its own catches an overflow, nests, is left by siglongjmp, and may not change its stack
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <sys/mman.h>
#include <sys/wait.h>
static sigjmp_buf env;
static char area[3 * 8192];
static volatile int depth;
static int on(void *p) { return (char *)p >= area && (char *)p < area + sizeof area; }
static void segv(int sig, siginfo_t *info, void *ctx) { int x; stack_t s; sigaltstack(NULL, &s); depth++; printf("handler on alt %d flags %d\n", on(&x), s.ss_flags); s.ss_flags = 0; printf("change %d %s\n", sigaltstack(&s, NULL), strerror(errno)); siglongjmp(env, depth); }
static void usr1(int sig) { int x; printf("usr1 on alt %d\n", on(&x)); raise(SIGUSR2); printf("usr1 ends\n"); }
static void usr2(int sig) { int x; printf("usr2 on alt %d\n", on(&x)); }
static void plain(int sig) { int x; printf("plain on alt %d\n", on(&x)); }
static int recurse(int n) { volatile char b[5000]; b[n % 5000] = n; return recurse(n + 1) + b[0]; }
int main(void) {
    stack_t s = { .ss_sp = area, .ss_size = sizeof area }, old;
    printf("%d\n", sigaltstack(NULL, &old)); printf("%d %zu\n", old.ss_flags, old.ss_size);
    sigaltstack(&s, &old); sigaltstack(NULL, &old); printf("%d %zu %d\n", old.ss_flags, old.ss_size, old.ss_sp == area);
    struct sigaction sa = { .sa_sigaction = segv, .sa_flags = SA_ONSTACK | SA_SIGINFO };
    sigaction(SIGSEGV, &sa, NULL);
    for (volatile int i = 0; i < 3; i++) {
        int r = sigsetjmp(env, 1);
        if (r == 0 || r < 2) recurse(0);
        printf("back %d\n", r);
        if (r == 2 && i == 1) *(volatile int *)0 = 1;
        depth = r;
    }
    sa.sa_flags = SA_ONSTACK; sa.sa_handler = usr1; sigaction(SIGUSR1, &sa, NULL);
    sa.sa_flags = 0; sa.sa_handler = usr2; sigaction(SIGUSR2, &sa, NULL);
    raise(SIGUSR1); raise(SIGUSR2);
    if (fork() == 0) { raise(SIGUSR1); exit(0); }
    wait(NULL);
    s.ss_size = 100; printf("%d %s\n", sigaltstack(&s, NULL), strerror(errno));
    s.ss_flags = 77; printf("%d %s\n", sigaltstack(&s, NULL), strerror(errno));
    s.ss_flags = SS_DISABLE; printf("%d\n", sigaltstack(&s, &old)); printf("%zu %d\n", old.ss_size, old.ss_flags);
    sigaltstack(NULL, &old); printf("%zu %d\n", old.ss_size, old.ss_flags);
    raise(SIGUSR1);
    char local[8192]; s.ss_flags = 0; s.ss_sp = local; s.ss_size = sizeof local; sigaltstack(&s, NULL); raise(SIGUSR1);
    s.ss_sp = mmap(0, 8192, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0); sigaltstack(&s, NULL);
    fflush(stdout);
    raise(SIGUSR1);
    printf("not reached\n");
    return 0;
}
