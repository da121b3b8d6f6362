package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A script goes on with its next line when those that have become other programs wait for what
 * comes then, and not before they have done what they do by themselves.
 */
class ScriptedProgramsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // It reads what the next line writes.
        """
        FILE *w = popen("cat", "w")
        fprintf(w, "hi\\n")
        pclose(w)
        // shows: hi
        """,
        // So does what it has forked; after that, time ends what it does.
        """
        FILE *w = popen("while read x; do echo got $x; done; sleep 0.2; echo late", "w")
        fprintf(w, "one\\n"); fflush(w)
        fprintf(w, "two\\n"); fflush(w)
        pclose(w)
        // shows: got one, got two, late
        """,
        """
        FILE *r = popen("echo one; sleep 0.2; echo two", "r")
        char text[20]
        fgets(text, 20, r); fgets(text, 20, r)
        text
        pclose(r)
        // shows: text ==> "two\\n"
        """,
        // The rest of the script is its input, and ends with it.
        """
        system("cat")
        for the reader
        // shows: for the reader
        """,
        """
        int ends[2]; pipe(ends)
        pid_t child = fork()
        if (child == 0) { dup2(ends[0], 0); close(ends[1]); execlp("tr", "tr", "a-z", "A-Z", NULL); }
        write(ends[1], "hello\\n", 6)
        close(ends[1])
        wait(NULL)
        // shows: HELLO, exited with 0
        """,
        // It has written before, and waits now.
        """
        int to[2], from[2]; pipe(to); pipe(from)
        if (!fork()) { dup2(to[0], 0); dup2(from[1], 1); close(to[1]); execlp("cat", "cat", NULL); }
        char byte = 0
        write(to[1], "a", 1)
        read(from[0], &byte, 1)
        byte
        write(to[1], "b", 1)
        read(from[0], &byte, 1)
        byte
        // shows: 97 'a', 98 'b'
        """,
        // A named pipe is opened by both or by none.
        """
        mkfifo("way", 0600)
        if (!fork()) execlp("cat", "cat", "way", NULL)
        int way = open("way", 1)
        write(way, "through\\n", 8)
        close(way)
        wait(NULL)
        // shows: through
        """,
        // They wait for each other, line by line.
        """
        int a[2], b[2]; pipe(a); pipe(b)
        char x = 0
        pid_t child = fork()
        if (child == 0) read(a[0], &x, 1)
        @P write(a[1], "q", 1)
        @P.1 x
        @P read(b[0], &x, 1)
        @P.1 write(b[1], "z", 1)
        @P x
        // shows: x ==> 113 'q', x ==> 122 'z'
        """
      })
  void theNextLineIsForWhoWaits(String text) throws Exception {
    String shown = text.substring(text.indexOf("// shows: ") + 10).strip();
    String output = run(text.substring(0, text.indexOf("// shows: ")));
    assertThat(output).contains(shown.split(", ")).doesNotContain("error");
  }

  private String run(String script) throws Exception {
    Path file = Files.writeString(directory.resolve("lines.fork"), script);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "org.forkshell.cli.Main"));
    command.add(file.toString());
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS))
          .as("ended; shown: %s", Files.readString(output))
          .isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).isZero();
    StackTraces.assertNone(Files.readString(output));
    return Files.readString(output);
  }
}
