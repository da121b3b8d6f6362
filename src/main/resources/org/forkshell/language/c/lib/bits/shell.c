/* Commands given to the shell. */
#include <bits/actions.h>
#include <bits/files.h>
#include <bits/shell.h>
#include <bits/sleep.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void __become_shell(const char *command) {
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

static int __status_of(pid_t pid) {
    int status;
    pid_t ended;
    do
        ended = waitpid(pid, &status, 0);
    while (ended < 0 && errno == EINTR);
    return ended < 0 ? -1 : status;
}

/* While the shell runs, the keyboard's signals are for it, and the caller's SIGCHLD handler does not take its status away. */
int __run_shell(const char *command) {
    struct __action ignored, interrupt, quit;
    unsigned long child = 1ul << (SIGCHLD - 1), mask;
    pid_t pid;
    int status;
    if (!command)
        return access("/bin/sh", X_OK) == 0;
    memset(&ignored, 0, sizeof ignored);
    ignored.handler = (long)SIG_IGN;
    __sigaction(SIGINT, &ignored, &interrupt);
    __sigaction(SIGQUIT, &ignored, &quit);
    __sigprocmask(SIG_BLOCK, &child, &mask);
    pid = fork();
    if (pid == 0) {
        __sigaction(SIGINT, &interrupt, NULL);
        __sigaction(SIGQUIT, &quit, NULL);
        __sigprocmask(SIG_SETMASK, &mask, NULL);
        __become_shell(command);
    }
    status = pid < 0 ? -1 : __status_of(pid);
    __sigaction(SIGINT, &interrupt, NULL);
    __sigaction(SIGQUIT, &quit, NULL);
    __sigprocmask(SIG_SETMASK, &mask, NULL);
    return status;
}

/* The streams that popen(3) gave and pclose(3) did not yet take. */
struct __command {
    struct __command *next;
    FILE *stream;
    pid_t pid;
};
static struct __command *__commands;

/* A shell has nothing to do with the ends of other commands' pipes: they would never see an end. */
static void __close_others(void) {
    struct __command *other;
    for (other = __commands; other; other = other->next)
        close(fileno(other->stream));
}

static int __start_command(struct __command *command, const char *text, int reads, int closes, int ends[2]) {
    int ours = ends[!reads];
    int theirs = ends[reads];
    command->pid = fork();
    if (command->pid == 0) {
        __close_others();
        if (theirs != reads) {
            dup2(theirs, reads);
            close(theirs);
        }
        if (ours != reads)
            close(ours);
        __become_shell(text);
    }
    if (command->pid < 0)
        return -1;
    close(theirs);
    if (closes)
        __fcntl(ours, F_SETFD, FD_CLOEXEC);
    command->stream = __stream_on(ours, reads ? "r" : "w");
    return command->stream ? 0 : -1;
}

FILE *__open_command(const char *text, const char *mode) {
    struct __command *command;
    int ends[2];
    int reads = *mode == 'r';
    int closes = *mode && mode[1] == 'e';
    if (!reads && *mode != 'w' || *mode && mode[1 + closes]) {
        errno = EINVAL;
        return NULL;
    }
    command = malloc(sizeof *command);
    if (!command)
        return NULL;
    if (pipe(ends) < 0) {
        free(command);
        return NULL;
    }
    if (__start_command(command, text, reads, closes, ends) < 0) {
        int error = errno;
        close(ends[0]);
        close(ends[1]);
        free(command);
        errno = error;
        return NULL;
    }
    command->next = __commands;
    __commands = command;
    return command->stream;
}

int __close_command(FILE *stream) {
    struct __command **at;
    for (at = &__commands; *at; at = &(*at)->next) {
        struct __command *command = *at;
        if (command->stream == stream) {
            pid_t pid = command->pid;
            *at = command->next;
            free(command);
            __close_stream(stream);
            return __status_of(pid);
        }
    }
    return -1;
}
