package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.Test;

/**
 * The processes are stopped and let go on at any moment, in the middle of telling too, and who
 * listens is slow: no byte may be lost, and nobody taken for dead who is not. src/test/scripts has
 * the long form.
 */
class StoppedAtRandomTest {
  private static final int RUNS = 25;
  private static final int SIGSTOP = 19;
  private static final int SIGCONT = 18;

  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/wait.h>
      #include <unistd.h>
      int main(void) {
        for (int i = 0; i < 3; i++)
          if (fork() == 0) {
            printf("%d child\\n", i);
            if (fork() == 0) { printf("%d grandchild\\n", i); exit(i); }
            wait(NULL);
            if (i == 1) execlp("sh", "sh", "-c", "echo 1 shell; /bin/echo 1 echo; exit 1", NULL);
            printf("%d ends\\n", i);
            exit(i);
          }
        int status, sum = 0;
        while (wait(&status) > 0) sum += WEXITSTATUS(status);
        printf("%d\\n", sum);
        return sum;
      }
      """;

  private static final List<String> LINES =
      List.of(
          "0 child",
          "0 ends",
          "0 grandchild",
          "1 child",
          "1 echo",
          "1 grandchild",
          "1 shell",
          "2 child",
          "2 ends",
          "2 grandchild",
          "3");

  /** Stops one process after another until it is over. */
  private static Thread stopper(Running running, AtomicBoolean over, Random random) {
    Thread stopper =
        new Thread(
            () -> {
              while (!over.get()) {
                List<Entry> alive = running.session().tree().alive();
                if (!alive.isEmpty()) {
                  int pid = alive.get(random.nextInt(alive.size())).pid();
                  running.session().signal(pid, SIGSTOP);
                  pause(random.nextInt(10) == 0 ? 60 : random.nextInt(5));
                  running.session().signal(pid, SIGCONT);
                }
                pause(random.nextInt(3));
              }
            },
            "stopper");
    stopper.start();
    return stopper;
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nothingIsLostAndNobodyTakenForDead() throws Exception {
    Program program = ProgramLab.compile(PROGRAM);
    Session.Options options = new Session.Options(64, StandardOutput.TERMINAL, false, true);
    try (ProgramLab lab = ProgramLab.start()) {
      for (int run = 0; run < RUNS; run++) {
        Random random = new Random(run);
        Running running = lab.start(program, options);
        AtomicBoolean over = new AtomicBoolean();
        Thread stopper = stopper(running, over, random);
        try {
          long deadline = System.nanoTime() + ProcessTable.PATIENCE.toNanos();
          while (!running.session().isOver() && System.nanoTime() < deadline) {
            running.session().findUntoldEnds();
            if (random.nextInt(20) == 0) {
              // Who listens is kept waiting, and so is the thread that reads.
              synchronized (running) {
                pause(100);
              }
            }
          }
          running.awaitEnd();
        } finally {
          over.set(true);
          stopper.join();
        }
        check(running, "run " + run);
      }
    }
  }

  private static void check(Running running, String run) {
    List<String> lines = new ArrayList<>(running.out().lines().toList());
    lines.sort(null);
    assertThat(lines).as(run).isEqualTo(LINES);
    assertThat(running.status()).as(run).isEqualTo(WaitStatus.ofExit(3));
    ProcessTree tree = running.session().tree();
    for (Entry entry : tree.entries()) {
      assertThat(entry.collected()).as("%s: %s", run, entry).isTrue();
      assertThat(entry.status()).as("%s: %s", run, entry).isNotNull();
      assertThat(entry.status().exited()).as("%s: %s", run, entry).isTrue();
    }
    for (Event.FoundDead found : running.events(Event.FoundDead.class)) {
      // Whoever waits does so in the end: nothing is found but what waits for that.
      assertThat(found.remains()).as(run).isEqualTo(Event.Remains.ZOMBIE);
      assertThat(found.status()).as(run).isNotNull();
    }
  }
}
