package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.kernel.linux.EventSender;
import org.forkshell.kernel.linux.ProcessLimit;
import org.forkshell.kernel.linux.SignalDispositions;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.process.Signal;
import org.forkshell.wire.EventRecord.Kind;

/**
 * Collects a root process, its descendants' orphans, which come to this process as the nearest
 * subreaper, and says so. It also ends them all.
 */
final class Reaper {
  private static final int WUNTRACED = 2;
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int SIGCHLD = Signal.SIGCHLD.number();
  private static final int SIGCONT = Signal.SIGCONT.number();
  private static final int SIGTTIN = Signal.SIGTTIN.number();
  private static final int SIGTTOU = Signal.SIGTTOU.number();
  private static final int SFD_CLOEXEC_NONBLOCK = 0x80800;
  private static final int SIGNALFD_SIGINFO = 128;
  private static final short POLLIN = 1;

  /** After how many pauses in which nobody has ended the rest is left to the supervisor. */
  private static final int PATIENCE = 50;

  private static final int PAUSE_MILLIS = 10;

  private final Posix posix;
  private final Libc libc;
  private final Foreground foreground;
  private final EventSender events;
  private final ProcessLimit limit;
  private final Children children;
  private final long pollfd = Posix.allocate(8).address();
  private final long scratch = Posix.allocate(64).address();
  private final long signal = Posix.allocate(SIGNALFD_SIGINFO).address();
  private int childSignals = -1;

  /** The process group that was stopped because it is not in the foreground; 0 for none. */
  private int wantsTerminal;

  private boolean inSession;
  private int root;

  Reaper(Posix posix, Foreground foreground, EventSender events, ProcessLimit limit) {
    this.posix = posix;
    this.libc = posix.libc();
    this.foreground = foreground;
    this.events = events;
    this.limit = limit;
    this.children = new Children(posix);
  }

  /** Whether the kernel lists this process's children: {@link #killAll} needs that. */
  boolean canEndAll() {
    return children.areListed();
  }

  /** What ends from now on is told by {@link #childSignals}. */
  void open(SignalDispositions signals) {
    // With one thread only, no other can take the signal.
    signals.mask(Linux.SIG_BLOCK, 1L << (SIGCHLD - 1));
    longAt(scratch, 1L << (SIGCHLD - 1));
    childSignals = HighDescriptor.move(posix, libc.signalfd(-1, scratch, SFD_CLOEXEC_NONBLOCK));
    if (childSignals < 0) {
      throw new SystemCallException("signalfd", posix.errno());
    }
  }

  /** A descriptor that is ready when somebody has ended, or was stopped. */
  int childSignals() {
    return childSignals;
  }

  /** Whether somebody waits until the console is in the foreground. */
  boolean isTerminalWanted() {
    return wantsTerminal > 0;
  }

  /**
   * A root process begins.
   *
   * @param child its pid; negative where it could not be forked
   */
  void begin(int child) {
    wantsTerminal = 0;
    root = child;
    inSession = true;
  }

  /** Does what there is to do for those that ended, or were stopped. */
  void look() {
    libc.read(childSignals, signal, SIGNALFD_SIGINFO);
    if (inSession) {
      giveTerminal();
      collect();
    }
  }

  /** Collects all that have ended, and says so; the descendants' orphans come here too. */
  void collect() {
    while (true) {
      int child = libc.waitpid(-1, scratch, Linux.WNOHANG | WUNTRACED);
      if (child <= 0) {
        if (child < 0 && posix.errno() == Errno.ECHILD && inSession) {
          inSession = false;
          root = 0;
          foreground.giveBack();
          events.send(Kind.ALL_ENDED, 0, 0, 0, 0);
        }
        return;
      }
      int status = intAt(scratch);
      if ((status & 0xFF) == 0x7F) {
        stopped(child, status >> 8 & 0xFF);
      } else {
        reaped(child, status);
      }
    }
  }

  private void stopped(int child, int by) {
    if (by == SIGTTIN || by == SIGTTOU) {
      wantsTerminal = libc.getpgid(child);
      giveTerminal();
    } else if (child == root && foreground.isGivenTo(root)) {
      // There is no job control here: a program stopped from the terminal goes on.
      libc.kill(-root, SIGCONT);
    }
  }

  /** As soon as there is a terminal to give. */
  private void giveTerminal() {
    if (wantsTerminal > 0 && foreground.give(wantsTerminal)) {
      libc.kill(-wantsTerminal, SIGCONT);
      wantsTerminal = 0;
    }
  }

  private void reaped(int child, int status) {
    if (child == root) {
      // Who is left is to be reached by Ctrl-C, which is the console's now.
      foreground.giveBack();
    }
    limit.collected(child, status);
    events.send(Kind.REAPED, 0, child, status, 0);
  }

  /**
   * Ends every process of the session, by pid, generation after generation: orphans become children
   * of this process.
   *
   * @return whether they could be ended
   */
  boolean killAll() {
    if (root > 0) {
      libc.kill(-root, SIGKILL);
    }
    for (int idle = 0; idle < PATIENCE; idle++) {
      children.signalAll(SIGKILL);
      int child;
      while ((child = libc.waitpid(-1, scratch, Linux.WNOHANG)) > 0) {
        reaped(child, intAt(scratch));
        idle = 0;
      }
      if (child < 0) {
        collect();
        return true;
      }
      intAt(pollfd, childSignals);
      shortAt(pollfd + 4, POLLIN);
      libc.poll(pollfd, 1, PAUSE_MILLIS);
      libc.read(childSignals, signal, SIGNALFD_SIGINFO);
    }
    return false;
  }
}
