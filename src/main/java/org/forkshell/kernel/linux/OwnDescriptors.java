package org.forkshell.kernel.linux;

import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Posix;

/**
 * The descriptors that a program process needs for itself. For its program they do not exist: one
 * that closes, shuts down or truncates all descriptors it can find, as a daemon does, is told
 * EBADF, and the console still hears of it. An exec'd program does not have them at all.
 */
public final class OwnDescriptors {
  private final Posix posix;
  private final EventSender events;
  private int[] others = {};

  public OwnDescriptors(Posix posix, EventSender events) {
    this.posix = posix;
    this.events = events;
  }

  /** Adds descriptors that are not for events. */
  public void keep(int... descriptors) {
    others = descriptors.clone();
  }

  public boolean isAnyBelow(int floor) {
    boolean any = events.socket() < floor;
    for (int other : others) {
      any |= other < floor;
    }
    return any;
  }

  public boolean contains(int fd) {
    if (fd < 0) {
      return false;
    }
    for (int other : others) {
      if (fd == other) {
        return true;
      }
    }
    return fd == events.socket();
  }

  /** The program wants to have this number for itself: whatever of ours has it gets another. */
  public void leave(int fd) {
    if (fd < 0) {
      return;
    }
    for (int i = 0; i < others.length; i++) {
      if (others[i] == fd) {
        others[i] = HighDescriptor.copy(posix, fd);
      }
    }
    if (events.socket() == fd) {
      events.socket(HighDescriptor.copy(posix, fd));
    }
  }
}
