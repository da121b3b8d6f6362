#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bits/sleep.h>
#include <fcntl.h>

char **environ;

unsigned sleep(unsigned seconds) {
    long left[2];
    left[0] = 0;
    left[1] = 0;
    if (__nanosleep(seconds, 0, left) < 0)
        return left[0];
    return 0;
}

int usleep(unsigned microseconds) {
    return __nanosleep(microseconds / 1000000, microseconds % 1000000 * 1000l, NULL);
}

int setpgrp(void) {
    return setpgid(0, 0);
}

pid_t gettid(void) {
    return getpid();
}

int execv(const char *path, char *const argv[]) {
    return execve(path, argv, environ);
}

static const char *__value_of_path(char **environment) {
    for (; environment && *environment; environment++) {
        if (strncmp(*environment, "PATH=", 5) == 0)
            return *environment + 5;
    }
    return "/bin:/usr/bin";
}


int execvpe(const char *file, char *const argv[], char *const envp[]) {
    char path[4096 + 256];
    const char *from;
    size_t length = strlen(file);
    int denied = 0;
    if (length == 0) {
        errno = ENOENT;
        return -1;
    }
    if (strchr(file, '/'))
        return execve(file, argv, envp);
    if (length > 255) {
        errno = ENAMETOOLONG;
        return -1;
    }
    from = __value_of_path(environ);
    for (;;) {
        const char *end = strchrnul(from, ':');
        size_t part = end - from;
        if (part < 4096) {
            memcpy(path, from, part);
            path[part] = '/';
            strcpy(part > 0 ? path + part + 1 : path, file);
            /* Only what is there is tried, or the last: each attempt is told of. */
            if (access(path, F_OK) == 0 || !*end)
                execve(path, argv, envp);
            switch (errno) {
            case EACCES:
                denied = 1;
            case ENOENT:
            case ESTALE:
            case ENOTDIR:
            case ENODEV:
            case ETIMEDOUT:
                break;
            default:
                return -1;
            }
        }
        if (!*end)
            break;
        from = end + 1;
    }
    if (denied)
        errno = EACCES;
    return -1;
}

int execvp(const char *file, char *const argv[]) {
    return execvpe(file, argv, environ);
}

/* Arguments lie one behind the other in their slots, so they are an argv already. */
int execl(const char *path, const char *argument, ...) {
    return execve(path, (char **)&argument, environ);
}

int execlp(const char *file, const char *argument, ...) {
    return execvpe(file, (char **)&argument, environ);
}

int execle(const char *path, const char *argument, ...) {
    char **end = (char **)&argument;
    while (*end)
        end++;
    return execve(path, (char **)&argument, *(char ***)(end + 1));
}

/* Counts in a list like "0-3,5". */
static long __processors(void) {
    char list[256];
    char *at = list;
    long count = 0;
    int fd = __open("/sys/devices/system/cpu/online", O_RDONLY, 0);
    ssize_t length = fd < 0 ? 0 : read(fd, list, sizeof list - 1);
    if (fd >= 0)
        close(fd);
    list[length < 0 ? 0 : length] = 0;
    while (*at >= '0' && *at <= '9') {
        long first = strtol(at, &at, 10);
        long last = *at == '-' ? strtol(at + 1, &at, 10) : first;
        count += last - first + 1;
        at += *at == ',';
    }
    return count > 0 ? count : 1;
}

long sysconf(int name) {
    switch (name) {
    case _SC_ARG_MAX:
        return 2097152;
    case _SC_CHILD_MAX:
        return 31539;
    case _SC_CLK_TCK:
        return 100;
    case _SC_OPEN_MAX:
        return 1024;
    case _SC_PAGESIZE:
        return 4096;
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN:
        return __processors();
    }
    errno = EINVAL;
    return -1;
}

int getpagesize(void) {
    return 4096;
}

int getdtablesize(void) {
    return 1024;
}
