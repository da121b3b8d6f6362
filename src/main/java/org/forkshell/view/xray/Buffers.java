package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Shows what waits in the buffers of stdio; processes that have the same share a table. */
public final class Buffers {
  /** When a stream writes what was printed. */
  public enum Mode {
    LINE,
    FULL,
    NONE,
    /** Not decided: nothing was read or printed yet. */
    UNUSED
  }

  /**
   * One stream of a process.
   *
   * @param name as the program calls it
   * @param target what the descriptor leads to, where that is worth telling, else empty
   * @param isReading whether the bytes were read ahead, not printed
   * @param count how many bytes wait in the buffer
   * @param text they, or as many of them as are to be shown, as {@link Literal} has them
   * @param capacity of the buffer, 0 for none
   */
  public record Stream(
      String name,
      int descriptor,
      String target,
      Mode mode,
      boolean isReading,
      long count,
      String text,
      long capacity) {}

  /** A process with its streams. */
  public record Holder(Crowd.Member who, List<Stream> streams) {
    public Holder {
      streams = List.copyOf(streams);
    }
  }

  private final Medium medium;

  private Buffers(Medium medium) {
    this.medium = medium;
  }

  public static List<Text> draw(List<Holder> holders, Medium medium) {
    Map<List<Stream>, List<Crowd.Member>> alike = new LinkedHashMap<>();
    for (Holder holder : holders) {
      alike.computeIfAbsent(holder.streams(), key -> new ArrayList<>()).add(holder.who());
    }
    Buffers drawing = new Buffers(medium);
    List<Text> lines = new ArrayList<>();
    alike.forEach(
        (streams, who) ->
            lines.addAll(
                medium.isSpoken()
                    ? drawing.spoken(new Crowd(who), streams)
                    : drawing.table(new Crowd(who), streams)));
    return lines;
  }

  private List<Text> table(Crowd who, List<Stream> streams) {
    List<Text> lines = new ArrayList<>(medium.wrapped(who.text(medium, true), 2));
    List<List<Text>> rows = new ArrayList<>();
    for (Stream stream : streams) {
      rows.add(row(stream));
    }
    int indent = medium.isNarrow() ? 2 : 4;
    int[] widths = new int[3];
    for (List<Text> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
    for (List<Text> row : rows) {
      lines.addAll(lines(row, widths, indent));
    }
    return lines;
  }

  /** All in one line, or what waits in lines of its own. */
  private List<Text> lines(List<Text> row, int[] widths, int indent) {
    Text line = Text.of(Style.PLAIN, " ".repeat(indent));
    int used = indent;
    for (int i = 0; i < widths.length; i++) {
      line = row.get(i).isEmpty() ? line : line.padded(used).and(row.get(i));
      used += widths[i] + 2;
    }
    Text content = row.get(3);
    Text whole = content.isEmpty() ? line : line.padded(used).and(content);
    if (medium.width() == 0 || whole.width() < medium.width()) {
      return List.of(whole);
    }
    Text head = Text.of(Style.PLAIN, " ".repeat(indent)).and(row.get(0));
    head = head.padded(indent + widths[0] + 2).and(row.get(1));
    List<Text> lines = new ArrayList<>();
    boolean apart = line.width() >= medium.width();
    lines.add(apart ? head : line);
    if (apart) {
      lines.addAll(medium.wrapped(row.get(2), indent + 2));
    }
    if (!content.isEmpty()) {
      lines.addAll(medium.wrapped(content, indent + 2));
    }
    return lines;
  }

  private List<Text> row(Stream stream) {
    Text name = Text.of(Style.CODE, stream.name());
    String descriptor = medium.say("buffers.descriptor", stream.descriptor());
    Text mode = Text.of(Style.NOTE, descriptor + "  " + mode(stream));
    Text count = Text.EMPTY;
    Text content = Text.EMPTY;
    if (stream.count() > 0) {
      count = Text.of(Style.STRONG, count(stream));
      content = Text.of(Style.OUTPUT, stream.text());
    } else if (stream.capacity() > 0) {
      count = Text.of(Style.NOTE, count(stream));
    }
    if (!stream.target().isEmpty()) {
      content =
          content.isEmpty()
              ? Text.of(Style.NOTE, stream.target())
              : content.and(Style.NOTE, "  " + stream.target());
    }
    return List.of(name, mode, count, content);
  }

  private String mode(Stream stream) {
    return medium.say("buffers.mode." + stream.mode().name().toLowerCase(Locale.ROOT));
  }

  private String count(Stream stream) {
    return medium.say(
        stream.isReading() ? "buffers.unread" : "buffers.unwritten",
        stream.count(),
        stream.capacity());
  }

  private List<Text> spoken(Crowd who, List<Stream> streams) {
    List<Text> lines = new ArrayList<>();
    Text head = who.text(medium, true).and(Style.MESSAGE, medium.say("colon"));
    lines.addAll(medium.wrapped(head, 0));
    for (Stream stream : streams) {
      String what =
          stream.count() == 0
              ? medium.say("buffers.say.empty")
              : medium.say("buffers.say.holds", count(stream), stream.text());
      String target =
          stream.target().isEmpty() ? "" : medium.say("buffers.say.target", stream.target());
      String text =
          medium.say("buffers.say", stream.name(), stream.descriptor(), target, mode(stream), what);
      lines.addAll(medium.wrapped(Text.of(Style.MESSAGE, text), 0));
    }
    return lines;
  }
}
