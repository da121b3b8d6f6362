package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTextTest {
  static String drawn(LaneChart chart, List<String> labels, int width, Glyphs glyphs) {
    Phrases phrases = Story.phrases(chart, glyphs == Glyphs.ASCII);
    List<LanePlan> pages = new Planner(chart, phrases, labels, width).pages();
    List<Text> lines = new ArrayList<>();
    for (LanePlan page : pages) {
      lines.addAll(LaneText.draw(page, glyphs));
    }
    lines.addAll(LaneText.legend(pages, glyphs, phrases, width));
    StringBuilder all = new StringBuilder();
    for (Text line : lines) {
      assertThat(line.width()).as("%s", line).isLessThan(width);
      all.append(line.toString().stripTrailing()).append('\n');
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "two_children, 40, BOX",
    "two_children, 80, BOX",
    "two_children, 200, BOX",
    "two_children, 80, ASCII",
    "signals, 40, BOX",
    "signals, 80, BOX",
    "signals, 200, BOX",
    "signals, 40, ASCII",
    "twenty, 40, BOX",
    "twenty, 80, BOX",
    "twenty, 200, BOX",
    "many, 40, BOX",
    "many, 80, BOX",
    "many, 200, BOX"
  })
  void recordedRunsAreDrawnAsBefore(String name, int width, Glyphs glyphs) throws Exception {
    RecordedRun run = RecordedRun.of(name);
    String drawn = drawn(run.chart(), run.listing().labels(), width, glyphs);
    Golden.check(name + "." + width + (glyphs == Glyphs.ASCII ? ".ascii" : ".box"), drawn);
  }

  @ParameterizedTest
  @CsvSource({"two_children, en", "signals, en", "signals, zh"})
  void recordedRunsAreToldAsBefore(String name, String language) throws Exception {
    RecordedRun run = RecordedRun.of(name);
    Phrases phrases = Story.phrases(run.chart(), false, Locale.forLanguageTag(language));
    StringBuilder told = new StringBuilder();
    for (Text line : new LaneWords(phrases, run.listing().labels()).tell(0)) {
      told.append(line).append('\n');
    }
    Golden.check(name + "." + language + ".words", told.toString());
  }

  @Test
  void edgesPassBehindTheLanesTheyCross() {
    Story story = new Story().fork(100, 101, 1).fork(100, 102, 2).exits(101, 0).exits(102, 3);
    story.waits(100, 102, 3).waits(100, 101, 0).exits(100, 0);
    assertThat(drawn(story.chart(), List.of(), 60, Glyphs.BOX))
        .isEqualTo(
            """
            ○ P 100
            ├──────────╮ P.1 101
            ├──────────│────────────────╮ P.2 102
            │          ■ exit 0         │
            │          ┊                ■ exit 3
            ◄──────────┊────────────────╯ wait: exit 3
            ◄──────────╯ wait: exit 0
            ■ exit 0
            │ runs  ┊ zombie  ■ exits  ◄ wait returns
            """);
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    Story story = new Story().writes(100, "父进程父进程父进程父进程父进程\n").fork(100, 101, 1);
    story.writes(101, "子进程\n").writes(100, "完\n");
    assertThat(drawn(story.chart(), List.of(), 40, Glyphs.BOX))
        .isEqualTo(
            """
            ○ P 100
            ● 父进程父进程父进程父进程
            │ 父进程
            ├────────────────────────────╮ P.1 101
            │                            ● 子进程
            ● 完                         │
            │ runs  ● writes
            """);
  }

  @Test
  void longOutputIsFolded() {
    Story story = new Story();
    for (int i = 1; i <= 1000; i++) {
      story.writes(100, "line " + i + "\n");
    }
    assertThat(drawn(story.chart(), List.of(), 80, Glyphs.BOX).lines())
        .hasSizeLessThan(12)
        .contains("● line 1", "│ … 994 more lines …", "│ line 1000");
  }

  @Test
  void equalSiblingsShareALaneWhereThereIsNoRoom() {
    Story story = new Story();
    for (int i = 1; i <= 8; i++) {
      story.fork(100, 100 + i, i);
    }
    for (int i = 1; i <= 8; i++) {
      story.exits(100 + i, 0).waits(100, 100 + i, 0);
    }
    assertThat(drawn(story.chart(), List.of(), 40, Glyphs.BOX))
        .isEqualTo(
            """
            ○ P 100
            ├─────────╮ P.1 … P.8 (8)
            │         ■ 8 × exit 0
            ◄─────────╯ 8 × wait: exit 0
            │ runs  ┊ zombie  ■ exits
            ◄ wait returns
            """);
  }
}
