// shows: a child that lets itself be traced stops at exec, at each call, and at signals
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/reg.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct user_regs_struct registers;
    int status, writes = 0, inside = 0, length = 0;
    char text[64];
    long number, result;
    pid_t child;
    setvbuf(stdout, NULL, _IONBF, 0);
    child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        execlp("echo", "echo", "traced", (char *)NULL);
        _exit(127);
    }
    waitpid(child, &status, 0);
    printf("stopped %d by %d\n", WIFSTOPPED(status), WSTOPSIG(status));
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD);
    for (;;) {
        if (ptrace(PTRACE_SYSCALL, child, 0, 0) < 0)
            break;
        waitpid(child, &status, 0);
        if (WIFEXITED(status))
            break;
        if (!WIFSTOPPED(status) || WSTOPSIG(status) != (SIGTRAP | 0x80))
            continue;
        inside = !inside;
        number = ptrace(PTRACE_PEEKUSER, child, 8 * ORIG_RAX, NULL);
        if (number == SYS_write && inside) {
            ptrace(PTRACE_GETREGS, child, NULL, &registers);
            length = registers.rdx;
            *(long *)text = ptrace(PTRACE_PEEKDATA, child, registers.rsi, NULL);
            printf("write(%d, %.*s..., %d)\n", (int)registers.rdi, 6, text, length);
            writes++;
        } else if (number == SYS_write) {
            result = ptrace(PTRACE_PEEKUSER, child, 8 * RAX, NULL);
            printf("= %ld\n", result);
        }
    }
    printf("exited with %d after %d writes\n", WEXITSTATUS(status), writes);
    child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        raise(SIGUSR1);
        _exit(5);
    }
    waitpid(child, &status, 0);
    printf("%d by %d\n", WIFSTOPPED(status), WSTOPSIG(status));
    ptrace(PTRACE_CONT, child, 0, 0);
    waitpid(child, &status, 0);
    printf("the signal was taken away: %d\n", WEXITSTATUS(status));
    errno = 0;
    result = ptrace(PTRACE_CONT, 1, 0, 0);
    printf("%ld %s\n", result, strerror(errno));
    return 0;
}
