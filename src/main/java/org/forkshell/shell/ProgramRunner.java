package org.forkshell.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.view.Style;

/** Runs whole programs, each in the place of the processes of the prompt. */
final class ProgramRunner {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final Families families;
  private final ProgramInput reads;
  private final Display display;
  private final MonotonicClock clock;
  private volatile boolean running;

  ProgramRunner(Families families, ProgramInput reads, Display display, MonotonicClock clock) {
    this.families = families;
    this.reads = reads;
    this.display = display;
    this.clock = clock;
  }

  /** Whether a program is in the place of the prompt's processes. */
  boolean isRunning() {
    return running;
  }

  /** What is done as soon as a program was given its family. */
  @FunctionalInterface
  interface Begun {
    void run() throws InterruptedException;
  }

  /**
   * Runs a program to its end or to the end of the time.
   *
   * @return whether it came to its end
   */
  boolean run(
      Program program,
      List<String> words,
      PromptSession.LineSource input,
      Duration limit,
      Begun begun)
      throws IOException, InterruptedException {
    Family now = families.replace(program);
    running = true;
    try {
      now.run(program, words);
      begun.run();
      return awaitEnd(now, input, limit);
    } finally {
      if (!now.session().isOver()) {
        now.session().close();
      }
      now.chronicle().settle();
      if (program.findsRaces()) {
        display.say(Style.NOTE, now.foundRaces());
      }
      running = false;
      families.leave(now);
    }
  }

  private boolean awaitEnd(Family now, PromptSession.LineSource input, Duration limit)
      throws IOException, InterruptedException {
    long deadline = clock.nanos() + limit.toNanos();
    while (!now.session().isOver() && clock.nanos() < deadline) {
      // A program that computes for ever never settles.
      now.session().awaitSettled(PATIENCE, Duration.ofNanos(deadline - clock.nanos()));
      now.chronicle().settle();
      if (!reads.readers().isEmpty()) {
        reads.give(input.next());
      } else if (!now.session().isOver()) {
        now.session().awaitEnd(PATIENCE);
      }
    }
    return now.session().isOver();
  }

  /** Ends a program as Ctrl-C at its terminal would. */
  void end(Family program) throws InterruptedException {
    for (Entry entry : program.tree().alive()) {
      program.session().signal(entry.pid(), Signal.SIGINT.number());
    }
    if (!program.session().awaitEnd(Duration.ofSeconds(1))) {
      program.session().close();
    }
  }
}
