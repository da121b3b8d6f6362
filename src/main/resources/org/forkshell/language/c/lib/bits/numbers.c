#include <bits/thread_calls.h>
#include <bits/futexes.h>
#include <bits/terminal.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The kernel's own getpriority(2) answers what cannot be negative. */
static long __nice_value(int kind, id_t who) {
    int before = errno, value;
    errno = 0;
    value = getpriority(kind, who);
    if (value == -1 && errno)
        return -1;
    errno = before;
    return 20 - value;
}

/* The calls by number that there are by name; all others are none of this kernel's. */
long syscall(long number, ...) {
    va_list arguments;
    long a, b, c, d, e, f;
    va_start(arguments, number);
    a = va_arg(arguments, long);
    b = va_arg(arguments, long);
    c = va_arg(arguments, long);
    d = va_arg(arguments, long);
    e = va_arg(arguments, long);
    f = va_arg(arguments, long);
    switch (number) {
    case SYS_read:
        return read(a, (void *)b, c);
    case SYS_write:
        return write(a, (void *)b, c);
    case SYS_open:
        return __open((char *)a, b, c);
    case SYS_close:
        return close(a);
    case SYS_stat:
        return stat((char *)a, (struct stat *)b);
    case SYS_fstat:
        return fstat(a, (struct stat *)b);
    case SYS_lstat:
        return lstat((char *)a, (struct stat *)b);
    case SYS_poll:
        return poll((struct pollfd *)a, b, c);
    case SYS_lseek:
        return lseek(a, b, c);
    case SYS_mmap:
        return (long)mmap((void *)a, b, c, d, e, f);
    case SYS_mprotect:
        return mprotect((void *)a, b, c);
    case SYS_munmap:
        return munmap((void *)a, b);
    case SYS_ioctl:
        return __ioctl(a, b, c);
    case SYS_pread64:
        return pread(a, (void *)b, c, d);
    case SYS_pwrite64:
        return pwrite(a, (void *)b, c, d);
    case SYS_readv:
        return readv(a, (struct iovec *)b, c);
    case SYS_writev:
        return writev(a, (struct iovec *)b, c);
    case SYS_access:
        return access((char *)a, b);
    case SYS_pipe:
        return pipe((int *)a);
    case SYS_sched_yield:
        return sched_yield();
    case SYS_mremap:
        return (long)__mremap((void *)a, b, c, d);
    case SYS_madvise:
        return madvise((void *)a, b, c);
    case SYS_dup:
        return dup(a);
    case SYS_dup2:
        return dup2(a, b);
    case SYS_pause:
        return pause();
    case SYS_nanosleep:
        return nanosleep((struct timespec *)a, (struct timespec *)b);
    case SYS_alarm:
        return alarm(a);
    case SYS_getpid:
        return getpid();
    case SYS_socket:
        return socket(a, b, c);
    case SYS_clone:
        return __clone(a, (int *)c, (int *)d);
    case SYS_fork:
        return fork();
    case SYS_vfork:
        return vfork();
    case SYS_execve:
        return execve((char *)a, (char **)b, (char **)c);
    case SYS_exit:
        return (_exit(a), 0);
    case SYS_wait4:
        return wait4(a, (int *)b, c, (struct rusage *)d);
    case SYS_kill:
        return kill(a, b);
    case SYS_uname:
        return uname((struct utsname *)a);
    case SYS_fcntl:
        return __fcntl(a, b, c);
    case SYS_flock:
        return flock(a, b);
    case SYS_fsync:
        return fsync(a);
    case SYS_truncate:
        return truncate((char *)a, b);
    case SYS_ftruncate:
        return ftruncate(a, b);
    case SYS_getdents64:
        return __getdents(a, (void *)b, c);
    case SYS_getcwd:
        return __getcwd((char *)a, b) ? (long)strlen((char *)a) + 1 : -1;
    case SYS_chdir:
        return chdir((char *)a);
    case SYS_rename:
        return rename((char *)a, (char *)b);
    case SYS_mkdir:
        return mkdir((char *)a, b);
    case SYS_rmdir:
        return rmdir((char *)a);
    case SYS_creat:
        return __open((char *)a, O_WRONLY | O_CREAT | O_TRUNC, b);
    case SYS_link:
        return link((char *)a, (char *)b);
    case SYS_unlink:
        return unlink((char *)a);
    case SYS_symlink:
        return symlink((char *)a, (char *)b);
    case SYS_readlink:
        return readlink((char *)a, (char *)b, c);
    case SYS_chmod:
        return chmod((char *)a, b);
    case SYS_umask:
        return umask(a);
    case SYS_gettimeofday:
        return gettimeofday((struct timeval *)a, NULL);
    case SYS_getrlimit:
        return getrlimit(a, (struct rlimit *)b);
    case SYS_getrusage:
        return getrusage(a, (struct rusage *)b);
    case SYS_sysinfo:
        return sysinfo((struct sysinfo *)a);
    case SYS_times:
        return times((struct tms *)a);
    case SYS_getuid:
        return getuid();
    case SYS_getgid:
        return getgid();
    case SYS_setuid:
        return setuid(a);
    case SYS_setgid:
        return setgid(a);
    case SYS_geteuid:
        return geteuid();
    case SYS_getegid:
        return getegid();
    case SYS_setpgid:
        return setpgid(a, b);
    case SYS_getppid:
        return getppid();
    case SYS_getpgrp:
        return getpgrp();
    case SYS_setsid:
        return setsid();
    case SYS_getpgid:
        return getpgid(a);
    case SYS_getsid:
        return getsid(a);
    case SYS_personality:
        return personality(a);
    case SYS_statfs:
        return statfs((char *)a, (struct statfs *)b);
    case SYS_getpriority:
        return __nice_value(a, b);
    case SYS_setpriority:
        return setpriority(a, b, c);
    case SYS_prctl:
        return prctl(a, b, c, d, e);
    case SYS_setrlimit:
        return setrlimit(a, (struct rlimit *)b);
    case SYS_chroot:
        return chroot((char *)a);
    case SYS_sync:
        return (sync(), 0);
    case SYS_mount:
        return mount((char *)a, (char *)b, (char *)c, d, (void *)e);
    case SYS_umount2:
        return umount2((char *)a, b);
    case SYS_sethostname:
        return __sethostname((char *)a, b);
    case SYS_gettid:
        return gettid();
    case SYS_time:
        return time((time_t *)a);
    case SYS_futex:
        return __futex((int *)a, b, c, (void *)d, (int *)e, f);
    case SYS_sched_setaffinity:
        return __sched_setaffinity(a, b, (void *)c);
    case SYS_sched_getaffinity:
        return __sched_getaffinity(a, b, (void *)c);
    case SYS_clock_gettime:
        return clock_gettime(a, (struct timespec *)b);
    case SYS_clock_nanosleep:
        return __clock_nanosleep(a, b, (struct timespec *)c, (struct timespec *)d);
    case SYS_exit_group:
        return (_exit(a), 0);
    case SYS_tgkill:
        return __tgkill(a, b, c);
    case SYS_tkill:
        return __tgkill(getpid(), a, b);
    case SYS_waitid:
        return waitid(a, b, (siginfo_t *)c, d);
    case SYS_openat:
        return __openat(a, (char *)b, c, d);
    case SYS_unshare:
        return unshare(a);
    case SYS_eventfd2:
        return __eventfd(a, b);
    case SYS_epoll_create1:
        return epoll_create1(a);
    case SYS_dup3:
        return dup3(a, b, c);
    case SYS_pipe2:
        return pipe2((int *)a, b);
    case SYS_prlimit64:
        return __prlimit(a, b, (struct rlimit *)c, (struct rlimit *)d);
    case SYS_setns:
        return setns(a, b);
    case SYS_getcpu:
        return getcpu((unsigned *)a, (unsigned *)b);
    case SYS_getrandom:
        return getrandom((void *)a, b, c);
    case SYS_memfd_create:
        return memfd_create((char *)a, b);
    case SYS_copy_file_range:
        return copy_file_range(a, (off_t *)b, c, (off_t *)d, e, f);
    case SYS_pidfd_send_signal:
        return pidfd_send_signal(a, b, (siginfo_t *)c, d);
    case SYS_pidfd_open:
        return pidfd_open(a, b);
    }
    errno = ENOSYS;
    return -1;
}
