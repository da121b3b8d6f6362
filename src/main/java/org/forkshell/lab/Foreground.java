package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * The terminal's foreground process group, tcsetpgrp(3): a root process gets the terminal while it
 * runs, if the console had it.
 */
final class Foreground {
  private static final long TIOCGPGRP = 0x540F;
  private static final long TIOCSPGRP = 0x5410;

  private final Libc libc;
  private final boolean owned;
  private final int consoleGroup;
  private final long group = Posix.allocate(8).address();

  /**
   * @param inherited whether descriptor 0 is the console's own
   * @param consoleGroup the console's process group
   */
  Foreground(Libc libc, boolean inherited, int consoleGroup) {
    this.libc = libc;
    this.consoleGroup = consoleGroup;
    this.owned = inherited && libc.isatty(0) == 1 && current() == consoleGroup;
  }

  /** Whether there is a terminal to give away. */
  boolean isOwned() {
    return owned;
  }

  private int current() {
    return libc.ioctl(0, TIOCGPGRP, group) == 0 ? intAt(group) : -1;
  }

  void giveTo(int process) {
    if (owned) {
      intAt(group, process);
      libc.ioctl(0, TIOCSPGRP, group);
    }
  }

  /** Gives it back to the console. */
  void giveBack() {
    giveTo(consoleGroup);
  }
}
