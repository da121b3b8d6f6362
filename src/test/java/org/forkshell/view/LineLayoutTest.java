package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.process.ProcessName;
import org.junit.jupiter.api.Test;

class LineLayoutTest {
  private final LineLayout layout = new LineLayout();

  private List<String> lines(String name, int pid, String what, String note, int width) {
    return layout
        .lines(
            new LabelledLine(
                ProcessName.of(name), pid, Text.of(Style.OUTPUT, what), Text.of(Style.NOTE, note)),
            width)
        .stream()
        .map(text -> text.toString().stripTrailing())
        .toList();
  }

  @Test
  void namesPidsAndNotesStandInColumns() {
    assertThat(lines("P", 81204, "$1 ==> 81207", "the child's pid", 80))
        .containsExactly("  P   81204  $1 ==> 81207    the child's pid");
    assertThat(lines("P.1", 81207, "$1 ==> 0", "the child got 0", 80))
        .containsExactly("  P.1 81207  $1 ==> 0        the child got 0");
  }

  @Test
  void columnsGrowAndDoNotShrink() {
    lines("P.1.1.1", 7, "x", "", 80);
    assertThat(lines("P", 7, "x", "", 80)).containsExactly("  P       7  x");
  }

  @Test
  void aNoteWithoutRoomGoesBelow() {
    assertThat(lines("P", 81204, "exited with 3", "a zombie until P waits for it", 40))
        .containsExactly(
            "P   81204 exited with 3", "            a zombie until P waits for", "            it");
  }

  @Test
  void aSentenceWithoutRoomIsBrokenBetweenWordsAndOutputWhereTheScreenEnds() {
    String text = "calls malloc, which is not safe";
    LabelledLine sentence =
        new LabelledLine(ProcessName.of("P"), 1, Text.of(Style.NOTE, text), Text.EMPTY);
    assertThat(layout.lines(sentence, 28))
        .extracting(each -> each.toString().stripTrailing())
        .containsExactly("P   1 calls malloc, which", "      is not safe");
    assertThat(lines("P", 1, text, "", 28))
        .containsExactly("P   1 calls malloc, which i", "      s not safe");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(lines("P", 1, "你好", "完", 80)).containsExactly("  P   1  你好            完");
  }

  @Test
  void aWideLineGoesOnBelowBetweenWords() {
    assertThat(LineLayout.folded(Text.of(Style.PLAIN, "  one    two three four"), 16))
        .extracting(text -> text.toString().stripTrailing())
        .containsExactly("  one", "    two three", "    four");
    assertThat(LineLayout.folded(Text.of(Style.PLAIN, "exactly ten"), 11)).hasSize(1);
  }

  @Test
  void withoutAWidthLinesAreAsLongAsTheyLike() {
    assertThat(lines("P", 1, "x".repeat(300), "y".repeat(300), 0)).hasSize(1);
  }

  @Test
  void aLineAboutSeveralNamesTheFirstAndCountsTheRest() {
    LabelledLine line =
        new LabelledLine(ProcessName.ROOT, 7, 0, Text.of(Style.VALUE, "x ==> 5"), Text.EMPTY);
    assertThat(layout.lines(line, 80)).map(Text::toString).containsExactly("  P +7    x ==> 5");
  }

  @Test
  void noLineBeginsWithAFullStopOrEndsWithABracket() {
    List<Text> lines = LineLayout.wrapped(Text.of(Style.PLAIN, "一二三四。五六（七八）九"), 0, 9);
    assertThat(lines.stream().map(Text::toString)).containsExactly("一二三", "四。五六", "（七八）", "九");
  }
}
