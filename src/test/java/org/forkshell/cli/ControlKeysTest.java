package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.forkshell.execution.AnyProcess;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ctrl-C gives the prompt back, and Ctrl-Z gives the terminal away and back, wherever they come.
 */
class ControlKeysTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_Z = "\u001a";

  private static final String LESSON =
      Path.of("lessons", "01-fork-returns-twice").toAbsolutePath().toString();
  private static final String IGNORING = "trap '' INT; ";

  @TempDir private Path home;

  /** A dumb terminal makes signals of keys. */
  @ParameterizedTest
  @ValueSource(strings = {"xterm", "dumb"})
  void aBusyPromptIsLeftThoughInterruptsWereIgnored(String type) throws Exception {
    try (PromptTerminal terminal =
        PromptTerminal.underShell(home, Map.of("TERM", type), IGNORING, "")) {
      terminal.see("❯");
      terminal.enter("1 + 1", "==> 2");
      terminal.enter("printf(\"go\\n\"); for (;;);", "go ");
      terminal.type(CTRL_C);
      terminal.see("gave up its line");
      terminal.enter("6 * 7", "==> 42");
    }
  }

  /** Whoever lets it go on may have used the terminal: the mode is ours again. */
  @Test
  void thePromptHasItsModeAgainThoughItWasStoppedUnawares() throws Exception {
    try (PromptTerminal terminal = PromptTerminal.asJob(home)) {
      terminal.see("❯");
      terminal.enter("1 + 1", "==> 2\nP ❯");
      byte[] own = terminal.modes();
      stopAndContinue(terminal, Signal.SIGSTOP);
      ProcessTable.await(() -> Arrays.equals(own, terminal.modes()), terminal::text);
      terminal.typeAndSee("6 ", "6 ");
      terminal.enter("* 7", "==> 42");
    }
  }

  /** Of a prompt that is a shell's job. */
  private static void stopAndContinue(PromptTerminal terminal, Signal signal) throws Exception {
    int console = terminal.job();
    if (signal == Signal.SIGTSTP) {
      terminal.type(CTRL_Z);
    } else {
      terminal.kill(console, signal);
    }
    ProcessTable.await(() -> PromptTerminal.isStopped(console), terminal::text);
    terminal.asItWas();
    terminal.typeOn("\r");
    ProcessTable.await(() -> !PromptTerminal.isStopped(console), terminal::text);
  }

  @Test
  void aReplayByKeysIsInterruptedStoppedAndLeft() throws Exception {
    try (PromptTerminal terminal = PromptTerminal.asJob(home, "replay", LESSON, "--keys")) {
      terminal.see("the one that returns twice");
      int console = terminal.job();
      terminal.type("p");
      terminal.enter("1 + 1", "==> 2");
      // Busy, blocked, half a line: it goes on. What is said while a line is typed is shown after.
      terminal.enter("printf(\"go\\n\"); for (;;);", "go ");
      terminal.type(CTRL_C + "2 + 3\r");
      terminal.see("==> 5");
      assertThat(terminal.text()).contains("gave up its line");
      terminal.enter("for (;;) pause();", "waits for a signal");
      terminal.type(CTRL_C + "2 + 4\r");
      terminal.see("==> 6");
      assertThat(terminal.text()).contains("gave up its line");
      terminal.typeAndSee("half", "half");
      terminal.type(CTRL_C);
      terminal.enter("6 * 7", "==> 42");
      byte[] own = terminal.modes();
      for (Signal stop : List.of(Signal.SIGTSTP, Signal.SIGSTOP)) {
        stopAndContinue(terminal, stop);
        ProcessTable.await(() -> Arrays.equals(own, terminal.modes()), terminal::text);
        terminal.typeAndSee("6", "6");
        terminal.enter("* 8", "==> 48");
      }
      // It ends where nobody tries anything.
      terminal.typeAndSee("\r", "\n");
      terminal.type(CTRL_C);
      terminal.type(CTRL_C);
      ProcessTable.await(() -> AnyProcess.status(console).isEmpty(), terminal::text);
      assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
    }
  }
}
