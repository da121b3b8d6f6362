// shows: a handler for SIGSEGV that leaves by _exit, one for SIGFPE by siglongjmp

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static sigjmp_buf safe;

static void leave(int number) { _exit(100 + number); }
static void jump(int number) { siglongjmp(safe, number); }

int main(void)
{
    int status, zero = 0;
    if (fork() == 0) {
        signal(SIGSEGV, leave);
        *(volatile int *) 0 = 1;
        _exit(0);
    }
    wait(&status);
    printf("%d\n", WEXITSTATUS(status) - 100 == SIGSEGV);
    signal(SIGFPE, jump);
    for (int i = 0; i < 2; i++) {
        int number = sigsetjmp(safe, 1);
        if (number == 0)
            printf("%d\n", 7 / zero);
        else
            printf("caught %d\n", number == SIGFPE);
    }
    return 0;
}
