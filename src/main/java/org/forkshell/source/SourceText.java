package org.forkshell.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A named text, a file or a line typed at the prompt, that can say where an offset stands. */
public final class SourceText {
  private final String name;
  private final String text;
  private final boolean typed;
  // Made when first asked for: the library's sources, read at every start, never are.
  private int @Nullable [] lineStarts;

  /**
   * @param name what a diagnostic calls this text: a file's name as the user gave it, or {@code
   *     line 3}
   */
  public SourceText(String name, String text) {
    this(name, text, false);
  }

  private SourceText(String name, String text, boolean typed) {
    this.name = name;
    this.text = text;
    this.typed = typed;
  }

  /** What was typed at the prompt, called by its number in the session. */
  public static SourceText typed(int number, String text) {
    return new SourceText(Integer.toString(number), text, true);
  }

  /** Whether it was typed at the prompt, and its name is a number. */
  public boolean isTyped() {
    return typed;
  }

  /** Another text in the place of this one, under its name. */
  public SourceText with(String other) {
    return new SourceText(name, other, typed);
  }

  /** Where a line, counted from 1, begins. */
  public int startOf(int number) {
    return lineStarts()[number - 1];
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts().length;
  }

  /** The line, counted from 1, that holds {@code offset}. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column, counted from 1 in UTF-16 units, of {@code offset} in its line. */
  public int columnAt(int offset) {
    return offset - lineStarts()[lineAt(offset) - 1] + 1;
  }

  /** A line, counted from 1, to be looked at: {@link SourceBytes#readable}. */
  public String shownLine(int number) {
    return SourceBytes.readable(line(number));
  }

  /** The text of a line, counted from 1, without its line end. */
  public String line(int number) {
    int[] starts = lineStarts();
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] - 1 : text.length();
    if (end > start && text.startsWith("\r\n", end - 1)) {
      end--;
    }
    return text.substring(start, end);
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      // gcc takes a carriage return alone for a line end, too.
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
