package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.view.Facts;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Narrator;
import org.forkshell.view.NoteChoice;
import org.forkshell.view.Recording;
import org.forkshell.view.Remark;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wording;

/** Has one family's events narrated on the display, from whichever thread they come. */
public final class Chronicle {
  /** How long a remark may be held back. */
  private static final long PATIENCE = 100_000_000;

  private static final int MOST_UNSHOWN = 500;

  private final Facts facts;
  private final Narrator narrator;
  private final Display display;
  private final MonotonicClock clock;
  private final Wording wording;
  private final List<Remark> remarks = new ArrayList<>();
  private final List<LabelledLine> unshown = new ArrayList<>();
  private final Recording recording;
  private long holdingSince;
  private boolean muted;
  private final Annotator annotator;
  private volatile boolean leaving;

  Chronicle(
      Facts facts,
      NoteChoice notes,
      Wording wording,
      Display display,
      MonotonicClock clock,
      Annotator annotator) {
    this(facts, notes, wording, display, clock, annotator, new Recording());
  }

  Chronicle(
      Facts facts,
      NoteChoice notes,
      Wording wording,
      Display display,
      MonotonicClock clock,
      Annotator annotator,
      Recording recording) {
    this.facts = facts;
    this.recording = recording;
    this.narrator = new Narrator(facts, kind -> !leaving && notes.isOn(kind), remarks::add);
    this.wording = wording;
    this.display = display;
    this.clock = clock;
    this.annotator = annotator;
  }

  /** Something happened. What is to be said of it appears at the latest when {@link #rest} is. */
  synchronized void hear(Event event) {
    if (muted) {
      return;
    }
    try {
      narrator.hear(event);
      List<LabelledLine> authors = annotator.remarks(event, facts.tree());
      if (!authors.isEmpty()) {
        // They are about what has just been said, or is about to be.
        narrator.pause(event.pid());
        narrator.pause(authors.get(0).pid());
        showUpTo(authors.get(0).pid());
        tell(authors);
      }
    } catch (RuntimeException | AssertionError bug) {
      // What is said may fail; what happens goes on, and so must who listens.
      rest();
      display.error(bug.toString());
    }
    show();
    if (holdingSince == 0 && narrator.isHolding()) {
      holdingSince = clock.nanos();
    }
  }

  /** Nothing more is there to be heard now. */
  synchronized void rest() {
    if (!unshown.isEmpty()) {
      display.labelled(unshown);
      unshown.clear();
    }
  }

  /** Says what is held back. */
  synchronized void settle() {
    if (!muted) {
      narrator.settle();
      holdingSince = narrator.isHolding() ? clock.nanos() : 0;
      show();
      rest();
    }
  }

  /** Says what has been held back for too long. */
  synchronized void tick() {
    if (!muted && holdingSince != 0 && clock.nanos() - holdingSince > PATIENCE) {
      narrator.pause();
      holdingSince = narrator.isHolding() ? clock.nanos() : 0;
      show();
      rest();
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

  /**
   * Of what was held back, says that which ends with a process's own; all if nothing is about it.
   */
  private void showUpTo(int pid) {
    int last = remarks.size() - 1;
    while (last >= 0 && remarks.get(last).pid() != pid) {
      last--;
    }
    if (last >= 0) {
      List<Remark> first = remarks.subList(0, last + 1);
      tell(wording.lines(first));
      first.clear();
    } else {
      show();
    }
  }

  /** What was shown so far, and when. */
  public Recording recording() {
    return recording;
  }

  /** A line was given to the processes. */
  void typed(String line) {
    recording.add(clock.nanos(), Text.of(Style.CODE, "❯ ").and(Style.PLAIN, line));
  }

  private void tell(List<LabelledLine> lines) {
    if (!lines.isEmpty()) {
      unshown.addAll(lines);
      recording.add(clock.nanos(), lines);
    }
    if (unshown.size() > MOST_UNSHOWN) {
      rest();
    }
  }

  private void show() {
    if (!remarks.isEmpty()) {
      tell(wording.lines(remarks));
      remarks.clear();
    }
  }
}
