package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt as a process at a real terminal, and what may befall it there. */
class PromptAtTerminalTest {
  private static final String ENDLESS = "for (;;) pause();";

  /** Some have left the process group, one has become another program. */
  private static final String SCATTERED =
      "if (!fork()) { setsid(); for (;;); } if (!fork()) { setpgid(0, 0); pause(); }"
          + " if (!fork()) execl(\"/bin/sleep\", \"sleep\", \"1000\", NULL); sleep(1000)";

  private static final String FAMILY =
      """
      #include <stdio.h>
      #include <unistd.h>
      int main(void) {
        fork();
        fork();
        printf("ready\\n");
        for (;;) pause();
      }
      """;

  @TempDir private Path home;

  private PromptTerminal open() throws Exception {
    return ready(new PromptTerminal(home, Map.of()));
  }

  private PromptTerminal ready(PromptTerminal terminal) throws Exception {
    Files.writeString(home.resolve("family.c"), FAMILY);
    terminal.see("❯");
    terminal.enter("fork", "P P.1 ❯");
    assertThat(terminal.remembered()).isGreaterThanOrEqualTo(4);
    return terminal;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|has ended without being told to|a fresh P: it knows your functions",
        "zh|意外结束|新的 P：它认识你的函数"
      })
  void killedZygoteIsReplaced(String language, String lost, String fresh) throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("/set lang " + language, language);
      terminal.enter("int twice(int n) { return 2 * n; }", "❯");
      terminal.enter("int x = 21", "x ==> 21");
      int first = terminal.supervisor();
      terminal.type("");
      terminal.kill(first, Signal.SIGKILL);
      terminal.see(lost);
      terminal.awaitEndOfTheOthers();
      terminal.enter("twice(x)", "==> 0");
      assertThat(terminal.text()).contains(fresh);
      assertThat(terminal.supervisor()).isNotEqualTo(first);
      terminal.enter("/list", "int x = 21");
      terminal.enter("/reload", "x ==> 21");
      terminal.enter("twice(x)", "==> 42");
      terminal.enter("/history", "/set lang");
    }
  }

  @Test
  void aDumbTerminalGetsAFreshPromptToo() throws Exception {
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of("TERM", "dumb"))) {
      terminal.see("❯");
      terminal.enter("if (1) {", "...");
      terminal.typeAndSee("half\u0003", "\nP ❯ ");
      terminal.enter("6 * 7", "==> 42");
      assertThat(terminal.text()).doesNotContain("error");
    }
  }

  @Test
  void whatIsTypedComesThroughInAnyLocale() throws Exception {
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of("LANG", "C"))) {
      terminal.see(">");
      terminal.enter("char s[] = \"é你\"", "s ==>");
      terminal.enter("strlen(s)", "==> 5");
    }
  }

  @Test
  void whatAShellWouldDoGetsAHint() throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("cd /tmp", "chdir(\"/tmp\")");
      terminal.enter("man fork", "/explain fork");
      terminal.enter("!ls -l", "not a shell");
      terminal.enter("int x = 3", "x ==> 3");
      terminal.enter("!x", "==> 0");
      terminal.enter("@P.1 exit", "P ❯");
    }
  }

  /** A terminal that does not mark what is pasted hands it over as if it were typed. */
  @ParameterizedTest
  @ValueSource(strings = {"b2", "b6"})
  void aListingRunsInOneRoundThoughNothingMarksThePaste(String listing) throws Exception {
    String text = Files.readString(Path.of("src/test/resources/damaged", listing + ".c"));
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of())) {
      terminal.see("❯");
      terminal.type(text.replace('\n', '\r'));
      terminal.see("Enter takes it mended");
      terminal.see("[Enter:");
      assertThat(terminal.text().split("places: ")).hasSize(2);
      terminal.enter("", "Enter calls it here");
      terminal.see("[Enter:");
      terminal.enter("", "$1 ==>");
    }
  }

  @Test
  void whoRunsADamagedFileIsAskedWhetherToMendIt() throws Exception {
    Files.writeString(home.resolve("d.c"), "int main（void） { printf(“mended/n”)； return 0； }\n");
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of(), "run", "d.c")) {
      terminal.see("mend it? [Y/n]");
      terminal.enter("", "mended");
      assertThat(terminal.awaitStatus()).isZero();
    }
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of(), "run", "d.c")) {
      terminal.see("mend it? [Y/n]");
      terminal.type("n\r");
      assertThat(terminal.awaitStatus()).isNotZero();
    }
  }

  private static char stateOf(int pid) {
    return AnyProcess.status(pid).map(ProcessStatus::state).orElse('X');
  }

  @ParameterizedTest
  @ValueSource(strings = {"@P.1 while (1);", "while (1);"})
  void theSuspendKeyStopsTheProcessesToo(String busy) throws Exception {
    try (PromptTerminal terminal = ready(PromptTerminal.asJob(home))) {
      int console = terminal.job();
      List<Integer> programs = PromptTerminal.programs(console);
      assertThat(programs).hasSize(2);
      terminal.type(busy + "\r");
      ProcessTable.await(
          () -> programs.stream().anyMatch(pid -> stateOf(pid) == 'R'), () -> "nobody runs");
      terminal.type("\u001a");
      ProcessTable.await(
          () ->
              PromptTerminal.isStopped(console)
                  && programs.stream().allMatch(pid -> stateOf(pid) == 'T'),
          () -> ProcessTable.describe(programs));
      terminal.typeOn("\r");
      ProcessTable.await(
          () -> programs.stream().noneMatch(pid -> stateOf(pid) == 'T'),
          () -> ProcessTable.describe(programs));
      terminal.type("\u0003");
      terminal.see("gave up its line");
      terminal.enter("6 * 7", "==> 42");
    }
  }

  @Test
  void theSuspendKeyDoesNothingWhereNobodyCouldLetItGoOn() throws Exception {
    try (PromptTerminal terminal = open()) {
      int console = (int) terminal.pid();
      terminal.type("while (1);\r");
      List<Integer> programs = terminal.programs();
      ProcessTable.await(
          () -> programs.stream().anyMatch(pid -> stateOf(pid) == 'R'), () -> "nobody runs");
      terminal.type("\u001a");
      terminal.type("\u0003");
      terminal.see("gave up its line");
      terminal.type("\u001a");
      terminal.enter("6 * 7", "==> 42");
      assertThat(stateOf(console)).isNotEqualTo('T');
    }
  }

  @Test
  void theSuspendKeyStopsTheWholeJob() throws Exception {
    try (PromptTerminal terminal =
        PromptTerminal.underShell(home, "set -m; sh -c '", "; :'; echo back; read x; fg")) {
      terminal.see("P ❯");
      terminal.enter("1 + 1", "==> 2");
      terminal.type("\u001a");
      terminal.see("back");
      List<Integer> all = List.copyOf(ProcessTable.withDescendants((int) terminal.pid()));
      // P, the console and the shell that started it.
      ProcessTable.await(
          () -> all.stream().filter(pid -> stateOf(pid) == 'T').count() == 3,
          () -> ProcessTable.describe(all));
      terminal.forget();
      terminal.type("\r");
      terminal.see("P ❯");
      terminal.enter("6 * 7", "==> 42");
    }
  }

  @Test
  void quitKeyDoesNothing() throws Exception {
    String quit = "\u001c";
    try (PromptTerminal terminal = open()) {
      terminal.type(quit);
      terminal.enter("6 * 7", "==> 42");
      terminal.enter(ENDLESS, "waits");
      terminal.type(quit);
      terminal.type("\u0003");
      terminal.see("gave up its line");
      terminal.enter("6 * 8", "==> 48");
      assertThat(terminal.text()).doesNotContain("Thread").doesNotContain("java");
    }
  }

  @Test
  void zygoteKilledWhileALineRunsGivesThePromptBack() throws Exception {
    try (PromptTerminal terminal = open()) {
      for (int i = 0; i < 3; i++) {
        terminal.enter(ENDLESS, "pause …");
        terminal.type("");
        terminal.kill(terminal.supervisor(), Signal.SIGKILL);
        terminal.see("has ended without being told to");
        terminal.enter("6 * 7", "==> 42");
      }
    }
  }

  /** What is under way when the end comes. */
  private static void begin(PromptTerminal terminal, String state) throws Exception {
    switch (state) {
      case "idle" -> terminal.enter("", "P P.1 ❯");
      case "half a line" -> terminal.typeAndSee("int half = ", "half");
      case "busy" -> terminal.enter("printf(\"go\\n\"); for (;;);", "P.1 ");
      case "blocked" -> terminal.enter("@P wait", "wait");
      case "reading" -> terminal.enter("getchar()", "reads stdin");
      case "scattered" -> terminal.enter(SCATTERED, "P.1.2");
      case "a program" -> terminal.enter("/run family.c", "ready");
      default -> throw new AssertionError(state);
    }
    terminal.remember();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"idle", "half a line", "busy", "blocked", "reading", "scattered", "a program"})
  void closedTerminalLeavesNobody(String state) throws Exception {
    try (PromptTerminal terminal = open()) {
      begin(terminal, state);
      terminal.hangUp();
      terminal.awaitStatus();
      terminal.awaitNobody();
    }
  }

  @Test
  void aTerminalThatNobodyKnowsIsNoMistake() throws Exception {
    try (PromptTerminal terminal =
        ready(new PromptTerminal(home, Map.of("TERM", "unheard-of", "PATH", "/nowhere")))) {
      terminal.enter("1 + 1", "==> 2");
    }
  }

  @Test
  void aFolderForTheEditorThatCannotBeMadeEndsNothing() throws Exception {
    Map<String, String> none = Map.of("EDITOR", "true", "TMPDIR", "/nowhere");
    try (PromptTerminal terminal = ready(new PromptTerminal(home, none))) {
      terminal.enter("/edit", "cannot make a folder");
      terminal.enter("1 + 1", "==> 2");
    }
  }

  /** As under nohup(1): the signal is not heard, but nobody can type any more. */
  @ParameterizedTest
  @ValueSource(
      strings = {"idle", "half a line", "busy", "blocked", "reading", "scattered", "a program"})
  void closedTerminalLeavesNobodyWhenItsSignalIsIgnored(String state) throws Exception {
    try (PromptTerminal terminal =
        ready(PromptTerminal.underShell(home, "trap '' HUP; exec ", ""))) {
      begin(terminal, state);
      terminal.hangUp();
      terminal.awaitStatus();
      terminal.awaitNobody();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "idle,SIGTERM",
    "half a line,SIGTERM",
    "busy,SIGTERM",
    "blocked,SIGTERM",
    "reading,SIGTERM",
    "scattered,SIGTERM",
    "a program,SIGTERM",
    "idle,SIGHUP",
    "busy,SIGHUP"
  })
  void signalThatEndsThePromptLeavesNobodyAndTheTerminalAsItWas(String state, Signal signal)
      throws Exception {
    try (PromptTerminal terminal = open()) {
      begin(terminal, state);
      assertThat(terminal.modes()).isNotEqualTo(terminal.modesBefore());
      terminal.kill(terminal.pid(), signal);
      assertThat(terminal.awaitStatus()).isEqualTo(128 + signal.number());
      terminal.awaitNobody();
      assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
    }
  }
}
