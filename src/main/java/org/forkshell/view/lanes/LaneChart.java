package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.History;
import org.forkshell.view.EventSource;

/**
 * What a family did: its processes and what happened, in an order that could have been. No effect
 * stands above its cause, whatever order the news of them came in.
 *
 * @param lanes a lane a process, in the order of the family
 * @param moments in the order of time
 */
public record LaneChart(List<Lane> lanes, List<Moment> moments) {
  /** So many bytes weigh as much as another moment. */
  private static final int WRITTEN = 256;

  private static final int MUCH_WRITTEN = 1 << 16;

  public LaneChart {
    lanes = List.copyOf(lanes);
    moments = List.copyOf(moments);
  }

  /**
   * The chart of what a history holds.
   *
   * @param source where in the listing something happened
   */
  public static LaneChart of(History.Excerpt history, EventSource source) {
    Chronology chronology = new Chronology();
    for (int i = 0; i < history.events().size(); i++) {
      if (i == history.gap() && !history.isComplete()) {
        chronology.missing(history.missing(), history.missingBytes());
      }
      chronology.add(history.events().get(i));
    }
    return new Charting(chronology, source).chart();
  }

  /**
   * The same without what a flood of output or of blocked calls brings in its middle: what a person
   * can still look at.
   *
   * @param most how many moments may stay that do not belong to the shape of the family; one in
   *     which much was written counts as several
   */
  public LaneChart shortened(int most) {
    long plain = 0;
    for (Moment moment : moments) {
      plain += isOfAFlood(moment) ? weight(moment) : 0;
    }
    if (plain <= most) {
      return this;
    }
    List<Moment> kept = new ArrayList<>();
    int[] place = new int[moments.size()];
    long seen = 0;
    long events = 0;
    long bytes = 0;
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      boolean flood = isOfAFlood(moment);
      boolean first = seen < most / 2;
      seen += flood ? weight(moment) : 0;
      boolean last = seen > plain - most / 2;
      place[i] = kept.size();
      if (flood && !first && !last) {
        events++;
        bytes += moment instanceof Moment.Writes writes ? writes.bytes().length : 0;
      } else {
        if (flood && events > 0) {
          kept.add(new Moment.Missing(-1, moment.at(), events, bytes));
          events = 0;
          bytes = 0;
        }
        place[i] = kept.size();
        kept.add(moment);
      }
    }
    List<Lane> moved = new ArrayList<>();
    for (Lane lane : lanes) {
      moved.add(lane.moved(index -> index < 0 ? index : place[index]));
    }
    return new LaneChart(moved, kept);
  }

  /** How much of a drawing it takes; of very long output not all is drawn. */
  private static long weight(Moment moment) {
    return moment instanceof Moment.Writes writes
        ? 1 + Math.min(writes.bytes().length, MUCH_WRITTEN) / WRITTEN
        : 1;
  }

  private static boolean isOfAFlood(Moment moment) {
    return moment instanceof Moment.Writes
        || moment instanceof Moment.Sends
        || moment instanceof Moment.Blocks
        || moment instanceof Moment.Resumes
        || moment instanceof Moment.WaitFails
        || moment instanceof Moment.ForkFails
        || moment instanceof Moment.Kills;
  }

  public boolean isEmpty() {
    return moments.isEmpty();
  }
}
