#include <bits/actions.h>
#include <bits/execute.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { _OPEN, _CLOSE, _DUP2, _CHDIR, _FCHDIR, _CLOSEFROM, _TCSETPGRP };

struct __spawn_action { int kind; int fd; int to; int flags; mode_t mode; char *path; };

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions) {
    memset(actions, 0, sizeof *actions);
    return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions) {
    int i;
    for (i = 0; i < actions->__used; i++)
        free(actions->__actions[i].path);
    free(actions->__actions);
    return 0;
}

static int __is_descriptor(int fd) {
    struct rlimit limit;
    return fd >= 0 && (getrlimit(RLIMIT_NOFILE, &limit) < 0 || fd < limit.rlim_cur);
}

static int __add(posix_spawn_file_actions_t *actions, int kind, int fd, const char *path, struct __spawn_action **added) {
    struct __spawn_action *action;
    char *copy = NULL;
    if (actions->__used == actions->__allocated) {
        struct __spawn_action *more = realloc(actions->__actions, (actions->__used + 8) * sizeof *more);
        if (!more)
            return ENOMEM;
        actions->__actions = more;
        actions->__allocated += 8;
    }
    if (path && !(copy = strdup(path)))
        return ENOMEM;
    action = actions->__actions + actions->__used++;
    memset(action, 0, sizeof *action);
    action->kind = kind;
    action->fd = fd;
    action->path = copy;
    *added = action;
    return 0;
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int fd, const char *path, int flags, mode_t mode) {
    struct __spawn_action *action;
    int error = __is_descriptor(fd) ? __add(actions, _OPEN, fd, path, &action) : EBADF;
    if (!error) {
        action->flags = flags;
        action->mode = mode;
    }
    return error;
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *actions, int fd) {
    struct __spawn_action *action;
    return __is_descriptor(fd) ? __add(actions, _CLOSE, fd, NULL, &action) : EBADF;
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int fd, int to) {
    struct __spawn_action *action;
    int error = __is_descriptor(fd) && __is_descriptor(to) ? __add(actions, _DUP2, fd, NULL, &action) : EBADF;
    if (!error)
        action->to = to;
    return error;
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path) {
    struct __spawn_action *action;
    return __add(actions, _CHDIR, -1, path, &action);
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *actions, int fd) {
    struct __spawn_action *action;
    return __is_descriptor(fd) ? __add(actions, _FCHDIR, fd, NULL, &action) : EBADF;
}

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from) {
    struct __spawn_action *action;
    return __is_descriptor(from) ? __add(actions, _CLOSEFROM, from, NULL, &action) : EBADF;
}

int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *actions, int fd) {
    struct __spawn_action *action;
    return __is_descriptor(fd) ? __add(actions, _TCSETPGRP, fd, NULL, &action) : EBADF;
}

int posix_spawnattr_init(posix_spawnattr_t *attributes) {
    memset(attributes, 0, sizeof *attributes);
    return 0;
}

int posix_spawnattr_destroy(posix_spawnattr_t *attributes) {
    return 0;
}

int posix_spawnattr_getflags(const posix_spawnattr_t *attributes, short *flags) {
    *flags = attributes->__flags;
    return 0;
}

int posix_spawnattr_setflags(posix_spawnattr_t *attributes, short flags) {
    if (flags & ~0xff)
        return EINVAL;
    attributes->__flags = flags;
    return 0;
}

int posix_spawnattr_getpgroup(const posix_spawnattr_t *attributes, pid_t *group) {
    *group = attributes->__pgrp;
    return 0;
}

int posix_spawnattr_setpgroup(posix_spawnattr_t *attributes, pid_t group) {
    attributes->__pgrp = group;
    return 0;
}

int posix_spawnattr_getsigdefault(const posix_spawnattr_t *attributes, sigset_t *set) {
    *set = attributes->__sd;
    return 0;
}

int posix_spawnattr_setsigdefault(posix_spawnattr_t *attributes, const sigset_t *set) {
    attributes->__sd = *set;
    return 0;
}

int posix_spawnattr_getsigmask(const posix_spawnattr_t *attributes, sigset_t *set) {
    *set = attributes->__ss;
    return 0;
}

int posix_spawnattr_setsigmask(posix_spawnattr_t *attributes, const sigset_t *set) {
    attributes->__ss = *set;
    return 0;
}

int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *attributes, int *policy) {
    *policy = attributes->__policy;
    return 0;
}

int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attributes, int policy) {
    if (policy < SCHED_OTHER || policy > SCHED_RR)
        return EINVAL;
    attributes->__policy = policy;
    return 0;
}

int posix_spawnattr_getschedparam(const posix_spawnattr_t *attributes, struct sched_param *parameters) {
    *parameters = attributes->__sp;
    return 0;
}

int posix_spawnattr_setschedparam(posix_spawnattr_t *attributes, const struct sched_param *parameters) {
    attributes->__sp = *parameters;
    return 0;
}

static int __take_attributes(const posix_spawnattr_t *attributes) {
    int flags = attributes->__flags, signal;
    struct __action standard = {0, 0, 0};
    for (signal = 1; flags & POSIX_SPAWN_SETSIGDEF && signal < _NSIG; signal++) {
        if (attributes->__sd.__val[0] >> (signal - 1) & 1)
            __sigaction(signal, &standard, NULL);
    }
    if (flags & POSIX_SPAWN_SETSCHEDULER) {
        if (sched_setscheduler(0, attributes->__policy, &attributes->__sp) < 0)
            return -1;
    } else if (flags & POSIX_SPAWN_SETSCHEDPARAM) {
        if (sched_setparam(0, &attributes->__sp) < 0)
            return -1;
    }
    if (flags & POSIX_SPAWN_SETSID && setsid() < 0)
        return -1;
    if (flags & POSIX_SPAWN_SETPGROUP && setpgid(0, attributes->__pgrp) < 0)
        return -1;
    if (flags & POSIX_SPAWN_RESETIDS && (seteuid(getuid()) < 0 || setegid(getgid()) < 0))
        return -1;
    return 0;
}

/* The pipe that would tell of a failure must not be in the way of a descriptor that an action names. */
static int __keep_away(int *tell, int fd) {
    if (fd != *tell)
        return 0;
    *tell = __fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return *tell < 0 ? -1 : 0;
}

static int __take_action(const struct __spawn_action *action, int *tell) {
    int fd = action->fd, opened, last;
    switch (action->kind) {
    case _CLOSE:
        if (__keep_away(tell, fd) < 0)
            return -1;
        close(fd);
        return 0;
    case _OPEN:
        if (__keep_away(tell, fd) < 0)
            return -1;
        close(fd);
        opened = __open(action->path, action->flags, action->mode);
        if (opened < 0 || opened == fd)
            return opened;
        if (dup2(opened, fd) < 0)
            return -1;
        return close(opened);
    case _DUP2:
        if (fd == *tell) {
            errno = EBADF;
            return -1;
        }
        if (fd == action->to) {
            int flags = __fcntl(fd, F_GETFD, 0);
            return flags < 0 ? -1 : __fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
        }
        return __keep_away(tell, action->to) < 0 ? -1 : dup2(fd, action->to);
    case _CHDIR:
        return chdir(action->path);
    case _FCHDIR:
        return fchdir(fd);
    case _CLOSEFROM:
        last = getdtablesize();
        for (; fd < last; fd++) {
            if (fd != *tell)
                close(fd);
        }
        return 0;
    default:
        return tcsetpgrp(fd, getpgrp());
    }
}

static void __become(int tell, const char *file, int search, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, unsigned long mask, char *const argv[], char *const envp[]) {
    int i, error;
    if (attributes && __take_attributes(attributes) < 0)
        goto failed;
    for (i = 0; actions && i < actions->__used; i++) {
        if (__take_action(actions->__actions + i, &tell) < 0)
            goto failed;
    }
    if (attributes && attributes->__flags & POSIX_SPAWN_SETSIGMASK)
        mask = attributes->__ss.__val[0];
    __sigprocmask(SIG_SETMASK, &mask, NULL);
    if (search)
        __search_and_execute(file, argv, envp, 0);
    else
        execve(file, argv, envp);
failed:
    error = errno;
    write(tell, &error, sizeof error);
    _exit(127);
}

static int __spawn(pid_t *pid, const char *file, int search, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]) {
    unsigned long all = -1ul, mask;
    int before = errno, error = 0, ends[2];
    pid_t child;
    if (pipe2(ends, O_CLOEXEC) < 0) {
        error = errno;
        errno = before;
        return error;
    }
    __sigprocmask(SIG_SETMASK, &all, &mask);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        __become(ends[1], file, search, actions, attributes, mask, argv, envp);
    }
    if (child < 0)
        error = errno;
    close(ends[1]);
    if (child > 0 && read(ends[0], &error, sizeof error) == sizeof error)
        waitpid(child, NULL, 0);
    else if (child > 0 && pid)
        *pid = child;
    close(ends[0]);
    __sigprocmask(SIG_SETMASK, &mask, NULL);
    errno = before;
    return error;
}

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]) {
    return __spawn(pid, path, 0, actions, attributes, argv, envp);
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]) {
    return __spawn(pid, file, 1, actions, attributes, argv, envp);
}
