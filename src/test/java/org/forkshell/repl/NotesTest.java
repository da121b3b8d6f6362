package org.forkshell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.forkshell.c.CLanguage;
import org.forkshell.c.Includes;
import org.forkshell.cli.ProgramLab;
import org.forkshell.session.Lab;
import org.forkshell.session.LabCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of real programs and lines is so, in every situation in which it is said. */
@Timeout(60)
class NotesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Lab lab;
  private static LineCompiler compiler;

  private final Transcript screen = new Transcript();
  private final PromptSession session =
      new PromptSession(
          () -> lab,
          () -> compiler.afresh(),
          new Settings(Locale.ENGLISH),
          new Display(screen),
          Duration.ofMillis(500));

  @BeforeAll
  static void startTheLab() throws IOException {
    lab = Lab.start(new LabCommand(null, false), Lab.Input.PROMPT);
    CLanguage language = new CLanguage();
    compiler = new LineCompiler(language, new StandardLibrary(language), Includes.NONE);
  }

  @AfterAll
  static void closeTheLab() {
    lab.close();
  }

  @AfterEach
  void closeTheSession() {
    session.close();
  }

  private List<String> ran(String program) throws IOException, InterruptedException {
    assertThat(session.run(ProgramLab.compile(program), List.of("program"), () -> null, LONG))
        .as("%s", screen.lines())
        .isTrue();
    return screen.lines();
  }

  @Test
  void aLineMayBeEmpty() throws Exception {
    assertThat(
            ran(
                """
                #include <stdio.h>
                #include <stdlib.h>
                #include <unistd.h>
                #include <sys/wait.h>
                int main(void) {
                    puts("a"); puts(""); printf("\\nb\\n");
                    if (fork() == 0) { execlp("echo", "echo", NULL); _exit(1); }
                    wait(NULL);
                    write(1, "\\n", 1); write(1, "c", 1); write(1, "\\n\\n", 2);
                    system("echo; echo x");
                }
                """))
        .filteredOn(line -> line.matches("P(\\.\\d)? #( \\w)?( the newline .*)?"))
        .containsExactly(
            "P # a the newline sent the line on its way",
            "P #",
            "P #",
            "P # b",
            "P.1 #",
            "P #",
            "P # c",
            "P #",
            "P.2 #",
            "P.2 # x");
  }
}
