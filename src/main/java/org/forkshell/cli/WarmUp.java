package org.forkshell.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.forkshell.compile.Compilation;
import org.forkshell.compile.Program;
import org.forkshell.session.Lab;
import org.forkshell.session.Lab.Input;
import org.forkshell.session.LabCommand;
import org.forkshell.wire.Board.StandardOutput;

/** Loads what the first minute of use will load, for the class-data archives of both JVMs that make the next start quick. */
final class WarmUp {
  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      #include <sys/wait.h>
      struct pair { int a; double b; };
      int main(int argc, char *argv[]) {
        struct pair p = { 1, 2.5 };
        char text[20] = "warm";
        for (int i = 0; i < 2; i++) {
          if (fork() == 0) {
            printf("%s %d %.1f %c %zu\\n", text, p.a, p.b, 'x', strlen(text));
            exit(i);
          }
        }
        int status;
        while (wait(&status) > 0) {
          printf("%d\\n", WEXITSTATUS(status));
        }
        return 0;
      }
      """;

  private WarmUp() {}

  static void run() throws IOException, InterruptedException {
    Path file = Files.createTempFile("forkshell", ".c");
    try (Lab lab = Lab.start(LabCommand.here(true), Input.NONE)) {
      Files.writeString(file, PROGRAM);
      Compilation<Program> compiled = CFile.compile(file, "warm.c");
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
      ProgramRun.Options options =
          new ProgramRun.Options(false, StandardOutput.TERMINAL, null, 64, Duration.ofSeconds(30));
      new ProgramRun(lab, options, nowhere).run(Objects.requireNonNull(compiled.result()), List.of("warm"));
    } finally {
      Files.delete(file);
    }
  }
}
