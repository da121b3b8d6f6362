package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the console ends, no file is left where it was started nor where temporary files are. */
class FilesLeftTest {
  @TempDir Path top;
  private Path home;
  private Path temporary;
  private Map<String, String> environment;

  /** With the options of launcher.sh, which the last test holds to it. */
  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectory(top.resolve("home"));
    temporary = Files.createDirectory(top.resolve("tmp"));
    Path libraries = top.resolve("native");
    NativeLibraries.unpack(libraries);
    environment =
        Map.of(
            "TMPDIR",
            temporary.toString(),
            "XDG_STATE_HOME",
            top.resolve("state").toString(),
            "EDITOR",
            "tail -f",
            "JDK_JAVA_OPTIONS",
            "-Djava.io.tmpdir=%s -Djffi.boot.library.path=%s -Dlibrary.jline.path=%s"
                    .formatted(temporary, libraries, libraries)
                + " -XX:-UsePerfData -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null");
  }

  @ParameterizedTest
  @CsvSource({"SIGKILL, false", "SIGKILL, true", "SIGSEGV, false", "SIGTERM, true", "SIGHUP, true"})
  void nothingIsLeftOfAPrompt(Signal signal, boolean edits) throws Exception {
    try (PromptTerminal terminal = new PromptTerminal(home, environment)) {
      terminal.see("❯");
      terminal.enter("int x = 5;", "x ==> 5");
      if (edits) {
        terminal.type("/edit\r");
        ProcessTable.await(() -> !left(temporary).isEmpty(), () -> "no folder");
        terminal.see("int x");
        terminal.remember();
      }
      terminal.kill(terminal.pid(), signal);
      terminal.awaitNobody();
    }
    ProcessTable.await(() -> left(temporary).isEmpty(), () -> left(temporary).toString());
    assertThat(left(home)).isEmpty();
  }

  @Test
  void theLauncherGivesTheseOptions() throws IOException {
    assertThat(Files.readString(Path.of("launcher.sh")))
        .contains(
            "-Djffi.boot.library.path=$target/native",
            "-Dlibrary.jline.path=$target/native",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:ReplayDataFile=/dev/null");
  }

  private static List<String> left(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
