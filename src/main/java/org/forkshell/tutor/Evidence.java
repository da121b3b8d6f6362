package org.forkshell.tutor;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.forkshell.execution.Session.Progress;
import org.forkshell.lesson.Observation;
import org.forkshell.process.Event;
import org.forkshell.shell.Family;
import org.forkshell.shell.PromptSession;
import org.jspecify.annotations.Nullable;

/** What was seen of a program, or of the lines that were entered since something began. */
final class Evidence {
  /** Time to compute, or to wait in a call, for each process that is still at it. */
  private static final Duration SLICE = Duration.ofMillis(50);

  /** For what the author says will come. */
  static final int PATIENT = 40;

  /** For what may come or not, while a learner waits for the prompt. */
  static final int IMPATIENT = 5;

  private final PromptSession session;
  private @Nullable Family family;
  private int from;

  Evidence(PromptSession session) {
    this.session = session;
  }

  /** From here on. */
  void begin() {
    family = session.latest();
    from = family == null ? 0 : family.history().excerpt().events().size();
  }

  /** What the newest family has done since; null while there is none. */
  @Nullable Observation now() {
    return now(session.latest() == family ? from : 0);
  }

  /** All that the newest family has done; null while there is none. */
  @Nullable Observation whole() {
    return now(0);
  }

  private @Nullable Observation now(int first) {
    Family newest = session.latest();
    if (newest == null) {
      return null;
    }
    List<Event> events = newest.history().excerpt().events();
    return new Observation(
        events,
        Math.min(first, events.size()),
        new LiveProcesses(newest, session.compiler()),
        List.of());
  }

  /**
   * What was seen once something holds of it; the last that was seen where it never did, though
   * nothing moves any more, or those who are at work have had time enough.
   *
   * @param slices how many slices of time are enough
   */
  @Nullable Observation await(Predicate<Observation> condition, int slices)
      throws InterruptedException {
    Observation seen = now();
    for (int i = 0; i < slices && seen != null && !condition.test(seen); i++) {
      boolean moves = moves();
      seen = now();
      if (!moves) {
        break;
      }
    }
    return seen;
  }

  private boolean moves() throws InterruptedException {
    Family newest = session.latest();
    Progress progress =
        newest == null
            ? Progress.OVER
            : newest.session().awaitSettled(SLICE, SLICE.multipliedBy(PATIENT));
    return progress == Progress.SOME_READY || progress == Progress.BUSY;
  }
}
