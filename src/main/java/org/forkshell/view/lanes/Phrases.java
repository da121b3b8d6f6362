package org.forkshell.view.lanes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.forkshell.process.Impasse;
import org.forkshell.process.ProcessName;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** What is written beside the moments of a chart: a few words each. */
public final class Phrases {
  private static final int LEAST_LINES = 8;

  private final LaneChart chart;
  private final Messages words;
  private final Messages narration;
  private final IntFunction<String> errors;
  private final boolean ascii;
  private final Amount most;
  private final MomentLines lines;

  /**
   * How much of what was written without a pause is shown.
   *
   * @param lines how many lines may be shown whole
   * @param bytes how much of one line
   */
  public record Amount(int lines, int bytes) {
    public Amount {
      lines = Math.max(LEAST_LINES, lines);
    }
  }

  /**
   * @param words those of this package
   * @param narration those said of processes
   * @param errors the name of an error number
   * @param ascii whether the tool's own signs must be such
   * @param most how much of long output is shown
   */
  public Phrases(
      LaneChart chart,
      Messages words,
      Messages narration,
      IntFunction<String> errors,
      boolean ascii,
      Amount most) {
    this.chart = chart;
    this.words = words;
    this.narration = narration;
    this.errors = errors;
    this.ascii = ascii;
    this.most = most;
    this.lines = new MomentLines(this);
  }

  public Messages words() {
    return words;
  }

  /** What is said of processes anywhere. */
  Messages narration() {
    return narration;
  }

  /** How much of long output is shown. */
  Amount most() {
    return most;
  }

  public LaneChart chart() {
    return chart;
  }

  ProcessName name(int lane) {
    return chart.lanes().get(lane).name();
  }

  String error(int errno) {
    return errors.apply(errno);
  }

  /** How a process ended, {@code exit 3}. */
  String end(WaitStatus status) {
    if (status.signaled()) {
      return Signal.nameOf(status.signal());
    } else if (status.stopped()) {
      return words.get("stopped", Signal.nameOf(status.code()));
    } else if (status.continued()) {
      return words.get("continued");
    }
    return words.get("exit", status.code());
  }

  /** The processes that a step is about, as a name: {@code P.1}, {@code P.1 … P.8 (8)}. */
  Text members(List<Integer> lanes, boolean pid) {
    Lane first = chart.lanes().get(lanes.get(0));
    if (lanes.size() == 1) {
      String number = pid && first.pid() != 0 ? " " + first.pid() : "";
      return Text.of(first.name(), first.name() + number);
    }
    Lane last = chart.lanes().get(lanes.get(lanes.size() - 1));
    String all =
        lanes.size() == 2 ? first.name() + " " + last.name() : first.name() + " … " + last.name();
    return Text.of(first.name(), all + " (" + lanes.size() + ")");
  }

  /** The lanes that a step is about, in the order of the family. */
  static List<Integer> lanes(Step step) {
    List<Integer> lanes = new ArrayList<>();
    for (Moment moment : step.moments()) {
      int lane =
          moment instanceof Moment.Forks forks
              ? forks.child()
              : moment instanceof Moment.Waits waits ? waits.child() : moment.lane();
      if (lane >= 0 && !lanes.contains(lane)) {
        lanes.add(lane);
      }
    }
    lanes.sort(null);
    return lanes;
  }

  /** What must be the same for two moments to be told as one. */
  String shared(Moment moment) {
    return moment instanceof Moment.Forks || moment instanceof Moment.Begins
        ? ""
        : String.join("\n", lines(moment).stream().map(Text::toString).toList());
  }

  /**
   * What a step is, in lines: output has as many as were written.
   *
   * @param pid whether a new process is told with its pid
   */
  List<Text> lines(Step step, boolean pid) {
    return shown(told(step, pid));
  }

  private List<Text> told(Step step, boolean pid) {
    Moment moment = step.first();
    if (moment instanceof Moment.Forks || moment instanceof Moment.Begins) {
      return List.of(members(lanes(step), pid));
    }
    List<Text> lines = lines(moment);
    Moment then = step.then();
    if (then instanceof Moment.Exits) {
      return List.of(lines.get(0).and(Style.NOTE, " · ").and(lines(then).get(0)));
    }
    if (step.count() == 1 || lines.isEmpty()) {
      return lines;
    }
    if (Step.isGregarious(moment)) {
      return List.of(lines.get(0).and(Style.NOTE, " (" + step.count() + ")"));
    }
    List<Text> counted = new ArrayList<>(lines);
    counted.set(0, Text.of(Style.NOTE, step.count() + " × ").and(lines.get(0)));
    return counted;
  }

  /**
   * The same, for a place far from the lanes: with the names of who does it and to whom, as far as
   * there is room for them.
   *
   * @param room how wide a line may be; 0 for any width
   */
  List<Text> named(Step step, int room) {
    List<Text> full = named(step, true, true);
    for (int less = 0; room > 0 && less < 2 && widest(full) > room; less++) {
      full = named(step, false, less == 0);
    }
    return shown(full);
  }

  private List<Text> named(Step step, boolean pid, boolean parent) {
    Moment moment = step.first();
    if (moment.lane() < 0 || moment instanceof Moment.Begins) {
      return told(step, true);
    }
    if (Step.isGregarious(moment) && step.count() > 1) {
      return told(step, pid);
    }
    Text name = Text.of(name(moment.lane()), name(moment.lane()).toString());
    List<Text> named = new ArrayList<>();
    for (Text line : told(step, pid)) {
      Text whole = members(lanes(step), false).and(Style.PLAIN, "  ");
      if (moment instanceof Moment.Forks) {
        whole = (parent ? name.and(Style.PLAIN, " ") : Text.EMPTY).and(Style.NOTE, "→ ");
      } else if (moment instanceof Moment.Waits) {
        whole = (parent ? name.and(Style.PLAIN, " ") : Text.EMPTY).and(Style.NOTE, "← ").and(whole);
      } else if (moment instanceof Moment.Kills kills && kills.target() >= 0) {
        Text target = members(List.of(kills.target()), false);
        whole = name.and(Style.NOTE, " → ").and(target).and(Style.PLAIN, "  ");
      }
      named.add(whole.and(line));
    }
    return named;
  }

  private static int widest(List<Text> lines) {
    int most = 0;
    for (Text line : lines) {
      most = Math.max(most, line.width());
    }
    return most;
  }

  /** With the signs that the screen has; what programs write stays what it is. */
  private List<Text> shown(List<Text> lines) {
    return ascii ? lines.stream().map(this::shown).toList() : lines;
  }

  private Text shown(Text line) {
    List<Text.Piece> pieces = new ArrayList<>();
    for (Text.Piece piece : line.pieces()) {
      boolean own = piece.style() != Style.OUTPUT && piece.style() != Style.ERROR_OUTPUT;
      pieces.add(
          new Text.Piece(piece.style(), piece.hue(), own ? ascii(piece.text()) : piece.text()));
    }
    return new Text(pieces);
  }

  private static String ascii(String text) {
    return text.replace("…", "...")
        .replace("→", "->")
        .replace("←", "<-")
        .replace("×", "x")
        .replace("·", "-")
        .replace("⏎", "\\n");
  }

  /** A remark of the drawing's own. */
  Text note(String key, Object... arguments) {
    String text = words.get(key, arguments);
    return Text.of(Style.NOTE, ascii ? ascii(text) : text);
  }

  /** How wide the widest line of a step is behind the lanes. */
  int longest(Step step) {
    return widest(named(step, 0));
  }

  private List<Text> lines(Moment moment) {
    return moment.accept(lines);
  }

  /** Who waits for whom, or who all wait. */
  String members(Moment.Deadlock deadlock) {
    String between = deadlock.kind() == Impasse.Kind.ALL ? ", " : " → ";
    return String.join(between, deadlock.members().stream().map(ProcessName::toString).toList());
  }

  /** Nanoseconds as seconds, to a thousandth. */
  static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos / 1_000_000, 3).stripTrailingZeros().toPlainString();
  }
}
