package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is typed comes in that order and is not lost, however soon after Enter: 64 times within
 * the first 20 milliseconds, which is when the editor hands the keys over.
 */
class TypeAheadTest {
  private static final int ROUNDS = 16;
  private static final int MICROS = 20_000;
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_Z = "\u001a";

  @TempDir private Path home;
  private final Random random = new Random(11);

  private PromptTerminal open() throws Exception {
    return ready(new PromptTerminal(home, Map.of()));
  }

  private static PromptTerminal ready(PromptTerminal terminal) throws Exception {
    terminal.see("❯");
    terminal.enter("1 + 1", "==> 2");
    seeDone(terminal, 2);
    return terminal;
  }

  /** Types keys one after another, some time apart; the first two at once in every fourth round. */
  private void type(PromptTerminal terminal, int round, String... keys) throws Exception {
    for (int i = 0; i < keys.length; i++) {
      if (i > 0 && !(i == 1 && round % 4 == 0)) {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(MICROS));
      }
      terminal.typeOn(keys[i]);
    }
  }

  /** Waits for a result and the prompt after it: until then Ctrl-C drops what was typed. */
  private static void seeDone(PromptTerminal terminal, int result) throws Exception {
    terminal.see("==> " + result + "\nP ❯");
  }

  @Test
  void theSuspendKeyStopsWhatJustBegan() throws Exception {
    try (PromptTerminal terminal = ready(PromptTerminal.asJob(home))) {
      int console = terminal.job();
      for (int round = 0; round < ROUNDS; round++) {
        terminal.forget();
        type(terminal, round, "while (1);\r", CTRL_Z);
        ProcessTable.await(() -> PromptTerminal.isStopped(console), terminal::text);
        assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
        terminal.typeOn("\r");
        ProcessTable.await(() -> !PromptTerminal.isStopped(console), terminal::text);
        type(terminal, round, "", CTRL_C);
        terminal.see("gave up its line");
        terminal.type(round + " + 1000\r");
        seeDone(terminal, round + 1000);
      }
    }
  }

  @Test
  void theInterruptKeyEndsWhatJustBegan() throws Exception {
    try (PromptTerminal terminal = open()) {
      for (int round = 0; round < ROUNDS; round++) {
        terminal.forget();
        type(terminal, round, "while (1);\r", CTRL_C, round + " + 1000\r");
        terminal.see("gave up its line");
        seeDone(terminal, round + 1000);
      }
    }
  }

  @Test
  void inputIsReadInItsOrderAndTheNextLineAfterIt() throws Exception {
    try (PromptTerminal terminal = open()) {
      for (int round = 0; round < ROUNDS; round++) {
        terminal.forget();
        type(terminal, round, "getchar()\r", "x\r", round + " + 1000\r", "getchar()\r");
        terminal.see("==> 120");
        terminal.see("==> " + (round + 1000));
        terminal.see("==> 10\n");
      }
    }
  }

  @Test
  void theNextLineMayBeTypedWhileOneRuns() throws Exception {
    try (PromptTerminal terminal = open()) {
      for (int round = 0; round < ROUNDS; round++) {
        terminal.forget();
        String line = round + " + 10000\r";
        type(terminal, round, ("usleep(5000)\r|" + String.join("|", line.split(""))).split("\\|"));
        terminal.see("==> " + (round + 10000));
      }
    }
  }

  @Test
  void whatIsTypedAfterTheExitIsForTheShell() throws Exception {
    try (PromptTerminal terminal =
        PromptTerminal.underShell(home, "stty -echo; ", "; read x; echo \"shell: $x\"")) {
      terminal.see("❯");
      terminal.type("/exit\rfor the shell\r");
      terminal.see("shell: for the shell");
    }
  }
}
