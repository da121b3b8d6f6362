package org.forkshell.view.lanes;

import java.util.List;
import java.util.function.ToIntFunction;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.History;

/**
 * What a family did: its processes and what happened, in an order that could have been. No effect
 * stands above its cause, whatever order the news of them came in.
 *
 * @param lanes a lane a process, in the order of the family
 * @param moments in the order of time
 */
public record LaneChart(List<Lane> lanes, List<Moment> moments) {
  public LaneChart {
    lanes = List.copyOf(lanes);
    moments = List.copyOf(moments);
  }

  /**
   * The chart of what a history holds.
   *
   * @param line where in the listing something happened, 0 where that is not known
   */
  public static LaneChart of(History.Excerpt history, ToIntFunction<Origin> line) {
    Chronology chronology = new Chronology();
    for (int i = 0; i < history.events().size(); i++) {
      if (i == history.gap() && !history.isComplete()) {
        chronology.missing(history.missing(), history.missingBytes());
      }
      chronology.add(history.events().get(i));
    }
    return new Charting(chronology, line).chart();
  }

  public boolean isEmpty() {
    return moments.isEmpty();
  }
}
