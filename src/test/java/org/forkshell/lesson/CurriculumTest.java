package org.forkshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.forkshell.lesson.Block.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/curriculum.md} says what the lessons in {@code lessons/} do, all of it. */
class CurriculumTest {
  private static final int CLAIMS = 27;
  private static final List<String> EXAMPLES =
      List.of("B1", "B2", "B3", "B4", "B5", "B6", "B7", "C1", "A1");
  private static final Pattern LINK = Pattern.compile("\\[(\\d+)]\\(\\.\\./lessons/([^/]+)/README");

  /** By what a row is about, such as {@code B7} or {@code claim 14}: its cells. */
  private static final Map<String, List<String>> ROWS = new HashMap<>();

  private static List<Lesson> lessons = List.of();

  @BeforeAll
  static void read() throws IOException {
    for (String line : Files.readAllLines(Path.of("docs", "curriculum.md"))) {
      List<String> cells = Stream.of(line.split("(?<!\\\\)\\|")).map(String::strip).toList();
      if (cells.size() >= 4 && cells.get(1).matches("[ABC]?[0-9]+")) {
        String id = cells.get(1);
        String about = Character.isDigit(id.charAt(0)) ? "claim " + id : id;
        assertThat(ROWS.put(about, cells)).as("a second row for %s", about).isNull();
      }
    }
    List<Lesson> all = new ArrayList<>();
    for (Path folder : new LessonCatalog(Path.of("lessons")).lessons()) {
      all.add(LessonReader.read(folder, Locale.ENGLISH).lesson());
    }
    lessons = all;
  }

  @Test
  void hasARowForEveryExampleAndEveryClaim() {
    Set<String> wanted = new TreeSet<>(EXAMPLES);
    IntStream.rangeClosed(1, CLAIMS).forEach(claim -> wanted.add("claim " + claim));
    assertThat(ROWS.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void namesTheLessonsThatCoverIt() {
    ROWS.forEach(
        (about, cells) -> {
          Set<String> named = new TreeSet<>();
          Matcher link = LINK.matcher(cells.get(3));
          while (link.find()) {
            named.add(link.group(2));
            assertThat(Integer.parseInt(link.group(2).replaceFirst("-.*", "")))
                .as("the number of the lesson for %s", about)
                .isEqualTo(Integer.parseInt(link.group(1)));
          }
          Set<String> covering = new TreeSet<>();
          for (Lesson lesson : lessons) {
            if (lesson.covers().contains(about) || !findings(lesson, about).isEmpty()) {
              covering.add(lesson.name());
            }
          }
          assertThat(named).as("the lessons in the row of %s", about).isEqualTo(covering);
          assertThat(cells.get(3))
              .as("the lesson of %s", about)
              .matches(named.isEmpty() ? "\\d+, to come" : "\\[.*");
        });
  }

  @Test
  void coversNothingThatIsNoPartOfIt() {
    for (Lesson lesson : lessons) {
      assertThat(ROWS.keySet()).as(lesson.name()).containsAll(lesson.covers());
    }
  }

  @Test
  void saysOfEveryClaimWhatItsExperimentsFind() {
    ROWS.forEach(
        (about, cells) -> {
          Set<Finding> findings = new TreeSet<>();
          lessons.forEach(lesson -> findings.addAll(findings(lesson, about)));
          String found = cells.size() > 4 ? cells.get(4) : "";
          if (about.startsWith("claim ")) {
            assertThat(said(found)).as("what was found of %s", about).isEqualTo(findings);
          }
        });
  }

  private static Set<Finding> findings(Lesson lesson, String about) {
    Set<Finding> findings = new TreeSet<>();
    for (Lesson.Step step : lesson.steps()) {
      for (Block block : step.blocks()) {
        if (block instanceof Block.Experiment experiment
            && (about.equals(experiment.claim()) || about.equals("claim " + experiment.claim()))) {
          findings.add(experiment.finds());
        }
      }
    }
    return findings;
  }

  private static Set<Finding> said(String found) {
    String rest = found.toLowerCase(Locale.ROOT);
    Set<Finding> said = new TreeSet<>();
    for (Finding finding : List.of(Finding.DOES_NOT_HOLD, Finding.HOLDS, Finding.EITHER)) {
      if (Pattern.compile("\\b" + finding.words() + "\\b").matcher(rest).find()) {
        said.add(finding);
        rest = rest.replace(finding.words(), "");
      }
    }
    return said;
  }
}
