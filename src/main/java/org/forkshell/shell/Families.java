package org.forkshell.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.forkshell.codegen.Program;
import org.forkshell.execution.LabException;
import org.forkshell.execution.UnendedProcess;
import org.forkshell.language.Language;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.view.Feedback;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Style;
import org.forkshell.view.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The families of a session at the prompt, one after another: who is there now, and who was there
 * last. A thread of its own looks after them, so that it is told also while nobody types that
 * nobody is left.
 */
final class Families implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final int LOOK_EVERY = 4;

  private final LabSource labs;
  private final Supplier<LineCompiler> compiler;
  private final Language language;
  private final Settings settings;
  private final Wording wording;
  private final Display display;
  private final MonotonicClock clock;
  private final Thread ticker;
  private @Nullable Family shut;
  private @Nullable Family stuck;
  private volatile @Nullable Family family;
  private volatile @Nullable Family latest;
  private volatile Annotator annotator = (event, family) -> List.of();
  private volatile BiConsumer<Event, ProcessTree> witness = (event, family) -> {};
  private boolean emptinessTold;
  private boolean attended = true;

  /**
   * @param compiler what the lines of the prompt are compiled with; not asked for before it is
   *     needed
   */
  Families(
      LabSource labs,
      Supplier<LineCompiler> compiler,
      Language language,
      Settings settings,
      Display display,
      MonotonicClock clock) {
    this.labs = labs;
    this.compiler = compiler;
    this.language = language;
    this.settings = settings;
    this.wording = settings.wording(display.screen());
    this.display = display;
    this.clock = clock;
    this.ticker = new Thread(this::tick, "chronicle");
    ticker.setDaemon(true);
    ticker.start();
  }

  private void tick() {
    try {
      for (int ticks = 0; ; ticks++) {
        clock.sleep(TICK);
        Family now = family;
        if (now != null) {
          now.chronicle().tick();
          tellDeadlocks(now);
          tellWhenShut(now);
          replaceWhenLost(now);
          if (ticks % LOOK_EVERY == 0) {
            // Who was killed from outside cannot say so, and nobody may be waiting for it.
            now.session().findUntoldEnds();
          }
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellDeadlocks(Family now) throws InterruptedException {
    if (now.tellDeadlocks() && attended && now != stuck) {
      stuck = now;
      String key = now.program().isEmpty() ? "session.deadlock" : "run.deadlock";
      display.say(Style.NOTE, settings.words().get(key));
    }
  }

  private void tellWhenShut(Family now) {
    if (now.isShut() && now != shut) {
      shut = now;
      display.error(settings.words().get("session.shut"));
    }
  }

  /** A new lab is started at once, so that the next line need not wait for it. */
  private void replaceWhenLost(Family now) throws InterruptedException {
    if (now.isLost() && tellEnd(now)) {
      try {
        labs.get();
      } catch (LabException e) {
        display.error(Problem.ofLab(settings.words(), e));
      }
    }
  }

  /** Says, once of each family, that nobody of it is left. */
  synchronized boolean tellEnd(Family ended) {
    if (ended != family || emptinessTold) {
      return false;
    }
    emptinessTold = true;
    if (ended.isLost() && !ended.isShut()) {
      ended.chronicle().settle();
      List<UnendedProcess> unended = ended.unended();
      if (unended.isEmpty()) {
        display.error(settings.words().get("session.lost"));
      }
      unended.forEach(process -> display.error(Problem.ofUnended(settings.words(), process)));
    } else if (attended && settings.feedback() != Feedback.SILENT) {
      display.say(Style.NOTE, settings.words().get("session.over"));
    }
    return true;
  }

  /** What is said of their processes, and how. */
  Wording wording() {
    return wording;
  }

  /** The one that is there, be it over or not; null while there is none. */
  @Nullable Family current() {
    return family;
  }

  /** The live one, or null while there is none. */
  @Nullable Family live() {
    Family now = family;
    return now == null || now.session().isOver() ? null : now;
  }

  /** The last one that was given something to do, be it over or not; null before the first. */
  @Nullable Family latest() {
    return latest;
  }

  /** Notes that a family is given something to do. */
  void use(Family now) {
    latest = now;
  }

  /** Sets who hears of every event of every family, from now on. */
  void listen(BiConsumer<Event, ProcessTree> by) {
    witness = by;
  }

  /** Sets who has something to say about events, from now on. */
  void annotate(Annotator by) {
    annotator = by;
  }

  /** Nobody is there to be told what can be typed next. */
  void unattended() {
    attended = false;
  }

  private List<LabelledLine> remarks(Event event, ProcessTree family) {
    witness.accept(event, family);
    return annotator.remarks(event, family);
  }

  private Family begin(DebugInformation code) throws IOException, InterruptedException {
    return new Family(labs.get(), code, language, settings, wording, display, this::remarks, clock);
  }

  /**
   * Forks a root process for lines, if there is none.
   *
   * @param log what its memory is to hold from the beginning
   * @param begun is told if a family was begun
   */
  synchronized Family start(List<LogLine> log, Consumer<Family> begun)
      throws IOException, InterruptedException {
    Family now = live();
    if (now == null) {
      now = begin(compiler.get());
      now.load(log);
      family = now;
      emptinessTold = false;
      begun.accept(now);
    }
    return now;
  }

  /**
   * A program's family in the place of the prompt's, which may be about to start just now: then it
   * is there before it is ended.
   */
  synchronized Family replace(Program program) throws IOException, InterruptedException {
    end();
    Family now = begin(DebugInformation.of(program));
    emptinessTold = false;
    family = now;
    latest = now;
    return now;
  }

  /** Lets go of a family that is over. */
  void leave(Family ended) {
    if (ended.isLost()) {
      tellEnd(ended);
    }
    family = null;
  }

  /** Ends all processes at once. */
  void end() {
    Family now = live();
    if (now != null) {
      now.close();
      if (!now.unended().isEmpty()) {
        tellEnd(now);
      }
    }
    family = null;
  }

  /** Ends all processes at once and forgets that there were any. */
  void forget() {
    end();
    latest = null;
  }

  @Override
  public void close() {
    ticker.interrupt();
    end();
  }
}
