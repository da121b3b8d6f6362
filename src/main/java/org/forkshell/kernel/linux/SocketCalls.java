package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
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
  private final Pointers pointers;
  private final KernelCalls kernel;
  private final long timespec = Posix.allocate(16).address();
  private final long pollfd = Posix.allocate(POLLFD).address();

  SocketCalls(Posix posix, WaitingCalls waiting, Memory memory, KernelCalls kernel) {
    this.waiting = waiting;
    this.libc = posix.libc();
    this.memory = memory;
    this.pointers = new Pointers(memory);
    this.kernel = kernel;
  }

  boolean handles(SystemCall call) {
    return call.ordinal() >= SystemCall.socket.ordinal();
  }

  /** The result of one of the calls that {@link #handles} names. */
  long answer(SystemCall call) {
    if (call != SystemCall.socket
        && call != SystemCall.socketpair
        && call != SystemCall.poll
        && kernel.leadsToConsole(word(0))) {
      // What takes a terminal's or a pipe's place happens to be a socket, which is our affair.
      return kernel.failure(Errno.ENOTSOCK);
    }
    return switch (call) {
      case socket -> kernel.changed(libc.socket(word(0), word(1), word(2)));
      case socketpair ->
          kernel.changed(
              libc.socketpair(word(0), word(1), word(2), pointers.writable(argument(3), 8)));
      case bind -> kernel.checked(libc.bind(word(0), from(1, 2), word(2)));
      case listen -> kernel.checked(libc.listen(word(0), word(1)));
      case accept4 -> accept();
      case connect -> connect();
      case sendto -> send();
      case recvfrom -> receive();
      case shutdown -> kernel.checked(libc.shutdown(word(0), word(1)));
      case getsockname -> kernel.checked(libc.getsockname(word(0), place(1, 2), length(2)));
      case getpeername -> kernel.checked(libc.getpeername(word(0), place(1, 2), length(2)));
      case setsockopt ->
          kernel.checked(libc.setsockopt(word(0), word(1), word(2), from(3, 4), word(4)));
      case getsockopt ->
          kernel.checked(libc.getsockopt(word(0), word(1), word(2), place(3, 4), length(4)));
      case poll -> poll(argument(0), argument(1), word(2));
      default -> throw new AssertionError(call);
    };
  }

  private long accept() {
    long address = place(1, 2);
    long length = length(2);
    boolean waits = mustWait(word(0), 0);
    if (waits) {
      kernel.blocked();
    }
    long fd;
    do {
      fd = waiting.accept4(word(0), address, length, word(3));
    } while (kernel.again(fd));
    kernel.changed(fd);
    return waits ? kernel.unblocked(fd) : kernel.checked(fd);
  }

  private long connect() {
    long address = from(1, 2);
    long result;
    do {
      result = waiting.connect(word(0), address, word(2));
    } while (kernel.again(result));
    return kernel.checked(result);
  }

  private long send() {
    long count = pointers.readableCount(argument(1), argument(2));
    long bytes = pointers.readable(argument(1), count);
    long to = from(4, 5);
    long length = argument(4) == 0 ? 0 : size(5);
    long sent;
    do {
      sent = waiting.sendto(word(0), bytes, count, word(3), to, length);
    } while (kernel.again(sent));
    return kernel.checked(sent);
  }

  private long receive() {
    long count = pointers.writableCount(argument(1), argument(2));
    long bytes = pointers.writable(argument(1), count);
    long from = place(4, 5);
    long length = length(5);
    boolean waits = mustWait(word(0), word(3));
    if (waits) {
      kernel.blocked();
    }
    long got;
    do {
      got = waiting.recvfrom(word(0), bytes, count, word(3), from, length);
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
      return count == 0 ? waitFor(timeout) : kernel.failure(Errno.EFAULT);
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

  /** What the kernel reads, as much as another argument says. */
  private long from(int index, int sizeAt) {
    return pointers.readable(argument(index), size(sizeAt));
  }

  /** Where the kernel writes at most as much as what another argument points to says. */
  private long place(int index, int lengthAt) {
    long length = argument(lengthAt);
    return pointers.writable(
        argument(index),
        memory.isWritable(length, 4) ? Integer.toUnsignedLong(memory.peekInt(length)) : 1);
  }

  private long length(int index) {
    return pointers.writable(argument(index), 4);
  }

  private long size(int index) {
    return Integer.toUnsignedLong(word(index));
  }

  private long argument(int index) {
    return kernel.argument(index);
  }

  private int word(int index) {
    return kernel.word(index);
  }
}
