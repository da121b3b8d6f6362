package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.forkshell.posix.Survivors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryFolderTest {
  @TempDir Path top;

  /** Holds a folder, in which an editor works, until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      TemporaryFolder folder = new TemporaryFolder();
      Path file = Files.writeString(folder.path().resolve("lines.c"), "fork();\n");
      Process editor =
          new ProcessBuilder("/bin/sh", "-c", args[0] + "; :", "sh", file.toString()).start();
      System.out.println(folder.path() + " " + editor.pid());
      Thread.sleep(Duration.ofMinutes(2).toMillis());
    }
  }

  @Test
  void itIsForItsUserOnlyAndGoneWhenItIsClosed() throws IOException {
    Path path;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      path = folder.path();
      Files.writeString(Files.createDirectory(path.resolve("inner")).resolve("file"), "text");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(path).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "HUP", "TERM", "KILL, all of its group"})
  void itIsGoneWhenItsProcessIsKilled(String end) throws Exception {
    kill(end, "exec tail -f \"$1\"");
  }

  @Test
  void anEditorThatWillNotGoGoes() throws Exception {
    kill("KILL", "trap '' HUP TERM; while :; do sleep 0.1; done");
  }

  private void kill(String end, String editing) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            editing);
    builder.environment().put("TMPDIR", top.toString());
    Process holder = builder.start();
    String[] words =
        new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))
            .readLine()
            .split(" ");
    Path folder = Path.of(words[0]);
    long editor = Long.parseLong(words[1]);
    assertThat(folder).startsWith(top).isDirectory();

    String signal = end.split(",", 2)[0];
    String whom = end.equals(signal) ? "" : "-";
    int status =
        new ProcessBuilder("/bin/kill", "-" + signal, "--", whom + holder.pid()).start().waitFor();

    assertThat(status).isZero();
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while ((isAlive(editor) || !isEmpty()) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(folder).doesNotExist();
    assertThat(List.of(isAlive(editor), isEmpty())).containsExactly(false, true);
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent() && Survivors.isAlive((int) pid);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(top)) {
      return files.findAny().isEmpty();
    }
  }
}
