package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.forkshell.execution.Host;
import org.forkshell.execution.ScriptedSession;
import org.forkshell.language.Includes;
import org.forkshell.language.c.CLanguage;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.FlushReason;
import org.forkshell.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does as time goes by, with a clock that the test moves and no real process. */
class PromptSessionClockTest {
  private static final int P = 4001;

  private final TestClock clock = TestClock.movedByHand();
  private final Transcript screen = new Transcript();
  private final Host host =
      (options, family, listener) -> new ScriptedSession(family, listener, clock);
  private final PromptSession session =
      new PromptSession(
          () -> host,
          new CompilerStart(new CLanguage(), Includes.NONE),
          new Settings(Locale.ENGLISH),
          new Display(screen),
          Duration.ofMillis(500),
          clock);
  private ScriptedSession run;

  @BeforeEach
  void begin() throws Exception {
    clock.awaitSleepers(1);
    run = (ScriptedSession) session.start().session();
    run.happens(new Event.Born(at(P), 0, 0));
  }

  @AfterEach
  void end() {
    session.close();
  }

  private Origin at(int pid) {
    return new Origin(pid, clock.nanos(), 1, List.of());
  }

  private Event writes(String text) {
    return new Event.Output(at(P), 1, text.getBytes(StandardCharsets.UTF_8), FlushReason.WRITE);
  }

  @Test
  void aLineWithoutItsEndIsHeldBackForATenthOfASecond() throws Exception {
    run.happens(writes("no newline"));
    clock.advance(Duration.ofMillis(100));
    assertThat(screen.lines()).isEmpty();

    clock.advance(Duration.ofMillis(50));

    assertThat(screen.lines()).hasSize(1);
    assertThat(screen.lines().get(0)).startsWith("P # no newline");
  }

  @Test
  void aLineWhoseEndComesInTimeIsWhole() throws Exception {
    run.happens(writes("begun, "));
    clock.advance(Duration.ofMillis(100));
    run.happens(writes("ended\n"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(screen.lines()).hasSize(1);
    assertThat(screen.lines().get(0)).startsWith("P # begun, ended");
  }

  @Test
  void theDeadAreLookedForFiveTimesASecondThoughNobodyWaits() throws Exception {
    clock.advance(Duration.ofSeconds(10));

    assertThat(run.searches()).isEqualTo(50);
  }
}
