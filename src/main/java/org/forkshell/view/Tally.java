package org.forkshell.view;

import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.forkshell.process.ProcessName;

/**
 * Keeps what happens again and again from filling the screen: a few times are told, the rest is
 * counted.
 */
final class Tally {
  private final int most;
  private final TreeSet<ProcessName> names = new TreeSet<>();
  private int told;
  private int untold;

  Tally(int most) {
    this.most = most;
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
  void giveOut(Text what, IntFunction<Text> note, Consumer<LabelledLine> out) {
    if (untold > 0) {
      out.accept(new LabelledLine(names.first(), names.size() - 1, 0, what, note.apply(untold)));
    }
    untold = 0;
    names.clear();
  }
}
