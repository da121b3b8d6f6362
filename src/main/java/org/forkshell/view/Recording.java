package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was shown of a family, and when, to be played again. Bounded: a recording without end would
 * fill the memory and nobody would watch it. May be used by several threads.
 */
public final class Recording {
  private static final int MOST = 50_000;
  private static final long MOST_CHARACTERS = 8 << 20;

  /** A line about a process, or another one. */
  private record Shown(long nanos, @Nullable LabelledLine labelled, Text line) {
    long characters() {
      Text what = labelled == null ? null : labelled.what();
      return line.length() + (what == null ? 0 : what.length());
    }
  }

  private final List<Shown> all = new ArrayList<>();
  private @Nullable Cast follower;
  private long characters;
  private long missing;
  private long lastNanos;

  /** These lines were shown at a moment, by the clock of events. */
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
    lastNanos = shown.nanos;
    characters += shown.characters();
    if (all.size() >= MOST || characters > MOST_CHARACTERS) {
      missing++;
      return;
    }
    all.add(shown);
    if (follower != null) {
      follower.add(shown.nanos, shown.labelled, shown.line);
    }
  }

  /** How many lines came too late to be kept. */
  public synchronized long missing() {
    return missing;
  }

  /**
   * From now on, what is shown goes to a file at once, as an asciicast: a header, then what
   * appeared when, each a line of JSON.
   *
   * @param width how many columns the player's terminal has
   * @param painter gives a line its colours
   * @param out gets each line of the file, with its line end
   */
  public synchronized void follow(
      String title, int width, Function<Text, String> painter, Consumer<String> out) {
    follower = new Cast(title, width, painter, out);
  }

  /** Nothing more comes: what was left out is said at the end of the file. */
  public synchronized void unfollow(LongFunction<Text> omitted) {
    if (follower != null && missing > 0) {
      follower.add(lastNanos, null, omitted.apply(missing));
    }
    follower = null;
  }

  /**
   * All of it as an asciicast, version 2.
   *
   * @param omitted says how many lines were left out
   */
  public synchronized String asciicast(
      String title, int width, Function<Text, String> painter, LongFunction<Text> omitted) {
    StringBuilder text = new StringBuilder();
    Cast cast = new Cast(title, width, painter, text::append);
    for (Shown shown : all) {
      cast.add(shown.nanos, shown.labelled, shown.line);
    }
    if (missing > 0) {
      cast.add(lastNanos, null, omitted.apply(missing));
    }
    return text.toString();
  }
}
