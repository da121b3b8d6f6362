package org.forkshell.shell;

import java.time.Duration;
import java.util.List;
import org.forkshell.execution.InputReader;
import org.forkshell.process.MonotonicClock;
import org.jspecify.annotations.Nullable;

/** The standard input of the processes: who reads it, and what they are given. */
final class ProgramInput {
  private static final Duration GLANCE = Duration.ofMillis(1);

  /** For how long a reader is waited for that was given a line and does not say that it read it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Families families;
  private final MonotonicClock clock;

  ProgramInput(Families families, MonotonicClock clock) {
    this.families = families;
    this.clock = clock;
  }

  /** The processes that wait for a line of input. */
  List<InputReader> readers() {
    Family now = families.live();
    return now == null ? List.of() : now.session().readers();
  }

  /** Gives a line to whoever reads standard input; null is the end of the file. */
  void give(@Nullable String line) throws InterruptedException {
    Family now = families.current();
    if (now != null) {
      List<InputReader> before = readers();
      now.session().input(line);
      awaitTaken(before);
    }
  }

  /** The reader must be seen to have read before it is asked again. */
  private void awaitTaken(List<InputReader> before) throws InterruptedException {
    long deadline = clock.nanos() + PATIENCE.toNanos();
    while (!before.isEmpty() && readers().equals(before) && clock.nanos() < deadline) {
      clock.sleep(GLANCE);
    }
  }
}
