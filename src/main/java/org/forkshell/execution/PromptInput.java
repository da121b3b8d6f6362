package org.forkshell.execution;

import java.nio.charset.StandardCharsets;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;

/**
 * The standard input of programs at the prompt: a pseudo-terminal, pty(7), without echo, because
 * the prompt keeps the real terminal. A program that reads gets lines, as from any terminal.
 */
final class PromptInput {
  private static final int O_RDWR_NOCTTY_CLOEXEC = Linux.O_RDWR | Linux.O_NOCTTY | Linux.O_CLOEXEC;
  private static final int LOCAL_FLAGS = 12;
  private static final int ECHO_BITS = 0x8 | 0x10 | 0x20 | 0x40;
  private static final byte END_OF_FILE = 4;

  private final Libc libc;
  private final int master;
  private final int slave;
  private final String file;

  private PromptInput(Libc libc, int master, int slave, String file) {
    this.libc = libc;
    this.master = master;
    this.slave = slave;
    this.file = file;
  }

  static PromptInput open(Posix posix) {
    Libc libc = posix.libc();
    int master = libc.posix_openpt(O_RDWR_NOCTTY_CLOEXEC);
    Posix.Native name = Posix.allocate(128);
    if (master < 0
        || libc.grantpt(master) != 0
        || libc.unlockpt(master) != 0
        || libc.ptsname_r(master, name.address(), 128) != 0) {
      throw new SystemCallException("posix_openpt", posix.errno());
    }
    // Held open, so that the terminal's settings and unread lines survive from one session to the
    // next.
    int slave = libc.open(name.address(), O_RDWR_NOCTTY_CLOEXEC, 0);
    Posix.Native termios = Posix.allocate(128);
    libc.tcgetattr(slave, termios.address());
    termios.buffer().putInt(LOCAL_FLAGS, termios.buffer().getInt(LOCAL_FLAGS) & ~ECHO_BITS);
    libc.tcsetattr(slave, 0, termios.address());
    byte[] bytes = new byte[128];
    name.buffer().get(0, bytes);
    int length = 0;
    while (bytes[length] != 0) {
      length++;
    }
    return new PromptInput(
        libc, master, slave, new String(bytes, 0, length, StandardCharsets.US_ASCII));
  }

  String file() {
    return file;
  }

  /** Gives a line to whoever reads. */
  void line(String text) {
    put((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the next read at the start of a line find the end of the file, as Ctrl-D does. */
  void endOfFile() {
    put(new byte[] {END_OF_FILE});
  }

  private void put(byte[] bytes) {
    Posix.Native memory = Posix.allocate(bytes.length);
    memory.buffer().put(0, bytes);
    libc.write(master, memory.address(), bytes.length);
  }

  void close() {
    libc.close(slave);
    libc.close(master);
  }
}
