package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Remains;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of processes whose end nobody tells. */
class UntoldEndsTest {
  private static final String HEAD =
      """
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/prctl.h>
      #include <sys/wait.h>
      #include <unistd.h>
      static void shell(char *commands) { execlp("sh", "sh", "-c", commands, NULL); _exit(99); }
      static void nocldwait(void) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = SIG_DFL;
        action.sa_flags = SA_NOCLDWAIT;
        sigaction(SIGCHLD, &action, NULL);
      }
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
    return start(main).awaitEnd();
  }

  private static Running start(String main) throws Exception {
    return lab.start(ProgramLab.compile(HEAD + "int main(void) {" + main + "}"));
  }

  private static Entry entry(Running running, String name) {
    return running.session().tree().find(ProcessName.of(name)).orElseThrow();
  }

  private static List<Event.FoundDead> found(Running running, String name) {
    int pid = entry(running, name).pid();
    return running.events(Event.FoundDead.class).stream().filter(e -> e.pid() == pid).toList();
  }

  /** Who collects a process tells its status: nothing is left to find but, before, the zombie. */
  private static void assertTold(Running running, String collector, String name, int status) {
    int pid = entry(running, name).pid();
    int by = entry(running, collector).pid();
    assertThat(running.events(Event.Waited.class))
        .filteredOn(e -> e.child() == pid)
        .singleElement()
        .satisfies(e -> assertThat(e.origin().pid()).isEqualTo(by))
        .satisfies(e -> assertThat(e.status()).isEqualTo(WaitStatus.ofExit(status)));
    assertThat(found(running, name)).noneMatch(Event.FoundDead::gone);
  }

  /** Has the kernel asked until it says so. */
  private static void lookUntilFound(Running running, String name) throws Exception {
    running.await(r -> r.session().tree().find(ProcessName.of(name)).isPresent());
    long deadline = System.nanoTime() + ProcessTable.PATIENCE.toNanos();
    while (found(running, name).isEmpty() && System.nanoTime() < deadline) {
      running.session().findUntoldEnds();
    }
    assertThat(found(running, name)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal(SIGCHLD, SIG_IGN);", "nocldwait();"})
  void childThatTheKernelForgotIsGoneAndItsStatusNotKnown(String ignore) throws Exception {
    Running running = run(ignore + "if (fork() == 0) shell(\"exit 3\"); wait(NULL);");
    assertThat(found(running, "P.1")).hasSize(1);
    assertThat(found(running, "P.1").get(0).remains()).isEqualTo(Remains.NOTHING);
    assertThat(entry(running, "P.1").status()).isNull();
    assertThat(entry(running, "P.1").collected()).isTrue();
    assertThat(running.events(Event.Waited.class).get(0).unkept()).isTrue();
  }

  @Test
  void itIsGoneWhileItsParentLives() throws Exception {
    try (Running running =
        start("signal(SIGCHLD, SIG_IGN); if (fork() == 0) shell(\"exit 3\"); pause();")) {
      lookUntilFound(running, "P.1");
      assertThat(found(running, "P.1").get(0).remains()).isEqualTo(Remains.NOTHING);
      assertThat(entry(running, "P").isAlive()).isTrue();
    }
  }

  @Test
  void whatItSaidOfItselfIsKept() throws Exception {
    Running running = run("signal(SIGCHLD, SIG_IGN); if (fork() == 0) exit(4); wait(NULL);");
    assertThat(entry(running, "P.1").status()).isEqualTo(WaitStatus.ofExit(4));
    assertThat(entry(running, "P.1").collected()).isTrue();
  }

  /** The shell that P.1 becomes collects the child that P.1 had. */
  @Test
  void childOfAProgramThatWasExecutedIsCollectedUnseen() throws Exception {
    Running running =
        run(
            "if (fork() == 0) { if (fork() == 0) shell(\"exit 5\");"
                + " shell(\"sleep 0.3; wait; :\"); } wait(NULL);");
    assertThat(found(running, "P.1.1")).allMatch(e -> e.remains() != Remains.NOTHING);
    assertThat(entry(running, "P.1.1").collected()).isTrue();
    assertThat(entry(running, "P.1").status()).isEqualTo(WaitStatus.ofExit(0));
  }

  @Test
  void adoptedByASubreaperOfTheFamilyIsToldByIt() throws Exception {
    Running running =
        run(
            "prctl(PR_SET_CHILD_SUBREAPER, 1);"
                + "if (fork() == 0) { if (fork() == 0) shell(\"sleep 0.1; exit 6\"); _exit(1); }"
                + "while (wait(NULL) > 0);");
    assertTold(running, "P", "P.1.1", 6);
    assertThat(entry(running, "P.1.1").status()).isEqualTo(WaitStatus.ofExit(6));
    assertThat(entry(running, "P.1.1").collector()).isEqualTo(entry(running, "P").pid());
  }

  @Test
  void childOfVforkThatBecameAnotherProgramIsToldByItsParent() throws Exception {
    Running running = run("if (vfork() == 0) shell(\"exit 7\"); wait(NULL);");
    assertTold(running, "P", "P.1", 7);
    assertThat(entry(running, "P.1").status()).isEqualTo(WaitStatus.ofExit(7));
  }

  @Test
  void doubleForkEndsWithTheZygote() throws Exception {
    Running running =
        run("if (fork() == 0) { if (fork() == 0) shell(\"exit 8\"); _exit(0); } wait(NULL);");
    assertThat(entry(running, "P.1.1").status()).isEqualTo(WaitStatus.ofExit(8));
    int orphan = entry(running, "P.1.1").pid();
    assertThat(running.events(Event.Reaped.class))
        .filteredOn(e -> e.child() == orphan)
        .singleElement()
        .satisfies(e -> assertThat(e.status()).isEqualTo(WaitStatus.ofExit(8)));
    assertThat(found(running, "P.1.1")).noneMatch(Event.FoundDead::gone);
  }

  @Test
  void zombieThatWasKilledFromOutsideIsFoundWithItsStatus() throws Exception {
    try (Running running = start("if (fork() == 0) pause(); pause();")) {
      running.await(r -> r.events(Event.Blocked.class).size() == 2);
      assertThat(running.session().signal(entry(running, "P.1").pid(), 9)).isTrue();
      lookUntilFound(running, "P.1");
      assertThat(found(running, "P.1").get(0).status()).isEqualTo(new WaitStatus(9));
      assertThat(entry(running, "P.1").collected()).isFalse();
    }
  }

  @Test
  void livingProcessIsNotFoundDeadHoweverOftenItIsLookedAt() throws Exception {
    try (Running running = start("for (int i = 0; i < 3; i++) fork(); pause();")) {
      for (int i = 0; i < 200; i++) {
        running.session().findUntoldEnds();
      }
      running.await(r -> r.events(Event.Blocked.class).size() == 8);
      running.session().findUntoldEnds();
      assertThat(running.events(Event.FoundDead.class)).isEmpty();
    }
  }
}
