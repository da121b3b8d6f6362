package org.forkshell.posix;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix.Native;

/**
 * Sockets of the Unix domain in the abstract name space, unix(7): no file is left behind whatever
 * happens. The name space is everybody's: anyone may bind a name that he knows and connect to one
 * that he sees. So a name is to be secret until it is bound, and each side asks the kernel which
 * process the other one is, SO_PEERCRED.
 */
public final class UnixSocket {
  private static final int AF_UNIX = 1;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PASSCRED = 16;
  private static final int SO_PEERCRED = 17;
  private static final int SOCK_CLOEXEC = Linux.SOCK_CLOEXEC;
  private static final int POLLIN = 1;
  private static final int LOOK_MILLIS = 100;
  private static final int PATIENCE_MILLIS = 30_000;

  /** Strangers who connect must not keep the expected one waiting for long. */
  private static final int BACKLOG = 128;

  /** What kind of messages a socket carries. */
  public enum Type {
    /** A stream of bytes. */
    STREAM(1),
    /** Whole messages, in order. */
    SEQPACKET(5);

    private final int number;

    Type(int number) {
      this.number = number;
    }
  }

  private final Posix posix;
  private final Libc libc;
  private final BooleanSupplier expected;
  private final int other;

  /**
   * @param other the pid of the process on the other side
   * @param expected asked now and then while waiting: whether the other side is still there
   */
  public UnixSocket(Posix posix, int other, BooleanSupplier expected) {
    this.other = other;
    this.posix = posix;
    this.libc = posix.libc();
    this.expected = expected;
  }

  /** The two types live under two names. */
  private static byte[] address(String name, Type type) {
    byte[] text = (name + "-" + type.number).getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[3 + text.length];
    address[0] = AF_UNIX;
    System.arraycopy(text, 0, address, 3, text.length);
    return address;
  }

  private int open(Type type) {
    return check(libc.socket(AF_UNIX, type.number | SOCK_CLOEXEC, 0), "socket");
  }

  /** A socket that accepts connections to {@code name}. */
  public int listen(String name, Type type) {
    int fd = open(type);
    Native address = copy(address(name, type));
    check(libc.bind(fd, address.address(), address.buffer().capacity()), "bind");
    check(libc.listen(fd, BACKLOG), "listen");
    return fd;
  }

  /**
   * A connection to {@code name}; waits until somebody listens there.
   *
   * @throws IllegalStateException when it is not the expected process that listens
   */
  public int connect(String name, Type type) {
    int fd = open(type);
    Native address = copy(address(name, type));
    for (int millis = 0; millis < PATIENCE_MILLIS && expected.getAsBoolean(); millis++) {
      if (libc.connect(fd, address.address(), address.buffer().capacity()) == 0) {
        if (!isExpected(fd)) {
          throw new IllegalStateException("another process listens for us");
        }
        return fd;
      }
      if (posix.errno() != Errno.ECONNREFUSED) {
        break;
      }
      libc.poll(0, 0, 1);
    }
    return check(-1, "connect");
  }

  /**
   * The next connection that the expected process makes; others are turned away.
   *
   * @param credentials whether each message is to come with its sender's pid
   */
  public int accept(int listening, boolean credentials) {
    Native peer = Posix.allocate(16);
    while (true) {
      peer.buffer().putInt(0, listening).putInt(4, POLLIN);
      while (libc.poll(peer.address(), 1, LOOK_MILLIS) <= 0) {
        if (!expected.getAsBoolean()) {
          throw new IllegalStateException("nobody connects any more");
        }
      }
      int fd = libc.accept4(listening, 0, 0, SOCK_CLOEXEC);
      if (fd == -1 && posix.errno() == Errno.EINTR) {
        continue;
      }
      check(fd, "accept");
      if (isExpected(fd)) {
        if (credentials) {
          peer.buffer().putInt(0, 1);
          check(libc.setsockopt(fd, SOL_SOCKET, SO_PASSCRED, peer.address(), 4), "setsockopt");
        }
        return fd;
      }
      libc.close(fd);
    }
  }

  /** Whether it is the other side's process, and of this very user, that is connected. */
  private boolean isExpected(int fd) {
    // struct ucred: pid, uid, gid; then its length.
    Native peer = Posix.allocate(16);
    peer.buffer().putInt(12, 12);
    check(
        libc.getsockopt(fd, SOL_SOCKET, SO_PEERCRED, peer.address(), peer.address() + 12),
        "getsockopt");
    return peer.buffer().getInt(0) == other && peer.buffer().getInt(4) == libc.geteuid();
  }

  private static Native copy(byte[] bytes) {
    Native memory = Posix.allocate(bytes.length);
    memory.buffer().put(0, bytes);
    return memory;
  }

  private int check(int result, String call) {
    if (result < 0) {
      throw new SystemCallException(call, posix.errno());
    }
    return result;
  }
}
