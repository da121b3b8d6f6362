package org.forkshell.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonReader;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.PromptExtension;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Transcript;
import org.forkshell.tutor.Tutor.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lessons taken by somebody who types, with real processes. */
class TutorTest {
  @RegisterExtension
  static final PromptExtension PROMPT = new PromptExtension(Duration.ofSeconds(5));

  private static final String FRONT =
      """
      ---
      title: T
      summary: S
      minutes: 1
      ---

      # T

      """;

  @TempDir Path folder;
  private final Transcript screen = PROMPT.screen();
  private final PromptSession session = PROMPT.session();

  private Student begins(String steps) throws IOException, InterruptedException {
    return begins(steps, new Progress(null));
  }

  private Student begins(String steps, Progress progress) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("README.md"), FRONT + steps);
    LessonReader.Reading reading = LessonReader.read(folder, Locale.ENGLISH);
    assertThat(reading.diagnostics()).isEmpty();
    Lesson lesson = reading.lesson();
    Student learner = new Student(session, lesson, progress);
    learner.tutor.begin(progress.step(lesson.name()));
    return learner;
  }

  @Test
  void aLineIsOfferedAndTaken() throws Exception {
    Student learner =
        begins(
            """
            ## One

            ```type
            pid_t child = fork()
            if (child == 0) exit(3); else wait
            ```

            ```check
            note on first fork: Here it splits.
            note on exit of P.1: It leaves.
            expect: status of P.1 = 3
            expect: processes = 2
            ```
            """);

    assertThat(learner.tutor.need()).isEqualTo(Need.LINE);
    assertThat(learner.tutor.offer()).isEqualTo("pid_t child = fork()");
    learner.takeAllOffered();

    assertThat(learner.tutor.need()).isEqualTo(Need.END);
    assertThat(learner.tutor.failures()).isEmpty();
    assertThat(screen.lines()).contains("▸ Here it splits.", "▸ It leaves.");
  }

  @Test
  void aLineMayBeACommand() throws Exception {
    Student learner = begins("## One\n\n```type\nfork\n/reset\nfork\n```\n");

    learner.takeAllOffered();

    assertThat(learner.tutor.failures()).isEmpty();
    assertThat(session.family().tree().entries()).hasSize(2);
  }

  @Test
  void aLineOfTheLearnersOwnIsEnteredAndTheOfferStays() throws Exception {
    Student learner = begins("## One\n\n```type\nint x = 1\n```\n");

    learner.enter("int y = 2");

    assertThat(learner.tutor.offer()).isEqualTo("int x = 1");
    assertThat(screen.lines()).contains("P # y ==> 2".replace("#", "#"));
    learner.enter("");
    assertThat(learner.tutor.need()).isEqualTo(Need.END);
  }

  @Test
  void aPredictionIsHeldAgainstTheRun() throws Exception {
    Files.writeString(
        folder.resolve("two.c"),
        "#include <stdio.h>\n#include <unistd.h>\n"
            + "int main(void) { printf(\"x\"); fork(); return 0; }\n");
    String steps =
        """
        ## One

        ```predict
        ask: How often will x be written?
        number: output "x"
        ```

        ```run
        program: two.c
        expect: output "x" = 2
        ```
        """;
    Student learner = begins(steps);

    assertThat(learner.tutor.need()).isEqualTo(Need.ANSWER);
    learner.enter("banana");
    assertThat(learner.tutor.need()).isEqualTo(Need.ANSWER);
    assertThat(screen.lines()).contains("That does not read as an answer here.");
    learner.enter("once");
    assertThat(learner.tutor.offer()).isEqualTo("/run two.c");
    learner.enter("/run two.c");
    assertThat(screen.lines()).contains("✗ You said “once”; it was “2”.");
    assertThat(learner.tutor.failures()).isEmpty();

    learner.tutor.again();
    learner.enter("two");
    learner.enter("");
    assertThat(screen.lines()).contains("✓ two: so it was.");
  }

  @Test
  void whatTheAuthorDidNotSeeIsAFailure() throws Exception {
    Student learner =
        begins(
            """
            ## First

            ```type
            fork
            ```

            ```check
            expect: processes = 3
            ```

            ```experiment
            claim: 1
            says: fork makes one process.
            holds if: processes = 2
            finds: does not hold
            ```
            """);
    learner.takeAllOffered();

    assertThat(learner.tutor.failures())
        .hasSize(2)
        .anyMatch(failure -> failure.contains("processes = 3"))
        .anyMatch(failure -> failure.contains("claim 1"));
    assertThat(screen.lines()).contains("✓ It held, here and now.");
  }

  @Test
  void aTaskIsSolvedWhateverTheWay() throws Exception {
    Student learner =
        begins(
            """
            ## One

            ```task
            ask: Make a zombie.
            goal: zombies = 1
            hint: first
            hint: second
            solution: fork
            done: There.
            ```
            """);

    assertThat(learner.tutor.need()).isEqualTo(Need.TASK);
    learner.enter("int unrelated");
    learner.tutor.hint();
    learner.tutor.hint();
    learner.tutor.hint();
    assertThat(learner.tutor.need()).isEqualTo(Need.TASK);
    assertThat(screen.lines()).contains("▸ first", "▸ second");

    learner.enter("if (!fork()) _exit(7)");

    assertThat(learner.tutor.need()).isEqualTo(Need.END);
    assertThat(screen.lines()).contains("▸ There.");
  }

  @Test
  void aStepBackFindsTheProcessesAsTheyWere() throws Exception {
    Student learner =
        begins(
            """
            ## One

            ```type
            fork
            ```

            ## Two

            ```type
            int x = 5
            ```

            ```check
            expect: value x of P = 5
            expect: alive = 2
            ```

            ## Three

            ```type
            exit(0)
            ```
            """);
    learner.takeAllOffered();
    learner.enter("");
    learner.takeAllOffered();
    learner.enter("");
    learner.takeAllOffered();
    assertThat(session.alive()).isEmpty();

    Student again = begins(Files.readString(folder.resolve("README.md")).replace(FRONT, ""));
    again.takeAllOffered();
    again.enter("");
    again.takeAllOffered();
    again.enter("");
    again.tutor.back();

    assertThat(session.alive()).hasSize(2);
    assertThat(again.tutor.offer()).isEqualTo("int x = 5");
    again.takeAllOffered();
    assertThat(again.tutor.failures()).isEmpty();
  }

  @Test
  void freePlayLeadsBackToTheStep() throws Exception {
    Student learner = begins("## One\n\n```type\nint x = 1\n```\n");

    learner.tutor.play();
    learner.enter("fork; fork");
    assertThat(session.alive()).hasSize(4);
    learner.tutor.next();

    assertThat(learner.tutor.offer()).isEqualTo("int x = 1");
    assertThat(session.alive().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void progressIsKept() throws Exception {
    Path file = folder.resolve("state").resolve("progress");
    String steps = "## One\n\nwords\n\n## Two\n\nwords\n\n## Three\n\nwords\n";
    Student learner = begins(steps, new Progress(file));
    learner.enter("");
    String name = learner.tutor.lesson().name();

    assertThat(new Progress(file).step(name)).isEqualTo(1);
    learner.enter("");
    assertThat(new Progress(file).isDone(name)).isTrue();
  }

  @Test
  void corruptProgressIsSetAside() throws Exception {
    Path file = folder.resolve("progress");
    Files.write(file, new byte[] {(byte) 0xff, 0, 1, 2, '\n', 'x'});

    Progress progress = new Progress(file);

    assertThat(progress.step("any")).isZero();
    assertThat(folder.resolve("progress.unreadable")).exists();
    progress.reached("any", 2);
    assertThat(new Progress(file).step("any")).isEqualTo(2);
  }

  @Test
  void solutionOfOneTaskIsNotHeldAgainstTheNext() throws Exception {
    Student learner =
        begins(
            """
            ## Two

            ```task
            ask: Two.
            goal: alive = 2
            solution: fork
            ```

            ```task
            ask: Four.
            goal: alive = 4
            solution: fork
            ```
            """);

    assertThat(learner.tutor.solution()).isTrue();
    assertThat(learner.tutor.need()).isEqualTo(Need.TASK);
    assertThat(learner.tutor.solution()).isTrue();
    assertThat(learner.tutor.need()).isEqualTo(Need.END);
  }
}
