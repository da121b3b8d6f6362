package org.forkshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.forkshell.lesson.Block.Finding;
import org.forkshell.lesson.Block.Stdout;
import org.forkshell.lesson.Lesson.Step;
import org.forkshell.lesson.LessonReader.Reading;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;

class LessonReaderTest {
  private static final String FRONT =
      """
      ---
      title: The missing newline
      summary: Why the same printf writes twice.
      minutes: 8
      covers: B4, claim 9
      ---

      # The missing newline

      """;

  @Test
  void aLessonHasStepsOfBlocks() {
    Reading reading =
        read(
            FRONT
                + """
                Opening words.

                ## Print, then fork

                Look at `fork` and *think*.

                ```predict
                ask: How often?
                number: output "fork!"
                ```

                ```run
                program: newline.c
                arguments: a b
                stdout: pipe
                note on first fork: Here it
                  splits.
                expect: processes = 2
                ```

                ## Your turn

                ```type
                fork
                if ($1 == 0)
                  exit(3)
                ```

                ```check
                expect: alive = 2
                ```
                """);

    assertThat(reading.diagnostics()).isEmpty();
    Lesson lesson = reading.lesson();
    assertThat(lesson.title()).isEqualTo("The missing newline");
    assertThat(lesson.minutes()).isEqualTo(8);
    assertThat(lesson.covers()).containsExactly("B4", "claim 9");
    assertThat(lesson.steps().stream().map(Step::heading))
        .containsExactly("", "Print, then fork", "Your turn");
    List<Block> second = lesson.steps().get(1).blocks();
    assertThat(second.stream().map(Block::kind))
        .containsExactly(Block.Kind.PROSE, Block.Kind.PREDICT, Block.Kind.RUN);
    Block.Run run = (Block.Run) second.get(2);
    assertThat(run.program().arguments()).containsExactly("a", "b");
    assertThat(run.program().stdout()).isEqualTo(Stdout.PIPE);
    assertThat(run.notes().get(0).text()).isEqualTo("Here it splits.");
    assertThat(run.expectations().get(0).text()).isEqualTo("processes = 2");
    Block.Type type = (Block.Type) lesson.steps().get(2).blocks().get(0);
    assertThat(type.lines()).containsExactly("fork", "if ($1 == 0)\n  exit(3)");
  }

  @Test
  void anExperimentSaysWhatItFinds() {
    Reading reading =
        read(
            FRONT
                + """
                ## A claim

                ```experiment
                claim: 9
                says: A newline flushes.
                program: newline.c
                runs: 5
                holds if: runs where (output "fork!" = 1) = runs
                finds: does not hold
                did not hold: Not through a pipe.
                ```
                """);

    assertThat(reading.diagnostics()).isEmpty();
    Block.Experiment experiment =
        (Block.Experiment) reading.lesson().steps().get(0).blocks().get(0);
    assertThat(experiment.runs()).isEqualTo(5);
    assertThat(experiment.finds()).isEqualTo(Finding.DOES_NOT_HOLD);
    Observation once = Events.ofRoot().write(Events.ROOT, "fork!\n").exit(Events.ROOT, 0).seen();
    Observation twice =
        Events.ofRoot().write(Events.ROOT, "fork!fork!").exit(Events.ROOT, 0).seen();
    Observation untried = Events.ofRoot().exit(Events.ROOT, 77).seen();
    assertThat(experiment.finding(Observation.of(List.of(once)))).isEqualTo(Finding.HOLDS);
    assertThat(experiment.finding(Observation.of(List.of(once, twice))))
        .isEqualTo(Finding.DOES_NOT_HOLD);
    assertThat(experiment.finding(Observation.of(List.of(untried)))).isEqualTo(Finding.NOT_TRIED);
    assertThat(experiment.agrees(Finding.HOLDS)).isFalse();
    assertThat(experiment.agrees(Finding.NOT_TRIED)).isTrue();
  }

  @Test
  void mistakesAreSaidWithTheirLines() {
    Reading reading =
        read(
            """
            ---
            title: T
            minutes: many
            ---

            ## One

            ```run
            programm: a.c
            expect: proceses = 3
            note on frok: hm
            just a line
            ```

            ```predict
            ask: ?
            choice: a | yes
            ```

            ```task
            ask: Do it.
            ```
            """);

    assertThat(
            reading.diagnostics().stream()
                .map(d -> d.span().line() + " " + d.message(Locale.ENGLISH)))
        .containsExactlyInAnyOrder(
            "1 “summary:” is missing in the front matter",
            "1 “many” is not a number",
            "12 “just a line” is no line of the form “word: value”",
            "9 “program:” is missing in this block",
            "9 there is no “programm:” in a block “run”",
            "10 “proceses” is no measure",
            "11 “frok” is no event",
            "16 a prediction needs one of “number:”, “output:”, or two or more of “choice:” or"
                + " “order:”",
            "21 “goal:” is missing in this block");
    assertThat(reading.diagnostics()).allMatch(Diagnostic::isError);
  }

  @Test
  void chineseLinesAreJoinedWithoutBlanks() {
    Reading reading = read(FRONT + "第一行，\n第二行 `fork`。\n");

    Block.Prose prose = (Block.Prose) reading.lesson().steps().get(0).blocks().get(0);
    assertThat(prose.paragraphs().get(0).lines().get(0)).hasToString("第一行，第二行 fork。");
  }

  private static Reading read(String text) {
    return LessonReader.read(Path.of("lessons", "05-newline"), new SourceText("README.md", text));
  }
}
