package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Columns;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.lanes.LanePlan.Column;
import org.forkshell.view.lanes.Sharing.Degree;

/**
 * Gives a chart its places. Where there is room, each text stands right of what it tells of; where
 * there is less, the lanes stand close and the texts behind all of them; where there is too little
 * even so, siblings share a lane; and what is still too wide becomes several pages.
 */
public final class Planner {
  private static final int[] LONGEST_IN_PLACE = {56, 36, 24};
  private static final int[] ROOMY = {90, 120, 160, 240};
  private static final int NARROW = 60;
  private static final int CLOSEST = 2;
  private static final int CLOSE = 3;
  private static final int APART = 6;
  private static final int GAP = 3;
  private static final int TEXT = 16;

  private final LaneChart chart;
  private final Phrases phrases;
  private final List<String> labels;
  private final int width;
  private final int labelWidth;

  /** The steps of a drawing with their texts. */
  private record Draft(Sharing sharing, List<Step> steps) {
    int columns() {
      return sharing.columns().size();
    }
  }

  /**
   * @param labels what to call each line of the listing
   * @param width how many columns of characters there are
   */
  public Planner(LaneChart chart, Phrases phrases, List<String> labels, int width) {
    this.chart = chart;
    this.phrases = phrases;
    this.labels = labels;
    this.width = width;
    this.labelWidth = width < NARROW ? 0 : longestLabel();
  }

  private int longestLabel() {
    int most = 0;
    for (Moment moment : chart.moments()) {
      int line = moment.at().line();
      if (line > 0 && line <= labels.size()) {
        most = Math.max(most, Columns.of(labels.get(line - 1)) + 2);
      }
    }
    return most;
  }

  /**
   * The pages of a drawing that may be as wide as it likes, within reason: each process has its own
   * lane where that is possible.
   */
  public static List<LanePlan> roomy(LaneChart chart, Phrases phrases, List<String> labels) {
    for (int width : ROOMY) {
      Planner planner = new Planner(chart, phrases, labels, width);
      Draft draft = planner.draft(Degree.NONE);
      LanePlan plan = planner.inPlace(draft);
      if (plan == null && planner.room(draft, CLOSE) >= planner.textRoom()) {
        plan = planner.behind(draft);
      }
      if (plan != null) {
        return List.of(plan);
      }
    }
    return new Planner(chart, phrases, labels, ROOMY[ROOMY.length - 1]).pages();
  }

  /** The pages of the drawing. */
  public List<LanePlan> pages() {
    Draft single = draft(Degree.NONE);
    Draft alike = draft(Degree.ALIKE);
    for (Draft draft : List.of(single, alike)) {
      LanePlan plan = inPlace(draft);
      if (plan != null) {
        return List.of(plan);
      }
    }
    Draft siblings = draft(Degree.SIBLINGS);
    for (Draft draft : List.of(single, alike, siblings)) {
      LanePlan plan = draft == siblings ? inPlace(draft) : null;
      if (plan == null && room(draft, CLOSE) >= textRoom()) {
        plan = behind(draft);
      }
      if (plan != null) {
        return List.of(plan);
      }
    }
    for (Draft draft : List.of(alike, siblings)) {
      if (room(draft, CLOSEST) >= textRoom()) {
        return List.of(behind(draft));
      }
    }
    return paged(siblings);
  }

  private Draft draft(Degree degree) {
    Sharing sharing = Sharing.of(chart, degree);
    List<Step> steps = Step.joined(sharing.steps(chart, phrases));
    return new Draft(sharing, steps);
  }

  /** How many characters are left for texts after lanes that stand {@code pitch} apart. */
  private int room(Draft draft, int pitch) {
    return width - labelWidth - pitch * (draft.columns() - 1) - GAP - 1;
  }

  private int textRoom() {
    return Math.max(TEXT, width / 5);
  }

  private @org.jspecify.annotations.Nullable LanePlan inPlace(Draft draft) {
    int[] columnOf = draft.sharing.columnOfLane();
    for (int longest : LONGEST_IN_PLACE) {
      for (boolean pid : new boolean[] {true, false}) {
        int[] widths = new int[draft.columns()];
        for (Step step : draft.steps) {
          int column = textColumn(step, columnOf);
          for (Text line : phrases.lines(step, pid)) {
            widths[column] = Math.max(widths[column], Math.min(longest, line.width()));
          }
        }
        int x = labelWidth;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
          columns.add(column(draft, i, x));
          x += Math.max(APART, widths[i] + 2 + GAP);
        }
        if (x - GAP < width) {
          Rows rows = new Rows(chart, phrases, draft.sharing, columns, 0);
          for (Step step : draft.steps) {
            int at = columns.get(textColumn(step, columnOf)).x() + 2;
            rows.add(step, phrases.lines(step, pid), at, longest);
          }
          return plan(Text.EMPTY, columns, rows.all(), draft.steps);
        }
      }
    }
    return null;
  }

  /** Right of which column a text may stand without hiding an edge. */
  private static int textColumn(Step step, int[] columnOf) {
    Moment moment = step.first();
    int own = moment.lane() < 0 ? 0 : columnOf[moment.lane()];
    if (moment instanceof Moment.Forks forks) {
      return columnOf[forks.child()];
    } else if (moment instanceof Moment.Waits waits) {
      return columnOf[waits.child()];
    } else if (moment instanceof Moment.Kills kills && kills.target() >= 0) {
      return Math.max(own, columnOf[kills.target()]);
    }
    int last = own;
    for (Moment other : step.moments()) {
      last = other.lane() < 0 ? last : Math.max(last, columnOf[other.lane()]);
    }
    return last;
  }

  private Column column(Draft draft, int index, int x) {
    List<Integer> lanes = draft.sharing.columns().get(index);
    return new Column(lanes, phrases.name(lanes.get(0)), x);
  }

  private LanePlan plan(Text title, List<Column> columns, List<Row> rows, List<Step> steps) {
    return new LanePlan(title, columns, rows, steps, labelWidth, labels, width);
  }

  private LanePlan behind(Draft draft) {
    int longest = 0;
    for (Step step : draft.steps) {
      longest = Math.max(longest, phrases.longest(step));
    }
    int wanted = Math.min(longest, width / 2);
    int pitch =
        Math.max(
            room(draft, CLOSE) >= textRoom() ? CLOSE : CLOSEST,
            Math.min(APART, (width - labelWidth - wanted - 1) / draft.columns()));
    return behind(draft, 0, draft.columns(), pitch, Text.EMPTY);
  }

  private LanePlan behind(Draft draft, int from, int to, int pitch, Text title) {
    List<Column> columns = new ArrayList<>();
    for (int i = from; i < to; i++) {
      columns.add(column(draft, i, labelWidth + pitch * (i - from)));
    }
    int at = labelWidth + pitch * (to - from - 1) + GAP;
    Rows rows = new Rows(chart, phrases, draft.sharing, columns, from);
    for (Step step : draft.steps) {
      rows.add(step, phrases.named(step, width - at - 1), at, width - at - 1);
    }
    return plan(title, columns, rows.all(), draft.steps);
  }

  private List<LanePlan> paged(Draft draft) {
    int pitch = width < NARROW ? CLOSEST : CLOSE;
    int most = Math.max(2, (width - labelWidth - Math.max(20, width / 3)) / pitch);
    int pages = (draft.columns() + most - 1) / most;
    List<LanePlan> all = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      int from = draft.columns() * i / pages;
      int to = draft.columns() * (i + 1) / pages;
      Text first = phrases.members(draft.sharing.columns().get(from), false);
      Text last = phrases.members(draft.sharing.columns().get(to - 1), false);
      Text title =
          Text.of(Style.HEADING, phrases.words().get("page", i + 1, pages))
              .and(Style.PLAIN, "  ")
              .and(first)
              .and(Style.PLAIN, to - from > 1 ? " … " : "")
              .and(to - from > 1 ? last : Text.EMPTY);
      all.add(behind(draft, from, to, pitch, title));
    }
    return all;
  }
}
