package org.forkshell.abi;

import static org.forkshell.abi.Argument.DESCRIPTOR;
import static org.forkshell.abi.Argument.LONG;
import static org.forkshell.abi.Argument.SOCKET;
import static org.forkshell.abi.Argument.STRING;
import static org.forkshell.abi.Argument.WORD;
import static org.forkshell.abi.Argument.constant;
import static org.forkshell.abi.Argument.range;
import static org.forkshell.abi.Argument.read;
import static org.forkshell.abi.Argument.readBy;
import static org.forkshell.abi.Argument.readUpTo;
import static org.forkshell.abi.Argument.written;
import static org.forkshell.abi.Argument.writtenBy;
import static org.forkshell.abi.Argument.writtenByLength;
import static org.forkshell.abi.Argument.writtenUpTo;
import static org.forkshell.abi.CallRow.NONE;
import static org.forkshell.abi.CallRow.linux;
import static org.forkshell.abi.CallRow.own;
import static org.forkshell.abi.Linux.AT_FDCWD;
import static org.forkshell.abi.Linux.AT_REMOVEDIR;
import static org.forkshell.abi.Linux.AT_SYMLINK_NOFOLLOW;
import static org.forkshell.abi.Linux.PR_SET_NAME;

/**
 * What a program asks the kernel for: the call table, one row a call. The constants carry the names
 * that ForkShell's own headers declare with {@code __system}; a name that starts with two
 * underscores is for the library alone. Arguments are longs in the argument slots; the result is a
 * long, -1 with {@code errno} set on failure, unless said otherwise.
 */
public enum SystemCall {
  /**
   * {@code int __write(int fd, const void *bytes, size_t count, int reason)}: write(2) by stdio,
   * with why.
   */
  __write(linux(1, 64).shows().waitsFor(Waiting.ROOM).takes(DESCRIPTOR, readUpTo(2), LONG, WORD)),
  write(linux(1, 64).shows().waitsFor(Waiting.ROOM).takes(DESCRIPTOR, readUpTo(2), LONG)),
  read(linux(0, 63).shows().waitsFor(Waiting.DATA).takes(DESCRIPTOR, writtenUpTo(2), LONG)),
  /** {@code pid_t __fork(void)}: fork(2); what else the C library does then, its fork does. */
  __fork(own().shows()),
  vfork(own().shows()),
  /** {@code void _exit(int status)}. */
  _exit(own().shows().takes(WORD)),
  getpid(own()),
  getppid(own()),
  waitpid(linux(61, 260).shows().waitsFor(Waiting.CHILD).takes(WORD, LONG, WORD)),
  wait4(linux(61, 260).shows().waitsFor(Waiting.CHILD).takes(WORD, LONG, WORD, LONG)),
  waitid(linux(247, 95).shows().waitsFor(Waiting.CHILD).takes(WORD, WORD, LONG, WORD)),
  kill(own().shows().takes(WORD, WORD)),
  /**
   * {@code void __raise_default(int signal)}: set the default action, unblock, send to oneself:
   * what abort(3) ends with.
   */
  __raise_default(own().shows().takes(WORD)),
  /**
   * {@code int __nanosleep(long seconds, long nanoseconds, long remaining[2])}; remaining may be
   * null.
   */
  __nanosleep(linux(35, 101).shows().waitsFor(Waiting.TIME).once().takes(LONG, LONG, LONG)),
  /**
   * {@code long __clock(int clock, long result[2])}: clock_gettime(2), result in seconds and
   * nanoseconds.
   */
  __clock(own().takes(WORD, LONG)),
  /** {@code int isatty(int fd)}: what the run says of its own descriptors, else the kernel. */
  isatty(own().orZero().takes(DESCRIPTOR)),
  getuid(linux(102, 174)),
  geteuid(linux(107, 175)),
  getgid(linux(104, 176)),
  getegid(linux(108, 177)),
  getpgrp(linux(121, 155).takes(constant(0))),
  setpgid(linux(109, 154).takes(WORD, WORD)),
  getpgid(linux(121, 155).takes(WORD)),
  getsid(linux(124, 156).takes(WORD)),
  setsid(linux(112, 157)),
  close(linux(3, 57).shows().thatOpens().takes(DESCRIPTOR)),
  dup(linux(32, 23).shows().thatOpens().takes(DESCRIPTOR)),
  dup2(own().shows().thatOpens().takes(DESCRIPTOR, WORD)),
  /** {@code int pipe(int fds[2])}. */
  pipe(linux(293, 59).shows().thatOpens().takes(written(8), constant(0))),
  /** {@code int __open(const char *path, int flags, int mode)}. */
  __open(
      linux(257, 56)
          .shows()
          .thatOpens()
          .waitsFor(Waiting.OPENING)
          .takes(constant(AT_FDCWD), STRING, WORD, WORD)),
  lseek(linux(8, 62).shows().takes(DESCRIPTOR, LONG, WORD)),
  execve(linux(59, 221).shows().takes(STRING, read(8), read(8))),
  pause(linux(34, NONE).shows().waitsFor(Waiting.SIGNAL).once()),
  alarm(own().shows().takes(WORD)),
  sched_yield(linux(24, 124)),
  unlink(linux(263, 35).shows().takes(constant(AT_FDCWD), STRING, constant(0))),
  /** {@code char *__getcwd(char *buffer, size_t size)}: null on failure. */
  __getcwd(own().orZero().takes(writtenBy(1, 1), LONG)),
  chdir(linux(80, 49).takes(STRING)),
  /**
   * {@code int __times(long ticks[5])}: user, system, children's user and system, and elapsed clock
   * ticks, as times(2).
   */
  __times(own().takes(LONG)),
  umask(linux(95, 166).takes(WORD)),
  access(linux(269, 48).takes(constant(AT_FDCWD), STRING, WORD)),
  nice(own().takes(WORD)),
  unshare(own().takes(WORD)),
  /** {@code int __prctl(int option, unsigned long argument)}: what a program may say of itself. */
  __prctl(own().takes(WORD, LONG)),
  mkdir(linux(258, 34).shows().takes(constant(AT_FDCWD), STRING, WORD)),
  rmdir(linux(263, 35).shows().takes(constant(AT_FDCWD), STRING, constant(AT_REMOVEDIR))),
  fsync(linux(74, 82).takes(DESCRIPTOR)),
  rename(linux(264, 38).shows().takes(constant(AT_FDCWD), STRING, constant(AT_FDCWD), STRING)),
  /**
   * {@code int __fcntl(int fd, int command, long argument)}: copies of descriptors, and flags; else
   * EINVAL.
   */
  __fcntl(linux(72, 25).shows().waitsFor(Waiting.RECORD_LOCK).takes(DESCRIPTOR, WORD, LONG)),
  /** {@code int stat(const char *path, struct stat *result)}. */
  stat(linux(262, NONE).takes(constant(AT_FDCWD), STRING, written(Size.STAT), constant(0))),
  lstat(
      linux(262, NONE)
          .takes(constant(AT_FDCWD), STRING, written(Size.STAT), constant(AT_SYMLINK_NOFOLLOW))),
  fstat(linux(5, NONE).takes(DESCRIPTOR, written(Size.STAT))),
  dup3(own().shows().thatOpens().takes(DESCRIPTOR, WORD, WORD)),
  pipe2(linux(293, 59).shows().thatOpens().takes(written(8), WORD)),
  mkfifo(own().takes(STRING, WORD)),
  link(
      linux(265, 37)
          .shows()
          .takes(constant(AT_FDCWD), STRING, constant(AT_FDCWD), STRING, constant(0))),
  symlink(linux(266, 36).shows().takes(STRING, constant(AT_FDCWD), STRING)),
  readlink(linux(267, 78).takes(constant(AT_FDCWD), STRING, writtenBy(2, 1), LONG)),
  chmod(linux(268, 53).takes(constant(AT_FDCWD), STRING, WORD)),
  fchmod(linux(91, 52).takes(DESCRIPTOR, WORD)),
  chown(linux(260, 54).takes(constant(AT_FDCWD), STRING, WORD, WORD, constant(0))),
  lchown(
      linux(260, 54).takes(constant(AT_FDCWD), STRING, WORD, WORD, constant(AT_SYMLINK_NOFOLLOW))),
  fchown(linux(93, 55).takes(DESCRIPTOR, WORD, WORD)),
  truncate(linux(76, 45).shows().takes(STRING, LONG)),
  ftruncate(linux(77, 46).shows().takes(DESCRIPTOR, LONG)),
  pread(linux(17, 67).shows().takes(DESCRIPTOR, writtenUpTo(2), LONG, LONG)),
  pwrite(linux(18, 68).shows().takes(DESCRIPTOR, readUpTo(2), LONG, LONG)),
  fdatasync(linux(75, 83).takes(DESCRIPTOR)),
  sync(linux(162, 81)),
  fchdir(linux(81, 50).takes(DESCRIPTOR)),
  flock(linux(73, 32).shows().waitsFor(Waiting.FILE_LOCK).takes(DESCRIPTOR, WORD)),
  uname(linux(63, 160).takes(written(Size.UTSNAME))),
  /** {@code int __be_called(const char *name)}: what ps(1) shows of it, at most 15 bytes. */
  __be_called(linux(157, 167).takes(constant(PR_SET_NAME), STRING)),
  getrusage(linux(98, 165).takes(WORD, written(Size.RUSAGE))),
  getrlimit(own().takes(WORD, written(Size.RLIMIT))),
  setrlimit(own().takes(WORD, read(Size.RLIMIT))),
  getpriority(own().takes(WORD, WORD)),
  setpriority(linux(141, 140).takes(WORD, WORD, WORD)),
  setuid(linux(105, 146).takes(WORD)),
  seteuid(linux(117, 147).takes(constant(-1), WORD, constant(-1))),
  setreuid(linux(113, 145).takes(WORD, WORD)),
  setgid(linux(106, 144).takes(WORD)),
  setegid(linux(119, 149).takes(constant(-1), WORD, constant(-1))),
  setregid(linux(114, 143).takes(WORD, WORD)),
  /**
   * {@code long __getdents(int fd, void *entries, size_t size)}: getdents64(2), how readdir(3)
   * reads a directory.
   */
  __getdents(linux(217, 61).takes(DESCRIPTOR, writtenBy(2, 1), LONG)),
  /** {@code void *mmap(void *at, size_t length, int access, int flags, int fd, off_t offset)}. */
  mmap(own().takes(LONG, LONG, WORD, WORD, DESCRIPTOR, LONG)),
  munmap(own().takes(LONG, LONG)),
  mprotect(own().takes(LONG, LONG, WORD)),
  msync(own().takes(LONG, LONG, WORD)),
  shmget(linux(29, 194).takes(WORD, LONG, WORD)),
  shmat(own().takes(WORD, LONG, WORD)),
  shmdt(own().takes(LONG)),
  shmctl(linux(31, 195).takes(WORD, WORD, written(Size.IPC_STATUS))),
  semget(linux(64, 190).takes(WORD, WORD, WORD)),
  semop(
      linux(220, 192)
          .shows()
          .waitsFor(Waiting.SEMAPHORE)
          .once()
          .takes(WORD, readBy(2, Size.SEMBUF), LONG, constant(0))),
  /** {@code int __semctl(int set, int index, int command, long argument)}. */
  __semctl(own().takes(WORD, WORD, WORD, LONG)),
  msgget(linux(68, 186).takes(WORD, WORD)),
  msgsnd(
      linux(69, 189).shows().waitsFor(Waiting.MESSAGE_ROOM).once().takes(WORD, LONG, LONG, WORD)),
  msgrcv(
      linux(70, 188).shows().waitsFor(Waiting.MESSAGE).once().takes(WORD, LONG, LONG, LONG, WORD)),
  msgctl(linux(71, 187).takes(WORD, WORD, written(Size.IPC_STATUS))),
  /**
   * {@code int __sleep_while(int *word, int value, const struct timespec *until, int clock)}:
   * futex(2), sleeps while the word has the value, but not after the moment until of the clock, 0
   * CLOCK_REALTIME or 1 CLOCK_MONOTONIC; until may be null.
   */
  __sleep_while(linux(202, 98).shows().waitsUntil(3, Waiting.WORD).takes(LONG, WORD, LONG, WORD)),
  /** {@code int __wake(int *word, int count)}: wakes so many of those that sleep on the word. */
  __wake(own().shows().takes(LONG, WORD)),
  socket(linux(41, 198).thatOpens().takes(WORD, WORD, WORD)),
  socketpair(linux(53, 199).thatOpens().takes(WORD, WORD, WORD, written(8))),
  bind(linux(49, 200).takes(SOCKET, readBy(2, 1), WORD)),
  listen(linux(50, 201).takes(SOCKET, WORD)),
  accept4(
      linux(288, 242)
          .shows()
          .thatOpens()
          .waitsFor(Waiting.CONNECTION)
          .takes(SOCKET, writtenByLength(2), written(4), WORD)),
  connect(linux(42, 203).shows().waitsFor(Waiting.ACCEPTANCE).takes(SOCKET, readBy(2, 1), WORD)),
  sendto(
      linux(44, 206)
          .shows()
          .waitsFor(Waiting.ROOM)
          .takes(SOCKET, readUpTo(2), LONG, WORD, readBy(5, 1), WORD)),
  recvfrom(
      linux(45, 207)
          .shows()
          .waitsFor(Waiting.DATA)
          .takes(SOCKET, writtenUpTo(2), LONG, WORD, writtenByLength(5), written(4))),
  shutdown(linux(48, 210).shows().takes(SOCKET, WORD)),
  getsockname(linux(51, 204).takes(SOCKET, writtenByLength(2), written(4))),
  getpeername(linux(52, 205).takes(SOCKET, writtenByLength(2), written(4))),
  setsockopt(linux(54, 208).takes(SOCKET, WORD, WORD, readBy(4, 1), WORD)),
  getsockopt(linux(55, 209).takes(SOCKET, WORD, WORD, writtenByLength(4), written(4))),
  poll(linux(7, NONE).shows().waitsForMillis(2, Waiting.READINESS).once().takes(LONG, LONG, WORD)),
  /**
   * {@code int __ppoll(struct pollfd *fds, long count, const struct timespec *timeout, const long
   * *mask)}: poll(2) with a mask of signals meanwhile; null is none.
   */
  __ppoll(
      linux(271, 73).shows().waitsUntil(2, Waiting.READINESS).once().takes(LONG, LONG, LONG, LONG)),
  /**
   * {@code int __sigaction(int signal, const long action[3], long old[3])}: handler, flags and mask
   * of sigaction(2); either may be null.
   */
  __sigaction(own().takes(WORD, LONG, LONG)),
  /** {@code int __sigprocmask(int how, const long *set, long *old)}. */
  __sigprocmask(own().takes(WORD, LONG, LONG)),
  /** {@code int __sigpending(long *set)}. */
  __sigpending(own().takes(LONG)),
  /** {@code int __sigsuspend(const long *mask)}. */
  __sigsuspend(linux(130, 133).shows().waitsFor(Waiting.SIGNAL).once().takes(LONG)),
  /**
   * {@code int __sigtimedwait(const long *set, siginfo_t *info, const struct timespec *timeout)}:
   * the last two may be null.
   */
  __sigtimedwait(
      linux(128, 137)
          .shows()
          .waitsUntil(2, Waiting.SIGNAL)
          .once()
          .takes(LONG, written(Size.SIGINFO), LONG)),
  /** {@code int __sigqueue(int pid, int signal, long value)}. */
  __sigqueue(own().shows().takes(WORD, WORD, LONG)),
  sigaltstack(own().takes(LONG, LONG)),
  setitimer(linux(38, 103).takes(WORD, read(Size.ITIMERVAL), written(Size.ITIMERVAL))),
  getitimer(linux(36, 102).takes(WORD, written(Size.ITIMERVAL))),
  /** Where a handler returns to: the program goes on where the signal had come. */
  __sigreturn(own()),
  // What the kernel does by itself: arguments as the kernel's own call has them, section 2 of the
  // manual.
  epoll_create1(linux(291, 20).thatOpens().takes(WORD)),
  __epoll_ctl(linux(233, 21).takes(DESCRIPTOR, WORD, DESCRIPTOR, read(Size.EPOLL_EVENT))),
  __epoll_wait(
      linux(281, 22)
          .shows()
          .waitsForMillis(3, Waiting.READINESS)
          .once()
          .takes(
              DESCRIPTOR,
              writtenBy(2, Size.EPOLL_EVENT),
              WORD,
              WORD,
              constant(0),
              constant(Size.SIGSET))),
  __eventfd(linux(290, 19).thatOpens().takes(WORD, WORD)),
  __signalfd(linux(289, 74).thatOpens().takes(DESCRIPTOR, read(Size.SIGSET), constant(8), WORD)),
  timerfd_create(linux(283, 85).thatOpens().takes(WORD, WORD)),
  timerfd_settime(
      linux(286, 86).takes(DESCRIPTOR, WORD, read(Size.ITIMERSPEC), written(Size.ITIMERSPEC))),
  timerfd_gettime(linux(287, 87).takes(DESCRIPTOR, written(Size.ITIMERSPEC))),
  inotify_init1(linux(294, 26).thatOpens().takes(WORD)),
  inotify_add_watch(linux(254, 27).takes(DESCRIPTOR, STRING, WORD)),
  inotify_rm_watch(linux(255, 28).takes(DESCRIPTOR, WORD)),
  memfd_create(linux(319, 279).thatOpens().takes(STRING, WORD)),
  pidfd_open(linux(434, 434).thatOpens().takes(WORD, WORD)),
  pidfd_send_signal(linux(424, 424).shows().takes(DESCRIPTOR, WORD, read(Size.SIGINFO), WORD)),
  __mq_open(linux(240, 180).thatOpens().takes(STRING, WORD, WORD, read(Size.MQ_ATTR))),
  __mq_unlink(linux(241, 181).takes(STRING)),
  mq_timedsend(
      linux(242, 182)
          .shows()
          .waitsUntil(4, Waiting.MESSAGE_ROOM)
          .takes(DESCRIPTOR, readBy(2, 1), LONG, WORD, read(Size.TIMESPEC))),
  mq_timedreceive(
      linux(243, 183)
          .shows()
          .waitsUntil(4, Waiting.MESSAGE)
          .takes(DESCRIPTOR, writtenBy(2, 1), LONG, written(4), read(Size.TIMESPEC))),
  __mq_notify(linux(244, 184).takes(DESCRIPTOR, read(Size.SIGEVENT))),
  __mq_getsetattr(linux(245, 185).takes(DESCRIPTOR, read(Size.MQ_ATTR), written(Size.MQ_ATTR))),
  __openat(linux(257, 56).thatOpens().takes(DESCRIPTOR, STRING, WORD, WORD)),
  mkdirat(linux(258, 34).takes(DESCRIPTOR, STRING, WORD)),
  unlinkat(linux(263, 35).takes(DESCRIPTOR, STRING, WORD)),
  renameat(linux(264, 38).takes(DESCRIPTOR, STRING, DESCRIPTOR, STRING)),
  linkat(linux(265, 37).takes(DESCRIPTOR, STRING, DESCRIPTOR, STRING, WORD)),
  symlinkat(linux(266, 36).takes(STRING, DESCRIPTOR, STRING)),
  readlinkat(linux(267, 78).takes(DESCRIPTOR, STRING, writtenBy(3, 1), LONG)),
  __fchmodat(linux(268, 53).takes(DESCRIPTOR, STRING, WORD)),
  fchownat(linux(260, 54).takes(DESCRIPTOR, STRING, WORD, WORD, WORD)),
  __faccessat(linux(269, 48).takes(DESCRIPTOR, STRING, WORD)),
  fstatat(linux(262, NONE).takes(DESCRIPTOR, STRING, written(Size.STAT), WORD)),
  utimensat(linux(280, 88).takes(DESCRIPTOR, STRING, read(Size.ITIMERSPEC), WORD)),
  mknodat(linux(259, 33).takes(DESCRIPTOR, STRING, WORD, LONG)),
  statfs(linux(137, 43).takes(STRING, written(Size.STATFS))),
  fstatfs(linux(138, 44).takes(DESCRIPTOR, written(Size.STATFS))),
  fallocate(linux(285, 47).takes(DESCRIPTOR, WORD, LONG, LONG)),
  sendfile(
      linux(40, 71).shows().waitsFor(Waiting.ROOM).takes(DESCRIPTOR, DESCRIPTOR, written(8), LONG)),
  splice(
      linux(275, 76)
          .shows()
          .waitsFor(Waiting.DATA)
          .takes(DESCRIPTOR, written(8), DESCRIPTOR, written(8), LONG, WORD)),
  tee(linux(276, 77).shows().waitsFor(Waiting.DATA).takes(DESCRIPTOR, DESCRIPTOR, LONG, WORD)),
  copy_file_range(
      linux(326, 285).takes(DESCRIPTOR, written(8), DESCRIPTOR, written(8), LONG, WORD)),
  chroot(linux(161, 51).takes(STRING)),
  mount(linux(165, 40).takes(STRING, STRING, STRING, LONG, STRING)),
  umount2(linux(166, 39).takes(STRING, WORD)),
  clock_getres(linux(229, 114).takes(WORD, written(Size.TIMESPEC))),
  clock_settime(linux(227, 112).takes(WORD, read(Size.TIMESPEC))),
  __timer_create(linux(222, 107).takes(WORD, read(Size.SIGEVENT), written(4))),
  __timer_settime(
      linux(223, 110).takes(WORD, WORD, read(Size.ITIMERSPEC), written(Size.ITIMERSPEC))),
  __timer_gettime(linux(224, 108).takes(WORD, written(Size.ITIMERSPEC))),
  __timer_getoverrun(linux(225, 109).takes(WORD)),
  __timer_delete(linux(226, 111).takes(WORD)),
  sched_setscheduler(linux(144, 119).takes(WORD, WORD, read(4))),
  sched_getscheduler(linux(145, 120).takes(WORD)),
  sched_setparam(linux(142, 118).takes(WORD, read(4))),
  sched_getparam(linux(143, 121).takes(WORD, written(4))),
  sched_get_priority_max(linux(146, 125).takes(WORD)),
  sched_get_priority_min(linux(147, 126).takes(WORD)),
  sched_rr_get_interval(linux(148, 127).takes(WORD, written(Size.TIMESPEC))),
  __sched_setaffinity(linux(203, 122).takes(WORD, LONG, readBy(1, 1))),
  __sched_getaffinity(linux(204, 123).takes(WORD, LONG, writtenBy(1, 1))),
  getcpu(linux(309, 168).takes(written(4), written(4), constant(0))),
  __prlimit(linux(302, 261).takes(WORD, WORD, read(Size.RLIMIT), written(Size.RLIMIT))),
  getgroups(linux(115, 158).takes(WORD, writtenBy(0, 4))),
  __setgroups(linux(116, 159).takes(LONG, readBy(0, 4))),
  getresuid(linux(118, 148).takes(written(4), written(4), written(4))),
  getresgid(linux(120, 150).takes(written(4), written(4), written(4))),
  setresuid(linux(117, 147).takes(WORD, WORD, WORD)),
  setresgid(linux(119, 149).takes(WORD, WORD, WORD)),
  __sethostname(linux(170, 161).takes(readBy(1, 1), LONG)),
  setns(linux(308, 268).takes(DESCRIPTOR, WORD)),
  personality(linux(135, 92).takes(LONG)),
  __futex(
      linux(202, 98)
          .shows()
          .waitsUntil(3, Waiting.WORD)
          .neverCancels()
          .takes(written(4), WORD, WORD, read(Size.TIMESPEC), written(4), WORD)),
  getrandom(linux(318, 278).waitsFor(Waiting.DATA).takes(writtenBy(1, 1), LONG, WORD)),
  sysinfo(linux(99, 179).takes(written(Size.SYSINFO))),
  madvise(linux(28, 233).takes(range(1), LONG, WORD)),
  mlock(linux(149, 228).takes(range(1), LONG)),
  munlock(linux(150, 229).takes(range(1), LONG)),
  // What has code of its own in the lab.
  /**
   * {@code int __ioctl(int fd, unsigned long request, long argument)}: of terminals, of sockets and
   * pipes what does not name their interfaces.
   */
  __ioctl(linux(16, 29).takes(DESCRIPTOR, LONG, LONG)),
  /**
   * {@code int __clone(int flags, int *parent, int *child)}: clone(2) that returns twice, as
   * fork(2).
   */
  __clone(own().shows().takes(WORD, written(4), written(4))),
  __clock_nanosleep(
      linux(230, 115).shows().waitsFor(Waiting.TIME).once().takes(WORD, WORD, LONG, LONG)),
  __mremap(own().takes(LONG, LONG, LONG, WORD)),
  mlockall(own().takes(WORD)),
  munlockall(own()),
  /** {@code long __ptrace(int request, int pid, long address, long data)}: the kernel's own. */
  __ptrace(linux(101, 117).takes(WORD, WORD, LONG, LONG)),
  sendmsg(linux(46, 211).shows().waitsFor(Waiting.ROOM).takes(SOCKET, LONG, WORD)),
  recvmsg(linux(47, 212).shows().waitsFor(Waiting.DATA).takes(SOCKET, LONG, WORD)),
  readv(linux(19, 65).shows().waitsFor(Waiting.DATA).takes(DESCRIPTOR, LONG, WORD)),
  writev(linux(20, 66).shows().waitsFor(Waiting.ROOM).takes(DESCRIPTOR, LONG, WORD)),
  preadv(linux(295, 69).shows().takes(DESCRIPTOR, LONG, WORD, LONG)),
  pwritev(linux(296, 70).shows().takes(DESCRIPTOR, LONG, WORD, LONG)),
  // Threads.
  gettid(linux(186, 178)),
  /**
   * {@code int __thread_start(const long how[7])}: a thread of this process begins, see pthread.c;
   * gives its id.
   */
  __thread_start(own().shows().takes(LONG)),
  /**
   * {@code void __thread_exit(void *stack, size_t size, int *tid)}: this thread ends, its stack is
   * unmapped unless the size is 0, and the kernel sets its id to 0 and wakes who waits for that.
   */
  __thread_exit(own().shows().takes(LONG, LONG, LONG)),
  /** {@code int __tgkill(int process, int thread, int signal)}. */
  __tgkill(linux(234, 131).shows().takes(WORD, WORD, WORD)),
  /** {@code int __cancel_mode(int mode)}: 0 deferred, 1 asynchronous, 2 disabled; gives the old. */
  __cancel_mode(own().takes(WORD)),
  /** {@code int __cancel_handler(void (*handler)(int))}: what ends a cancelled thread. */
  __cancel_handler(own().takes(LONG)),
  /** {@code int __test_cancel(void)}: does nothing, unless this thread is cancelled. */
  __test_cancel(own().cancellationPoint()),
  __set_robust_list(linux(273, 99).takes(read(24), LONG));

  private final CallRow row;

  SystemCall(CallRow row) {
    this.row = row;
  }

  /** What there is to know of it. */
  public CallRow row() {
    return row;
  }

  /**
   * Whether others can see when it is made: output, processes, signals, and what is done to files,
   * pipes and locks that they may share. Under a schedule its order counts.
   */
  public boolean isVisible() {
    return row.visible();
  }

  /** Sizes of the structures that the kernel reads and writes, in bytes, on 64 bits. */
  private static final class Size {
    static final int EPOLL_EVENT = Cpu.number(12, 16);
    static final int IPC_STATUS = 120;
    static final int ITIMERSPEC = 32;
    static final int ITIMERVAL = 32;
    static final int MQ_ATTR = 64;
    static final int RLIMIT = 16;
    static final int RUSAGE = 144;
    static final int SEMBUF = 6;
    static final int SIGEVENT = 64;
    static final int SIGINFO = 128;
    static final int SIGSET = 8;
    static final int STAT = 144;
    static final int STATFS = 120;
    static final int SYSINFO = 112;
    static final int TIMESPEC = 16;
    static final int UTSNAME = 390;
  }
}
