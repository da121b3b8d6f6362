package org.forkshell.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Remarks that wait for their equals on other processes, so that all come in the order of the
 * family, equal ones as one.
 */
final class RemarkBuffer {
  /** From how many equal remarks on they become one. */
  private static final int FOLD_FROM = 5;

  private record Held(int line, Remark remark) {
    boolean reads(Held other) {
      return line == other.line && remark.reads(other.remark);
    }
  }

  private List<Held> all = new ArrayList<>();

  /**
   * @param line number of the line of the log that it belongs to
   */
  void add(int line, Remark remark) {
    all.add(new Held(line, remark));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether something of a process waits that belongs to an earlier line of the log. */
  boolean hasOlder(int pid, int line) {
    for (Held held : all) {
      if (held.remark.pid() == pid && held.line < line) {
        return true;
      }
    }
    return false;
  }

  void giveOut(Consumer<Remark> out) {
    List<Held> rest = all;
    all = new ArrayList<>();
    rest.sort(Comparator.comparingInt(Held::line).thenComparing(held -> held.remark.name()));
    while (!rest.isEmpty()) {
      Held first = rest.get(0);
      List<Held> equal = new ArrayList<>();
      List<Held> others = new ArrayList<>();
      for (Held held : rest) {
        (held.reads(first) ? equal : others).add(held);
      }
      Remark remark = first.remark;
      if (equal.size() >= FOLD_FROM) {
        out.accept(
            new Remark(remark.name(), equal.size() - 1, 0, remark.subject(), remark.notes()));
        rest = others;
      } else {
        out.accept(remark);
        rest.remove(0);
      }
    }
  }
}
