package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was shown of a family, and when, to be played again. Bounded: a recording without end would
 * fill the memory and nobody would watch it. May be used by several threads.
 */
public final class Recording {
  private static final int MOST = 50_000;
  private static final int HEIGHT = 30;

  /** A line about a process, or another one. */
  private record Shown(long nanos, @Nullable LabelledLine labelled, Text line) {}

  private final List<Shown> all = new ArrayList<>();
  private long missing;

  /** These lines were shown at a moment, by System.nanoTime. */
  public synchronized void add(long nanos, List<LabelledLine> lines) {
    for (LabelledLine line : lines) {
      add(new Shown(nanos, line, Text.EMPTY));
    }
  }

  /** This line was. */
  public synchronized void add(long nanos, Text line) {
    add(new Shown(nanos, null, line));
  }

  private void add(Shown shown) {
    if (all.size() < MOST) {
      all.add(shown);
    } else {
      missing++;
    }
  }

  /** How many lines came too late to be kept. */
  public synchronized long missing() {
    return missing;
  }

  /**
   * As an asciicast, version 2: a header, then what appeared when, each a line of JSON.
   *
   * @param width how many columns the player's terminal has
   * @param painter gives a line its colours
   */
  public synchronized String asciicast(String title, int width, Function<Text, String> painter) {
    StringBuilder cast = new StringBuilder(Asciicast.header(title, width, HEIGHT));
    Layout layout = new Layout();
    long start = all.isEmpty() ? 0 : all.get(0).nanos;
    long last = 0;
    for (Shown shown : all) {
      List<Text> lines =
          shown.labelled == null ? List.of(shown.line) : layout.lines(shown.labelled, width);
      StringBuilder text = new StringBuilder();
      for (Text line : lines) {
        text.append(painter.apply(line)).append('\n');
      }
      // Time must not go back.
      last = Math.max(last, shown.nanos - start);
      cast.append(Asciicast.output(last, text.toString()));
    }
    return cast.toString();
  }
}
