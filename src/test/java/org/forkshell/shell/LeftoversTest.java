package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.execution.ScriptedInspector;
import org.forkshell.execution.ScriptedSession;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.TestClock;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Test;

/** A second goes by in no time. */
class LeftoversTest {
  private static final int P = 4001;
  private static final int DAEMON = 4002;
  private static final int STRANGER = 4003;
  private static final Duration ALMOST = Duration.ofMillis(999);

  private final TestClock clock = TestClock.movedByHand();
  private final ScriptedSession session = new ScriptedSession(clock);
  private final List<String> told = new ArrayList<>();
  private final Leftovers leftovers =
      new Leftovers(session, new Settings(Locale.ENGLISH).words(), told::add, clock);

  private Origin at(int pid) {
    return new Origin(pid, clock.nanos(), 1, List.of());
  }

  private void forkADaemonAndEndTheRoot() {
    session.happens(new Event.RootStarted(at(ScriptedInspector.REAPER), P));
    session.happens(new Event.Born(at(P), 0, 0));
    session.happens(new Event.Forked(at(P), DAEMON, 1));
    session.happens(new Event.Born(at(DAEMON), P, 1));
    session.inspector().set(DAEMON, 'S', ScriptedInspector.REAPER);
    session.happens(new Event.Exiting(at(P), 0));
    session.happens(new Event.Reaped(at(ScriptedInspector.REAPER), P, new WaitStatus(0)));
  }

  @Test
  void whoGoesOnForASecondAfterTheRootsEndIsSpokenOfOnce() throws Exception {
    forkADaemonAndEndTheRoot();
    session.inspector().set(STRANGER, 'R', DAEMON);
    leftovers.look();
    clock.advance(ALMOST);
    leftovers.look();
    assertThat(told).isEmpty();

    clock.advance(Duration.ofMillis(2));
    leftovers.look();
    clock.advance(Duration.ofHours(1));
    leftovers.look();

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("P.1 4002, 4003");
  }

  @Test
  void whoEndsWithinTheSecondIsNot() throws Exception {
    forkADaemonAndEndTheRoot();
    leftovers.look();
    session.inspector().set(DAEMON, 'Z', ScriptedInspector.REAPER);
    clock.advance(Duration.ofHours(1));

    leftovers.look();

    assertThat(told).isEmpty();
  }

  @Test
  void aRunWhoseRootLivesIsNotHurried() throws Exception {
    session.happens(new Event.Born(at(P), 0, 0));
    session.inspector().set(P, 'S', ScriptedInspector.REAPER);
    for (int i = 0; i < 10; i++) {
      leftovers.look();
      clock.advance(Duration.ofHours(1));
    }

    assertThat(told).isEmpty();
  }
}
