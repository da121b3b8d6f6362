// shows: syscall() makes the calls that there are by name
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void) {
    char here[4096], there[4096];
    struct timespec soon = {0, 1000000};
    struct timeval now;
    struct stat s;
    int ends[2], *word, status;
    long n;
    pid_t child;
    printf("%d\n", SYS_write == __NR_write);
    syscall(SYS_write, 1, "written\n", 8);
    printf("%d %d %d\n", syscall(SYS_getpid) == getpid(), syscall(SYS_getppid) == getppid(), syscall(SYS_gettid) == gettid());
    n = syscall(SYS_close, 77);
    printf("%ld %s\n", n, strerror(errno));
    n = syscall(9999, 1, 2, 3);
    printf("%ld %s\n", n, strerror(errno));
    n = syscall(SYS_getcwd, here, sizeof here);
    printf("%d\n", n == (long)strlen(getcwd(there, sizeof there)) + 1 && !strcmp(here, there));
    n = syscall(SYS_pipe, ends);
    printf("%ld %ld\n", n, syscall(SYS_fstat, ends[0], &s));
    printf("%d\n", S_ISFIFO(s.st_mode));
    fflush(stdout);
    child = syscall(SYS_fork);
    if (child == 0) {
        syscall(SYS_write, ends[1], "child", 5);
        syscall(SYS_exit_group, 6);
    }
    n = syscall(SYS_read, ends[0], here, 100);
    printf("%.*s\n", (int)n, here);
    printf("%d", syscall(SYS_wait4, child, &status, 0, NULL) == child);
    printf(" %d\n", WEXITSTATUS(status));
    printf("%ld\n", syscall(SYS_nanosleep, &soon, NULL));
    printf("%ld\n", syscall(SYS_kill, getpid(), 0));
    // The call itself gives 20 less the nice value, so that it is never negative.
    printf("%d\n", syscall(SYS_getpriority, 0, 0) == 20 - getpriority(PRIO_PROCESS, 0));
    printf("%d\n", syscall(SYS_time, NULL) - time(NULL) <= 1);
    printf("%ld\n", syscall(SYS_gettimeofday, &now, NULL));
    word = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    n = syscall(SYS_futex, word, FUTEX_WAIT, 1, NULL, NULL, 0);
    printf("%ld %s\n", n, strerror(errno));
    n = syscall(SYS_futex, word, FUTEX_WAIT, 0, &soon, NULL, 0);
    printf("%ld %s\n", n, strerror(errno));
    child = fork();
    if (child == 0) {
        while (*word == 0)
            syscall(SYS_futex, word, FUTEX_WAIT, 0, NULL, NULL, 0);
        _exit(8);
    }
    *word = 1;
    syscall(SYS_futex, word, FUTEX_WAKE, 1, NULL, NULL, 0);
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
    child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (child == 0)
        syscall(SYS_exit, 4);
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
    raise(0);
    return 0;
}
