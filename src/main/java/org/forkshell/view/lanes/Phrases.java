package org.forkshell.view.lanes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.forkshell.process.ProcessName;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.Bytes;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** What is written beside the moments of a chart: a few words each. */
public final class Phrases {
  private static final int LEAST_LINES = 8;
  private static final int LAST_LINES = 2;

  private final LaneChart chart;
  private final Messages words;
  private final Messages narration;
  private final IntFunction<String> errors;
  private final boolean ascii;
  private final Amount most;
  private final Map<Moment.Writes, List<Text>> rows = new IdentityHashMap<>();

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
  }

  public Messages words() {
    return words;
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
      return List.of(lines.get(0).and(Style.NOTE, " · ").and(line(then)));
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
    return moment instanceof Moment.Writes writes
        ? rows.computeIfAbsent(writes, this::written)
        : List.of(line(moment));
  }

  private Text line(Moment moment) {
    if (moment instanceof Moment.ForkFails refused) {
      return Text.of(Style.ALARM, words.get("forkFails", error(refused.errno())));
    } else if (moment instanceof Moment.Sends sends) {
      return sends.count() < 0
          ? Text.of(Style.ALARM, words.get("sendFails", sends.fd(), error(sends.errno())))
          : Text.of(Style.NOTE, words.get("sends", sends.fd(), sends.count()));
    } else if (moment instanceof Moment.Blocks blocks) {
      return Text.of(Style.NOTE, blocked(blocks));
    } else if (moment instanceof Moment.Waits waits) {
      return Text.of(style(waits.status()), words.get("waits", end(waits.status())));
    } else if (moment instanceof Moment.WaitFails fails) {
      return Text.of(
          Style.NOTE,
          fails.errno() == 0
              ? words.get("waitNone")
              : words.get("waitFails", error(fails.errno())));
    } else if (moment instanceof Moment.Kills kills) {
      String signal = Signal.nameOf(kills.signal());
      return kills.errno() == 0
          ? Text.of(Style.CALL, words.get("kills", signal))
          : Text.of(Style.ALARM, words.get("killFails", signal, error(kills.errno())));
    } else if (moment instanceof Moment.Raises raises) {
      return Text.of(Style.CALL, words.get("raises", Signal.nameOf(raises.signal())));
    } else if (moment instanceof Moment.Exits exits) {
      return Text.of(
          exits.status() == 0 ? Style.NOTE : Style.ENDED, words.get("exit", exits.status() & 0xFF));
    } else if (moment instanceof Moment.Dies dies) {
      return Text.of(Style.ALARM, Signal.nameOf(dies.signal()));
    } else if (moment instanceof Moment.Leaves leaves) {
      Integer status = leaves.status();
      return Text.of(Style.NOTE, status == null ? words.get("gone") : words.get("exit", status));
    } else if (moment instanceof Moment.Orphaned) {
      return Text.of(Style.NOTE, words.get("orphaned"));
    } else if (moment instanceof Moment.Collected) {
      return Text.of(Style.NOTE, words.get("collected"));
    } else if (moment instanceof Moment.Executes executes) {
      return Text.of(Style.CALL, words.get("executes", executes.program()).strip());
    } else if (moment instanceof Moment.ExecFails fails) {
      return Text.of(Style.ALARM, words.get("execFails", fails.program(), error(fails.errno())));
    } else if (moment instanceof Moment.GivesUp) {
      return Text.of(Style.NOTE, words.get("givesUp"));
    } else if (moment instanceof Moment.Missing missing) {
      return Text.of(Style.WARNING, words.get("missing", missing.events(), missing.bytes()));
    } else if (moment instanceof Moment.Resumes) {
      return Text.EMPTY;
    } else if (moment instanceof Moment.Forks || moment instanceof Moment.Begins) {
      return Text.EMPTY;
    }
    throw new AssertionError(moment);
  }

  private static Style style(WaitStatus status) {
    return status.signaled() ? Style.ALARM : Style.NOTE;
  }

  /** What a process waits for, in a word or two. */
  private String blocked(Moment.Blocks blocks) {
    return switch (blocks.call()) {
      case WAIT ->
          blocks.awaited() >= 0
              ? words.get("blocked.waitpid", name(blocks.awaited()))
              : words.get("blocked.wait");
      case SLEEP -> words.get("blocked.sleep", seconds(blocks.argument()));
      case READ -> words.get("blocked.read", blocks.argument());
      case WRITE -> words.get("blocked.write", blocks.argument());
      case PAUSE -> words.get("blocked.pause");
      case OTHER -> narration.get("blocked.other");
    };
  }

  /** Nanoseconds as seconds, to a thousandth. */
  static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos / 1_000_000, 3).stripTrailingZeros().toPlainString();
  }

  /** The lines of a program's output; of very many, the first and the last. */
  private List<Text> written(Moment.Writes writes) {
    byte[] bytes = writes.bytes();
    int count = 0;
    for (byte b : bytes) {
      count += b == '\n' ? 1 : 0;
    }
    count += bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    boolean cut = count > most.lines();
    List<Text> lines = new ArrayList<>();
    int start = 0;
    int number = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length ? start < i : bytes[i] == '\n') {
        if (!cut || number < most.lines() / 2 || number >= count - LAST_LINES) {
          lines.add(row(writes, start, i));
        } else if (number == most.lines() / 2) {
          lines.add(note("moreLines", count - most.lines() / 2 - LAST_LINES));
        }
        number++;
        start = i + 1;
      }
    }
    return lines;
  }

  private Text row(Moment.Writes writes, int start, int end) {
    Style style = writes.fd() == 2 ? Style.ERROR_OUTPUT : Style.OUTPUT;
    int pid = writes.lane() < 0 ? 0 : chart.lanes().get(writes.lane()).pid();
    int shown = Bytes.wholeCharacters(writes.bytes(), start, end, most.bytes());
    Text text = Bytes.shown(writes.bytes(), start, shown, style);
    if (shown < end) {
      text = text.and(note("moreBytes", end - shown));
    }
    if (writes.pid() != pid) {
      text = Text.of(Style.NOTE, "[" + writes.pid() + "] ").and(text);
    }
    return text.isEmpty() ? Text.of(Style.NOTE, "⏎") : text;
  }
}
