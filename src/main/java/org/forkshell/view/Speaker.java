package org.forkshell.view;

import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** What is known of one process and not yet said; {@link Narrator}'s notes. */
final class Speaker {
  /**
   * What a call returned, as long as the line's value may turn out to be the same.
   *
   * @param worthALine whether it is told of where it is not the line's value
   */
  record Result(String call, long value, Text note, boolean worthALine) {
    /** What to explain about it, or nothing. */
    String topic() {
      return call.equals("wait") && value <= 0 ? "" : call;
    }
  }

  final ProcessName name;
  final int pid;
  final WrittenLine output = new WrittenLine(Style.OUTPUT);
  final WrittenLine error = new WrittenLine(Style.ERROR_OUTPUT);
  @Nullable Result result;
  Event.@Nullable Blocked blocked;
  Event.@Nullable Blocked blockedTold;
  @Nullable WaitStatus end;
  boolean endTold;
  boolean orphaned;

  /** What waited in stdout's buffer when the last line was done. */
  byte[] waiting = {};

  /** What its parent's buffer held when it was born. */
  byte[] inherited = {};

  int bornLine = -1;

  Speaker(ProcessName name, int pid) {
    this.name = name;
    this.pid = pid;
  }

  boolean isHolding() {
    return result != null
        || (blocked != null && !blocked.equals(blockedTold))
        || (end != null && !endTold)
        || !output.isEmpty()
        || !error.isEmpty();
  }
}
