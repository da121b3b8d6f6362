package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Recording;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a program writes, its picture can be looked at, and says what is not in it. */
class LongOutputTest {
  private static final int MEGABYTE = 1 << 20;

  private static String page(LaneChart chart) {
    LaneChart shortened = chart.shortened(2000);
    Phrases phrases = Story.phrases(shortened, false);
    LaneWords words = new LaneWords(phrases, List.of());
    List<LanePlan> plans = Planner.roomy(shortened, phrases, List.of());
    return LaneSvg.file(plans, words, "title")
        + LaneHtml.page(plans, words, phrases, ProgramListing.EMPTY, "title", "en");
  }

  private static String pageOf(Story story) {
    return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> page(story.chart()));
  }

  /** With and without line ends; of plain characters, of wide ones, of such that need a name. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "0123456789\n", "\n", "<&>\"", "\033[2J", "父", "\0"})
  void ofTwentyMegabytesWrittenWithoutAPauseTheBeginningIsShown(String text) {
    byte[] one = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[MEGABYTE / one.length * one.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = one[i % one.length];
    }
    Story story = new Story();
    for (int i = 0; i < 20; i++) {
      story.writes(100, bytes);
    }
    String page = pageOf(story);
    assertThat(page.length()).isLessThan(MEGABYTE);
    assertThat(page).containsPattern("[0-9,]+ more (bytes|lines)");
  }

  @Test
  void ofManyPiecesTheFirstAndTheLastAreShown() {
    byte[] bytes = new byte[10_000];
    Arrays.fill(bytes, (byte) 'x');
    Story story = new Story().fork(100, 101, 1);
    for (int i = 0; i < 1000; i++) {
      story.writes(100, bytes).writes(101, bytes);
    }
    String page = pageOf(story.writes(100, "the end\n"));
    assertThat(page.length()).isLessThan(8 * MEGABYTE);
    assertThat(page).contains("bytes of output are left out", "the end");
  }

  @Test
  void noCharacterIsCutInTwo() {
    String page = pageOf(new Story().writes(100, "x" + "父".repeat(1000)));
    assertThat(page).contains("父").doesNotContain("\\xE7", "\\x", "\uFFFD");
  }

  @Test
  void aRecordingEndsWithWhatIsMissing() {
    Recording recording = new Recording();
    StringBuilder followed = new StringBuilder();
    recording.follow("title", 80, Text::toString, followed::append);
    Text line = Text.of(Style.OUTPUT, "x".repeat(4096));
    for (int i = 0; i < 3000; i++) {
      recording.add(i, List.of(new LabelledLine(ProcessName.ROOT, 1, line, Text.EMPTY)));
    }
    recording.unfollow(missing -> Text.of(Style.NOTE, missing + " left out"));
    assertThat(recording.missing()).isPositive();
    assertThat(followed.toString())
        .hasSizeLessThan(20 * MEGABYTE)
        .endsWith(recording.missing() + " left out\\r\\n\"]\n")
        .isEqualTo(
            recording.asciicast(
                "title",
                80,
                Text::toString,
                missing -> Text.of(Style.NOTE, missing + " left out")));
  }
}
