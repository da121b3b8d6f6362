package org.forkshell.posix;

import com.kenai.jffi.LastError;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;

/**
 * The system calls that may wait for somebody, made through the {@link SignalGate}. Names and
 * arguments are those of the manual pages, section 2; -1 comes with its errno: EINTR if a signal
 * came while it waited, {@link SignalGate#GIVEN_UP} if one had come before.
 */
@SuppressWarnings({"MethodName", "checkstyle:MethodName"})
public final class WaitingCalls {
  /** What a thread has to give back before a call that may wait, and to take again after it. */
  public interface Lock {
    void leave();

    void enter();
  }

  private static final int CLOCK_NANOSLEEP = SystemCall.__clock_nanosleep.row().number();
  private static final int FCNTL = SystemCall.__fcntl.row().number();
  private static final int FUTEX = SystemCall.__futex.row().number();
  private static final int IOCTL = SystemCall.__ioctl.row().number();
  private static final int NANOSLEEP = SystemCall.__nanosleep.row().number();
  private static final int OPEN = SystemCall.__open.row().number();
  private static final int PPOLL = SystemCall.__ppoll.row().number();
  private static final int PTRACE = SystemCall.__ptrace.row().number();
  private static final int SIGSUSPEND = SystemCall.__sigsuspend.row().number();
  private static final int SIGTIMEDWAIT = SystemCall.__sigtimedwait.row().number();
  private static final int EXECVE = SystemCall.execve.row().number();
  private static final int FLOCK = SystemCall.flock.row().number();
  private static final int MSGRCV = SystemCall.msgrcv.row().number();
  private static final int MSGSND = SystemCall.msgsnd.row().number();
  private static final int PREADV = SystemCall.preadv.row().number();
  private static final int PWRITEV = SystemCall.pwritev.row().number();
  private static final int READ = SystemCall.read.row().number();
  private static final int READV = SystemCall.readv.row().number();
  private static final int RECVMSG = SystemCall.recvmsg.row().number();
  private static final int SEMOP = SystemCall.semop.row().number();
  private static final int SENDMSG = SystemCall.sendmsg.row().number();
  private static final int WAIT4 = SystemCall.wait4.row().number();
  private static final int WAITID = SystemCall.waitid.row().number();
  private static final int WRITE = SystemCall.write.row().number();
  private static final int WRITEV = SystemCall.writev.row().number();
  private static final int MASK = 8;

  private final SignalGate gate;
  private final Lock lock;
  private final LastError errno = LastError.getInstance();

  /**
   * @param lock that the calling thread has, and does without while it is in a call
   */
  public WaitingCalls(SignalGate gate, Lock lock) {
    this.gate = gate;
    this.lock = lock;
  }

  /** Any call, by the number that it has on this machine. */
  public long direct(int number, long a, long b, long c, long d, long e, long f) {
    lock.leave();
    long result = gate.call(number, a, b, c, d, e, f);
    lock.enter();
    return checked(result);
  }

  private long call(int number, long a, long b, long c, long d, long e) {
    return direct(number, a, b, c, d, e, 0);
  }

  private long call(int number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0);
  }

  private long checked(long result) {
    if (result < 0 && result >= -4095) {
      errno.set((int) -result);
      return -1;
    }
    return result;
  }

  public long read(int fd, long buffer, long count) {
    return call(READ, fd, buffer, count);
  }

  public long write(int fd, long bytes, long count) {
    return call(WRITE, fd, bytes, count);
  }

  public long readv(int fd, long pieces, long count) {
    return call(READV, fd, pieces, count);
  }

  public long writev(int fd, long pieces, long count) {
    return call(WRITEV, fd, pieces, count);
  }

  public long preadv(int fd, long pieces, long count, long offset) {
    return call(PREADV, fd, pieces, count, offset, 0);
  }

  public long pwritev(int fd, long pieces, long count, long offset) {
    return call(PWRITEV, fd, pieces, count, offset, 0);
  }

  public int open(long path, int flags, int mode) {
    return (int) call(OPEN, Linux.AT_FDCWD, path, flags, mode, 0);
  }

  public int wait4(int pid, long status, int options, long usage) {
    return (int) call(WAIT4, pid, status, options, usage, 0);
  }

  public int waitid(int kind, int id, long info, int options) {
    return (int) call(WAITID, kind, id, info, options, 0);
  }

  public int nanosleep(long wanted, long remaining) {
    return (int) call(NANOSLEEP, wanted, remaining, 0);
  }

  public long ppoll(long fds, long count, long timeout, long mask) {
    return call(PPOLL, fds, count, timeout, mask, MASK);
  }

  public long flock(int fd, int operation) {
    return call(FLOCK, fd, operation, 0);
  }

  public long fcntl(int fd, int command, long argument) {
    return call(FCNTL, fd, command, argument);
  }

  public long semtimedop(int set, long operations, long count, long timeout) {
    return call(SEMOP, set, operations, count, timeout, 0);
  }

  public long msgsnd(int queue, long message, long size, int flags) {
    return call(MSGSND, queue, message, size, flags, 0);
  }

  public long msgrcv(int queue, long message, long size, long type, int flags) {
    return call(MSGRCV, queue, message, size, type, flags);
  }

  /** futex(2) FUTEX_WAIT, with how long at most, the address of a struct timespec or 0. */
  public int futexWait(long address, int expected, long timeout) {
    return (int) call(FUTEX, address, 0, expected, timeout, 0);
  }

  /** futex(2) FUTEX_WAIT_BITSET, until a moment of the real-time or the monotonic clock, or 0. */
  public int futexWaitUntil(long address, int expected, long until, boolean realTime) {
    long waitBitset = realTime ? 9 | 256 : 9;
    long anybody = 0xFFFF_FFFFL;
    return (int) direct(FUTEX, address, waitBitset, expected, until, 0, anybody);
  }

  public int clockNanosleep(int clock, int flags, long wanted, long left) {
    return (int) call(CLOCK_NANOSLEEP, clock, flags, wanted, left, 0);
  }

  public long ioctl(int fd, long request, long argument) {
    return call(IOCTL, fd, request, argument);
  }

  public long ptrace(int request, int pid, long address, long data) {
    return call(PTRACE, request, pid, address, data, 0);
  }

  public long sendmsg(int fd, long message, int flags) {
    return call(SENDMSG, fd, message, flags);
  }

  public long recvmsg(int fd, long message, int flags) {
    return call(RECVMSG, fd, message, flags);
  }

  public int sigsuspend(long mask) {
    return (int) call(SIGSUSPEND, mask, MASK, 0);
  }

  public int sigtimedwait(long set, long info, long timeout) {
    return (int) call(SIGTIMEDWAIT, set, info, timeout, MASK, 0);
  }

  /** Waits for nothing, but signals are to be seen to before the program is replaced. */
  public long execve(long path, long arguments, long environment) {
    return call(EXECVE, path, arguments, environment);
  }
}
