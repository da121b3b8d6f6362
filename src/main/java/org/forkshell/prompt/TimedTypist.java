package org.forkshell.prompt;

import java.io.IOException;
import java.time.Duration;
import org.forkshell.process.MonotonicClock;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Typewriter;
import org.forkshell.tutor.Replay;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Types at the pace of somebody who explains, and pauses as long as it takes to read. */
public final class TimedTypist implements Replay.Typist {
  private static final double KEYS_PER_SECOND = 14;
  private static final double CHARACTERS_READ_PER_SECOND = 35;
  private static final double THOUGHT_SECONDS = 0.8;

  /**
   * @param speed 1 for natural, 2 for twice as fast
   * @param typing whether lines appear letter by letter
   * @param longestPause no pause is longer
   */
  public record Pace(double speed, boolean typing, Duration longestPause) {}

  private final Typewriter typewriter;
  private final Pace pace;
  private final MonotonicClock clock;
  private long unread;

  public TimedTypist(Typewriter typewriter, Pace pace, MonotonicClock clock) {
    this.typewriter = typewriter;
    this.pace = pace;
    this.clock = clock;
    typewriter.add(new Painter(0, true), text -> unread += text.length());
  }

  @Override
  public Wish read() throws InterruptedException {
    pause(THOUGHT_SECONDS + unread / CHARACTERS_READ_PER_SECOND);
    unread = 0;
    return Wish.ON;
  }

  @Override
  public Wish type(Text prompt, String line) throws IOException, InterruptedException {
    read();
    typewriter.prompt(prompt);
    if (pace.typing()) {
      for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
        typewriter.type(Text.of(Style.PLAIN, Character.toString(line.codePointAt(i))));
        pause(1 / KEYS_PER_SECOND);
      }
    } else {
      typewriter.type(Text.of(Style.PLAIN, line));
    }
    pause(THOUGHT_SECONDS / 2);
    typewriter.enter();
    unread = 0;
    return Wish.ON;
  }

  private void pause(double seconds) throws InterruptedException {
    long millis = Math.min((long) (seconds * 1000 / pace.speed()), pace.longestPause().toMillis());
    if (millis > 0) {
      clock.sleep(Duration.ofMillis(millis));
    }
  }
}
