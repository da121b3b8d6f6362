package org.forkshell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.forkshell.process.TestClock;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Typewriter;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;

/** The pace of a replay, without sitting through one. */
class TimedTypistTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Text PROMPT = Text.of(Style.PLAIN, "P ❯ ");

  private final TestClock clock = TestClock.movedBySleepers();
  private final Typewriter typewriter = new Typewriter(80, true);
  private final StringBuilder shown = new StringBuilder();

  private TimedTypist at(double speed, boolean typing, Duration longestPause) {
    typewriter.add(new Painter(0, true), shown::append);
    return new TimedTypist(typewriter, new TimedTypist.Pace(speed, typing, longestPause), clock);
  }

  private long millis(Action action) throws Exception {
    long start = clock.nanos();
    action.run();
    return clock.since(start).toMillis();
  }

  private interface Action {
    void run() throws Exception;
  }

  @Test
  void aLetterTakesAFourteenthOfASecond() throws Exception {
    TimedTypist typist = at(1, true, LONG);
    // To think before, 800 ms, to type, 14 times 71 ms, and to look at it, 400 ms.
    assertThat(millis(() -> typist.type(PROMPT, "printf(\"hi\\n\")")))
        .isEqualTo(800 + 14 * 71 + 400);
    assertThat(shown.toString()).isEqualTo("P ❯ printf(\"hi\\n\")\n");
  }

  @Test
  void twiceAsFastIsHalfTheTime() throws Exception {
    TimedTypist typist = at(2, true, LONG);
    assertThat(millis(() -> typist.type(PROMPT, "fork"))).isEqualTo(400 + 4 * 35 + 200);
  }

  @Test
  void whatIsNotTypedTakesNoTime() throws Exception {
    TimedTypist typist = at(1, false, LONG);
    assertThat(millis(() -> typist.type(PROMPT, "fork"))).isEqualTo(800 + 400);
  }

  @Test
  void aPauseIsAsLongAsItTakesToReadWhatIsNew() throws Exception {
    TimedTypist typist = at(1, true, LONG);
    typewriter.print(List.of(Text.of(Style.PLAIN, "x".repeat(349))));
    assertThat(millis(typist::read)).isEqualTo(800 + 10_000);
    assertThat(millis(typist::read)).isEqualTo(800);
  }

  @Test
  void noPauseIsLongerThanWanted() throws Exception {
    TimedTypist typist = at(1, true, Duration.ofMillis(50));
    typewriter.print(List.of(Text.of(Style.PLAIN, "x".repeat(3500))));
    assertThat(millis(typist::read)).isEqualTo(50);
  }
}
