package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs whose children live in a pid namespace of their own, and those who adopt. */
class NamespaceTest {
  private static final String HEAD =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <sched.h>
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/prctl.h>
      #include <sys/wait.h>
      #include <unistd.h>
      static void apart(void) { if (unshare(CLONE_NEWUSER | CLONE_NEWPID) == -1) _exit(77); }
      """;

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
    Running running =
        lab.start(
                ProgramLab.compile(
                    HEAD + "int main(void) { setvbuf(stdout, NULL, _IONBF, 0);" + main + "}"))
            .awaitEnd();
    assumeTrue(statusOf(running, "P") != new WaitStatus(77 << 8).raw(), "no user namespaces here");
    return running;
  }

  private static int statusOf(Running running, String name) {
    ProcessTree tree = running.session().tree();
    return tree.find(ProcessName.of(name)).orElseThrow().status().raw();
  }

  @Test
  void childrenCountFromOneAndTheTreeKnowsThemByTheirOuterPids() throws Exception {
    Running running =
        run(
            """
            apart();
            if (fork() == 0) {
              printf("%d %d\\n", getpid(), getppid());
              pid_t child = fork();
              if (child == 0) { printf("%d %d\\n", getpid(), getppid()); exit(4); }
              int status;
              printf("%d %d\\n", child, wait(&status));
              exit(3);
            }
            wait(NULL);
            """);
    assertThat(running.out()).isEqualTo("1 0\n2 1\n2 2\n");
    assertThat(statusOf(running, "P.1")).isEqualTo(3 << 8);
    assertThat(statusOf(running, "P.1.1")).isEqualTo(4 << 8);
    List<Event.Forked> forks = running.events(Event.Forked.class);
    List<Event.Born> births = running.events(Event.Born.class);
    assertThat(births).extracting(Event.Born::inner).containsExactly(0, 1, 2);
    assertThat(forks)
        .allMatch(fork -> births.stream().anyMatch(born -> born.pid() == fork.child()))
        .anyMatch(fork -> fork.returned() == 2);
    assertThat(running.events(Event.Waited.class)).anyMatch(waited -> waited.returned() == 2);
  }

  @Test
  void whoeverSpeaksDoesSoInItsFirstThreadAsTheConsoleKnowsIt() throws Exception {
    Running running =
        run(
            """
            if (vfork() == 0) _exit(0);
            wait(NULL);
            apart();
            if (fork() == 0) {
              if (fork() == 0) exit(0);
              exit(wait(NULL) == -1);
            }
            wait(NULL);
            """);
    assertThat(running.events()).hasSizeGreaterThan(10).allMatch(e -> e.tid() == e.pid());
    assertThat(running.session().tree().entries()).hasSize(4);
  }

  @Test
  void withProcessOneAllInItsNamespaceEnd() throws Exception {
    Running running =
        run(
            """
            apart();
            if (fork() == 0) {
              int ready[2];
              pipe(ready);
              for (int i = 0; i < 5; i++)
                if (fork() == 0) { write(ready[1], "", 1); pause(); }
              char byte;
              for (int i = 0; i < 5; i++) read(ready[0], &byte, 1);
              exit(0);
            }
            wait(NULL);
            pid_t more = fork();
            printf("%d %d", more, errno == ENOMEM);
            """);
    assertThat(running.out()).isEqualTo("-1 1");
    IntStream.rangeClosed(1, 5)
        .forEach(
            i ->
                assertThat(statusOf(running, "P.1." + i))
                    .as("P.1." + i)
                    .isEqualTo(Signal.SIGKILL.number()));
  }

  @Test
  void whoEndedWithItsNamespaceNoLongerCounts() throws Exception {
    Running running =
        run(
            """
            int made = 0;
            for (int round = 0; made < 200 && round < 5000; round++) {
              pid_t child = fork();
              if (child == 0) {
                apart();
                pid_t init = fork();
                if (init == 0) {
                  int some = 0;
                  while (some < 20 && fork() > 0) some++;
                  if (getpid() != 1) pause();
                  exit(some);
                }
                int status = 0;
                wait(&status);
                exit(status >> 8);
              }
              int status = 0;
              if (child > 0) wait(&status);
              if (status >> 8 == 77) exit(77);
              made += status >> 8;
              usleep(1000);
            }
            printf("%d", made >= 200);
            """);
    assertThat(running.out()).isEqualTo("1");
  }

  @Test
  void processOneIsSparedByTheSignalsOfItsOwnButNotByAFaultOfItsOwn() throws Exception {
    Running running =
        run(
            """
            apart();
            if (fork() == 0) {
              if (fork() == 0) { printf("%d\\n", kill(1, SIGKILL)); exit(0); }
              wait(NULL);
              printf("alive\\n");
              abort();
            }
            wait(NULL);
            """);
    assertThat(running.out()).isEqualTo("0\nalive\n");
    assertThat(statusOf(running, "P.1") & 0x7F).isEqualTo(Signal.SIGSEGV.number());
  }

  @Test
  void orphanGoesToTheNearestSubreaper() throws Exception {
    Running running =
        run(
            """
            prctl(PR_SET_CHILD_SUBREAPER, 1);
            pid_t root = getpid();
            int subreaper = 0;
            prctl(PR_GET_CHILD_SUBREAPER, &subreaper);
            if (fork() == 0) {
              pid_t parent = getpid();
              if (fork() == 0) {
                while (getppid() == parent) usleep(1000);
                printf("%d %d\\n", subreaper, getppid() == root);
                exit(6);
              }
              exit(5);
            }
            int sum = 0, status;
            while (wait(&status) > 0) sum += status >> 8;
            printf("%d\\n", sum);
            """);
    assertThat(running.out()).isEqualTo("1 1\n11\n");
    assertThat(statusOf(running, "P.1.1")).isEqualTo(6 << 8);
  }
}
