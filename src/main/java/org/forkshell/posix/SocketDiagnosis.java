package org.forkshell.posix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix.Native;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel knows of the sockets of the Unix domain of all processes, sock_diag(7): of which
 * sockets two are each other's ends is not in /proc/net/unix.
 */
public final class SocketDiagnosis {
  private static final int AF_UNIX = 1;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM = 2;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final int SOCK_DIAG_BY_FAMILY = 20;
  private static final int NLM_F_REQUEST = 1;
  private static final int UDIAG_SHOW_NAME = 1;
  private static final int UDIAG_SHOW_PEER = 4;
  private static final int UNIX_DIAG_NAME = 0;
  private static final int UNIX_DIAG_PEER = 2;

  /** struct nlmsghdr and struct unix_diag_req. */
  private static final int REQUEST = 40;

  /** struct nlmsghdr and struct unix_diag_msg; attributes come after them. */
  private static final int ANSWER = 32;

  private static final int TYPE_OF_MESSAGE = 4;
  private static final int TYPE_OF_SOCKET = 17;
  private static final int NO_COOKIE = -1;

  private final Posix posix;
  private final Native memory = Posix.allocate(1024);

  /**
   * A socket.
   *
   * @param name the path that it is bound to, {@code @name} for an abstract one; empty for none
   * @param peer the inode of its other end; 0 for one that nobody has accepted yet
   * @param isConnected whether there is another end
   */
  public record UnixEnd(boolean isDatagram, String name, long peer, boolean isConnected) {}

  public SocketDiagnosis(Posix posix) {
    this.posix = posix;
  }

  /** The socket with that inode; null where there is none, or the kernel does not tell. */
  public synchronized @Nullable UnixEnd find(long inode) {
    int fd =
        posix
            .libc()
            .socket(
                AF_NETLINK, SOCK_DGRAM | Linux.SOCK_CLOEXEC | Linux.O_NONBLOCK, NETLINK_SOCK_DIAG);
    if (fd < 0) {
      return null;
    }
    ByteBuffer buffer = memory.buffer().clear();
    buffer.putInt(REQUEST).putShort((short) SOCK_DIAG_BY_FAMILY).putShort((short) NLM_F_REQUEST);
    buffer.putInt(0).putInt(0);
    buffer.put((byte) AF_UNIX).put((byte) 0).putShort((short) 0).putInt(-1).putInt((int) inode);
    buffer.putInt(UDIAG_SHOW_NAME | UDIAG_SHOW_PEER).putInt(NO_COOKIE).putInt(NO_COOKIE);
    long got = posix.libc().send(fd, memory.address(), REQUEST, 0);
    if (got == REQUEST) {
      got = posix.libc().read(fd, memory.address(), buffer.capacity());
    }
    posix.libc().close(fd);
    return got >= ANSWER && buffer.getShort(TYPE_OF_MESSAGE) == SOCK_DIAG_BY_FAMILY
        ? answer(buffer.limit((int) got).position(ANSWER))
        : null;
  }

  private static UnixEnd answer(ByteBuffer buffer) {
    String name = "";
    long peer = 0;
    boolean isConnected = false;
    // struct nlattr: length with this header, type; the next one is aligned.
    while (buffer.remaining() >= 4) {
      int start = buffer.position();
      int length = Short.toUnsignedInt(buffer.getShort());
      int type = buffer.getShort();
      if (length < 4 || length > buffer.limit() - start) {
        break;
      }
      if (type == UNIX_DIAG_NAME) {
        byte[] bytes = new byte[length - 4];
        buffer.get(bytes);
        name = name(bytes);
      } else if (type == UNIX_DIAG_PEER) {
        peer = Integer.toUnsignedLong(buffer.getInt());
        isConnected = true;
      }
      buffer.position(Math.min((start + length + 3) & ~3, buffer.limit()));
    }
    return new UnixEnd(buffer.get(TYPE_OF_SOCKET) == SOCK_DGRAM, name, peer, isConnected);
  }

  private static String name(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\0")) {
      return "@" + text.substring(1);
    }
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
