package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Programs that were exec'd tell nothing: what they write is seen all the same, and in its place.
 */
class SilentWritersTest {
  private static final String HEAD =
      "#include <errno.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <sys/wait.h>\n#include <unistd.h>\n";

  private static ProgramLab lab;

  @BeforeAll
  static void start() throws IOException {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  private static Running run(String main) throws Exception {
    return lab.start(ProgramLab.compile(HEAD + "int main(void) {" + main + "}")).awaitEnd();
  }

  private static String shell(String commands) {
    return "if (fork() == 0) { execlp(\"sh\", \"sh\", \"-c\", \""
        + commands
        + "\", NULL); _exit(1); }";
  }

  @Test
  void whatAnExecutedProgramWroteStandsBeforeWhatItsParentWroteAfterwards() throws Exception {
    Running running =
        run(
            "for (int i = 0; i < 20; i++) {"
                + shell("echo from the shell")
                + "wait(NULL); printf(\"after %d\\n\", i); fflush(stdout); }");
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      expected.append("from the shell\nafter ").append(i).append('\n');
    }
    assertThat(running.out()).isEqualTo(expected.toString());
  }

  @Test
  void whatItsChildrenWroteDoesToo() throws Exception {
    Running running =
        run(
            "for (int i = 0; i < 10; i++) {"
                + shell("/bin/echo from its child; echo from the shell")
                + "wait(NULL); printf(\"after %d\\n\", i); fflush(stdout); }");
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      expected.append("from its child\nfrom the shell\nafter ").append(i).append('\n');
    }
    assertThat(running.out()).isEqualTo(expected.toString());
  }

  @Test
  void conversationWithAnExecutedProgramIsShownInItsOrder() throws Exception {
    Running running =
        run(
            """
            int there[2], back[2];
            char ack[8], word[8];
            pipe(there); pipe(back);
            printf("before the fork\\n"); fflush(stdout);
            if (fork() == 0) {
              dup2(there[0], 0); dup2(back[1], 9); close(there[1]);
              execlp("sh", "sh", "-c", "while read x; do echo shell $x; echo $x >&9; done", NULL);
            }
            for (int i = 0; i < 50; i++) {
              printf("parent %d\\n", i); fflush(stdout);
              write(there[1], word, sprintf(word, "%d\\n", i));
              read(back[0], ack, sizeof ack);
            }
            close(there[1]);
            wait(NULL);
            """);
    StringBuilder expected = new StringBuilder("before the fork\n");
    for (int i = 0; i < 50; i++) {
      expected.append("parent ").append(i).append("\nshell ").append(i).append('\n');
    }
    assertThat(running.out()).isEqualTo(expected.toString());
  }

  @Test
  void writesOfAnySizeArriveWholeAndInTheirOrder() throws Exception {
    int[] sizes = {1, 4096, 8191, 8192, 8193, 65536, 2, 300000, 8192, 3};
    Running running =
        run(
            """
            int sizes[] = {1, 4096, 8191, 8192, 8193, 65536, 2, 300000, 8192, 3};
            for (int i = 0; i < 10; i++) {
              char *bytes = malloc(sizes[i]);
              for (int j = 0; j < sizes[i]; j++) bytes[j] = 'a' + i;
              if (write(1, bytes, sizes[i]) != sizes[i]) return 1;
              if (write(2, &bytes[0], 1) != 1) return 2;
            }
            """);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < sizes.length; i++) {
      expected.append(String.valueOf((char) ('a' + i)).repeat(sizes[i]));
    }
    assertThat(running.status()).isEqualTo(WaitStatus.ofExit(0));
    assertThat(running.out()).isEqualTo(expected.toString());
    assertThat(running.err()).isEqualTo("abcdefghij");
  }

  @Test
  void refusedWriteIsRefusedAsByTheKernel() throws Exception {
    Running running =
        run(
            """
            errno = 0;
            int bad = write(1, (char *) 4096, 10), why = errno;
            int nothing = write(1, "x", 0);
            close(2);
            errno = 0;
            int closed = write(2, "x", 1), because = errno;
            printf("%d %d %d %d %d\\n", bad, why == EFAULT, nothing, closed, because == EBADF);
            """);
    assertThat(running.out()).isEqualTo("-1 1 0 -1 1\n");
    assertThat(running.err()).isEmpty();
  }

  @Test
  void strangerGoesByTheNameOfWhoCalledExec() throws Exception {
    Running running = run(shell("(sleep 0.2; echo late; exec sleep 0.2) & wait") + "wait(NULL);");
    ProcessTree tree = running.session().tree();
    Entry shell = tree.entries().get(1);
    List<Event.Descended> strangers = running.events(Event.Descended.class);
    assertThat(running.out()).isEqualTo("late\n");
    assertThat(strangers).hasSize(1);
    assertThat(strangers.get(0).ancestor()).isEqualTo(shell.pid());
    assertThat(tree.nameOf(strangers.get(0).pid())).contains(shell.name());
    assertThat(tree.find(strangers.get(0).pid())).isEmpty();
  }

  @Test
  void executedProgramThatHasEndedIsSaidToHaveEndedAsItDid() throws Exception {
    try (Running running =
        lab.start(ProgramLab.compile(HEAD + "int main(void) {" + shell("exit 7") + "pause(); }"))) {
      running.await(r -> !r.events(Event.Executing.class).isEmpty());
      int child = running.events(Event.Executing.class).get(0).pid();
      long deadline = System.nanoTime() + ProcessTable.PATIENCE.toNanos();
      while (running.session().tree().find(child).filter(Entry::isAlive).isPresent()
          && System.nanoTime() < deadline) {
        running.session().findUntoldEnds();
      }
      Entry entry = running.session().tree().find(child).orElseThrow();
      assertThat(entry.collected()).isFalse();
      assertThat(entry.status()).isEqualTo(WaitStatus.ofExit(7));
      running.session().close();
    }
  }

  @Test
  void executedProgramIsInterruptedAsAtATerminal() throws Exception {
    try (Running running =
        lab.start(
            ProgramLab.compile(
                HEAD
                    + "int main(void) {"
                    + shell("exec sleep 1000")
                    + "int s; wait(&s); return s; }"))) {
      running.await(r -> !r.events(Event.Executing.class).isEmpty());
      running.session().interrupt(java.time.Duration.ofSeconds(10));
      Entry child = running.session().tree().entries().get(1);
      running.await(r -> !r.session().tree().find(child.name()).orElseThrow().isAlive());
      assertThat(running.session().tree().find(child.name()).orElseThrow().status())
          .isEqualTo(new WaitStatus(2));
      running.session().close();
    }
  }

  @Test
  void onlyExecutionsThatCanSucceedAreTried() throws Exception {
    assertThat(run(shell("true") + "wait(NULL);").events(Event.ExecFailed.class)).isEmpty();
    assertThat(
            run("execlp(\"no-such-program\", \"x\", NULL); return 0;")
                .events(Event.ExecFailed.class))
        .hasSize(1);
  }

  @Test
  void signalThatDoesNotExistIsNotRaised() throws Exception {
    Running running = run("kill(getpid(), 999); return 3;");
    assertThat(running.events(Event.Raised.class)).isEmpty();
    assertThat(running.events(Event.Killed.class)).hasSize(1);
    assertThat(running.status()).isEqualTo(WaitStatus.ofExit(3));
  }
}
