package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.posix.Posix;

/**
 * The last resort against processes that outlive their session: the console and the zygote are both
 * gone, and nobody ends us.
 */
public final class ConsoleWatch {
  private static final int POLLERR_OR_HUP = 0x18;

  private final Posix posix;
  private final EventSender events;
  private final long pollfd = Posix.reserve(8);
  private final long patience = Posix.reserve(16);

  public ConsoleWatch(Posix posix, EventSender events) {
    this.posix = posix;
    this.events = events;
    longAt(patience, 2);
    longAt(patience + 8, 0);
  }

  /** The address of a struct timespec: how long a process may sleep without looking. */
  public long patience() {
    return patience;
  }

  /** Ends this process if nobody listens to it any more. */
  public void endWithIt() {
    intAt(pollfd, events.socket());
    shortAt(pollfd + 4, 0);
    shortAt(pollfd + 6, 0);
    if (posix.libc().poll(pollfd, 1, 0) > 0 && (shortAt(pollfd + 6) & POLLERR_OR_HUP) != 0) {
      posix.libc()._exit(0);
    }
  }
}
