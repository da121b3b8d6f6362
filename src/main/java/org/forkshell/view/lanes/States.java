package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.forkshell.view.lanes.Row.State;

/** What each process is at, as the steps go by. */
final class States {
  private final LaneChart chart;
  private final List<List<Integer>> columns;
  private final State[] ofLane;

  States(LaneChart chart, List<List<Integer>> columns) {
    this.chart = chart;
    this.columns = columns;
    this.ofLane = new State[chart.lanes().size()];
    Arrays.fill(ofLane, State.NONE);
  }

  void take(Step step) {
    for (Moment moment : step.moments()) {
      take(moment);
    }
    Moment then = step.then();
    if (then != null) {
      take(then);
    }
  }

  private void take(Moment moment) {
    int lane = moment.lane();
    if (lane < 0) {
      return;
    }
    if (moment instanceof Moment.Forks forks) {
      ofLane[forks.child()] = State.ALIVE;
    } else if (moment instanceof Moment.Waits waits) {
      ofLane[lane] = State.ALIVE;
      if (waits.collects()) {
        ofLane[waits.child()] = State.NONE;
      }
    } else if (moment instanceof Moment.Blocks) {
      ofLane[lane] = State.BLOCKED;
    } else if (moment instanceof Moment.Exits
        || moment instanceof Moment.Dies
        || moment instanceof Moment.Leaves) {
      Lane ended = chart.lanes().get(lane);
      // The root is collected as it ends: its parent is the tool.
      ofLane[lane] = ended.collected() == ended.ended() ? State.NONE : State.ZOMBIE;
      if (ended.name().thread() == 1) {
        endThreads(ended);
      }
    } else if (moment instanceof Moment.Collected) {
      ofLane[lane] = State.NONE;
    } else if (!(moment instanceof Moment.Orphaned || moment instanceof Moment.Deadlock)) {
      ofLane[lane] = State.ALIVE;
    }
  }

  /** The threads of a process end with it. */
  private void endThreads(Lane process) {
    for (int i = 0; i < ofLane.length; i++) {
      Lane lane = chart.lanes().get(i);
      if (lane.isThread() && lane.name().process().equals(process.name())) {
        ofLane[i] = State.NONE;
      }
    }
  }

  /** What each column looks like: as the liveliest of its processes. */
  List<State> ofColumns() {
    List<State> all = new ArrayList<>(columns.size());
    for (List<Integer> column : columns) {
      State most = State.NONE;
      for (int lane : column) {
        if (ofLane[lane].compareTo(most) > 0) {
          most = ofLane[lane];
        }
      }
      all.add(most);
    }
    return all;
  }
}
