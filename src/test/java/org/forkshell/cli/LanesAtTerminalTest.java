package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lanes at a real terminal, of real processes. */
class LanesAtTerminalTest {
  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <unistd.h>
      #include <sys/wait.h>
      int main(void) {
        if (fork() == 0) { printf("child\\n"); return 3; }
        wait(NULL);
        return 0;
      }
      """;

  @TempDir private Path folder;

  @Test
  void thePromptDrawsWhatItsProcessesDidAlsoAfterTheirEnd() throws Exception {
    try (PromptTerminal prompt = new PromptTerminal(folder, Map.of())) {
      prompt.see("❯");
      prompt.enter("if (fork() == 0) exit(3); else { wait(0); exit(0); }", "no process is left");
      prompt.enter("/lanes", "wait returns");
      assertThat(prompt.text()).contains("├──", "╮ P.1", "■ exit 3", "◄──", "╯ wait: exit 3");
      prompt.enter("/set drawing words", "auto, box");
      prompt.enter("/lanes", "P is told by wait: P.1 exited with 3");
      prompt.enter("/export html " + folder.resolve("page.html"), "is written");
    }
    assertThat(folder.resolve("page.html")).exists();
  }

  @Test
  void aRunEndsWithItsPictureAndKeepsIt() throws Exception {
    Path program = Files.writeString(folder.resolve("program.c"), PROGRAM);
    Path svg = folder.resolve("p.svg");
    Path html = folder.resolve("p.html");
    Path cast = folder.resolve("p.cast");
    List<String> arguments =
        List.of(
            "run",
            "--lanes",
            "--svg",
            svg + "",
            "--html",
            html + "",
            "--cast",
            cast + "",
            program + "");
    try (PromptTerminal run =
        new PromptTerminal(folder, Map.of(), arguments.toArray(new String[0]))) {
      run.see("wait returns");
      assertThat(run.text()).contains("● child", "■ exit 3", "╯ wait: exit 3");
      assertThat(run.awaitStatus()).isZero();
    }
    assertThat(Files.readString(svg)).contains("<svg", "exit 3");
    assertThat(Files.readString(html)).contains("data-line=\"5\"", "printf(&quot;child");
    assertThat(Files.readString(cast)).startsWith("{\"version\":2,").contains("child");
  }
}
