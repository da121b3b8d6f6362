package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.view.Text;
import org.forkshell.view.Wrapping;
import org.forkshell.view.lanes.LanePlan.Column;
import org.forkshell.view.lanes.Row.Edge;
import org.forkshell.view.lanes.Row.Kind;
import org.forkshell.view.lanes.Row.Mark;
import org.forkshell.view.lanes.Row.Sign;
import org.forkshell.view.lanes.Row.State;
import org.jspecify.annotations.Nullable;

/** Makes rows of steps, for the columns of one page. */
final class Rows {
  private final Phrases phrases;
  private final int[] columnOf;
  private final List<Column> columns;
  private final int first;
  private final States states;
  private final List<Row> all = new ArrayList<>();
  private int number;

  /**
   * @param columns those of the page
   * @param first which column of all the page's first is
   */
  Rows(LaneChart chart, Phrases phrases, Sharing sharing, List<Column> columns, int first) {
    this.phrases = phrases;
    this.columnOf = sharing.columnOfLane();
    this.columns = columns;
    this.first = first;
    this.states = new States(chart, sharing.columns());
  }

  List<Row> all() {
    return all;
  }

  /**
   * Adds what a step needs.
   *
   * @param at where its text begins
   * @param longest how wide a line of it may be
   */
  void add(Step step, List<Text> lines, int at, int longest) {
    states.take(step);
    int own = number++;
    List<State> lanes = page(states.ofColumns());
    List<Mark> marks = new ArrayList<>(2);
    Edge edge = mark(step, lanes, marks);
    Moment moment = step.first();
    boolean seen = !marks.isEmpty() || moment.lane() < 0;
    if (!seen || moment instanceof Moment.Resumes) {
      return;
    }
    int line = moment.at().line();
    boolean begun = false;
    for (Text text : lines) {
      for (Text part : text.isEmpty() ? List.of(text) : Wrapping.kept(text, longest)) {
        all.add(
            begun
                ? new Row(own, 0, lanes, List.of(), null, at, part)
                : new Row(own, line, lanes, marks, edge, at, part));
        begun = true;
      }
    }
  }

  private List<State> page(List<State> states) {
    return states.subList(first, first + columns.size());
  }

  /** Where a lane is on the page: -1 left of it, their count right of it. */
  private int column(int lane) {
    return Math.max(-1, Math.min(columns.size(), columnOf[lane] - first));
  }

  private boolean isHere(int column) {
    return column >= 0 && column < columns.size();
  }

  private void put(int column, Sign sign, List<Mark> marks) {
    if (isHere(column)) {
      marks.add(new Mark(column, sign));
    }
  }

  private @Nullable Edge mark(Step step, List<State> lanes, List<Mark> marks) {
    Moment moment = step.first();
    if (moment.lane() < 0) {
      return null;
    }
    int own = column(moment.lane());
    if (moment instanceof Moment.Forks forks) {
      int child = column(forks.child());
      put(own, Sign.FORKS, marks);
      put(child, Sign.BORN, marks);
      return edge(Kind.FORK, own, child, forks.child());
    } else if (moment instanceof Moment.Waits waits) {
      int child = column(waits.child());
      boolean over = isHere(child) && lanes.get(child) == State.NONE;
      put(own, Sign.WAITS, marks);
      put(child, over ? Sign.COLLECTED : Sign.LEAVES, marks);
      return edge(Kind.WAIT, child, own, waits.child());
    } else if (moment instanceof Moment.Kills kills
        && kills.target() >= 0
        && column(kills.target()) != own) {
      int target = column(kills.target());
      put(own, Sign.KILLS, marks);
      put(target, Sign.HIT, marks);
      return edge(Kind.KILL, own, target, moment.lane());
    }
    if (moment instanceof Moment.Collected || moment instanceof Moment.Orphaned) {
      for (int lane : Phrases.lanes(step)) {
        boolean over = !isHere(column(lane)) || lanes.get(column(lane)) == State.NONE;
        Sign sign = moment instanceof Moment.Orphaned ? Sign.ORPHANED : Sign.COLLECTED;
        put(column(lane), sign == Sign.COLLECTED && !over ? Sign.LEAVES : sign, marks);
      }
      return null;
    }
    Moment then = step.then();
    put(own, sign(then == null ? moment : then), marks);
    return null;
  }

  private @Nullable Edge edge(Kind kind, int from, int to, int lane) {
    return isHere(from) || isHere(to) ? new Edge(kind, from, to, phrases.name(lane)) : null;
  }

  private static Sign sign(Moment moment) {
    if (moment instanceof Moment.Begins) {
      return Sign.BEGINS;
    } else if (moment instanceof Moment.Writes || moment instanceof Moment.Sends) {
      return Sign.WRITES;
    } else if (moment instanceof Moment.Blocks || moment instanceof Moment.Deadlock) {
      return Sign.BLOCKS;
    } else if (moment instanceof Moment.Exits || moment instanceof Moment.Leaves) {
      return Sign.EXITS;
    } else if (moment instanceof Moment.Dies) {
      return Sign.DIES;
    } else if (moment instanceof Moment.Orphaned) {
      return Sign.ORPHANED;
    } else if (moment instanceof Moment.Collected) {
      return Sign.COLLECTED;
    } else if (moment instanceof Moment.Executes) {
      return Sign.EXECUTES;
    }
    return Sign.PASSES;
  }
}
