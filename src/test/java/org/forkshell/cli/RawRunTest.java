package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --raw} a program finds its standard output to be what it is. */
class RawRunTest {
  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <unistd.h>
      int main(void) {
        printf("terminal %d\\n", isatty(1));
        write(1, "direct\\n", 7);
      }
      """;

  private static final String LINE_BY_LINE = "terminal 1\ndirect\n";

  private static final String AT_THE_END = "direct\nterminal 0\n";

  @TempDir private Path directory;

  private String program() throws IOException {
    return Files.writeString(directory.resolve("kind.c"), PROGRAM).toString();
  }

  private List<String> command(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "org.forkshell.cli.Main"));
    command.addAll(List.of("run", "--raw"));
    command.addAll(List.of(options));
    command.add(program());
    return command;
  }

  private static Process start(List<String> command, Redirect output) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectOutput(output)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private String throughPipe(String... options) throws Exception {
    Process run = start(command(options), Redirect.PIPE);
    String out = new String(run.getInputStream().readAllBytes());
    assertThat(run.waitFor(180, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  private String toFile(String... options) throws Exception {
    Path out = directory.resolve("out");
    Process run = start(command(options), Redirect.to(out.toFile()));
    assertThat(run.waitFor(180, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  @Test
  void aPipeAndAFileAreWrittenAtTheEnd() throws Exception {
    assertThat(throughPipe()).isEqualTo(AT_THE_END);
    assertThat(toFile()).isEqualTo(AT_THE_END);
  }

  @Test
  void aTerminalIsWrittenLineByLine() throws Exception {
    try (PromptTerminal terminal =
        new PromptTerminal(directory, Map.of(), "run", "--raw", program())) {
      terminal.see(LINE_BY_LINE);
    }
  }

  @Test
  void whatTheUserSaysWins() throws Exception {
    assertThat(throughPipe("--stdout=terminal")).isEqualTo(LINE_BY_LINE);
    assertThat(toFile("--stdout=terminal")).isEqualTo(LINE_BY_LINE);
  }
}
