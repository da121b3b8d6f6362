package org.forkshell.view;

import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** What is known of one process and not yet said. */
final class Speaker {
  /**
   * What a call returned, as long as the line's value may turn out to be the same.
   *
   * @param isBirth whether it is what fork returned in a child
   */
  record Result(long value, List<Note> notes, boolean isBirth) {
    Result(long value, List<Note> notes) {
      this(value, notes, false);
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
  boolean collected;

  /** It was found dead, and nobody has said yet how it ended. */
  boolean missed;

  boolean orphaned;

  /** What waited in stdout's buffer when the last line was done. */
  byte[] waiting = {};

  /** How many bytes waited there when it was born. */
  long inherited;

  int bornLine = -1;

  /** Its pid in a pid namespace of its own, else 0. */
  int inner;

  Speaker(ProcessName name, int pid) {
    this.name = name;
    this.pid = pid;
  }

  boolean isHolding() {
    return result != null
        || (blocked != null && !blocked.equals(blockedTold))
        || ((end != null || missed) && !endTold)
        || !output.isEmpty()
        || !error.isEmpty();
  }
}
