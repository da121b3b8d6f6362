package org.forkshell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.forkshell.process.Event;
import org.forkshell.view.Facts;
import org.forkshell.view.Feedback;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Narrator;
import org.forkshell.view.Words;

/** Has one family's events narrated on the display, from whichever thread they come. */
final class Chronicle {
  /** How long a remark may be held back. */
  private static final long PATIENCE = 100_000_000;

  private final Narrator narrator;
  private final Display display;
  private final LongSupplier clock;
  private final List<LabelledLine> lines = new ArrayList<>();
  private long holdingSince;
  private boolean muted;
  private final Annotator annotator;
  private volatile boolean leaving;

  Chronicle(
      Facts facts,
      Words words,
      Supplier<Feedback> feedback,
      Set<String> explained,
      Display display,
      LongSupplier clock,
      Annotator annotator) {
    this.narrator =
        new Narrator(
            facts, words, () -> leaving ? Feedback.SILENT : feedback.get(), explained, lines::add);
    this.display = display;
    this.clock = clock;
    this.annotator = annotator;
  }

  synchronized void hear(Event event) {
    if (muted) {
      return;
    }
    try {
      narrator.hear(event);
      List<LabelledLine> remarks = annotator.remarks(event);
      if (!remarks.isEmpty()) {
        // They are about what has just been said, or is about to be.
        narrator.pause();
        lines.addAll(remarks);
      }
    } catch (RuntimeException | AssertionError bug) {
      // What is said may fail; what happens goes on, and so must who listens.
      display.error(bug.toString());
    }
    show();
    if (holdingSince == 0 && narrator.isHolding()) {
      holdingSince = clock.getAsLong();
    }
  }

  /** Says what is held back. */
  synchronized void settle() {
    if (!muted) {
      narrator.settle();
      holdingSince = 0;
      show();
    }
  }

  /** Says what has been held back for too long. */
  synchronized void tick() {
    if (holdingSince != 0 && clock.getAsLong() - holdingSince > PATIENCE) {
      narrator.pause();
      holdingSince = 0;
      show();
    }
  }

  /** From now on only what the programs write is told. */
  void leave() {
    leaving = true;
  }

  /** Nothing more is to be told. */
  synchronized void mute() {
    muted = true;
  }

  private void show() {
    if (!lines.isEmpty()) {
      display.labelled(lines);
      lines.clear();
    }
  }
}
