package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;

/** The calls on sockets that may have to wait, and poll(2). */
final class SocketCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.accept4,
          SystemCall.connect,
          SystemCall.sendto,
          SystemCall.recvfrom,
          SystemCall.poll);

  private static final int POLLFD = 8;
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;

  private final long timespec = Posix.reserve(16);
  private final long pollfd = Posix.reserve(POLLFD);

  SocketCalls(LinuxKernel kernel) {
    super(kernel);
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case accept4 -> made(mustWait(word(0), 0, POLLIN));
      case connect -> made(isWilling(word(0), 0));
      case sendto -> made(mustWait(word(0), word(3), POLLOUT));
      case recvfrom -> made(mustWait(word(0), word(3), POLLIN));
      case poll -> poll(argument(0), argument(1), word(2));
      default -> throw new AssertionError(call);
    };
  }

  /** Makes the call as it was asked for. */
  private long made(boolean waits) {
    if (waits) {
      events.blocked();
    }
    long result = kernel.make();
    return waits ? events.unblocked(result) : checked(result);
  }

  /** Whether the call would wait for somebody if need be. */
  private boolean isWilling(int fd, int flags) {
    return (flags & Linux.MSG_DONTWAIT) == 0
        && (libc.fcntl(fd, Linux.F_GETFL, 0) & Linux.O_NONBLOCK) == 0;
  }

  /** Whether the call would have to wait for somebody just now, and is willing to. */
  private boolean mustWait(int fd, int flags, short event) {
    if (!isWilling(fd, flags)) {
      return false;
    }
    intAt(pollfd, fd);
    shortAt(pollfd + 4, event);
    shortAt(pollfd + 6, 0);
    return libc.poll(pollfd, 1, 0) == 0;
  }

  private long poll(long fds, long count, int timeout) {
    if (count < 0 || count > Integer.MAX_VALUE || !memory.isWritable(fds, count * POLLFD)) {
      return count == 0 ? waitFor(timeout) : failure(Errno.EFAULT);
    }
    int ready = libc.poll(fds, count, 0);
    if (ready != 0 || timeout == 0) {
      return checked(ready);
    }
    events.blocked();
    do {
      ready = (int) waiting.ppoll(fds, count, timespec(timeout), 0);
    } while (kernel.again(ready));
    return events.unblocked(ready);
  }

  /** poll(2) of nothing, which programs use to sleep. */
  private long waitFor(int timeout) {
    events.blocked();
    long result;
    do {
      result = waiting.ppoll(0, 0, timespec(timeout), 0);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  /** A struct timespec for so many milliseconds, negative for no limit. */
  private long timespec(int millis) {
    longAt(timespec, millis / 1000);
    longAt(timespec + 8, millis % 1000 * 1_000_000L);
    return millis < 0 ? 0 : timespec;
  }
}
