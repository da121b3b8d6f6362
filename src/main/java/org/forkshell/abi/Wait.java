package org.forkshell.abi;

import java.util.List;

/**
 * How a system call waits.
 *
 * @param waiting for what
 * @param limit which of the kernel's arguments says when it stops waiting; {@link #NONE} for none
 * @param inMillis whether that is a number of milliseconds, negative for never; else it points to a
 *     time, null for never
 */
public record Wait(Waiting waiting, int limit, boolean inMillis) {
  /** No argument says when it ends. */
  public static final int NONE = -1;

  /** Whether only somebody else can end it, given the kernel's arguments. */
  public boolean isForOthers(List<Long> arguments) {
    if (waiting == Waiting.TIME) {
      return false;
    }
    return limit == NONE
        || (inMillis ? arguments.get(limit).intValue() < 0 : arguments.get(limit) == 0);
  }
}
