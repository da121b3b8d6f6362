package org.forkshell.view;

import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * A line about a process.
 *
 * @param others how many more processes it is about, for which it would read the same
 * @param pid 0 where it is about several
 * @param what it did, wrote or found: nothing to be seen, where it wrote an empty line; null where
 *     the note is more about the line above
 * @param note why, or what that means; it may be left out
 */
public record LabelledLine(ProcessName name, int others, int pid, @Nullable Text what, Text note) {
  public LabelledLine(ProcessName name, int pid, @Nullable Text what, Text note) {
    this(name, 0, pid, what, note);
  }

  /** The processes it is about, briefly. */
  String who() {
    return others == 0 ? name.toString() : name + " +" + others;
  }
}
