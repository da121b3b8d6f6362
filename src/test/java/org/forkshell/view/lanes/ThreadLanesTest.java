package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.FlushReason;
import org.forkshell.process.Impasse;
import org.forkshell.process.Signal;
import org.forkshell.view.EventSource;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;

/** A thread has a lane of its own beside its process's. */
class ThreadLanesTest {
  private final Story story = new Story();
  private long now = 10_000_000;

  private Origin by(int tid) {
    return new Origin(Story.ROOT, tid, now += 1_000_000, 1, List.of(), 0);
  }

  private void starts(int tid, int index) {
    story.add(new Event.ThreadStarted(by(Story.ROOT), tid, index));
  }

  private void writes(int tid, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    story.add(new Event.Output(by(tid), 1, bytes, FlushReason.NEWLINE));
  }

  private void joins(int tid) {
    story.add(new Event.Blocked(by(Story.ROOT), Event.Call.OTHER, tid));
  }

  private void goesOn() {
    story.add(new Event.Unblocked(by(Story.ROOT), Event.Call.OTHER, 0));
  }

  private String drawn() {
    return LaneTextTest.drawn(story.chart(), List.of(), 70, Glyphs.BOX);
  }

  private String told() {
    StringBuilder told = new StringBuilder();
    for (Text line : new LaneWords(Story.phrases(story.chart(), false), List.of()).tell(0)) {
      told.append(line).append('\n');
    }
    return told.toString();
  }

  private void twoThreadsOfWhichOneIsJoined() {
    starts(201, 2);
    starts(202, 3);
    joins(201);
    writes(202, "b\n");
    writes(201, "a\n");
    story.add(new Event.ThreadEnded(by(201)));
    goesOn();
    story.add(new Event.Exiting(by(Story.ROOT), 0));
    story.reaps(Story.ROOT, 0);
  }

  @Test
  void joinIsDrawnAsWaitIsAndTheEndOfAProcessIsItsThreads() {
    twoThreadsOfWhichOneIsJoined();

    assertThat(drawn())
        .isEqualTo(
            """
            ○ P 100
            ├─────────────╮ P/2 201
            ├─────────────│───────────────╮ P/3 202
            ╎ join P/2…   │               │
            ╎             │               ● b
            ╎             ● a             │
            ╎             ■ thread ends   │
            ◄─────────────╯ join          │
            ■ exit 0
            │ runs  ╎ waits  ┊ zombie  ● writes  ■ exits  ◄ wait returns
            """);
  }

  @Test
  void itIsToldInSentencesToo() {
    twoThreadsOfWhichOneIsJoined();

    assertThat(told())
        .contains("P starts the thread P/2 (tid 201).")
        .contains("P waits until P/2 ends.")
        .contains("P/2 ends.")
        .contains("P has joined P/2.")
        .doesNotContain("zombie");
  }

  @Test
  void whatAThreadTellsBeforeItIsToldOfIsItsOwn() {
    writes(201, "early\n");
    starts(201, 2);
    story.add(new Event.ThreadEnded(by(201)));
    story.add(new Event.Exiting(by(Story.ROOT), 0));
    story.reaps(Story.ROOT, 0);

    assertThat(drawn())
        .isEqualTo(
            """
            ○ P 100
            ├──────────╮ P/2 201
            │          ● early
            │          ■ thread ends
            ■ exit 0
            │ runs  ● writes  ■ exits
            """);
  }

  @Test
  void childOfAThreadBeginsOnTheThreadsLane() {
    starts(201, 2);
    story.add(new Event.Forked(by(201), 300, 1));
    story.add(new Event.Born(new Origin(300, now += 1_000_000, 1, List.of()), Story.ROOT, 1));
    story.add(new Event.Exiting(new Origin(300, now += 1_000_000, 1, List.of()), 3));

    assertThat(told()).contains("P/2 forks P.1 (pid 300).");
  }

  @Test
  void faultOfAThreadEndsThemAll() {
    starts(201, 2);
    starts(202, 3);
    story.add(new Event.Faulted(by(202), Signal.SIGSEGV.number(), 0));

    assertThat(told())
        .contains("P/3 is killed by SIGSEGV.")
        .contains("P is killed by SIGSEGV.")
        .doesNotContain("P/2 (pid 201) is a zombie");
  }

  @Test
  void aDeadlockIsDrawnWhereItIsFoundAndWhoIsInItGoesOnWaiting() {
    starts(201, 2);
    starts(202, 3);
    story.add(new Event.Blocked(by(201), Event.Call.OTHER, 0));
    story.add(new Event.Blocked(by(202), Event.Call.OTHER, 0));
    story.add(
        new Event.Deadlock(
            by(201),
            new Impasse(
                Impasse.Kind.CYCLE,
                List.of(
                    new Impasse.Wait(201, Impasse.Awaited.MUTEX, "b", 202),
                    new Impasse.Wait(202, Impasse.Awaited.MUTEX, "a", 201)))));
    writes(Story.ROOT, "on\n");

    assertThat(drawn())
        .contains("│         ╎ deadlock: P/2 → P/3 → P/2   ╎\n")
        .contains("● on      ╎                             ╎\n");
    assertThat(told())
        .contains("P/2 waits in the kernel.")
        .contains("Deadlock, none of these can ever go on: P/2 → P/3 → P/2.");
  }

  @Test
  void whatAThreadWaitsInIsTheFunctionThatTheProgramCalled() {
    starts(201, 2);
    story.add(new Event.Blocked(by(201), Event.Call.OTHER, 0));

    assertThat(drawnIn("pthread_mutex_lock")).contains("╎ pthread_mutex_lock…");
  }

  @Test
  void whatTheLibraryWaitsForOnItsOwnIsNotDrawn() {
    starts(201, 2);
    story.add(new Event.Blocked(by(201), Event.Call.OTHER, 0));

    assertThat(drawnIn("__begin")).contains("P/2").doesNotContain("╎").doesNotContain("__begin");
  }

  private String drawnIn(String call) {
    EventSource source =
        new EventSource() {
          @Override
          public int line(Origin origin) {
            return 0;
          }

          @Override
          public String call(Origin origin) {
            return call;
          }
        };
    return LaneTextTest.drawn(story.chart(source), List.of(), 70, Glyphs.BOX);
  }
}
