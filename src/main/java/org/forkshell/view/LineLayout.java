package org.forkshell.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts labelled lines into columns: who, pid, what, and the note after it or, where there is no
 * room, below. The columns grow with what they have to hold and never shrink.
 */
public final class LineLayout {
  private static final int INDENT = 2;
  private static final int MOST_FOR_NAMES = 14;
  private static final int WHAT = 14;
  private static final int NARROW = 60;

  /** With fewer columns beside the label a line goes below it. */
  private static final int LEAST = 8;

  private static final int MANY = 1000;

  private final Map<Integer, Label> labels = new HashMap<>();
  private int names = 3;
  private int pids = 1;
  private boolean narrow;

  /** Who, and the pid, as they stand in front of a line; kept because they stand there often. */
  private record Label(LabelledLine line, Text text, int width) {
    boolean is(LabelledLine other) {
      return line.pid() == other.pid()
          && line.others() == other.others()
          && line.name().equals(other.name());
    }
  }

  /**
   * The lines on the screen that a labelled line takes. None is wider than the screen: what is too
   * long goes on below, after as many blanks as the label is wide.
   *
   * @param width the columns there are, or 0 where lines may be as long as they like
   */
  public List<Text> lines(LabelledLine line, int width) {
    Label label = label(line, width > 0 && width < NARROW);
    int margin = label.width();
    Text what = line.what();
    if (what == null) {
      // More about the line above.
      return wrapped(line.note(), width > 0 ? Math.min(margin, width / 2) : margin, width);
    }
    int end = margin + what.width();
    int note = line.note().isEmpty() ? 0 : line.note().width();
    if (width == 0 || (note == 0 ? end : Math.max(end, margin + WHAT) + 2 + note) < width) {
      return List.of(
          whole(label, what, line, note == 0 ? 0 : Math.max(0, margin + WHAT - end) + 2));
    }
    if (note > 0 && end + 2 + note < width) {
      return List.of(whole(label, what, line, 2));
    }
    List<Text> all = broken(label, what, width);
    if (note > 0) {
      all.addAll(wrapped(line.note(), Math.min(margin + 2, Math.max(2, width / 3)), width));
    }
    return all;
  }

  private static Text whole(Label label, Text what, LabelledLine line, int gap) {
    List<Text.Piece> pieces = new ArrayList<>(8);
    pieces.addAll(label.text().pieces());
    pieces.addAll(what.pieces());
    if (gap > 0) {
      pieces.add(new Text.Piece(Style.PLAIN, -1, " ".repeat(gap)));
      pieces.addAll(line.note().pieces());
    }
    return new Text(pieces);
  }

  private Label label(LabelledLine line, boolean isNarrow) {
    Label known = labels.get(line.pid());
    if (known != null && known.is(line) && narrow == isNarrow) {
      return known;
    }
    String who = line.who();
    String pid = line.pid() == 0 ? "" : Integer.toString(line.pid());
    int widerNames = Math.max(names, Math.min(who.length(), isNarrow ? 6 : MOST_FOR_NAMES));
    int widerPids = Math.max(pids, pid.length());
    if (widerNames > names || widerPids > pids || narrow != isNarrow || labels.size() > MANY) {
      labels.clear();
    }
    names = widerNames;
    pids = widerPids;
    narrow = isNarrow;
    int indent = narrow ? 0 : INDENT;
    Text text =
        Text.of(Style.PLAIN, " ".repeat(indent))
            .and(Text.of(line.name(), who))
            .padded(indent + names)
            .and(Style.PLAIN, " ")
            .and(pid.isEmpty() ? Text.EMPTY : Text.of(line.name(), pid))
            .padded(indent + names + 1 + pids)
            .and(Style.PLAIN, narrow ? " " : "  ");
    Label made = new Label(line, text, text.width());
    labels.put(line.pid(), made);
    return made;
  }

  /**
   * What is too wide: what a process wrote is cut where the screen ends, a sentence between its
   * words, and of a value no character is lost.
   */
  private static List<Text> broken(Label label, Text what, int width) {
    List<Text> lines = new ArrayList<>();
    int margin = Math.min(label.width(), width / 2);
    int first = width - 1 - label.width();
    Text rest = what;
    if (first < LEAST) {
      // Not even a few columns are left beside the label.
      lines.addAll(Wrapping.cut(label.text(), Math.max(1, width - 1)));
    } else {
      List<Text> parts = parts(what, first);
      lines.add(label.text().and(parts.get(0)));
      if (parts.size() == 1) {
        return lines;
      }
      // What goes on below may have another width, so it is cut anew.
      List<Text.Piece> pieces = new ArrayList<>();
      for (Text part : parts.subList(1, parts.size())) {
        if (!pieces.isEmpty() && isSentence(what)) {
          pieces.add(new Text.Piece(Style.PLAIN, -1, " "));
        }
        pieces.addAll(part.pieces());
      }
      rest = new Text(pieces);
    }
    Text blank = Text.of(Style.PLAIN, " ".repeat(margin));
    for (Text part : parts(rest, Math.max(1, width - 1 - margin))) {
      lines.add(blank.and(part));
    }
    return lines;
  }

  private static List<Text> parts(Text what, int width) {
    if (isSentence(what)) {
      return Wrapping.wrapped(what, width);
    }
    return isValue(what) ? Wrapping.kept(what, width) : Wrapping.cut(what, width);
  }

  private static boolean isSentence(Text what) {
    return what.pieces().stream()
        .allMatch(piece -> piece.style() == Style.NOTE || piece.style() == Style.ALARM);
  }

  private static boolean isValue(Text what) {
    return what.pieces().stream()
        .allMatch(piece -> piece.style() == Style.VALUE_NAME || piece.style() == Style.VALUE);
  }

  /**
   * A text in lines of less than {@code width} columns, each after {@code indent} blanks; in one
   * where the width is 0.
   */
  public static List<Text> wrapped(Text text, int indent, int width) {
    Text blank = Text.of(Style.PLAIN, " ".repeat(indent));
    int room = width == 0 ? Integer.MAX_VALUE : Math.max(1, width - 1 - indent);
    List<Text> lines = new ArrayList<>();
    for (Text line : Wrapping.wrapped(text, room)) {
      lines.add(blank.and(line));
    }
    return lines;
  }

  /**
   * A line as it is, or, where it is wider than the screen, in several, broken at blanks; what goes
   * on below is indented.
   */
  public static List<Text> folded(Text line, int width) {
    if (width == 0 || line.width() <= width) {
      return List.of(line);
    }
    String plain = line.toString();
    int indent = Math.min(plain.length() - plain.stripLeading().length() + 2, width / 3);
    List<Text> lines = new ArrayList<>();
    Text blank = Text.of(Style.PLAIN, " ".repeat(indent));
    for (Text part : wrapped(line, 0, width - indent)) {
      lines.add(lines.isEmpty() ? part : blank.and(part));
    }
    return lines;
  }
}
