package org.forkshell.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Lab;
import org.forkshell.execution.Lab.Input;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.TemporaryFolder;
import org.forkshell.language.Includes;
import org.forkshell.lesson.Progress;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.SystemClock;
import org.forkshell.prompt.Prompt;
import org.forkshell.shell.CompilerStart;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.Console;
import org.forkshell.tutor.LessonSession;
import org.forkshell.wire.Board.StandardOutput;
import picocli.CommandLine;

/**
 * Loads what the first minute of use will load, for the class-data archives of both JVMs that make
 * the next start quick.
 */
final class ArchiveWarmUp {
  private static final MonotonicClock CLOCK = new SystemClock();
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

  private static final String LINES =
      "printf \"fork!\"\rfork\rint x = 1;\r/ps\rif ($1 == 0) exit(3); else wait\rx\rfrok\r/exit\r";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ArchiveWarmUp() {}

  static void run() throws IOException, InterruptedException {
    Thread impatience = new Thread(ArchiveWarmUp::giveUp, "impatience");
    impatience.setDaemon(true);
    impatience.start();
    String home = System.getProperty("forkshell.home");
    if (home != null) {
      NativeLibraries.unpack(Path.of(home, "target", "native"));
    }
    try (Lab lab = Lab.start(LabCommand.here(true), Input.PROMPT, CLOCK)) {
      program(lab);
      prompt(lab);
    }
  }

  /** A rehearsal that hangs must not keep the learner waiting: there will be no archive then. */
  private static void giveUp() {
    try {
      CLOCK.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void program(Lab lab) throws IOException, InterruptedException {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = Files.writeString(folder.path().resolve("warm.c"), PROGRAM);
      new CommandLine(new ForkShell(new LabStart(CLOCK)))
          .addSubcommand(new RunSubcommand(new LabStart(CLOCK)))
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs("run", "--raw", file.toString());
      Program program =
          Objects.requireNonNull(new ProgramFile(file, Languages.c()).compile("warm.c").result());
      ProgramRun.Options options =
          new ProgramRun.Options(
              false,
              StandardOutput.TERMINAL,
              null,
              64,
              Duration.ofSeconds(30),
              ProgramRun.Pictures.NONE);
      new ProgramRun(lab, options, new Settings(Locale.getDefault()), nowhere(), nowhere(), CLOCK)
          .run(program, List.of("warm"));
    }
  }

  private static void prompt(Lab lab) throws IOException, InterruptedException {
    Settings settings = new Settings(Locale.getDefault());
    CompilerStart compiler = new CompilerStart(Languages.c(), Includes.NONE);
    InputStream keys = new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8));
    try (Console console = Console.over(keys, OutputStream.nullOutputStream(), CLOCK);
        PromptSession session =
            new PromptSession(() -> lab, compiler, settings, console, Prompt.GRACE, CLOCK);
        Prompt prompt =
            new Prompt(
                session, console, new LessonSession(Path.of(""), new Progress(null)), CLOCK)) {
      prompt.run();
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
