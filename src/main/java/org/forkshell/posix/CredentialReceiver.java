package org.forkshell.posix;

import java.nio.ByteBuffer;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix.Native;

/**
 * Reads from a socket on which the kernel stamps every message with its sender's pid:
 * SCM_CREDENTIALS of unix(7).
 */
public final class CredentialReceiver {

  /**
   * The size of a message's credentials, and of nothing else: descriptors that somebody sends along
   * find no room, and the kernel does not open them here.
   */
  private static final int CREDENTIALS = 32;

  private final Posix posix;
  private final int fd;
  private final Native message = Posix.allocate(56);
  private final Native vector = Posix.allocate(16);
  private final Native control = Posix.allocate(CREDENTIALS);
  private final Native data;

  /**
   * @param fd a socket with SO_PASSCRED
   * @param size how many bytes to take at most in one go
   */
  public CredentialReceiver(Posix posix, int fd, int size) {
    this.posix = posix;
    this.fd = fd;
    this.data = Posix.allocate(size);
    vector.buffer().putLong(0, data.address()).putLong(8, size);
    message.buffer().putLong(16, vector.address()).putLong(24, 1);
  }

  public int fd() {
    return fd;
  }

  /**
   * Takes what has come, without waiting.
   *
   * @return how many bytes, 0 at the end of the stream, -1 when there is nothing now
   */
  public int receive() {
    message.buffer().putLong(32, control.address()).putLong(40, CREDENTIALS).putInt(48, 0);
    while (true) {
      long got = posix.libc().recvmsg(fd, message.address(), Linux.MSG_DONTWAIT);
      if (got >= 0) {
        return (int) got;
      }
      int errno = posix.errno();
      if (errno == Errno.EAGAIN) {
        return -1;
      }
      if (errno != Errno.EINTR) {
        return 0;
      }
    }
  }

  /** The bytes received. */
  public ByteBuffer data() {
    return data.buffer();
  }

  /** Who sent them. */
  public int pid() {
    // struct cmsghdr is 16 bytes, then struct ucred, whose first member is the pid.
    return message.buffer().getLong(40) >= 28 ? control.buffer().getInt(16) : 0;
  }
}
