package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.execution.Session.Progress;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Test;

/** Processes that are stopped by themselves, and together with the console. */
class SuspendedSessionTest {
  /** After how long a stopped process would be taken for one that waits for others. */
  private static final long CALM_NANOS = 50_000_000;

  @Test
  void whoIsStoppedWithTheConsoleIsNotTakenForSettled() throws Exception {
    try (ProgramLab lab = ProgramLab.start();
        Running running =
            lab.start(
                ProgramLab.compile(
                    "#include <unistd.h>\n"
                        + "int main(void) { write(1, \"x\", 1); for (;;) {} }"))) {
      running.await(run -> run.out().equals("x"));
      LabSession session = (LabSession) running.session();
      int pid = session.tree().alive().get(0).pid();

      Set<Progress> seen = EnumSet.noneOf(Progress.class);
      session.suspendWhile(
          () -> {
            awaitStopped(pid, true);
            long end = System.nanoTime() + CALM_NANOS;
            while (System.nanoTime() < end) {
              seen.add(session.progress());
            }
            assertThat(session.isStopped(pid)).isFalse();
          });
      assertThat(seen).containsExactly(Progress.BUSY);
      awaitStopped(pid, false);

      session.signal(pid, Signal.SIGSTOP.number());
      awaitStopped(pid, true);
      assertThat(session.isStopped(pid)).isTrue();
      assertThat(session.awaitSettled(java.time.Duration.ofMinutes(3))).isEqualTo(Progress.SETTLED);
    }
  }

  private static void awaitStopped(int pid, boolean wanted) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (ProcessStatus.read(pid).orElseThrow().isStopped() != wanted) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
