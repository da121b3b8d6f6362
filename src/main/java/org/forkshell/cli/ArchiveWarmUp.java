package org.forkshell.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.forkshell.execution.Lab.Input;
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

/**
 * Loads what the first minute of use will load, while both JVMs write which classes that are: the
 * launcher makes archives of them, which make the next start quick.
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
    program();
    prompt();
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

  private static void program() throws IOException, InterruptedException {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = Files.writeString(folder.path().resolve("warm.c"), PROGRAM);
      String[] arguments = {"run", "--raw", file.toString()};
      if (Main.run(arguments, new UnexpectedFailure(arguments)) != 0) {
        throw new IllegalStateException("the program failed");
      }
    }
  }

  private static void prompt() throws IOException, InterruptedException {
    Settings settings = new Settings(Locale.getDefault());
    CompilerStart compiler = new CompilerStart(Languages.c(), Includes.NONE);
    InputStream keys = new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8));
    try (LabStart lab = new LabStart(CLOCK);
        Console console = Console.over(keys, OutputStream.nullOutputStream(), CLOCK);
        PromptSession session =
            new PromptSession(
                () -> lab.get(Input.PROMPT), compiler, settings, console, Prompt.GRACE, CLOCK);
        Prompt prompt =
            new Prompt(
                session, console, new LessonSession(Path.of(""), new Progress(null)), CLOCK)) {
      prompt.run();
    }
  }
}
