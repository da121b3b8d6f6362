package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a drawing tells: one moment, or several that read the same, of siblings that share
 * a lane.
 *
 * @param moments in the order of time; never empty
 * @param then what the process did next, where that fits into the same row
 */
record Step(List<Moment> moments, @Nullable Moment then) {
  Step(List<Moment> moments) {
    this(moments, null);
  }

  Step {
    moments = List.copyOf(moments);
  }

  /**
   * The same steps in fewer rows: a loop around wait is common, and its last call, which fails, is
   * the last but one thing that a process does.
   */
  static List<Step> joined(List<Step> steps) {
    List<Step> all = new ArrayList<>(steps.size());
    for (Step step : steps) {
      int last = all.size() - 1;
      Step joined = last < 0 ? null : all.get(last).with(step);
      if (joined == null) {
        all.add(step);
      } else {
        all.set(last, joined);
      }
    }
    return all;
  }

  /** Whether several of them go on one row whoever they are of: their edges are short. */
  static boolean isGregarious(Moment moment) {
    return moment instanceof Moment.Collected || moment instanceof Moment.Orphaned;
  }

  private @Nullable Step with(Step next) {
    if (isGregarious(first()) && first().getClass() == next.first().getClass()) {
      List<Moment> both = new ArrayList<>(moments);
      both.addAll(next.moments);
      return new Step(both);
    }
    boolean sought =
        first() instanceof Moment.ExecFails
            && (next.first() instanceof Moment.Executes
                || next.first() instanceof Moment.ExecFails);
    if (sought
        && first().lane() == next.first().lane()
        && first().at().line() == next.first().at().line()) {
      // execlp tries one folder after the other.
      return next;
    }
    if (count() > 1 || next.count() > 1 || then != null || first().lane() != next.first().lane()) {
      return null;
    }
    boolean waitsOn =
        first() instanceof Moment.Waits
            && next.first() instanceof Moment.Blocks blocks
            && blocks.call() == Call.WAIT;
    boolean leaves = first() instanceof Moment.WaitFails && next.first() instanceof Moment.Exits;
    return waitsOn || leaves ? new Step(moments, next.first()) : null;
  }

  Moment first() {
    return moments.get(0);
  }

  int count() {
    return moments.size();
  }
}
