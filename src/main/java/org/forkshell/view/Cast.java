package org.forkshell.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes lines, as they are shown on a screen of its own, as an asciicast. */
final class Cast {
  private static final int HEIGHT = 30;

  private final int width;
  private final Function<Text, String> painter;
  private final Consumer<String> out;
  private final LineLayout layout = new LineLayout();
  private boolean begun;
  private long start;
  private long last;

  /**
   * Writes the header.
   *
   * @param width how many columns the player's terminal has
   * @param painter gives a line its colours
   * @param out gets each line of the file, with its line end
   */
  Cast(String title, int width, Function<Text, String> painter, Consumer<String> out) {
    this.width = width;
    this.painter = painter;
    this.out = out;
    out.accept(Asciicast.header(title, width, HEIGHT));
  }

  /** A line was shown: {@code line}, or, if it is about a process, {@code labelled}. */
  void add(long nanos, @Nullable LabelledLine labelled, Text line) {
    if (!begun) {
      begun = true;
      start = nanos;
    }
    StringBuilder text = new StringBuilder();
    for (Text part : labelled == null ? List.of(line) : layout.lines(labelled, width)) {
      text.append(painter.apply(part)).append('\n');
    }
    // Time must not go back.
    last = Math.max(last, nanos - start);
    out.accept(Asciicast.output(last, text.toString()));
  }
}
