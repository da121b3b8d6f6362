package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.lesson.LessonReader;
import org.forkshell.process.SystemClock;
import org.forkshell.prompt.TimedTypist;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Typewriter;
import org.forkshell.tutor.Replay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that come with ForkShell, checked and replayed. */
@Timeout(300)
class LessonsTest {
  /** An author tries a hundred. */
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

  /** The check finds that both languages do the same, so one replay each will do: in turn. */
  static Stream<Arguments> lessonsAndALanguage() {
    List<Path> lessons = lessons();
    return IntStream.range(0, lessons.size())
        .mapToObj(i -> Arguments.of(lessons.get(i), i % 2 == 0 ? Locale.ENGLISH : Locale.CHINESE));
  }

  static Stream<Arguments> lessonsAndLanguages() {
    return lessons().stream()
        .flatMap(
            lesson ->
                Stream.of(Locale.ENGLISH, Locale.CHINESE)
                    .map(language -> Arguments.of(lesson, language)));
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

  @ParameterizedTest
  @MethodSource("lessonsAndALanguage")
  void itsReplayGoesAsItsAuthorSaw(Path folder, Locale language)
      throws IOException, InterruptedException {
    replay(folder, language);
  }

  /** {@code mvn verify -Dgroups=long -Dtest=LessonsTest}. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("lessonsAndLanguages")
  void itsReplayGoesInEveryLanguage(Path folder, Locale language)
      throws IOException, InterruptedException {
    replay(folder, language);
  }

  private static void replay(Path folder, Locale language)
      throws IOException, InterruptedException {
    Lesson lesson = LessonReader.read(folder, language).lesson();
    StringBuffer shown = new StringBuffer();
    Typewriter typewriter = new Typewriter(80, true);
    typewriter.add(new Painter(0, true), shown::append);
    TimedTypist typist =
        new TimedTypist(typewriter, new TimedTypist.Pace(1000, false, Duration.ZERO), lab.clock());
    try (PromptSession session =
        new ForkShell(lab).session(new Settings(language), typewriter, Replay.GRACE)) {
      List<String> failures = Replay.run(session, lesson, typist);

      assertThat(failures).as(shown.toString()).isEmpty();
    }
    assertThat(shown).contains(lesson.title());
  }
}
