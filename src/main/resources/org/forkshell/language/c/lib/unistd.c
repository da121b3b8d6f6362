#include <bits/at_fork.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bits/execute.h>
#include <bits/heap.h>
#include <bits/sleep.h>
#include <bits/terminal.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/utsname.h>

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

unsigned ualarm(unsigned microseconds, unsigned interval) {
    struct itimerval timer, old;
    timer.it_value.tv_sec = microseconds / 1000000;
    timer.it_value.tv_usec = microseconds % 1000000;
    timer.it_interval.tv_sec = interval / 1000000;
    timer.it_interval.tv_usec = interval % 1000000;
    if (setitimer(ITIMER_REAL, &timer, &old) < 0)
        return -1;
    return old.it_value.tv_sec * 1000000 + old.it_value.tv_usec;
}

int setpgrp(void) {
    return setpgid(0, 0);
}

pid_t fork(void) {
    void (*after)(pid_t pid);
    pid_t pid;
    if (!__before_fork)
        return __fork();
    after = __after_fork;
    __before_fork();
    pid = __fork();
    after(pid);
    return pid;
}

int execv(const char *path, char *const argv[]) {
    return execve(path, argv, environ);
}

int execvpe(const char *file, char *const argv[], char *const envp[]) {
    return __search_and_execute(file, argv, envp, 1);
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

static long __limit_of(int resource) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY)
        return -1;
    return limit.rlim_cur;
}

/* In pages, from a line of /proc/meminfo. */
static long __memory(const char *name) {
    char text[256];
    int fd = __open("/proc/meminfo", O_RDONLY, 0);
    ssize_t length = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    char *at;
    if (fd >= 0)
        close(fd);
    text[length < 0 ? 0 : length] = 0;
    at = strstr(text, name);
    return at ? strtol(at + strlen(name), NULL, 10) / 4 : -1;
}

/* What sysconf() says of each name in turn: p for an option of POSIX 2008, 1 for a thing that is there, - for no such thing or
   no limit, 0 for what is not known, n for a number of its own, e for what is no name. */
static const char __configured[] =
    "nnnnnn-11pppppppppppppp--nn-npnn-nn-nnnnnennnnppp--pp-------n---"
    "---ppnnnnnnn-ppppppnnnnnnnn1-11pp-111nnnnnnnnnnnnnnnn-nnnnnnn--1"
    "-111pp---ppp---------p---pp1-1-p----p-------------1-n----0000000"
    "00000---eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeepp--1-e-----eenn";

static long __configured_number(int name) {
    struct rlimit stack;
    switch (name) {
    case _SC_ARG_MAX:
        getrlimit(RLIMIT_STACK, &stack);
        return stack.rlim_cur / 4 > _POSIX_ARG_MAX * 32 ? stack.rlim_cur / 4 : _POSIX_ARG_MAX * 32;
    case _SC_CHILD_MAX:
        return __limit_of(RLIMIT_NPROC);
    case _SC_OPEN_MAX:
        return __limit_of(RLIMIT_NOFILE);
    case _SC_SIGQUEUE_MAX:
        return __limit_of(RLIMIT_SIGPENDING);
    case _SC_PHYS_PAGES:
        return __memory("MemTotal:");
    case _SC_AVPHYS_PAGES:
        return __memory("MemFree:");
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN:
        return __processors();
    case _SC_CLK_TCK:
        return 100;
    case _SC_PAGESIZE:
        return 4096;
    case _SC_PASS_MAX:
        return 8192;
    case _SC_MINSIGSTKSZ:
        return MINSIGSTKSZ;
    case _SC_SIGSTKSZ:
        return SIGSTKSZ;
    case _SC_XOPEN_VERSION:
        return _XOPEN_VERSION;
    case _SC_XOPEN_XCU_VERSION:
        return _XOPEN_XCU_VERSION;
    case _SC_CHAR_MIN:
    case _SC_SCHAR_MIN:
        return SCHAR_MIN;
    case _SC_SHRT_MIN:
        return SHRT_MIN;
    case _SC_INT_MIN:
        return INT_MIN;
    case _SC_THREAD_DESTRUCTOR_ITERATIONS:
        return PTHREAD_DESTRUCTOR_ITERATIONS;
    case _SC_CHAR_BIT:
        return CHAR_BIT;
    case _SC_MB_LEN_MAX:
    case _SC_STREAM_MAX:
        return 16;
    case _SC_AIO_PRIO_DELTA_MAX:
    case _SC_NZERO:
        return 20;
    case _SC_RTSIG_MAX:
    case _SC_EXPR_NEST_MAX:
    case _SC_TTY_NAME_MAX:
    case _SC_WORD_BIT:
        return 32;
    case _SC_LONG_BIT:
    case _SC_HOST_NAME_MAX:
        return 64;
    case _SC_BC_BASE_MAX:
    case _SC_BC_SCALE_MAX:
        return 99;
    case _SC_CHAR_MAX:
    case _SC_SCHAR_MAX:
        return SCHAR_MAX;
    case _SC_UCHAR_MAX:
    case _SC_COLL_WEIGHTS_MAX:
        return 255;
    case _SC_LOGIN_NAME_MAX:
        return LOGIN_NAME_MAX;
    case _SC_BC_STRING_MAX:
        return 1000;
    case _SC_IOV_MAX:
    case _SC_GETGR_R_SIZE_MAX:
    case _SC_GETPW_R_SIZE_MAX:
    case _SC_THREAD_KEYS_MAX:
        return 1024;
    case _SC_BC_DIM_MAX:
    case _SC_LINE_MAX:
    case _SC_CHARCLASS_NAME_MAX:
    case _SC_NL_LANGMAX:
        return 2048;
    case _SC_NL_ARGMAX:
        return 4096;
    case _SC_THREAD_STACK_MIN:
        return PTHREAD_STACK_MIN;
    case _SC_SSIZE_MAX:
    case _SC_SHRT_MAX:
    case _SC_RE_DUP_MAX:
        return SHRT_MAX;
    case _SC_MQ_PRIO_MAX:
        return MQ_PRIO_MAX;
    case _SC_USHRT_MAX:
        return USHRT_MAX;
    case _SC_NGROUPS_MAX:
        return NGROUPS_MAX;
    case _SC_UINT_MAX:
        return UINT_MAX;
    default:
        return INT_MAX;
    }
}

long sysconf(int name) {
    switch (name < 0 || name >= sizeof __configured ? 'e' : __configured[name]) {
    case 'p':
        return _POSIX_VERSION;
    case '1':
        return 1;
    case '0':
        return 0;
    case 'n':
        return __configured_number(name);
    case '-':
        return -1;
    default:
        errno = EINVAL;
        return -1;
    }
}

static long __limit_of_files(int name) {
    switch (name) {
    case _PC_LINK_MAX:
        return 65000;
    case _PC_MAX_CANON:
    case _PC_MAX_INPUT:
    case _PC_NAME_MAX:
        return 255;
    case _PC_PATH_MAX:
    case _PC_PIPE_BUF:
    case _PC_REC_MIN_XFER_SIZE:
    case _PC_REC_XFER_ALIGN:
    case _PC_ALLOC_SIZE_MIN:
        return 4096;
    case _PC_CHOWN_RESTRICTED:
    case _PC_NO_TRUNC:
    case _PC_2_SYMLINKS:
        return 1;
    case _PC_FILESIZEBITS:
        return 64;
    case _PC_SYNC_IO:
    case _PC_ASYNC_IO:
    case _PC_PRIO_IO:
    case _PC_SOCK_MAXBUF:
    case _PC_REC_INCR_XFER_SIZE:
    case _PC_REC_MAX_XFER_SIZE:
    case _PC_SYMLINK_MAX:
        return -1;
    case _PC_VDISABLE:
        return 0;
    }
    errno = EINVAL;
    return -1;
}

long pathconf(const char *path, int name) {
    return access(path, F_OK) < 0 ? -1 : __limit_of_files(name);
}

long fpathconf(int fd, int name) {
    return __fcntl(fd, F_GETFD, 0) < 0 ? -1 : __limit_of_files(name);
}

static int __copy_name(char *to, size_t size, const char *name) {
    size_t length = strlen(name) + 1;
    memcpy(to, name, length < size ? length : size);
    if (length > size) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return 0;
}

int gethostname(char *name, size_t size) {
    struct utsname names;
    return uname(&names) < 0 ? -1 : __copy_name(name, size, names.nodename);
}

int getdomainname(char *name, size_t size) {
    struct utsname names;
    return uname(&names) < 0 ? -1 : __copy_name(name, size, names.domainname);
}

/* Without a buffer it makes one, of the size asked for or of what is needed. */
char *getcwd(char *buffer, size_t size) {
    char path[PATH_MAX];
    char *made;
    if (buffer) {
        if (size == 0) {
            errno = EINVAL;
            return NULL;
        }
        return __getcwd(buffer, size);
    }
    if (!__getcwd(path, sizeof path))
        return NULL;
    if (size == 0)
        return strdup(path);
    if (size <= strlen(path)) {
        errno = ERANGE;
        return NULL;
    }
    made = malloc(size);
    return made ? strcpy(made, path) : NULL;
}

char *get_current_dir_name(void) {
    return getcwd(NULL, 0);
}

char *getwd(char *buffer) {
    return getcwd(buffer, PATH_MAX);
}

int ttyname_r(int fd, char *name, size_t size) {
    char link[32];
    ssize_t length;
    if (!isatty(fd))
        return errno;
    sprintf(link, "/proc/self/fd/%d", fd);
    length = readlink(link, name, size);
    if (length < 0)
        return errno;
    if ((size_t)length == size)
        return ERANGE;
    name[length] = 0;
    return 0;
}

static char __terminal[256];

char *ttyname(int fd) {
    int error = ttyname_r(fd, __terminal, sizeof __terminal);
    if (error) {
        errno = error;
        return NULL;
    }
    return __terminal;
}

char *ctermid(char *to) {
    return strcpy(to ? to : __terminal, "/dev/tty");
}

char *getlogin(void) {
    struct passwd *user = getpwuid(getuid());
    return user ? user->pw_name : NULL;
}

/* A lock of the record that begins where the descriptor stands. */
int lockf(int fd, int command, off_t length) {
    struct flock record;
    memset(&record, 0, sizeof record);
    record.l_type = command == F_ULOCK ? F_UNLCK : F_WRLCK;
    record.l_whence = SEEK_CUR;
    record.l_len = length;
    switch (command) {
    case F_LOCK:
        return __fcntl(fd, F_SETLKW, (long)&record);
    case F_ULOCK:
    case F_TLOCK:
        return __fcntl(fd, F_SETLK, (long)&record);
    case F_TEST:
        record.l_type = F_RDLCK;
        if (__fcntl(fd, F_GETLK, (long)&record) < 0)
            return -1;
        if (record.l_type == F_UNLCK || record.l_pid == getpid())
            return 0;
        errno = EACCES;
        return -1;
    }
    errno = EINVAL;
    return -1;
}

void swab(const void *from, void *to, ssize_t count) {
    const char *source = from;
    char *target = to;
    for (; count > 1; count -= 2, source += 2, target += 2) {
        char first = source[0];
        target[0] = source[1];
        target[1] = first;
    }
}

void *sbrk(intptr_t by) {
    return __move_break(by);
}

int brk(void *end) {
    char *now = __move_break(0);
    return __move_break((char *)end - now) == (void *)-1 ? -1 : 0;
}

int getpagesize(void) {
    return 4096;
}

int getdtablesize(void) {
    return (int)__limit_of(RLIMIT_NOFILE);
}

pid_t tcgetpgrp(int fd) {
    int group;
    return __ioctl(fd, TIOCGPGRP, (long)&group) < 0 ? -1 : group;
}

int tcsetpgrp(int fd, pid_t group) {
    return __ioctl(fd, TIOCSPGRP, (long)&group);
}

int daemon(int keep_directory, int keep_descriptors) {
    int null;
    switch (fork()) {
    case -1:
        return -1;
    case 0:
        break;
    default:
        _exit(0);
    }
    if (setsid() < 0)
        return -1;
    if (!keep_directory)
        chdir("/");
    if (!keep_descriptors) {
        null = __open("/dev/null", O_RDWR, 0);
        if (null < 0)
            return -1;
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        if (null > 2)
            close(null);
    }
    return 0;
}

int faccessat(int directory, const char *path, int mode, int flags) {
    return __faccessat(directory, path, mode);
}

int sethostname(const char *name, size_t length) {
    return __sethostname(name, length);
}
