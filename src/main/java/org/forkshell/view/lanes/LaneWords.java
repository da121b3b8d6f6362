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
import org.forkshell.view.Wrapping;

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
        lines.addAll(width == 0 ? List.of(text) : Wrapping.kept(text, width - 1));
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
    String said = moment.accept(new Saying());
    int line = moment.at().line();
    if (said.isEmpty() || line <= 0 || line > labels.size()) {
      return said.isEmpty() ? "" : words.get("say.end", said);
    }
    return words.get("say.end", words.get("say.line", said, labels.get(line - 1)));
  }

  private String who(int lane) {
    return chart.lanes().get(lane).name().toString();
  }

  private int pid(int lane) {
    return chart.lanes().get(lane).pid();
  }

  private final class Saying implements MomentVisitor<String> {
    private String doer(Moment moment) {
      return who(moment.lane());
    }

    @Override
    public String begins(Moment.Begins begins) {
      return words.get("say.begins", doer(begins), pid(begins.lane()));
    }

    @Override
    public String forks(Moment.Forks forks) {
      int child = forks.child();
      return words.get(
          isThread(child) ? "say.starts" : "say.forks", doer(forks), who(child), pid(child));
    }

    @Override
    public String forkFails(Moment.ForkFails fails) {
      return words.get("say.forkFails", doer(fails), phrases.error(fails.errno()));
    }

    @Override
    public String writes(Moment.Writes writes) {
      return written(doer(writes), writes);
    }

    @Override
    public String sends(Moment.Sends sends) {
      String who = doer(sends);
      return sends.count() < 0
          ? words.get("say.sendFails", who, sends.fd(), phrases.error(sends.errno()))
          : words.get("say.sends", who, sends.fd(), sends.count());
    }

    @Override
    public String blocks(Moment.Blocks blocks) {
      return words.get("say.blocks", doer(blocks), blocked(blocks));
    }

    @Override
    public String resumes(Moment.Resumes resumes) {
      return words.get("say.resumes", doer(resumes));
    }

    @Override
    public String waits(Moment.Waits waits) {
      if (isThread(waits.child())) {
        return words.get("say.joins", doer(waits), who(waits.child()));
      }
      return words.get("say.waits", doer(waits), how(who(waits.child()), waits.status()));
    }

    @Override
    public String waitFails(Moment.WaitFails fails) {
      return fails.errno() == 0
          ? words.get("say.waitNone", doer(fails))
          : words.get("say.waitFails", doer(fails), phrases.error(fails.errno()));
    }

    @Override
    public String kills(Moment.Kills kills) {
      String who = doer(kills);
      String target = kills.target() < 0 ? String.valueOf(kills.pid()) : who(kills.target());
      String signal = Signal.nameOf(kills.signal());
      return kills.errno() == 0
          ? words.get("say.kills", who, signal, target)
          : words.get("say.killFails", who, signal, target, phrases.error(kills.errno()));
    }

    @Override
    public String raises(Moment.Raises raises) {
      return words.get("say.raises", doer(raises), Signal.nameOf(raises.signal()));
    }

    @Override
    public String exits(Moment.Exits exits) {
      return words.get("say.exits", doer(exits), exits.status() & 0xFF);
    }

    @Override
    public String dies(Moment.Dies dies) {
      return words.get("say.dies", doer(dies), Signal.nameOf(dies.signal()));
    }

    @Override
    public String leaves(Moment.Leaves leaves) {
      Integer status = leaves.status();
      String who = doer(leaves);
      if (isThread(leaves.lane())) {
        return words.get("say.threadEnds", who);
      }
      return status == null ? words.get("say.gone", who) : words.get("say.exits", who, status);
    }

    @Override
    public String orphaned(Moment.Orphaned orphaned) {
      return words.get("say.orphaned", doer(orphaned), orphaned.adopter());
    }

    @Override
    public String collected(Moment.Collected collected) {
      return words.get("say.collected", doer(collected));
    }

    @Override
    public String executes(Moment.Executes executes) {
      return executes.program().isEmpty()
          ? words.get("say.executes", doer(executes))
          : words.get("say.executes.known", doer(executes), executes.program());
    }

    @Override
    public String execFails(Moment.ExecFails fails) {
      String error = phrases.error(fails.errno());
      return fails.program().isEmpty()
          ? words.get("say.execFails", doer(fails), error)
          : words.get("say.execFails.known", doer(fails), error, fails.program());
    }

    @Override
    public String deadlock(Moment.Deadlock deadlock) {
      return words.get("say.deadlock", phrases.members(deadlock));
    }

    @Override
    public String givesUp(Moment.GivesUp givesUp) {
      return words.get("say.givesUp", doer(givesUp));
    }

    @Override
    public String missing(Moment.Missing missing) {
      return words.get("say.missing", missing.events(), missing.bytes());
    }
  }

  private boolean isThread(int lane) {
    return lane >= 0 && chart.lanes().get(lane).isThread();
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
      case OTHER ->
          blocks.awaited() >= 0
              ? words.get("say.blocked.waitpid", who(blocks.awaited()))
              : blocks.name().isEmpty()
                  ? words.get("say.blocked.other")
                  : words.get("say.blocked.call", blocks.name());
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
