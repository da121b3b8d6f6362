package org.forkshell.abi;

import java.util.Set;

/**
 * Which functions a handler may call at any moment, and with them the child of a process with
 * threads until it calls exec: the others may need a lock that a thread held which fork did not
 * copy.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/signal-safety.7.html">signal-safety(7)</a>
 */
public final class AsyncSignalSafety {
  /** The list of signal-safety(7). */
  private static final Set<String> SAFE =
      Set.of(
          ("""
          abort accept access aio_error aio_return aio_suspend alarm bind cfgetispeed cfgetospeed
          cfsetispeed cfsetospeed chdir chmod chown clock_gettime close connect creat dup dup2
          execl execle execv execve _exit _Exit faccessat fchdir fchmod fchmodat fchown fchownat
          fcntl fdatasync fexecve ffs fork fstat fstatat fsync ftruncate futimens getegid geteuid
          getgid getgroups getpeername getpgrp getpid getppid getsockname getsockopt getuid htonl
          htons kill link linkat listen longjmp lseek lstat memccpy memchr memcmp memcpy memmove
          memset mkdir mkdirat mkfifo mkfifoat mknod mknodat ntohl ntohs open openat pause pipe
          poll posix_trace_event pselect pthread_kill pthread_self pthread_sigmask raise read
          readlink readlinkat recv recvfrom recvmsg rename renameat rmdir select sem_post send
          sendmsg sendto setgid setpgid setsid setsockopt setuid shutdown sigaction sigaddset
          sigdelset sigemptyset sigfillset sigismember siglongjmp signal sigpause sigpending
          sigprocmask sigqueue sigset sigsuspend sleep sockatmark socket socketpair stat stpcpy
          stpncpy strcat strchr strcmp strcpy strcspn strlen strncat strncmp strncpy strnlen
          strpbrk strrchr strspn strstr strtok_r symlink symlinkat tcdrain tcflow tcflush
          tcgetattr tcgetpgrp tcsendbreak tcsetattr tcsetpgrp time timer_getoverrun timer_gettime
          timer_settime times umask uname unlink unlinkat utime utimensat utimes wait waitpid
          wcpcpy wcpncpy wcscat wcschr wcscmp wcscpy wcscspn wcslen wcsncat wcsncmp wcsncpy
          wcsnlen wcspbrk wcsrchr wcsspn wcsstr wcstok wmemchr wmemcmp wmemcpy wmemmove wmemset
          write
          """)
              .strip()
              .split("\\s+"));

  private AsyncSignalSafety() {}

  /**
   * Whether a function of the library, or a system call, is on the list. Names with two underscores
   * are the library's own, as is the one that has called main: nobody can avoid them. alloca takes
   * from the stack alone.
   */
  public static boolean isSafe(String function) {
    return SAFE.contains(function) || function.startsWith("__") || function.equals("alloca");
  }
}
