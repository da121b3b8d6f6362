package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SystemCallException;
import org.forkshell.posix.UnixSocket;
import org.forkshell.wire.Hazard;
import org.forkshell.wire.Hello;

/**
 * The sockets that lead to the console: what it says, what is told, and what programs write to
 * their standard output and error. What is said first is whether there is a zygote.
 */
record ConsoleConnection(Libc libc, int control, int events, int output, int error) {
  /** The variable that names the console's sockets: only this user can read it. */
  private static final String SOCKET = "FORKSHELL_SOCKET";

  /** Connects with the console, which must be this process's parent. */
  static ConsoleConnection connect(Posix posix, Processes processes, int console) {
    String name = String.valueOf(System.getenv(SOCKET));
    // A console that was killed while we were starting will never listen.
    UnixSocket sockets = new UnixSocket(posix, console, () -> processes.getppid() == console);
    int control = sockets.connect(name, UnixSocket.Type.SEQPACKET);
    int event = sockets.connect(name, UnixSocket.Type.SEQPACKET);
    int output = sockets.connect(name, UnixSocket.Type.STREAM);
    int error = sockets.connect(name, UnixSocket.Type.STREAM);
    return new ConsoleConnection(
        posix.libc(),
        HighDescriptor.move(posix, control),
        HighDescriptor.move(posix, event),
        HighDescriptor.move(posix, output),
        HighDescriptor.move(posix, error));
  }

  /** There is a zygote. */
  void hello(int zygote, int board) {
    hello(0, zygote, board, "");
  }

  /** There is none, because a safety step failed. */
  void refuse(Hazard why) {
    hello(1 + why.ordinal(), 0, 0, "");
  }

  /** There is none, because a system call failed. */
  void refuse(SystemCallException why) {
    hello(-why.errno(), 0, 0, why.call());
  }

  private void hello(int hazard, int zygote, int board, String call) {
    long hello = Posix.allocate(Hello.SIZE).address();
    for (int i = 0; i < Hello.CALL_SIZE; i++) {
      byteAt(hello + Hello.CALL + i, (byte) (i < call.length() ? call.charAt(i) : ' '));
    }
    intAt(hello + Hello.HAZARD, hazard);
    intAt(hello + Hello.ZYGOTE, zygote);
    intAt(hello + Hello.BOARD, board);
    libc.send(control, hello, Hello.SIZE, 0);
  }

  /** Standard input is the file that the console names. */
  void openStandardInput() {
    int readWriteNoControllingTerminal = 2 | 0x100;
    long file = Posix.allocate(128).address();
    libc.read(control, file, 127);
    int fd = libc.open(file, readWriteNoControllingTerminal, 0);
    if (fd > 0) {
      libc.dup2(fd, 0);
      libc.close(fd);
    }
  }
}
