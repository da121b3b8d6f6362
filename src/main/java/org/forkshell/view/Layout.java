package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts labelled lines into columns: who, pid, what, and the note behind it or, where there is no
 * room, below. The columns grow with what they have to hold and never shrink.
 */
public final class Layout {
  private static final int INDENT = 2;
  private static final int MOST_FOR_NAMES = 14;
  private static final int WHAT = 14;
  private static final int NARROW = 60;

  private int names = 3;
  private int pids = 1;

  /**
   * The lines on the screen that a labelled line takes.
   *
   * @param width the columns there are, or 0 where lines may be as long as they like
   */
  public List<Text> lines(LabelledLine line, int width) {
    boolean narrow = width > 0 && width < NARROW;
    String pid = line.pid() == 0 ? "" : Integer.toString(line.pid());
    names = Math.max(names, Math.min(line.who().length(), narrow ? 6 : MOST_FOR_NAMES));
    pids = Math.max(pids, pid.length());
    Text label =
        Text.of(Style.PLAIN, " ".repeat(narrow ? 0 : INDENT))
            .and(Text.of(line.name(), line.who()))
            .padded((narrow ? 0 : INDENT) + names)
            .and(Style.PLAIN, " ")
            .and(pid.isEmpty() ? Text.EMPTY : Text.of(line.name(), pid))
            .padded((narrow ? 0 : INDENT) + names + 1 + pids)
            .and(Style.PLAIN, narrow ? " " : "  ");
    int margin = label.width();
    if (line.what().isEmpty()) {
      // More about the line above.
      return wrapped(line.note(), margin, width);
    }
    Text joined = label.and(line.what());
    if (line.note().isEmpty()) {
      return List.of(joined);
    }
    Text full = joined.padded(margin + WHAT).and(Style.PLAIN, "  ").and(line.note());
    if (width == 0 || full.width() < width) {
      return List.of(full);
    }
    Text tight = joined.and(Style.PLAIN, "  ").and(line.note());
    if (tight.width() < width) {
      return List.of(tight);
    }
    List<Text> all = new ArrayList<>();
    all.add(joined);
    int indent = Math.min(margin + 2, Math.max(2, width / 3));
    all.addAll(wrapped(line.note(), indent, width));
    return all;
  }

  /**
   * A text in lines of at most {@code width} columns, each behind {@code indent} blanks, broken at
   * blanks.
   */
  public static List<Text> wrapped(Text text, int indent, int width) {
    List<Text> lines = new ArrayList<>();
    Text blank = Text.of(Style.PLAIN, " ".repeat(indent));
    Text line = blank;
    int used = indent;
    for (Text.Piece piece : text.pieces()) {
      for (String word : words(piece.text())) {
        int columns = Columns.of(word);
        if (width > 0 && used + Columns.of(word.stripTrailing()) >= width && used > indent) {
          lines.add(line);
          line = blank;
          used = indent;
          word = word.stripLeading();
          columns = Columns.of(word);
        }
        line = line.and(new Text(List.of(new Text.Piece(piece.style(), piece.hue(), word))));
        used += columns;
      }
    }
    if (used > indent || lines.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** Of Chinese punctuation, what no line begins with, and what no line ends with. */
  private static final String CLOSING = "，。；：、？！）》」』”’";

  private static final String OPENING = "（《「『“‘";

  /**
   * Words with the blanks behind them; a wide character may end a line, but punctuation stays with
   * what it belongs to.
   */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wide = Columns.of(c) == 2 && OPENING.indexOf(c) < 0;
      boolean held = i + 1 < text.length() && CLOSING.indexOf(text.charAt(i + 1)) >= 0;
      boolean ends = c == ' ' || (wide && !held);
      if (ends) {
        words.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }
}
