package org.forkshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.forkshell.cli.ProgramLab;
import org.forkshell.codegen.Program;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.SystemClock;
import org.forkshell.process.WaitStatus;
import org.forkshell.shell.CompilerStart;
import org.forkshell.shell.Display;
import org.forkshell.shell.Family;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.shell.Transcript;
import org.forkshell.shell.command.Commands;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.User;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second language takes the place of C and nothing else notices: its programs and lines go
 * through the generator and run in real processes, which fork, wait and end.
 */
class ToyLanguageTest {
  private static final Language TOY = new ToyLanguage();

  private static final String PROGRAM =
      """
      say before
      fork
      child say from the child
      child end 3
      wait
      say after
      """;

  private static Compilation<Program> compiled(String text) {
    return new ProgramCompiler(TOY).compile(new SourceText("a.toy", text), Includes.NONE);
  }

  @Test
  void aProgramForksAndBothProcessesGoOn() throws Exception {
    Program program = compiled(PROGRAM).result();
    assertThat(program).isNotNull();
    try (ProgramLab lab = ProgramLab.start();
        ProgramLab.Running run = lab.start(program).awaitEnd()) {
      assertThat(run.out()).isEqualTo("before\nfrom the child\nafter\n");
      assertThat(run.session().tree().entries())
          .extracting(entry -> entry.name() + " " + entry.status().code())
          .containsExactly("P 0", "P.1 3");
    }
  }

  @Test
  void aMistakeIsADiagnosticOfTheText() {
    Compilation<Program> wrong = compiled("say so\nfrok\n");

    assertThat(wrong.isSuccess()).isFalse();
    assertThat(wrong.diagnostics())
        .extracting(diagnostic -> diagnostic.render(Locale.ENGLISH).lines().findFirst().orElse(""))
        .containsExactly("a.toy:2:1: error: nothing named “frok” is declared here");
  }

  @Test
  void linesAtThePromptAreExecutedByEveryProcess(@TempDir Path folder) throws Exception {
    Transcript screen = new Transcript();
    Settings settings = new Settings(Locale.ENGLISH);
    Lab lab = Lab.start(new LabCommand(), Lab.Input.PROMPT, new SystemClock());
    List<Entry> entries;
    try (PromptSession session =
        new PromptSession(
            () -> lab,
            new CompilerStart(TOY, Includes.NONE),
            settings,
            new Display(screen),
            Duration.ofSeconds(5),
            new SystemClock())) {
      Context context = new Context(session, new Commands(List.of()), new User() {});
      assertThat(context.enterAll("say hello\nfork\nsay both\n@P.1 say mine\nforked?\n", null))
          .isFalse();
      assertThat(screen.lines().subList(0, 3))
          .containsExactly(
              "P # hello",
              "P # forked ==> # the parent got P.1's pid",
              "P.1 # forked ==> 0 the child got 0");
      assertThat(screen.lines()).contains("P # both", "P.1 # both", "P.1 # mine");
      assertThat(screen.lines()).anyMatch(line -> line.contains("nothing named “forked?”"));

      Path file = folder.resolve("session.toy");
      context.enter("/save " + file, null, 1);
      assertThat(Files.readString(file)).contains("hello\nfork\nsay both\n");
      Family family = session.family();
      assertThat(family).isNotNull();
      entries = family.tree().entries();
      session.finish();
      assertThat(family.tree().entries())
          .extracting(entry -> entry.status())
          .containsExactly(WaitStatus.ofExit(0), WaitStatus.ofExit(0));
    } finally {
      lab.close();
    }
    assertThat(entries).allSatisfy(entry -> assertThat(AnyProcess.status(entry.pid())).isEmpty());
  }
}
