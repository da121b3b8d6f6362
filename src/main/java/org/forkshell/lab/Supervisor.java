package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.shortAt;

import java.util.List;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Survivors;
import org.forkshell.process.Signal;

/**
 * What the JVM does once it has forked the zygote: it sees to it that the zygote goes on when
 * somebody stops it, and that nobody is left when the console or the zygote is gone. All processes
 * descend from it, and the kernel makes it the parent of those that lose theirs.
 */
final class Supervisor {
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int SIGCONT = Signal.SIGCONT.number();
  private static final short POLLIN = 1;
  private static final int SYS_PIDFD_OPEN = 434;

  /** How long a zygote that was told to end may take, in milliseconds. */
  private static final int PATIENCE = 3000;

  private final Posix posix;
  private final Libc libc;
  private final int control;
  private final Foreground foreground;
  private final long pollfds = Posix.allocate(16).address();
  private final long status = Posix.allocate(8).address();
  private final long info = Posix.allocate(128).address();

  /**
   * @param control the zygote's connection to the console, not to be read from
   */
  Supervisor(Posix posix, int control, Foreground foreground) {
    this.posix = posix;
    this.libc = posix.libc();
    this.control = control;
    this.foreground = foreground;
  }

  /**
   * Returns when the zygote and all that it forked have ended.
   *
   * @return whether all have: some may be of a kind that cannot be ended
   */
  boolean watch(int zygote) {
    int descriptor = (int) libc.syscall(SYS_PIDFD_OPEN, zygote, 0, 0, 0, 0, 0);
    Thread stops = new Thread(() -> continueWhenStopped(zygote), "stops");
    stops.setDaemon(true);
    stops.start();
    // Both: the end of the console, which is a hang-up and always told, and that of the zygote.
    intAt(pollfds, control);
    intAt(pollfds + 8, descriptor);
    shortAt(pollfds + 4, 0);
    shortAt(pollfds + 12, POLLIN);
    libc.poll(pollfds, 2, -1);
    // A console that is gone is the zygote's business at first: it gives the terminal back.
    libc.kill(zygote, SIGCONT);
    libc.poll(pollfds + 8, 1, PATIENCE);
    libc.kill(zygote, SIGKILL);
    boolean ended = new Survivors(libc, this::descendants).end().isEmpty();
    foreground.giveBack();
    return ended;
  }

  private void continueWhenStopped(int zygote) {
    while (libc.waitid(Linux.P_PID, zygote, info, Linux.WSTOPPED) == 0) {
      libc.kill(zygote, SIGCONT);
    }
  }

  private List<Integer> descendants() {
    while (libc.waitpid(-1, status, Linux.WNOHANG) > 0) {}
    return ProcessHandle.current()
        .descendants()
        .map(process -> (int) process.pid())
        .filter(Survivors::isAlive)
        .toList();
  }
}
