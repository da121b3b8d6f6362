package org.forkshell.execution;

import java.util.List;
import java.util.stream.Stream;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.wire.Inherited;

/**
 * What a C program that was started here would have been given by exec, and a JVM does not pass on:
 * Java closes descriptors in the processes it starts and takes signals for itself. So the launcher
 * notes both before there is a JVM.
 *
 * @param descriptors those that are open, apart from the standard ones, and stay open on exec
 * @param ignored the signals that are ignored, bit 0 for signal 1
 */
public record Inheritance(List<Integer> descriptors, long ignored) {
  /** Only the standard descriptors, and every signal's default. */
  public static final Inheritance NONE = new Inheritance(List.of(), 0);

  private static final int F_GETFD = 1;
  private static final int FD_CLOEXEC = 1;
  private static final int MESSAGE = 56;
  private static final int VECTOR = 16;

  public Inheritance {
    descriptors = List.copyOf(descriptors);
  }

  /** What the launcher found. */
  public static Inheritance ofLauncher() {
    String numbers = System.getProperty("forkshell.descriptors", "");
    String signals = System.getProperty("forkshell.ignored", "");
    return new Inheritance(
        Stream.of(numbers.split(" ")).filter(n -> !n.isEmpty()).map(Integer::valueOf).toList(),
        signals.isEmpty() ? 0 : Long.parseUnsignedLong(signals, 16));
  }

  /** The same descriptors, with every signal's default. */
  public Inheritance withDefaultSignals() {
    return new Inheritance(descriptors, 0);
  }

  /** Sends it to the frozen JVM, unless that has gone already. */
  void send(Posix posix, int control) {
    List<Integer> open =
        descriptors.stream()
            .filter(fd -> isInherited(posix.libc(), fd))
            .limit(Inherited.MOST)
            .toList();
    int size = Inherited.size(open.size());
    int rights = Inherited.HEADER + 4 * open.size();
    // struct msghdr, struct iovec, the ancillary data, the message.
    int ancillary = MESSAGE + VECTOR;
    int data = ancillary + (rights + 7) / 8 * 8;
    Posix.Native all = Posix.allocate(data + size);
    all.buffer()
        .putLong(16, all.address() + MESSAGE)
        .putLong(24, 1)
        .putLong(MESSAGE, all.address() + data)
        .putLong(MESSAGE + 8, size)
        .putLong(data + Inherited.IGNORED, ignored)
        .putInt(data + Inherited.COUNT, open.size());
    if (!open.isEmpty()) {
      all.buffer()
          .putLong(32, all.address() + ancillary)
          .putLong(40, rights)
          .putLong(ancillary, rights)
          .putInt(ancillary + 8, Inherited.LEVEL)
          .putInt(ancillary + 12, Inherited.RIGHTS);
    }
    for (int i = 0; i < open.size(); i++) {
      all.buffer()
          .putInt(ancillary + Inherited.HEADER + 4 * i, open.get(i))
          .putInt(data + Inherited.NUMBERS + 4 * i, open.get(i));
    }
    long sent = posix.libc().sendmsg(control, all.address(), Linux.MSG_NOSIGNAL);
    // A JVM that refuses to start says why and leaves, perhaps before this came: what it said is
    // still there to be read, and is the reason.
    if (sent != size && posix.errno() != Errno.EPIPE && posix.errno() != Errno.ECONNRESET) {
      throw new SystemCallException("sendmsg", posix.errno());
    }
  }

  private static boolean isInherited(Libc libc, int fd) {
    int flags = libc.fcntl(fd, F_GETFD, 0);
    return flags >= 0 && (flags & FD_CLOEXEC) == 0;
  }

  /** Closes the descriptors here: whoever waits for their end waits for the programs only. */
  void close(Libc libc) {
    descriptors.forEach(libc::close);
  }
}
