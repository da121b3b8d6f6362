package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.abi.Linux;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * The terminal's foreground process group, tcsetpgrp(3): a root process gets the terminal while it
 * runs, if the console had it. One whose standard input is something else gets it when it asks for
 * it, as less(1) does behind a pipe: until then the others of the console's job may use it.
 */
final class Foreground {
  private static final long TIOCSPGRP = 0x5410;
  private static final int O_RDWR_CLOEXEC = Linux.O_RDWR | Linux.O_CLOEXEC;
  private static final int TCSANOW = 0;

  private final Libc libc;
  private final int terminal;
  private final boolean isInput;
  private final int consoleGroup;
  private final long group = Posix.allocate(8).address();
  private final long modes = Posix.allocate(128).address();
  private int given;
  private boolean modesKnown;

  /**
   * @param inherited whether this process has the console's terminal and input
   * @param consoleGroup the console's process group
   */
  Foreground(Posix posix, boolean inherited, int consoleGroup) {
    this.libc = posix.libc();
    this.consoleGroup = consoleGroup;
    int opened = inherited ? libc.open(Posix.string("/dev/tty"), O_RDWR_CLOEXEC, 0) : -1;
    this.terminal = opened < 0 ? -1 : HighDescriptor.move(posix, opened);
    this.isInput = libc.isatty(0) == 1;
  }

  /** Whether a group was given the terminal. */
  boolean isGivenTo(int root) {
    return given == root;
  }

  private int current() {
    return terminal >= 0 && libc.ioctl(terminal, Linux.TIOCGPGRP, group) == 0 ? intAt(group) : -1;
  }

  private void set(int to) {
    intAt(group, to);
    libc.ioctl(terminal, TIOCSPGRP, group);
  }

  /** A root process is about to be forked. */
  void remember() {
    given = 0;
    if (current() == consoleGroup) {
      modesKnown = libc.tcgetattr(terminal, modes) == 0;
    }
  }

  /** It was forked, and takes the terminal itself if it is to have it from the beginning. */
  void forked(int root) {
    if (isInput && terminal >= 0) {
      given = root;
    }
  }

  /** In a root process: it takes the terminal that it reads from, and cannot do so again. */
  void begin(int root) {
    if (isInput) {
      give(root);
    }
    disown();
  }

  private void disown() {
    if (terminal >= 0) {
      libc.close(terminal);
    }
  }

  /**
   * Gives the terminal to a group, be it one that was stopped because it wants it.
   *
   * @return whether that was possible: a console in the background has none to give
   */
  boolean give(int to) {
    int now = current();
    if (now != consoleGroup && now != to && !isOurs(now)) {
      return false;
    }
    if (!modesKnown) {
      modesKnown = libc.tcgetattr(terminal, modes) == 0;
    }
    given = to;
    set(to);
    return true;
  }

  /** Whether a group is of the program's, or of processes that are gone, and not a shell's. */
  private boolean isOurs(int now) {
    return now == given || (now > 0 && libc.kill(-now, 0) != 0);
  }

  /**
   * Gives the terminal back to the console, as the program found it. Where a shell has taken it
   * meanwhile, it is the shell's.
   */
  void giveBack() {
    int now = current();
    if (now == consoleGroup || isOurs(now)) {
      set(consoleGroup);
      if (modesKnown) {
        libc.tcsetattr(terminal, TCSANOW, modes);
      }
    }
  }
}
