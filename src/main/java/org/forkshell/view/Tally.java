package org.forkshell.view;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.forkshell.process.ProcessName;

/**
 * Keeps what happens again and again from filling the screen: a few times are told, the rest is
 * counted.
 */
final class Tally {
  private final int most;
  private final String form;
  private final TreeSet<ProcessName> names = new TreeSet<>();
  private int told;
  private int untold;

  /**
   * @param form of {@link NoteKind#MORE}
   */
  Tally(int most, String form) {
    this.most = most;
    this.form = form;
  }

  /** Counts one more; says whether it may be told of. */
  boolean mayTell(ProcessName name) {
    if (++told <= most) {
      return true;
    }
    untold++;
    names.add(name);
    return false;
  }

  void reset() {
    told = 0;
  }

  /** Tells how many were not told of, if any. */
  void giveOut(Consumer<Remark> out) {
    if (untold > 0) {
      Note note = Note.of(NoteKind.MORE, form, List.of(untold));
      out.accept(new Remark(names.first(), names.size() - 1, 0, null, List.of(note)));
    }
    untold = 0;
    names.clear();
  }
}
