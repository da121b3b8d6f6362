// shows: clone shares memory, descriptors and the working directory as its flags say
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int value;
static int fd;
static char stack[65536];

static int child(void *argument) {
    value = *(int *)argument;
    close(fd);
    chdir("/");
    return value + 1;
}

static void show(const char *what, int flags) {
    char here[4096];
    int argument = 7, status = 0;
    pid_t pid;
    value = 1;
    chdir("/tmp");
    fd = open("/dev/null", O_RDONLY);
    pid = clone(child, stack + sizeof stack, flags | SIGCHLD, &argument);
    if (pid < 0) {
        printf("%s: %s\n", what, strerror(errno));
        return;
    }
    waitpid(pid, &status, 0);
    printf("%s: value %d, status %d, descriptor %s, in %s\n", what, value, WEXITSTATUS(status),
           fcntl(fd, F_GETFD) < 0 ? "closed" : "open", getcwd(here, sizeof here));
    close(fd);
}

static int quiet(void *argument) {
    return 9;
}

int main(void) {
    int status, tid = -1;
    pid_t pid;
    show("nothing", 0);
    show("memory", CLONE_VM);
    show("descriptors", CLONE_FILES);
    show("directory", CLONE_FS);
    show("descriptors and directory", CLONE_FILES | CLONE_FS);
    show("as vfork", CLONE_VM | CLONE_VFORK);
    show("handlers without memory", CLONE_SIGHAND);
    printf("no function: %d %s\n", clone(NULL, stack + sizeof stack, SIGCHLD, NULL), strerror(errno));
    printf("no stack: %d %s\n", clone(quiet, NULL, SIGCHLD, NULL), strerror(errno));
    pid = clone(quiet, stack + sizeof stack, CLONE_PARENT_SETTID | SIGCHLD, NULL, &tid);
    printf("told %d\n", tid == pid);
    waitpid(pid, &status, 0);
    pid = clone(quiet, stack + sizeof stack, 0, NULL);
    printf("no signal: %d %s\n", waitpid(pid, &status, 0), strerror(errno));
    printf("with __WALL: %d, %d\n", waitpid(pid, &status, __WALL) == pid, WEXITSTATUS(status));
    return 0;
}
