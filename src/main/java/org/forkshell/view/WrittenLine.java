package org.forkshell.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.forkshell.process.FlushReason;

/**
 * What one process wrote to one stream, cut into lines. A line that does not end is shown as far as
 * it got, once.
 */
final class WrittenLine {
  private static final int LONGEST = 4096;

  private final Style style;
  private byte[] bytes = new byte[128];
  private int length;
  private boolean begun;
  private final List<FlushReason> reasons = new ArrayList<>(2);

  WrittenLine(Style style) {
    this.style = style;
  }

  /**
   * Adds bytes.
   *
   * @param out gets each line that is now whole, and why its bytes came, one reason for each time
   */
  void add(byte[] more, FlushReason why, BiConsumer<Text, List<FlushReason>> out) {
    int start = 0;
    for (int i = 0; i < more.length; i++) {
      if (more[i] == '\n') {
        append(more, start, i);
        because(why);
        give(length, out);
        begun = false;
        start = i + 1;
      }
    }
    if (start < more.length) {
      append(more, start, more.length);
      because(why);
    }
    while (length > LONGEST) {
      give(LONGEST - Bytes.unfinished(bytes, LONGEST), out);
    }
  }

  private void because(FlushReason why) {
    if (!reasons.contains(why)) {
      reasons.add(why);
    }
  }

  private void append(byte[] more, int from, int to) {
    int count = to - from;
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
    System.arraycopy(more, from, bytes, length, count);
    length += count;
  }

  /** Gives out what there is, though the line has not ended. */
  void cut(BiConsumer<Text, List<FlushReason>> out) {
    if (length > 0) {
      give(length, out);
    }
  }

  /** The cursor is at the start of a line again: somebody typed one. */
  void freshLine() {
    begun = false;
  }

  boolean isEmpty() {
    return length == 0;
  }

  private void give(int count, BiConsumer<Text, List<FlushReason>> out) {
    Text text = Bytes.shown(bytes, 0, count, style);
    if (begun) {
      text = Text.of(Style.CONTROL, "…").and(text);
    }
    System.arraycopy(bytes, count, bytes, 0, length - count);
    length -= count;
    begun = true;
    out.accept(text, reasons);
    if (length == 0) {
      reasons.clear();
    }
  }
}
