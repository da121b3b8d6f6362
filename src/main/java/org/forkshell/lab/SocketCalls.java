package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.machine.Memory;
import org.forkshell.machine.code.SystemCall;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/** The system calls on sockets, and poll(2). */
final class SocketCalls {
  private static final int POLLFD = 8;
  private static final short POLLIN = 1;
  private static final int O_NONBLOCK = 0x800;
  private static final int F_GETFL = 3;
  private static final int MSG_DONTWAIT = 0x40;

  private final WaitingCalls waiting;
  private final Libc libc;
  private final Memory memory;
  private final KernelCalls kernel;
  private final long timespec = Posix.allocate(16).address();
  private final long pollfd = Posix.allocate(POLLFD).address();

  SocketCalls(Posix posix, WaitingCalls waiting, Memory memory, KernelCalls kernel) {
    this.waiting = waiting;
    this.libc = posix.libc();
    this.memory = memory;
    this.kernel = kernel;
  }

  boolean handles(SystemCall call) {
    return call.ordinal() >= SystemCall.socket.ordinal();
  }

  /** The result of one of the calls that {@link #handles} names. */
  long answer(SystemCall call) {
    return switch (call) {
      case socket -> kernel.changed(libc.socket(word(0), word(1), word(2)));
      case socketpair ->
          memory.isWritable(argument(3), 8)
              ? kernel.changed(libc.socketpair(word(0), word(1), word(2), argument(3)))
              : fault();
      case bind ->
          memory.isReadable(argument(1), length(2))
              ? kernel.checked(libc.bind(word(0), argument(1), word(2)))
              : fault();
      case listen -> kernel.checked(libc.listen(word(0), word(1)));
      case accept4 -> accept();
      case connect -> connect();
      case sendto -> send();
      case recvfrom -> receive();
      case shutdown -> kernel.checked(libc.shutdown(word(0), word(1)));
      case getsockname ->
          takesAddress(1, 2)
              ? kernel.checked(libc.getsockname(word(0), argument(1), argument(2)))
              : fault();
      case getpeername ->
          takesAddress(1, 2)
              ? kernel.checked(libc.getpeername(word(0), argument(1), argument(2)))
              : fault();
      case setsockopt ->
          memory.isReadable(argument(3), length(4))
              ? kernel.checked(libc.setsockopt(word(0), word(1), word(2), argument(3), word(4)))
              : fault();
      case getsockopt ->
          takesAddress(3, 4)
              ? kernel.checked(libc.getsockopt(word(0), word(1), word(2), argument(3), argument(4)))
              : fault();
      case poll -> poll(argument(0), argument(1), word(2));
      default -> throw new AssertionError(call);
    };
  }

  private long accept() {
    if (argument(1) != 0 && !takesAddress(1, 2)) {
      return fault();
    }
    boolean waits = mustWait(word(0), 0);
    if (waits) {
      kernel.blocked();
    }
    long fd;
    do {
      fd = waiting.accept4(word(0), argument(1), argument(2), word(3));
    } while (kernel.again(fd));
    kernel.changed(fd);
    return waits ? kernel.unblocked(fd) : kernel.checked(fd);
  }

  private long connect() {
    if (!memory.isReadable(argument(1), length(2))) {
      return fault();
    }
    long result;
    do {
      result = waiting.connect(word(0), argument(1), word(2));
    } while (kernel.again(result));
    return kernel.checked(result);
  }

  private long send() {
    if (!memory.isReadable(argument(1), argument(2))
        || (argument(4) != 0 && !memory.isReadable(argument(4), length(5)))) {
      return fault();
    }
    long sent;
    do {
      sent =
          waiting.sendto(
              word(0),
              argument(1),
              argument(2),
              word(3),
              argument(4),
              argument(4) == 0 ? 0 : length(5));
    } while (kernel.again(sent));
    return kernel.checked(sent);
  }

  private long receive() {
    if (!memory.isWritable(argument(1), argument(2)) || (argument(4) != 0 && !takesAddress(4, 5))) {
      return fault();
    }
    boolean waits = mustWait(word(0), word(3));
    if (waits) {
      kernel.blocked();
    }
    long got;
    do {
      got = waiting.recvfrom(word(0), argument(1), argument(2), word(3), argument(4), argument(5));
    } while (kernel.again(got));
    return waits ? kernel.unblocked(got) : kernel.checked(got);
  }

  /** Whether the call would have to wait for somebody just now, and is willing to. */
  private boolean mustWait(int fd, int flags) {
    if ((flags & MSG_DONTWAIT) != 0 || (libc.fcntl(fd, F_GETFL, 0) & O_NONBLOCK) != 0) {
      return false;
    }
    intAt(pollfd, fd);
    shortAt(pollfd + 4, POLLIN);
    shortAt(pollfd + 6, 0);
    return libc.poll(pollfd, 1, 0) == 0;
  }

  private long poll(long fds, long count, int timeout) {
    if (count < 0 || count > Integer.MAX_VALUE || !memory.isWritable(fds, count * POLLFD)) {
      return count == 0 ? waitFor(timeout) : fault();
    }
    int ready = libc.poll(fds, count, 0);
    if (ready != 0 || timeout == 0) {
      return kernel.checked(ready);
    }
    kernel.blocked();
    do {
      ready = (int) waiting.ppoll(fds, count, timespec(timeout), 0);
    } while (kernel.again(ready));
    return kernel.unblocked(ready);
  }

  /** poll(2) of nothing, which programs use to sleep. */
  private long waitFor(int timeout) {
    kernel.blocked();
    long result;
    do {
      result = waiting.ppoll(0, 0, timespec(timeout), 0);
    } while (kernel.again(result));
    return kernel.unblocked(result);
  }

  /** A struct timespec for so many milliseconds, negative for no limit. */
  private long timespec(int millis) {
    longAt(timespec, millis / 1000);
    longAt(timespec + 8, millis % 1000 * 1_000_000L);
    return millis < 0 ? 0 : timespec;
  }

  private boolean takesAddress(int address, int lengthAt) {
    long length = argument(lengthAt);
    return memory.isWritable(length, 4)
        && memory.isWritable(argument(address), Integer.toUnsignedLong(memory.peekInt(length)));
  }

  private long length(int index) {
    return Integer.toUnsignedLong(word(index));
  }

  private long argument(int index) {
    return kernel.argument(index);
  }

  private int word(int index) {
    return kernel.word(index);
  }

  private long fault() {
    return kernel.failure(Errno.EFAULT);
  }
}
