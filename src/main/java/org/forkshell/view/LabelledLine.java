package org.forkshell.view;

import org.forkshell.process.ProcessName;

/**
 * A line about a process.
 *
 * @param others how many more processes it is about, for which it would read the same
 * @param pid 0 where it is about several
 * @param what it did, wrote or found
 * @param note why, or what that means; it may be left out
 */
public record LabelledLine(ProcessName name, int others, int pid, Text what, Text note) {
  public LabelledLine(ProcessName name, int pid, Text what, Text note) {
    this(name, 0, pid, what, note);
  }

  /** The processes it is about, briefly. */
  String who() {
    return others == 0 ? name.toString() : name + " +" + others;
  }
}
