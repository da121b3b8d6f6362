package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/** The system calls on files, owners and limits, which hand their arguments to the kernel. */
final class FileCalls {
  // Sizes of struct flock, struct rlimit, struct rusage and struct utsname on 64 bits.
  private static final int FLOCK = 32;
  private static final int RLIMIT = 16;
  private static final int RUSAGE = 144;
  private static final int UTSNAME = 390;

  /** F_SETLKW and F_OFD_SETLKW are one more than the calls that do not wait. */
  private static final int F_SETLKW = 7;

  private static final int F_OFD_SETLKW = 38;
  private static final int PR_SET_NAME = 15;
  private static final int LOCK_NB = 4;
  private static final int O_NONBLOCK = 0x800;
  private static final int ST_MODE = 24;
  private static final int S_IFMT = 0xF000;
  private static final int S_IFIFO = 0x1000;
  private static final int O_ACCMODE = 3;
  private static final int O_RDWR = 2;

  private final Libc libc;
  private final WaitingCalls waiting;
  private final Posix posix;
  private final Pointers pointers;
  private final KernelCalls kernel;
  private final ResourceLimits limits;
  private final long stat = Posix.allocate(256).address();

  FileCalls(Libc libc, WaitingCalls waiting, Posix posix, Memory memory, KernelCalls kernel) {
    this.libc = libc;
    this.waiting = waiting;
    this.posix = posix;
    this.pointers = new Pointers(memory);
    this.kernel = kernel;
    this.limits = new ResourceLimits(libc, memory);
  }

  boolean handles(SystemCall call) {
    return call.ordinal() < SystemCall.mmap.ordinal();
  }

  /** The result of one of the calls that {@link #handles} names. */
  long answer(SystemCall call) {
    return switch (call) {
      case mkfifo -> kernel.checked(libc.mkfifo(path(0), word(1)));
      case link -> kernel.checked(libc.link(path(0), path(1)));
      case symlink -> kernel.checked(libc.symlink(path(0), path(1)));
      case readlink -> kernel.checked(libc.readlink(path(0), to(1, argument(2)), argument(2)));
      case chmod -> kernel.checked(libc.chmod(path(0), word(1)));
      case fchmod -> kernel.checked(libc.fchmod(word(0), word(1)));
      case chown -> kernel.checked(libc.chown(path(0), word(1), word(2)));
      case lchown -> kernel.checked(libc.lchown(path(0), word(1), word(2)));
      case fchown -> kernel.checked(libc.fchown(word(0), word(1), word(2)));
      case truncate -> kernel.checked(libc.truncate(path(0), argument(1)));
      case ftruncate -> kernel.checked(libc.ftruncate(word(0), argument(1)));
      case pread -> {
        long count = pointers.writableCount(argument(1), argument(2));
        yield kernel.checked(libc.pread(word(0), to(1, count), count, argument(3)));
      }
      case pwrite -> {
        long count = pointers.readableCount(argument(1), argument(2));
        yield kernel.checked(libc.pwrite(word(0), from(1, count), count, argument(3)));
      }
      case fdatasync -> kernel.checked(libc.fdatasync(word(0)));
      case sync -> {
        libc.sync();
        yield 0;
      }
      case fchdir -> kernel.checked(libc.fchdir(word(0)));
      case flock -> flock(word(0), word(1));
      case uname -> kernel.checked(libc.uname(to(0, UTSNAME)));
      case __be_called -> kernel.checked(libc.prctl(PR_SET_NAME, path(0), 0, 0, 0));
      case getrusage -> kernel.checked(libc.getrusage(word(0), to(1, RUSAGE)));
      case getrlimit -> kernel.checked(limits.get(word(0), to(1, RLIMIT)));
      case setrlimit -> kernel.checked(limits.set(word(0), from(1, RLIMIT)));
      case getpriority -> kernel.checked(libc.getpriority(word(0), word(1)));
      case setpriority -> kernel.checked(libc.setpriority(word(0), word(1), word(2)));
      case setuid -> kernel.checked(libc.setuid(word(0)));
      case seteuid -> kernel.checked(libc.seteuid(word(0)));
      case setreuid -> kernel.checked(libc.setreuid(word(0), word(1)));
      case setgid -> kernel.checked(libc.setgid(word(0)));
      case setegid -> kernel.checked(libc.setegid(word(0)));
      case setregid -> kernel.checked(libc.setregid(word(0), word(1)));
      case __getdents -> kernel.checked(posix.getdents(word(0), to(1, argument(2)), argument(2)));
      default -> throw new AssertionError(call);
    };
  }

  /** fcntl(2) with a struct flock. */
  long lock(int fd, int command, long argument) {
    long flock = pointers.writable(argument, FLOCK);
    boolean waits = command == F_SETLKW || command == F_OFD_SETLKW;
    long result = libc.fcntl(fd, waits ? command - 1 : command, flock);
    if (!waits || result != -1 || !isHeld(posix.errno())) {
      return kernel.checked(result);
    }
    kernel.blocked();
    do {
      result = waiting.fcntl(fd, command, flock);
    } while (kernel.again(result));
    return kernel.unblocked(result);
  }

  private long flock(int fd, int operation) {
    long result = libc.flock(fd, operation | LOCK_NB);
    if ((operation & LOCK_NB) != 0 || result != -1 || !isHeld(posix.errno())) {
      return kernel.checked(result);
    }
    kernel.blocked();
    do {
      result = waiting.flock(fd, operation);
    } while (kernel.again(result));
    return kernel.unblocked(result);
  }

  private static boolean isHeld(int errno) {
    return errno == Errno.EAGAIN || errno == Errno.EACCES;
  }

  /** Whether it is a named pipe whose other end open(2) would wait for. */
  boolean mayWaitToOpen(long path, int flags) {
    return (flags & O_NONBLOCK) == 0
        && (flags & O_ACCMODE) != O_RDWR
        && libc.stat(path, stat) == 0
        && (intAt(stat + ST_MODE) & S_IFMT) == S_IFIFO;
  }

  private long argument(int index) {
    return kernel.argument(index);
  }

  private int word(int index) {
    return kernel.word(index);
  }

  private long path(int index) {
    return kernel.path(index);
  }

  private long from(int index, long size) {
    return pointers.readable(argument(index), size);
  }

  private long to(int index, long size) {
    return pointers.writable(argument(index), size);
  }
}
