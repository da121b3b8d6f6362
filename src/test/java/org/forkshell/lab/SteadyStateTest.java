package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Session;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A program process has nobody to collect garbage for it, so it may make none; nor may sessions
 * leave anything.
 */
class SteadyStateTest {
  private static final int ROUNDS = 5;
  private static final long NOISE_KIB = 300;

  private static ProgramLab lab;

  @BeforeAll
  static void start() throws IOException {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void end() {
    assertThat(lab.processes()).isEmpty();
    lab.close();
  }

  /**
   * A call of the kernel, and a library call, done a million times must not leave a byte each: heap
   * is memory that the process has written to. Told of or not.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          getpid() | 1000000 | false
          write(null, text, 10) | 50000 | false
          write(null, text, 10) | 20000 | true
          waitpid(-1, &status, WNOHANG) | 50000 | false
          kill(getpid(), 0) | 50000 | false
          snprintf(text, 90, "%d %s %.3f %p", i, "word", i / 3.0, text) | 50000 | false
          sscanf("12 word 2.5", "%d %s %lf", &status, text, &real) | 50000 | false
          free(realloc(malloc(i % 1000 + 1), i % 3000 + 1)) | 100000 | false
          if (i % 100 == 0) { if (fork() == 0) _exit(0); wait(&status); } | 10000 | true
          """)
  void millionsOfCallsLeaveNothing(String call, int times, boolean telling) throws Exception {
    Program program =
        ProgramLab.compile(
            """
            #include <fcntl.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/wait.h>
            #include <unistd.h>
            int main(void) {
              char text[100];
              int status, null = open("/dev/null", O_WRONLY);
              double real;
              for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < TIMES; i++) { CALL; }
                write(1, ".", 1);
                /* To be measured. */
                usleep(50000);
              }
              return 0;
            }
            """
                .replace("ROUNDS", ROUNDS + "")
                .replace("TIMES", times + "")
                .replace("CALL", call));
    try (Running running =
        lab.start(program, new Session.Options(64, StandardOutput.PIPE, false, telling))) {
      running.await(r -> r.out().length() == 1);
      int root = lab.processes().iterator().next();
      long before = ProcessTable.anonymousKiB(root);
      running.await(r -> r.out().length() == ROUNDS);
      long after = ProcessTable.anonymousKiB(root);
      running.awaitEnd();
      assertThat(before).isPositive();
      assertThat(after - before).as("KiB more").isLessThan(NOISE_KIB);
    }
  }

  @Test
  void hundredsOfSessionsLeaveNeitherDescriptorsNorMemory() throws Exception {
    Program program =
        ProgramLab.compile(
            """
            #include <stdio.h>
            #include <unistd.h>
            #include <sys/wait.h>
            int main(void) {
              int ends[2];
              pipe(ends);
              if (fork() == 0) printf("child\\n");
              else wait(NULL);
              return 4;
            }
            """);
    int zygote = (int) lab.lab().zygote();
    run(program, 50);
    int here = ProcessTable.descriptors(ProcessHandle.current().pid());
    int there = ProcessTable.descriptors(zygote);
    long memory = ProcessTable.anonymousKiB(zygote);
    run(program, 300);
    awaitDescriptors(ProcessHandle.current().pid(), here);
    awaitDescriptors(zygote, there);
    assertThat(ProcessTable.anonymousKiB(zygote) - memory).as("KiB more").isLessThan(NOISE_KIB);
  }

  /** One more or less is open for a moment, while somebody reads in /proc or a session closes. */
  private static void awaitDescriptors(long pid, int most) throws InterruptedException {
    ProcessTable.await(
        () -> ProcessTable.descriptors(pid) <= most,
        () -> ProcessTable.descriptors(pid) + " descriptors, not " + most);
  }

  private void run(Program program, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Running running = lab.start(program).awaitEnd();
      assertThat(running.out()).isEqualTo("child\n");
      assertThat(running.status()).isEqualTo(WaitStatus.ofExit(4));
    }
  }

  @Test
  void sixtyFourProcessesLiveAtOnce() throws Exception {
    Running running =
        lab.run(
            """
            #include <stdio.h>
            #include <stdlib.h>
            #include <unistd.h>
            #include <sys/wait.h>
            int main(void) {
              int ends[2], back[2];
              char c;
              pipe(ends);
              pipe(back);
              for (int i = 0; i < 63; i++) {
                if (fork() == 0) {
                  write(back[1], "x", 1);
                  read(ends[0], &c, 1);
                  exit(c == 'g' ? 1 : 0);
                }
              }
              for (int i = 0; i < 63; i++)
                read(back[0], &c, 1);
              printf("%d", fork());
              fflush(stdout);
              for (int i = 0; i < 63; i++)
                write(ends[1], "g", 1);
              int status, sum = 0;
              while (wait(&status) > 0)
                sum += WEXITSTATUS(status);
              return sum;
            }
            """);
    assertThat(running.out()).isEqualTo("-1");
    assertThat(running.status()).isEqualTo(WaitStatus.ofExit(63));
    assertThat(running.events(Event.Forked.class)).hasSize(63);
  }
}
