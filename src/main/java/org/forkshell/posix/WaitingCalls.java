package org.forkshell.posix;

import com.kenai.jffi.LastError;

/**
 * The system calls that may wait for somebody, made through the {@link SignalGate}. Names and
 * arguments are those of the manual pages, section 2; -1 comes with its errno: EINTR if a signal
 * came while it waited, {@link SignalGate#GIVEN_UP} if one had come before.
 */
@SuppressWarnings({"MethodName", "checkstyle:MethodName"})
public final class WaitingCalls {
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final int AT_FDCWD = -100;
  private static final int MASK = 8;

  private final SignalGate gate;
  private final LastError errno = LastError.getInstance();

  public WaitingCalls(SignalGate gate) {
    this.gate = gate;
  }

  /** Any call, by the number that it has on this machine. */
  public long direct(int number, long a, long b, long c, long d, long e, long f) {
    return checked(gate.call(number, a, b, c, d, e, f));
  }

  private long call(int x86, int arm, long a, long b, long c, long d, long e) {
    return checked(gate.call(ARM ? arm : x86, a, b, c, d, e));
  }

  private long call(int x86, int arm, long a, long b, long c) {
    return call(x86, arm, a, b, c, 0, 0);
  }

  private long checked(long result) {
    if (result < 0 && result >= -4095) {
      errno.set((int) -result);
      return -1;
    }
    return result;
  }

  public long read(int fd, long buffer, long count) {
    return call(0, 63, fd, buffer, count);
  }

  public long write(int fd, long bytes, long count) {
    return call(1, 64, fd, bytes, count);
  }

  public long readv(int fd, long pieces, long count) {
    return call(19, 65, fd, pieces, count);
  }

  public long writev(int fd, long pieces, long count) {
    return call(20, 66, fd, pieces, count);
  }

  public long preadv(int fd, long pieces, long count, long offset) {
    return call(295, 69, fd, pieces, count, offset, 0);
  }

  public long pwritev(int fd, long pieces, long count, long offset) {
    return call(296, 70, fd, pieces, count, offset, 0);
  }

  public int open(long path, int flags, int mode) {
    return (int) call(257, 56, AT_FDCWD, path, flags, mode, 0);
  }

  public int wait4(int pid, long status, int options, long usage) {
    return (int) call(61, 260, pid, status, options, usage, 0);
  }

  public int waitid(int kind, int id, long info, int options) {
    return (int) call(247, 95, kind, id, info, options, 0);
  }

  public int nanosleep(long wanted, long remaining) {
    return (int) call(35, 101, wanted, remaining, 0);
  }

  public long ppoll(long fds, long count, long timeout, long mask) {
    return call(271, 73, fds, count, timeout, mask, MASK);
  }

  public long accept4(int fd, long address, long length, int flags) {
    return call(288, 242, fd, address, length, flags, 0);
  }

  public long connect(int fd, long address, long length) {
    return call(42, 203, fd, address, length);
  }

  public long sendto(int fd, long bytes, long count, int flags, long to, long length) {
    return checked(gate.call(ARM ? 206 : 44, fd, bytes, count, flags, to, length));
  }

  public long recvfrom(int fd, long bytes, long count, int flags, long from, long length) {
    return checked(gate.call(ARM ? 207 : 45, fd, bytes, count, flags, from, length));
  }

  public long flock(int fd, int operation) {
    return call(73, 32, fd, operation, 0);
  }

  public long fcntl(int fd, int command, long argument) {
    return call(72, 25, fd, command, argument);
  }

  public long semtimedop(int set, long operations, long count, long timeout) {
    return call(220, 192, set, operations, count, timeout, 0);
  }

  public long msgsnd(int queue, long message, long size, int flags) {
    return call(69, 189, queue, message, size, flags, 0);
  }

  public long msgrcv(int queue, long message, long size, long type, int flags) {
    return call(70, 188, queue, message, size, type, flags);
  }

  /** futex(2) FUTEX_WAIT, with how long at most, the address of a struct timespec or 0. */
  public int futexWait(long address, int expected, long timeout) {
    return (int) call(202, 98, address, 0, expected, timeout, 0);
  }

  /** futex(2) FUTEX_WAIT_BITSET, until a moment of the real-time clock, or 0. */
  public int futexWaitUntil(long address, int expected, long until) {
    long waitBitsetOnRealTime = 9 | 256;
    long anybody = 0xFFFF_FFFFL;
    return (int)
        checked(
            gate.call(ARM ? 98 : 202, address, waitBitsetOnRealTime, expected, until, 0, anybody));
  }

  public int clockNanosleep(int clock, int flags, long wanted, long left) {
    return (int) call(230, 115, clock, flags, wanted, left, 0);
  }

  public long ioctl(int fd, long request, long argument) {
    return call(16, 29, fd, request, argument);
  }

  public long ptrace(int request, int pid, long address, long data) {
    return call(101, 117, request, pid, address, data, 0);
  }

  public long sendmsg(int fd, long message, int flags) {
    return call(46, 211, fd, message, flags);
  }

  public long recvmsg(int fd, long message, int flags) {
    return call(47, 212, fd, message, flags);
  }

  public int sigsuspend(long mask) {
    return (int) call(130, 133, mask, MASK, 0);
  }

  public int sigtimedwait(long set, long info, long timeout) {
    return (int) call(128, 137, set, info, timeout, MASK, 0);
  }

  /** Waits for nothing, but signals are to be seen to before the program is replaced. */
  public long execve(long path, long arguments, long environment) {
    return call(59, 221, path, arguments, environment);
  }
}
