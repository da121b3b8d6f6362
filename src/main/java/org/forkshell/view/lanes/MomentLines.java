package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.process.Signal;
import org.forkshell.view.Bytes;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** The few words beside one moment: a line, or as many as were written. */
final class MomentLines implements MomentVisitor<List<Text>> {
  private static final int LAST_LINES = 2;

  private final Phrases phrases;
  private final Messages words;
  private final Map<Moment.Writes, List<Text>> rows = new IdentityHashMap<>();

  MomentLines(Phrases phrases) {
    this.phrases = phrases;
    this.words = phrases.words();
  }

  @Override
  public List<Text> begins(Moment.Begins begins) {
    // Its name stands there instead.
    return one(Text.EMPTY);
  }

  @Override
  public List<Text> forks(Moment.Forks forks) {
    // The child's name stands there instead.
    return one(Text.EMPTY);
  }

  @Override
  public List<Text> forkFails(Moment.ForkFails fails) {
    return one(Style.ALARM, "forkFails", phrases.error(fails.errno()));
  }

  @Override
  public List<Text> writes(Moment.Writes writes) {
    return rows.computeIfAbsent(writes, this::written);
  }

  @Override
  public List<Text> sends(Moment.Sends sends) {
    return sends.count() < 0
        ? one(Style.ALARM, "sendFails", sends.fd(), phrases.error(sends.errno()))
        : one(Style.NOTE, "sends", sends.fd(), sends.count());
  }

  @Override
  public List<Text> blocks(Moment.Blocks blocks) {
    return one(Text.of(Style.NOTE, blocked(blocks)));
  }

  @Override
  public List<Text> resumes(Moment.Resumes resumes) {
    // What it does next says so.
    return one(Text.EMPTY);
  }

  @Override
  public List<Text> waits(Moment.Waits waits) {
    if (isThread(waits.child())) {
      return one(Style.NOTE, "joins");
    }
    Style style = waits.status().signaled() ? Style.ALARM : Style.NOTE;
    return one(style, "waits", phrases.end(waits.status()));
  }

  @Override
  public List<Text> waitFails(Moment.WaitFails fails) {
    return fails.errno() == 0
        ? one(Style.NOTE, "waitNone")
        : one(Style.NOTE, "waitFails", phrases.error(fails.errno()));
  }

  @Override
  public List<Text> kills(Moment.Kills kills) {
    String signal = Signal.nameOf(kills.signal());
    return kills.errno() == 0
        ? one(Style.CALL, "kills", signal)
        : one(Style.ALARM, "killFails", signal, phrases.error(kills.errno()));
  }

  @Override
  public List<Text> raises(Moment.Raises raises) {
    return one(Style.CALL, "raises", Signal.nameOf(raises.signal()));
  }

  @Override
  public List<Text> exits(Moment.Exits exits) {
    Style style = exits.status() == 0 ? Style.NOTE : Style.ENDED;
    return one(style, "exit", exits.status() & 0xFF);
  }

  @Override
  public List<Text> dies(Moment.Dies dies) {
    return one(Text.of(Style.ALARM, Signal.nameOf(dies.signal())));
  }

  @Override
  public List<Text> leaves(Moment.Leaves leaves) {
    Integer status = leaves.status();
    if (isThread(leaves.lane())) {
      return one(Style.NOTE, "threadEnds");
    }
    return status == null ? one(Style.NOTE, "gone") : one(Style.NOTE, "exit", status);
  }

  @Override
  public List<Text> orphaned(Moment.Orphaned orphaned) {
    return one(Style.NOTE, "orphaned");
  }

  @Override
  public List<Text> collected(Moment.Collected collected) {
    return one(Style.NOTE, "collected");
  }

  @Override
  public List<Text> executes(Moment.Executes executes) {
    String executed = words.get("executes", executes.program()).strip();
    return one(Text.of(Style.CALL, executed));
  }

  @Override
  public List<Text> execFails(Moment.ExecFails fails) {
    return one(Style.ALARM, "execFails", fails.program(), phrases.error(fails.errno()));
  }

  @Override
  public List<Text> deadlock(Moment.Deadlock deadlock) {
    return one(Style.ALARM, "deadlock", phrases.members(deadlock));
  }

  @Override
  public List<Text> givesUp(Moment.GivesUp givesUp) {
    return one(Style.NOTE, "givesUp");
  }

  @Override
  public List<Text> missing(Moment.Missing missing) {
    return one(Style.WARNING, "missing", missing.events(), missing.bytes());
  }

  private boolean isThread(int lane) {
    return lane >= 0 && phrases.chart().lanes().get(lane).isThread();
  }

  private List<Text> one(Style style, String key, Object... arguments) {
    return one(Text.of(style, words.get(key, arguments)));
  }

  private static List<Text> one(Text line) {
    return List.of(line);
  }

  /** What a process waits for, in a word or two. */
  private String blocked(Moment.Blocks blocks) {
    return switch (blocks.call()) {
      case WAIT ->
          blocks.awaited() >= 0
              ? words.get("blocked.waitpid", phrases.name(blocks.awaited()))
              : words.get("blocked.wait");
      case SLEEP -> words.get("blocked.sleep", Phrases.seconds(blocks.argument()));
      case READ -> words.get("blocked.read", blocks.argument());
      case WRITE -> words.get("blocked.write", blocks.argument());
      case PAUSE -> words.get("blocked.pause");
      case OTHER ->
          blocks.awaited() >= 0
              ? words.get("blocked.join", phrases.name(blocks.awaited()))
              : blocks.name().isEmpty()
                  ? phrases.narration().get("blocked.other")
                  : words.get("blocked.call", blocks.name());
    };
  }

  /** The lines of a program's output; of very many, the first and the last. */
  private List<Text> written(Moment.Writes writes) {
    byte[] bytes = writes.bytes();
    int count = 0;
    for (byte b : bytes) {
      count += b == '\n' ? 1 : 0;
    }
    count += bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    boolean cut = count > phrases.most().lines();
    List<Text> lines = new ArrayList<>();
    int start = 0;
    int number = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length ? start < i : bytes[i] == '\n') {
        if (!cut || number < phrases.most().lines() / 2 || number >= count - LAST_LINES) {
          lines.add(row(writes, start, i));
        } else if (number == phrases.most().lines() / 2) {
          lines.add(phrases.note("moreLines", count - phrases.most().lines() / 2 - LAST_LINES));
        }
        number++;
        start = i + 1;
      }
    }
    return lines;
  }

  private Text row(Moment.Writes writes, int start, int end) {
    Style style = writes.fd() == 2 ? Style.ERROR_OUTPUT : Style.OUTPUT;
    int pid = writes.lane() < 0 ? 0 : phrases.chart().lanes().get(writes.lane()).pid();
    int shown = Bytes.wholeCharacters(writes.bytes(), start, end, phrases.most().bytes());
    Text text = Bytes.shown(writes.bytes(), start, shown, style);
    if (shown < end) {
      text = text.and(phrases.note("moreBytes", end - shown));
    }
    if (writes.pid() != pid) {
      text = Text.of(Style.NOTE, "[" + writes.pid() + "] ").and(text);
    }
    return text.isEmpty() ? Text.of(Style.NOTE, "⏎") : text;
  }
}
