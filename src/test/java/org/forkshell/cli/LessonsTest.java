package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.process.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that come with ForkShell, checked, which includes a replay in every language. */
class LessonsTest {
  /** An author tries a hundred. Each is a replay in both languages as well. */
  private static final int RUNS = 1;

  private static LabStart lab;

  @BeforeAll
  static void startTheLab() {
    lab = new LabStart(new SystemClock());
  }

  @AfterAll
  static void closeTheLab() {
    lab.close();
  }

  static List<Path> lessons() {
    return new LessonCatalog(Path.of("lessons")).lessons();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void nothingIsWrongWithIt(Path lesson) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    boolean good = new LessonCheck(lab, RUNS, out).check(List.of(lesson));

    assertThat(good).as(said.toString(StandardCharsets.UTF_8)).isTrue();
  }

  @Test
  void aLessonThatWouldReadWhatIsNotItsOwnIsRefusedAndNothingOfItRuns(@TempDir Path top)
      throws Exception {
    Path folder = Files.createDirectory(top.resolve("01-x"));
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("f.c").toString()).start().waitFor())
        .isZero();
    String text = "---\ntitle: T\nsummary: S\nminutes: 1\ncovers: B4\n---\n\n# T\n\n## One\n\n";
    for (String program : List.of("f.c", "none.c", "/dev/zero", "../x.c")) {
      String block = "```run\nprogram: " + program + "\n```\n";
      Files.writeString(folder.resolve("README.md"), text + block);
      Files.writeString(folder.resolve("README.zh.md"), text + block);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

      assertThat(new LessonCheck(lab, 1, out).check(List.of(folder))).isFalse();
      assertThat(said.toString(StandardCharsets.UTF_8))
          .containsAnyOf("is not a regular file", "is not in the lesson's folder");
    }
  }
}
