package org.forkshell.view.lanes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.FlushReason;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.source.Visible;
import org.forkshell.view.Bytes;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Tells a chart in numbered sentences, for those who listen to it or cannot see it. */
public final class LaneWords {
  /** So much of what was written is read out; nobody listens to more. */
  private static final int MOST_TOLD = 400;

  private final LaneChart chart;
  private final Phrases phrases;
  private final Messages words;
  private final List<String> labels;

  public LaneWords(Phrases phrases, List<String> labels) {
    this.chart = phrases.chart();
    this.phrases = phrases;
    this.words = phrases.words();
    this.labels = labels;
  }

  /** The whole story, in lines of at most {@code width} columns, 0 for any. */
  public List<Text> tell(int width) {
    List<Text> lines = new ArrayList<>();
    int number = 1;
    for (Moment moment : chart.moments()) {
      String sentence = sentence(moment);
      if (!sentence.isEmpty()) {
        Text text = Text.of(Style.MESSAGE, number++ + ". " + sentence);
        lines.addAll(width == 0 ? List.of(text) : Wrapping.wrapped(text, width - 1));
      }
    }
    for (Lane lane : chart.lanes()) {
      if (lane.isZombie()) {
        String text = words.get("say.zombie", lane.name(), lane.pid());
        lines.addAll(LineLayout.wrapped(Text.of(Style.MESSAGE, text), 0, width));
      }
    }
    return lines;
  }

  /** One moment as a sentence; empty where there is nothing worth one. */
  public String sentence(Moment moment) {
    String said = said(moment);
    int line = moment.at().line();
    if (said.isEmpty() || line <= 0 || line > labels.size()) {
      return said.isEmpty() ? "" : words.get("say.end", said);
    }
    return words.get("say.end", words.get("say.line", said, labels.get(line - 1)));
  }

  private String who(int lane) {
    return chart.lanes().get(lane).name().toString();
  }

  private String said(Moment moment) {
    String who = moment.lane() < 0 ? "" : who(moment.lane());
    if (moment instanceof Moment.Begins) {
      return words.get("say.begins", who, chart.lanes().get(moment.lane()).pid());
    } else if (moment instanceof Moment.Forks forks) {
      return words.get(
          "say.forks", who, who(forks.child()), chart.lanes().get(forks.child()).pid());
    } else if (moment instanceof Moment.ForkFails refused) {
      return words.get("say.forkFails", who, phrases.error(refused.errno()));
    } else if (moment instanceof Moment.Writes writes) {
      return written(who, writes);
    } else if (moment instanceof Moment.Sends sends) {
      return sends.count() < 0
          ? words.get("say.sendFails", who, sends.fd(), phrases.error(sends.errno()))
          : words.get("say.sends", who, sends.fd(), sends.count());
    } else if (moment instanceof Moment.Blocks blocks) {
      return words.get("say.blocks", who, blocked(blocks));
    } else if (moment instanceof Moment.Resumes) {
      return words.get("say.resumes", who);
    } else if (moment instanceof Moment.Waits waits) {
      return words.get("say.waits", who, how(who(waits.child()), waits.status()));
    } else if (moment instanceof Moment.WaitFails fails) {
      return fails.errno() == 0
          ? words.get("say.waitNone", who)
          : words.get("say.waitFails", who, phrases.error(fails.errno()));
    } else if (moment instanceof Moment.Kills kills) {
      String target = kills.target() < 0 ? String.valueOf(kills.pid()) : who(kills.target());
      String signal = Signal.nameOf(kills.signal());
      return kills.errno() == 0
          ? words.get("say.kills", who, signal, target)
          : words.get("say.killFails", who, signal, target, phrases.error(kills.errno()));
    } else if (moment instanceof Moment.Raises raises) {
      return words.get("say.raises", who, Signal.nameOf(raises.signal()));
    } else if (moment instanceof Moment.Exits exits) {
      return words.get("say.exits", who, exits.status() & 0xFF);
    } else if (moment instanceof Moment.Dies dies) {
      return words.get("say.dies", who, Signal.nameOf(dies.signal()));
    } else if (moment instanceof Moment.Leaves leaves) {
      Integer status = leaves.status();
      return status == null ? words.get("say.gone", who) : words.get("say.exits", who, status);
    } else if (moment instanceof Moment.Orphaned orphaned) {
      return words.get("say.orphaned", who, orphaned.adopter());
    } else if (moment instanceof Moment.Collected) {
      return words.get("say.collected", who);
    } else if (moment instanceof Moment.Executes executes) {
      return executes.program().isEmpty()
          ? words.get("say.executes", who)
          : words.get("say.executes.known", who, executes.program());
    } else if (moment instanceof Moment.ExecFails fails) {
      String error = phrases.error(fails.errno());
      return fails.program().isEmpty()
          ? words.get("say.execFails", who, error)
          : words.get("say.execFails.known", who, error, fails.program());
    } else if (moment instanceof Moment.GivesUp) {
      return words.get("say.givesUp", who);
    } else if (moment instanceof Moment.Missing missing) {
      return words.get("say.missing", missing.events(), missing.bytes());
    }
    throw new AssertionError(moment);
  }

  private String blocked(Moment.Blocks blocks) {
    return switch (blocks.call()) {
      case WAIT ->
          blocks.awaited() >= 0
              ? words.get("say.blocked.waitpid", who(blocks.awaited()))
              : words.get("say.blocked.wait");
      case SLEEP -> words.get("say.blocked.sleep", Phrases.seconds(blocks.argument()));
      case READ -> words.get("say.blocked.read", blocks.argument());
      case WRITE -> words.get("say.blocked.write", blocks.argument());
      case PAUSE -> words.get("say.blocked.pause");
      case OTHER -> words.get("say.blocked.other");
    };
  }

  private String how(String who, WaitStatus status) {
    if (status.signaled()) {
      return words.get("say.how.killed", who, Signal.nameOf(status.signal()));
    } else if (status.stopped()) {
      return words.get("say.how.stopped", who, Signal.nameOf(status.code()));
    } else if (status.continued()) {
      return words.get("say.how.continued", who);
    }
    return words.get("say.how.exited", who, status.code());
  }

  /** What was written, spelled as C would: a newline is to be heard. */
  private String written(String who, Moment.Writes writes) {
    byte[] bytes = writes.bytes();
    int told = Bytes.wholeCharacters(bytes, 0, bytes.length, MOST_TOLD);
    String text = spelled(new String(bytes, 0, told, StandardCharsets.UTF_8));
    if (told < bytes.length) {
      text = words.get("say.begun", text, bytes.length - told);
    }
    String sentence = words.get(writes.fd() == 2 ? "say.writesError" : "say.writes", who, text);
    return writes.reason() == FlushReason.EXIT ? words.get("say.atExit", sentence) : sentence;
  }

  private static String spelled(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          boolean shown = Character.isSurrogate(c) || Visible.is(c);
          out.append(shown ? String.valueOf(c) : String.format("\\%03o", (int) c));
        }
      }
    }
    return out.append('"').toString();
  }
}
