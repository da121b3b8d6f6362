package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;

/** Files and descriptors, as far as the tool has a word in it: its own, locks, named pipes. */
final class FileCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__open,
          SystemCall.dup2,
          SystemCall.dup3,
          SystemCall.isatty,
          SystemCall.__fcntl,
          SystemCall.flock,
          SystemCall.mkfifo,
          SystemCall.__getcwd,
          SystemCall.getrlimit,
          SystemCall.setrlimit);

  private static final int FLOCK = 32;
  private static final int F_GETLK = 5;
  private static final int F_SETLK = 6;

  /** F_SETLKW and F_OFD_SETLKW are one more than the calls that do not wait. */
  private static final int F_SETLKW = 7;

  private static final int F_OFD_GETLK = 36;
  private static final int F_OFD_SETLK = 37;
  private static final int F_OFD_SETLKW = 38;
  private static final int F_SETPIPE_SZ = 1031;
  private static final int F_GETPIPE_SZ = 1032;
  private static final int LOCK_NB = 4;
  private static final int ST_MODE = 24;
  private static final int S_IFMT = 0xF000;
  private static final int S_IFIFO = 0x1000;

  private final Descriptors descriptors;
  private final OwnDescriptors own;
  private final ResourceLimits limits;
  private final long stat = Posix.reserve(256);

  FileCalls(LinuxKernel kernel) {
    super(kernel);
    this.descriptors = process.descriptors;
    this.own = process.own;
    this.limits = new ResourceLimits(libc, memory);
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __open -> open(argument(1), word(2), word(3));
      case dup2 -> dup2();
      case dup3 -> dup3();
      case isatty -> isatty(word(0));
      case __fcntl -> fcntl(word(0), word(1), argument(2));
      case flock -> flock(word(0), word(1));
      case mkfifo -> checked(libc.mkfifo(argument(0), word(1)));
      case __getcwd -> getcwd(argument(0), argument(1));
      case getrlimit -> checked(limits.get(word(0), argument(1)));
      case setrlimit -> checked(limits.set(word(0), argument(1)));
      default -> throw new AssertionError(call);
    };
  }

  private long dup2() {
    own.leave(word(1));
    return checked(libc.dup2(word(0), word(1)));
  }

  private long dup3() {
    own.leave(word(1));
    return checked(libc.dup3(word(0), word(1), word(2)));
  }

  private long isatty(int fd) {
    boolean pretended = descriptors.isPretended(fd);
    if (pretended ? descriptors.isPretendedTerminal(fd) : libc.isatty(fd) == 1) {
      return 1;
    }
    return failure(pretended ? Errno.ENOTTY : posix.errno());
  }

  /** Owners and leases send signals: those are not for programs yet. */
  private long fcntl(int fd, int command, long argument) {
    return switch (command) {
      case Linux.F_DUPFD, Linux.F_DUPFD_CLOEXEC ->
          kernel.changed(libc.fcntl(fd, command, argument));
      case Linux.F_GETFD, Linux.F_SETFD, Linux.F_GETFL, Linux.F_SETFL, F_SETPIPE_SZ, F_GETPIPE_SZ ->
          checked(libc.fcntl(fd, command, argument));
      case F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW ->
          lock(fd, command, argument);
      default -> failure(Errno.EINVAL);
    };
  }

  private long getcwd(long buffer, long size) {
    if (buffer == 0) {
      return failure(Errno.EFAULT);
    }
    return libc.getcwd(buffer, size) == 0 ? failure(posix.errno()) : buffer;
  }

  /** Opening a named pipe waits until somebody opens its other end. */
  private long open(long path, int flags, int mode) {
    if (!mayWaitToOpen(path, flags)) {
      return checked(libc.open(path, flags, mode));
    }
    events.blocked();
    int fd;
    do {
      fd = waiting.open(path, flags, mode);
    } while (kernel.again(fd));
    return events.unblocked(fd);
  }

  /** fcntl(2) with a struct flock. */
  private long lock(int fd, int command, long argument) {
    long flock = pointers.writable(argument, FLOCK);
    boolean waits = command == F_SETLKW || command == F_OFD_SETLKW;
    long result = libc.fcntl(fd, waits ? command - 1 : command, flock);
    if (!waits || result != -1 || !isHeld(posix.errno())) {
      return checked(result);
    }
    events.blocked();
    do {
      result = waiting.fcntl(fd, command, flock);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  private long flock(int fd, int operation) {
    long result = libc.flock(fd, operation | LOCK_NB);
    if ((operation & LOCK_NB) != 0 || result != -1 || !isHeld(posix.errno())) {
      return checked(result);
    }
    events.blocked();
    do {
      result = waiting.flock(fd, operation);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  private static boolean isHeld(int errno) {
    return errno == Errno.EAGAIN || errno == Errno.EACCES;
  }

  /** Whether it is a named pipe whose other end open(2) would wait for. */
  private boolean mayWaitToOpen(long path, int flags) {
    return (flags & Linux.O_NONBLOCK) == 0
        && (flags & Linux.O_ACCMODE) != Linux.O_RDWR
        && libc.stat(path, stat) == 0
        && (intAt(stat + ST_MODE) & S_IFMT) == S_IFIFO;
  }
}
