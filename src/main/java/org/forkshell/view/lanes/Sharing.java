package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which lanes share a column: each has its own, or siblings that did the same have one together.
 *
 * @param columns lanes by their index, in order
 */
record Sharing(List<List<Integer>> columns) {
  private static final int FOLD_FROM = 4;

  /** How much must be alike. */
  enum Degree {
    NONE,
    /** Siblings without children that made the same calls and ended the same way. */
    ALIKE,
    /** Siblings without children. */
    SIBLINGS
  }

  static Sharing of(LaneChart chart, Degree degree) {
    List<String> shapes = shapes(chart, degree);
    List<List<Integer>> columns = new ArrayList<>();
    for (int i = 0; i < shapes.size(); ) {
      int end = i + 1;
      while (end < shapes.size()
          && !shapes.get(i).isEmpty()
          && shapes.get(end).equals(shapes.get(i))) {
        end++;
      }
      if (end - i < FOLD_FROM) {
        end = i + 1;
      }
      List<Integer> column = new ArrayList<>();
      while (i < end) {
        column.add(i++);
      }
      columns.add(column);
    }
    return new Sharing(columns);
  }

  /** What must be equal; empty for a lane that shares with none. */
  private static List<String> shapes(LaneChart chart, Degree degree) {
    List<StringBuilder> shapes = new ArrayList<>();
    Set<Integer> parents = new TreeSet<>();
    for (Lane lane : chart.lanes()) {
      parents.add(lane.parent());
      shapes.add(new StringBuilder().append(lane.parent()));
    }
    if (degree == Degree.ALIKE) {
      for (Moment moment : chart.moments()) {
        if (moment.lane() >= 0) {
          shapes.get(moment.lane()).append(' ').append(kind(moment));
        }
        if (moment instanceof Moment.Waits waits) {
          shapes.get(waits.child()).append(" W").append(waits.status().raw());
        }
      }
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      boolean alone =
          degree == Degree.NONE || parents.contains(i) || chart.lanes().get(i).parent() < 0;
      all.add(alone ? "" : shapes.get(i).toString());
    }
    return all;
  }

  private static String kind(Moment moment) {
    String name = moment.getClass().getSimpleName();
    return moment instanceof Moment.Collected collected ? name + collected.status().raw() : name;
  }

  /** The column of each lane. */
  int[] columnOfLane() {
    int lanes = 0;
    for (List<Integer> column : columns) {
      lanes += column.size();
    }
    int[] of = new int[lanes];
    for (int i = 0; i < columns.size(); i++) {
      for (int lane : columns.get(i)) {
        of[lane] = i;
      }
    }
    return of;
  }

  private boolean isShared(int lane, int[] columnOf) {
    return lane >= 0 && columns.get(columnOf[lane]).size() > 1;
  }

  /**
   * The rows of a drawing: moments of lanes that share a column become one where they read the same
   * and no cause comes to stand below its effect.
   */
  List<Step> steps(LaneChart chart, Phrases phrases) {
    int[] columnOf = columnOfLane();
    List<Step> steps = new ArrayList<>();
    Map<Integer, Pending> pending = new TreeMap<>();
    for (Moment moment : chart.moments()) {
      int member = member(moment);
      if (moment instanceof Moment.Kills kills) {
        // Between two columns: neither may lag behind.
        for (int lane : new int[] {kills.lane(), kills.target()}) {
          Pending group = lane < 0 ? null : pending.get(columnOf[lane]);
          if (group != null) {
            group.flush(steps);
          }
        }
        member = -1;
      }
      if (isShared(member, columnOf)) {
        int column = columnOf[member];
        int parent = chart.lanes().get(member).parent();
        pending.computeIfAbsent(column, key -> new Pending(parent)).add(moment, member, phrases);
      } else {
        boolean idle =
            moment instanceof Moment.Blocks blocks && blocks.lane() >= 0 && isWait(blocks);
        boolean absorbed = false;
        for (Pending group : pending.values()) {
          if (group.parent == moment.lane() || moment.lane() < 0) {
            absorbed |= idle && !group.isEmpty();
            if (!absorbed) {
              group.flush(steps);
            }
          }
        }
        if (!absorbed) {
          steps.add(new Step(List.of(moment)));
        }
      }
    }
    pending.values().forEach(group -> group.flush(steps));
    return steps;
  }

  private static boolean isWait(Moment.Blocks blocks) {
    return blocks.call() == org.forkshell.process.Event.Call.WAIT;
  }

  /** The lane that may share its column with others. */
  private static int member(Moment moment) {
    if (moment instanceof Moment.Forks forks) {
      return forks.child();
    } else if (moment instanceof Moment.Waits waits) {
      return waits.child();
    }
    return moment.lane();
  }

  /** Moments of a shared column that wait for their equals. */
  private static final class Pending {
    private record Equal(String text, List<Moment> moments, Set<Integer> lanes) {}

    final int parent;
    private final List<Equal> all = new ArrayList<>();

    Pending(int parent) {
      this.parent = parent;
    }

    boolean isEmpty() {
      return all.isEmpty();
    }

    void add(Moment moment, int member, Phrases phrases) {
      String text = moment.getClass().getSimpleName() + phrases.shared(moment);
      int found = -1;
      for (int i = 0; i < all.size(); i++) {
        Equal equal = all.get(i);
        if (equal.text.equals(text) && !equal.lanes.contains(member)) {
          found = i;
        } else if (found >= 0 && isBefore(equal, moment, member)) {
          // One of both has done something else since.
          found = -1;
        }
      }
      if (found < 0) {
        all.add(new Equal(text, new ArrayList<>(), new TreeSet<>()));
        found = all.size() - 1;
      }
      Equal equal = all.get(found);
      equal.moments.add(moment);
      equal.lanes.add(member);
      equal.lanes.add(moment.lane());
    }

    private static boolean isBefore(Equal equal, Moment moment, int member) {
      // In which order wait told of equal children is of no interest here.
      boolean waits =
          moment instanceof Moment.Waits && equal.moments.get(0) instanceof Moment.Waits;
      return equal.lanes.contains(member) || (!waits && equal.lanes.contains(moment.lane()));
    }

    void flush(List<Step> out) {
      for (Equal equal : all) {
        out.add(new Step(equal.moments));
      }
      all.clear();
    }
  }
}
