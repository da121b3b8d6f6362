package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prompt as a process at a real terminal, and what may befall it there. */
@Timeout(180)
class PromptAtTerminalTest {
  private static final String ENDLESS = "for (;;) pause();";

  @TempDir private Path home;

  private PromptTerminal open() throws Exception {
    PromptTerminal terminal = new PromptTerminal(home, Map.of());
    terminal.see("❯");
    terminal.enter("fork", "P P.1 ❯");
    assertThat(terminal.remembered()).isGreaterThanOrEqualTo(4);
    return terminal;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|killed from outside|a fresh P: it knows your functions",
        "zh|被外部杀死|新的 P：它认识你的函数"
      })
  void killedZygoteIsReplaced(String language, String lost, String fresh) throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("/set lang " + language, language);
      terminal.enter("int twice(int n) { return 2 * n; }", "❯");
      terminal.enter("int x = 21", "x ==> 21");
      int first = terminal.zygote();
      terminal.type("");
      terminal.kill(first, Signal.SIGKILL);
      terminal.see(lost);
      terminal.awaitEndOfTheOthers();
      terminal.enter("twice(x)", "==> 0");
      assertThat(terminal.text()).contains(fresh);
      assertThat(terminal.zygote()).isNotEqualTo(first);
      terminal.enter("/list", "int x = 21");
      terminal.enter("/reload", "x ==> 21");
      terminal.enter("twice(x)", "==> 42");
      terminal.enter("/history", "/set lang");
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
        terminal.kill(terminal.zygote(), Signal.SIGKILL);
        terminal.see("killed from outside");
        terminal.enter("6 * 7", "==> 42");
      }
    }
  }
}
