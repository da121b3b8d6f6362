package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson from an author's own folder, taken at a real terminal. */
class LessonAtTerminalTest {
  private static final String LESSON =
      """
      ---
      title: A lesson of my own
      summary: It splits.
      minutes: 1
      ---

      # A lesson of my own

      ## First

      ```predict
      ask: How many processes will there be?
      number: alive
      ```

      ```type
      pid_t child = fork()
      ```

      ## Second

      ```run
      program: two.c
      note on first fork: Here it splits.
      ```

      ## Third

      ```task
      ask: Make three processes.
      goal: alive = 3
      hint: One fork makes two.
      solution: fork(); if (child) fork()
      ```
      """;

  private static final String TWO =
      "#include <unistd.h>\n#include <sys/wait.h>\n"
          + "int main(void) { if (fork() == 0) return 5; wait(0); return 0; }\n";

  @TempDir private Path home;

  private PromptTerminal open(String language) throws Exception {
    Path folder = Files.createDirectories(home.resolve("mine"));
    Files.writeString(folder.resolve("README.md"), LESSON);
    Files.writeString(folder.resolve("two.c"), TWO);
    return new PromptTerminal(home, Map.of("LANG", language), "lesson", "./mine");
  }

  @Test
  void itIsTakenLeftAndTakenUpAgain() throws Exception {
    try (PromptTerminal terminal = open("C.UTF-8")) {
      terminal.see("How many processes will there be?");
      terminal.enter("two", "[Enter: pid_t child = fork()]");
      terminal.enter("", "✓ two: so it was.");
      terminal.enter("", "[Enter: /run two.c]");
      // Something else first: the offer stays.
      terminal.enter("getpid()", "[Enter: /run two.c]");
      terminal.enter("", "Enter goes on");
      assertThat(terminal.text()).contains("▸ Here it splits.", "P.1 exited with 5");
      terminal.enter("", "Make three processes.");
      terminal.enter("/hint", "▸ One fork makes two.");
      terminal.see("❯ ");
      terminal.type("\u0004");
      assertThat(terminal.awaitStatus()).isZero();
      terminal.awaitNobody();
    }
    assertThat(home.resolve(".local/state/forkshell/progress")).content().contains("mine\t2");
    try (PromptTerminal terminal = open("C.UTF-8")) {
      terminal.see("Make three processes.");
      terminal.enter("/back", "[Enter: /run two.c]");
      terminal.enter("/back", "How many processes will there be?");
      terminal.enter("/skip", "[Enter: pid_t child = fork()]");
      terminal.enter("/play", "Free play");
      terminal.enter("fork", "P P.1 ❯");
      terminal.enter("/next", "How many processes will there be?");
      terminal.enter("/quit", "The lesson is over");
      terminal.enter("1 + 1", "==> 2");
    }
  }

  @Test
  void aLanguageThatIsMissingIsNoObstacle() throws Exception {
    try (PromptTerminal terminal = open("zh_CN.UTF-8")) {
      terminal.see("How many processes will there be?");
      terminal.enter("两个", "[Enter: pid_t child = fork()]");
      terminal.enter("", "✓ 两个：正是如此。");
    }
  }
}
