package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.Script;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Environment;
import org.forkshell.execution.InputReader;
import org.forkshell.execution.Session.Progress;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.SystemClock;
import org.forkshell.shell.PromptSession.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lines entered, processes forked: all of it real. */
class PromptSessionTest {
  @RegisterExtension
  static final PromptExtension PROMPT = new PromptExtension(Duration.ofMillis(500));

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Transcript screen = PROMPT.screen();
  private final Settings settings = PROMPT.settings();
  private PromptSession session = PROMPT.session();

  private List<String> entered(String... lines) throws IOException, InterruptedException {
    for (String line : lines) {
      screen.clear();
      assertThat(session.enter(line)).as("%s: %s", line, screen.lines()).isEqualTo(Outcome.DONE);
    }
    return screen.lines();
  }

  @Test
  void forkIsCalledOnceAndReturnsTwice() throws Exception {
    assertThat(entered("fork"))
        .containsExactly("P # $1 ==> # the parent got P.1's pid", "P.1 # $1 ==> 0 the child got 0");
  }

  @Test
  void lineFindsThatWhoEndedInTheLineBeforeIsGone() throws Exception {
    for (int i = 0; i < 20; i++) {
      entered("fork", "@P exit(0)");
      assertThat(entered("getppid() == " + PROMPT.lab().zygote()))
          .containsExactly("P.1 # $2 ==> 1");
      session.forget();
    }
  }

  @Test
  void theSessionOfTheIssue() throws Exception {
    assertThat(entered("printf \"fork!\""))
        .containsExactly("P # \"fork!\" waits in stdout's buffer (5 bytes, no newline yet)");
    assertThat(entered("fork"))
        .containsExactly(
            "P # $1 ==> # the parent got P.1's pid",
            "P.1 # $1 ==> 0 the child got 0, and its own copy of the 5 bytes");
    assertThat(entered("pid_t me = getpid();")).containsExactly("P # me ==> #", "P.1 # me ==> #");
    assertThat(entered("if ($1 == 0) exit(3); else wait"))
        .containsExactly("P.1 # fork! flushed by exit", "P # wait ==> # P.1 exited with 3");
  }

  @Test
  void eachProcessHasItsOwnVariables() throws Exception {
    assertThat(entered("int x = 1", "fork", "@P.1 x = 2", "x"))
        .containsExactly("P # x ==> 1", "P.1 # x ==> 2");
  }

  @Test
  void aBlockedProcessCatchesUp() throws Exception {
    entered("fork", "@P wait");
    assertThat(entered("int late = 7")).containsExactly("P.1 # late ==> 7");
    assertThat(entered("@P.1 exit(0)")).contains("P # late ==> 7");
  }

  @Test
  void theEnvironmentIsTheConsolesOwn() throws Exception {
    String path = System.getenv("PATH");
    assertThat(entered("printf(\"%d\\n\", strcmp(getenv(\"PATH\"), \"" + path + "\"))"))
        .anyMatch(line -> line.startsWith("P # 0"));
    entered("setenv(\"GREETING\", \"hello\", 1)", "fork", "@P.1 unsetenv(\"PATH\")");
    assertThat(entered("printf(\"%s %d\\n\", getenv(\"GREETING\"), getenv(\"PATH\") != NULL)"))
        .contains("P # hello 1", "P.1 # hello 0");
    entered("exit(0)");
    assertThat(entered("getenv(\"GREETING\") == NULL && getenv(\"PATH\") != NULL").toString())
        .contains("==> 1");
  }

  @Test
  void theEnvironmentCanBeWalked() throws Exception {
    entered("extern char **environ; int count = 0;");
    assertThat(entered("for (char **p = environ; *p; p++) count++; count").toString())
        .contains("==> " + Environment.variables().size());
  }

  @Test
  void aLineWithAMistakeRunsNowhere() throws Exception {
    entered("int x = 1");
    screen.clear();
    assertThat(session.enter("x = 2; y = 3;")).isEqualTo(Outcome.REFUSED);
    assertThat(String.join("\n", screen.lines())).contains("error", "y");
    assertThat(entered("x")).containsExactly("P # x ==> 1");
  }

  @Test
  void anAddressOfNobodyIsRefused() throws Exception {
    assertThat(session.enter("@P.7 getpid()")).isEqualTo(Outcome.REFUSED);
    assertThat(screen.lines()).containsExactly("no live process is called P.7; there are @P");
  }

  @Test
  void anAddressOfAThreadIsRefusedByWhatItNames() throws Exception {
    entered(
        "pthread_t t",
        "void *rest(void *x) { for (;;) pause(); }",
        "pthread_create(&t, NULL, rest, NULL)");
    screen.clear();
    assertThat(session.enter("@P/2 getpid()")).isEqualTo(Outcome.REFUSED);
    assertThat(screen.lines().get(0)).startsWith("@P/2 is a thread that executes its own function");
    screen.clear();
    assertThat(session.enter("@P/9 getpid()")).isEqualTo(Outcome.REFUSED);
    assertThat(screen.lines()).containsExactly("no live process is called P/9; there are @P");
  }

  @Test
  void afterTheLastAFreshRootKnowsTheFunctions() throws Exception {
    entered("int x = 5", "int twice(int n) { return 2 * n; }", "exit 3");
    assertThat(screen.lines())
        .contains("P # exited with 3")
        .last()
        .asString()
        .startsWith("no process is left");
    assertThat(session.alive()).isEmpty();
    assertThat(entered("twice(4)")).last().isEqualTo("P # $1 ==> 8");
    assertThat(screen.lines()).first().asString().startsWith("a fresh P");
  }

  @Test
  void functionsMayBeDefinedAgain() throws Exception {
    assertThat(entered("int f(void) { return 1; }", "int f(void) { return 2; }", "f()"))
        .containsExactly("P # $1 ==> 2");
  }

  @Test
  void aNullPointerKillsItsProcessAlone() throws Exception {
    assertThat(entered("fork", "int *p = 0", "@P.1 *p = 3"))
        .singleElement()
        .asString()
        .startsWith("P.1 # killed by SIGSEGV used a null pointer");
    assertThat(entered("wait")).containsExactly("P # $3 ==> # P.1 was killed by SIGSEGV");
  }

  @Test
  void divisionByZeroKillsByItsSignal() throws Exception {
    entered("int zero = 0");
    assertThat(entered("1 / zero")).anyMatch(line -> line.startsWith("P # killed by SIGFPE"));
  }

  @Test
  void endlessRecursionKillsByItsSignal() throws Exception {
    entered("int deep(int n) { return deep(n + 1) + 1; }");
    assertThat(entered("deep(0)")).anyMatch(line -> line.startsWith("P # killed by SIGSEGV"));
    assertThat(entered("1 + 1")).last().isEqualTo("P # $2 ==> 2");
  }

  @Test
  void anEndlessLoopCanBeInterruptedAndTheProcessLives() throws Exception {
    session = PROMPT.timedSession();
    entered("int n = 0");
    Thread line = enteringElsewhere("while (1) n++;");
    Thread.sleep(200);
    session.interrupt();
    line.join(10_000);
    assertThat(line.isAlive()).isFalse();
    assertThat(screen.lines()).contains("P # gave up its line");
    assertThat(entered("n > 0")).containsExactly("P # $1 ==> 1");
  }

  @Test
  void aForkBombStopsAtTheLimit() throws Exception {
    session = PROMPT.timedSession();
    settings.limit(10);
    Thread line = enteringElsewhere("while (1) fork();");
    assertThat(screen.await("EAGAIN: 10 alive is the limit", Duration.ofMinutes(2))).isTrue();
    session.interrupt();
    line.join(10_000);
    assertThat(session.alive()).hasSize(10);
    assertThat(entered("1")).last().isEqualTo("P +9 $1 ==> 1");
  }

  @Test
  void aFloodOfOutputCanBeStopped() throws Exception {
    session = PROMPT.timedSession();
    Thread line = enteringElsewhere("while (1) puts(\"flood\");");
    assertThat(screen.await("flood", Duration.ofMinutes(2))).isTrue();
    session.interrupt();
    line.join(10_000);
    assertThat(line.isAlive()).isFalse();
    assertThat(entered("2")).last().isEqualTo("P # $1 ==> 2");
  }

  private Thread enteringElsewhere(String text) throws IOException, InterruptedException {
    session.start();
    session.await();
    Thread line =
        new Thread(
            () -> {
              try {
                session.enter(text);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    line.start();
    return line;
  }

  @Test
  void whoReadsGetsTheNextLine() throws Exception {
    session = PROMPT.timedSession();
    entered("char name[20]; int got = scanf(\"%19s\", name)");
    assertThat(session.readers()).hasSize(1);
    screen.clear();
    session.input("Ann");
    session.await();
    assertThat(session.readers()).isEmpty();
    assertThat(screen.lines()).contains("P # name ==> \"Ann\"", "P # got ==> 1");
  }

  @Test
  void anotherProgramGetsLinesToo() throws Exception {
    session = PROMPT.timedSession();
    entered("int pid = fork()", "if (!pid) execlp(\"cat\", \"cat\", NULL);");
    assertThat(session.readers()).extracting(InputReader::program).containsExactly("cat");
    assertThat(PromptText.of(session, settings, 80).toString())
        .isEqualTo("P.1 (cat) reads stdin ❯ ");
    screen.clear();
    session.input("meow");
    assertThat(screen.await("P.1 # meow", LONG)).isTrue();
    session.input(null);
    assertThat(entered("waitpid(pid, 0, 0)").toString()).contains("P.1 exited with 0");
  }

  @Test
  void whatAnotherProgramStartedGetsLinesToo() throws Exception {
    session = PROMPT.timedSession();
    entered("execlp(\"sh\", \"sh\", \"-c\", \"read a; head -n 1; exit 3\", NULL);");
    session.input("not shown");
    session.await();
    assertThat(session.readers()).extracting(InputReader::program).containsExactly("head");
    session.input("second");
    assertThat(session.await()).isEqualTo(Progress.OVER);
    assertThat(screen.lines())
        .anyMatch(line -> line.startsWith("P # second"))
        .noneMatch(line -> line.contains("not shown"));
  }

  @Test
  void whoHasBecomeAnotherProgramNoLongerListens() throws Exception {
    entered("if (!fork()) execlp(\"sleep\", \"sleep\", \"1000\", NULL);");
    screen.clear();
    assertThat(session.enter("@P.1 getpid()")).isEqualTo(Outcome.REFUSED);
    assertThat(screen.lines()).containsExactly("P.1 is now sleep: it no longer listens");
    assertThat(entered("@all 6 * 7"))
        .contains("P.1 is now sleep: it no longer listens", "P # $1 ==> 42");
  }

  @Test
  void aStoppedProcessWaitsForSomebodyToLetItGoOn() throws Exception {
    session = PROMPT.timedSession();
    entered("int pid = fork()", "if (!pid) kill(getpid(), SIGSTOP);");
    assertThat(PromptText.of(session, settings, 80).toString()).isEqualTo("P P.1 (stopped) ❯ ");
    assertThat(entered("int late = 7")).containsExactly("P # late ==> 7");
    screen.clear();
    session.enter("@P kill(pid, SIGCONT)");
    assertThat(screen.await("P.1 # late ==> 7", LONG)).isTrue();
    entered("@P kill(getpid(), SIGSTOP)");
    assertThat(PromptText.of(session, settings, 80).toString()).isEqualTo("P (stopped) P.1 ❯ ");
  }

  @Test
  void whoIsKilledFromOutsideLeavesThePrompt() throws Exception {
    session = PROMPT.timedSession();
    entered("fork");
    Family family = session.family();
    Entry child = family.tree().alive().get(1);
    assertThat(new ProcessBuilder("kill", "-9", child.pid() + "").inheritIO().start().waitFor())
        .isZero();
    long deadline = System.nanoTime() + LONG.toNanos();
    while (session.alive().size() > 1 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(session.alive()).hasSize(1);
  }

  @Test
  void aFullStackIsCalledThat() throws Exception {
    entered("int deep(int n) { int a[100]; a[0] = n; return deep(n + 1) + a[0]; }");
    assertThat(entered("deep(1)").toString()).contains("the stack is full (8 MiB)");
  }

  @Test
  void aFileIsAFileThoughItsNameBeginsWithADigit() throws Exception {
    session.enter("*(int *) 0 = 1", "08status.c", 16);
    assertThat(screen.lines().toString()).contains("08status.c:16");
    assertThat(entered("*(int *) 0 = 1").toString()).contains("line 2");
  }

  @Test
  void theEndOfTheFileIsReadAsSuch() throws Exception {
    session = PROMPT.timedSession();
    entered("getchar()");
    session.input(null);
    session.await();
    assertThat(screen.lines()).last().isEqualTo("P # $1 ==> -1");
  }

  @Test
  void aChildWhoseParentHasEndedIsAnOrphan() throws Exception {
    assertThat(entered("fork", "@P exit(0)"))
        .containsExactly(
            "P # exited with 0",
            "P.1 # an orphan now P has ended; process # adopted it, ForkShell's zygote, a"
                + " subreaper");
    assertThat(entered("getppid() != 1")).hasSize(1);
  }

  @Test
  void silenceLeavesOnlyWhatTheProgramsSayAndYield() throws Exception {
    settings.feedback(org.forkshell.view.Feedback.SILENT);
    assertThat(entered("puts(\"hi\"); fork", "puts(\"x\")"))
        .containsExactlyInAnyOrder("P # x", "P.1 # x");
    assertThat(entered("@P.1 exit(3)")).isEmpty();
  }

  @Test
  void throughAPipeANewlineFlushesNothing() throws Exception {
    settings.output(org.forkshell.wire.Board.StandardOutput.PIPE);
    assertThat(entered("puts(\"hi\")"))
        .first()
        .asString()
        .startsWith("P # \"hi\\n\" waits in stdout's buffer");
  }

  @Test
  void leavingWritesWhatWaits() throws Exception {
    entered("printf \"last words\"");
    session.finish();
    assertThat(screen.lines()).contains("P # last words");
  }

  @Test
  void whoIsKilledFromOutsideIsSeenToBeDead() throws Exception {
    session = PROMPT.timedSession();
    entered("fork");
    int child = session.alive().get(1).pid();
    session.family().session().signal(child, 9);
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (session.await() != Progress.ALL_IDLE || session.alive().size() > 1) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
      session.family().session().findUntoldEnds();
    }
    assertThat(entered("wait")).containsExactly("P # $2 ==> # P.1 was killed by SIGKILL");
  }

  @Test
  void aScriptStopsAtItsFirstMistakeAndNamesIt(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("t.fork");
    Files.writeString(
        script,
        "# a script\n"
            + "int x = 1;\n"
            + "if (x)\n"
            + "  puts(\"one\");\n"
            + "else\n"
            + "  puts(\"none\");\n"
            + "y = 2\n"
            + "x = 3\n");
    try (var lines = Files.newBufferedReader(script)) {
      assertThat(Script.run(session, lines, "t.fork", List.of())).isEqualTo(1);
    }
    assertThat(screen.lines())
        .anyMatch(line -> line.startsWith("P # one"))
        .anyMatch(line -> line.startsWith("t.fork:7:1: error:"))
        .noneMatch(line -> line.contains("x ==> 3"));
  }

  @Test
  void whatHappenedIsRememberedWhenAllHaveEnded() throws Exception {
    entered("if (fork() == 0) exit(3); else { wait(0); exit(0); }");
    session.endProcesses();
    Family latest = session.latest();
    assertThat(latest).isNotNull();
    assertThat(latest.history().excerpt().events())
        .filteredOn(event -> event instanceof org.forkshell.process.Event.Born)
        .hasSize(2);
    session.forget();
    assertThat(session.latest()).isNull();
  }

  @Test
  void aScriptWaitsForWhatItStarts() throws Exception {
    String text = "fork\nif ($1 == 0) { usleep(200000); exit(4); }\nwait\nputs(\"done\")\n";
    try (var lines = new java.io.BufferedReader(new java.io.StringReader(text))) {
      assertThat(Script.run(session, lines, "-c", List.of())).isZero();
    }
    assertThat(screen.lines())
        .containsSubsequence(
            "P # $2 ==> # P.1 exited with 4", "P # done the newline sent the line on its way");
  }

  private int script(String text) throws IOException, InterruptedException {
    try (var lines = new java.io.BufferedReader(new java.io.StringReader(text))) {
      return Script.run(session, lines, "t.fork", List.of());
    }
  }

  @Test
  void aScriptFailsWhoseRootIsKilled() throws Exception {
    assertThat(script("1\n*(int *) 0 = 1\nputs(\"not reached\")\n")).isEqualTo(1);
    assertThat(screen.lines())
        .anyMatch(line -> line.startsWith("t.fork:2: P was killed by SIGSEGV"))
        .noneMatch(line -> line.contains("not reached"));
  }

  @Test
  void aScriptGoesOnThatAsksForASignal() throws Exception {
    assertThat(script("if (!fork()) *(int *) 0 = 1; else wait\nkill(getpid(), SIGKILL)\n"))
        .isZero();
  }

  @Test
  void aScriptWithoutLinesEnds() throws Exception {
    assertThat(script("\0".repeat(2_000_000))).isEqualTo(1);
    assertThat(screen.lines().toString()).contains("is it a text?");
  }

  @Test
  void whatSomebodyElseWroteIsOverwrittenOnlyByForce(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("own.c"), "mine");
    assertThat(script("int x = 1\n/save " + file + "\n")).isEqualTo(1);
    assertThat(file).hasContent("mine");
    assertThat(script("int x = 1\n/save! " + file + "\n")).isZero();
    assertThat(Files.readString(file)).contains("x = 1;");
    assertThat(script("/save " + folder + "/none/x.c\n")).isEqualTo(1);
    assertThat(screen.lines().toString()).contains("there is no directory");
  }

  /** The first process is started while the prompt is read already. */
  @Test
  void aProgramRunWhileTheFirstProcessIsBeingStartedTakesItsPlace() throws Exception {
    Thread typist = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Thread> starter = new AtomicReference<>();
    AtomicBoolean bothAsk = new AtomicBoolean();
    LabSource slow =
        () -> {
          if (Thread.currentThread() == starter.get()) {
            begun.countDown();
            // Until the program is about to be run: it waits for its turn, or asks for a lab too.
            await(() -> bothAsk.get() || typist.getState() == Thread.State.BLOCKED);
          } else {
            bothAsk.set(true);
            await(() -> !starter.get().isAlive());
          }
          return PROMPT.lab();
        };
    Program program =
        ProgramLab.compile("#include <unistd.h>\nint main(void) { write(1, \"ran\\n\", 4); }");
    try (PromptSession prompt = PROMPT.session(slow, new SystemClock())) {
      starter.set(new Thread(() -> assertThatCode(prompt::start).doesNotThrowAnyException()));
      starter.get().start();
      assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();

      assertThat(prompt.run(program, List.of("program"), () -> null, LONG)).isTrue();
      assertThat(screen.lines().stream().filter(line -> line.contains("ran"))).hasSize(1);
      assertThat(prompt.latest().tree().entries()).hasSize(1);
    }
  }

  private static void await(BooleanSupplier so) throws InterruptedException {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.sleep(1);
    }
  }
}
