package org.forkshell.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines that wait for their equals of other processes, so that all come in the order of the family,
 * equal ones as one.
 */
final class HeldLines {
  /** From how many equal lines on they become one. */
  private static final int FOLD_FROM = 5;

  private record Held(int number, LabelledLine line) {
    boolean reads(Held other) {
      return number == other.number
          && line.what().toString().equals(other.line.what().toString())
          && line.note().toString().equals(other.line.note().toString());
    }
  }

  private List<Held> all = new ArrayList<>();

  /**
   * @param number of the line of the log that it belongs to
   */
  void add(int number, LabelledLine line) {
    all.add(new Held(number, line));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether something of a process waits that belongs to an earlier line of the log. */
  boolean hasOlder(int pid, int number) {
    for (Held held : all) {
      if (held.line.pid() == pid && held.number < number) {
        return true;
      }
    }
    return false;
  }

  void giveOut(Consumer<LabelledLine> out) {
    List<Held> rest = all;
    all = new ArrayList<>();
    rest.sort(Comparator.comparingInt(Held::number).thenComparing(held -> held.line.name()));
    while (!rest.isEmpty()) {
      Held first = rest.get(0);
      List<Held> equal = new ArrayList<>();
      List<Held> others = new ArrayList<>();
      for (Held held : rest) {
        (held.reads(first) ? equal : others).add(held);
      }
      LabelledLine line = first.line;
      if (equal.size() >= FOLD_FROM) {
        out.accept(new LabelledLine(line.name(), equal.size() - 1, 0, line.what(), line.note()));
        rest = others;
      } else {
        out.accept(line);
        rest.remove(0);
      }
    }
  }
}
