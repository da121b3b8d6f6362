package org.forkshell.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** What is known of one process and not yet said. */
final class Speaker {
  /**
   * What a call returned, as long as the line's value may turn out to be the same.
   *
   * @param calls the functions that return it
   * @param isBirth whether it is what fork returned in a child
   */
  record Result(long value, List<Note> notes, Set<String> calls, boolean isBirth) {
    Result(long value, Note note, Set<String> calls) {
      this(value, List.of(note), calls, false);
    }
  }

  final ProcessName name;
  final int pid;
  final WrittenLine output = new WrittenLine(Style.OUTPUT);
  final WrittenLine error = new WrittenLine(Style.ERROR_OUTPUT);
  @Nullable Result result;
  Event.@Nullable Blocked blocked;
  Event.@Nullable Blocked blockedTold;

  /** Whether it was said to wait for a pipe that others have open, too. */
  boolean waitsForOthers;

  /** What it had told last when it was said to be stuck. */
  @Nullable Event stuckAfter;

  @Nullable WaitStatus end;
  boolean endTold;
  boolean collected;

  /** The call, by the learner's name for it, in which it waited last. */
  String waitsIn = "";

  /** What is about to take its place, unless that fails. */
  Event.@Nullable Executing executing;

  /** Its child that has its memory meanwhile. */
  Event.@Nullable Forked lent;

  /** Whether it has its parent's memory, see vfork(2). */
  boolean borrows;

  /** The functions of which it was said that it should not call them. */
  final Set<String> unsafeCalls = new HashSet<>();

  /** Whether it gave up the line that it is at. */
  boolean gaveUp;

  /**
   * How many bytes wait in stdout's buffer as long as nothing more is heard of it; -1 where that is
   * not known.
   */
  long unwritten = -1;

  /** What the kernel had of it when it was found dead; null where it was not. */
  Event.@Nullable Remains remains;

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

  /** The thread of it, by the kernel's id, of which it is said what it waits for. */
  int task() {
    return blocked == null ? pid : blocked.tid();
  }

  boolean isHolding() {
    return result != null
        || executing != null
        || (blocked != null && !blocked.equals(blockedTold))
        || ((end != null || remains != null) && !endTold)
        || orphaned
        || !output.isEmpty()
        || !error.isEmpty();
  }
}
