package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.xray.Variables.Row;
import org.forkshell.view.xray.Variables.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  private static List<Crowd.Member> family(int count) {
    List<Crowd.Member> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Crowd.Member(ProcessName.of(i == 0 ? "P" : "P." + i), 4120 + i));
    }
    return all;
  }

  /** The last process has not reached the last variable. */
  private static List<Section> sections(int count) {
    String[] same = new String[count];
    String[] pids = new String[count];
    String[] texts = new String[count];
    String[] late = new String[count];
    for (int i = 0; i < count; i++) {
      same[i] = "7";
      pids[i] = String.valueOf(i == 0 ? 4121 : 0);
      texts[i] = i % 2 == 0 ? "\"父进程\"" : "\"a child with a long text of its own\"";
      late[i] = i == count - 1 && count > 1 ? null : "{1, 2, 3}";
    }
    List<Row> rows =
        List.of(
            new Row("int limit", 0x4000_0400_0040L, Arrays.asList(same)),
            new Row("pid_t child", 0x4000_0400_0044L, Arrays.asList(pids)),
            new Row("char text[64]", 0x4000_0400_0048L, Arrays.asList(texts)),
            new Row("int late[3]", 0x4000_0400_0088L, Arrays.asList(late)));
    List<Row> locals = List.of(new Row("int i", 0, Arrays.asList("1")));
    return List.of(
        new Section("", family(count), rows, "not yet"),
        new Section("in main():", family(1), locals, "not here"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 40, box, en",
    "1, 80, box, en",
    "2, 40, box, en",
    "2, 40, ascii, zh",
    "2, 80, box, en",
    "2, 80, box, zh",
    "2, 80, words, en",
    "2, 80, words, zh",
    "20, 40, box, en",
    "20, 80, box, en",
    "20, 200, box, en",
    "64, 80, box, en"
  })
  void variablesAreShownAsBefore(int count, int width, String drawing, String language)
      throws Exception {
    Medium medium = Golden.medium(width, drawing, language);
    String drawn = Golden.drawn(Variables.draw(sections(count), medium), width);
    Golden.check("vars." + count + "." + width + "." + language + "." + drawing, drawn);
  }

  @Test
  void columnsThatDoNotFitFollowBelow() {
    int count = 64;
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add("value" + i);
    }
    Section section =
        new Section("", family(count), List.of(new Row("int x", 0, List.copyOf(values))), "");
    for (int width : new int[] {40, 80, 200}) {
      Medium medium = Golden.medium(width, "box", "en");
      String drawn = Golden.drawn(Variables.draw(List.of(section), medium), width);
      assertThat(drawn.split("\\s+")).containsAll(values);
    }
  }

  @Test
  void manyProcessesStandBelowEachOther() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      values.add("value" + i);
    }
    Section section =
        new Section("", family(64), List.of(new Row("int x", 0, List.copyOf(values))), "");
    Medium medium = Golden.medium(80, "box", "en");
    assertThat(Golden.drawn(Variables.draw(List.of(section), medium), 80).lines())
        .hasSize(65)
        .contains("  P.63 4183  value63");
  }

  @Test
  void longValuesAreNotCut() {
    String value = "{" + "12345, ".repeat(50) + "6}";
    Section section =
        new Section("", family(2), List.of(new Row("int x[51]", 0, List.of(value, "{0}"))), "");
    Medium medium = Golden.medium(40, "box", "en");
    String drawn = Golden.drawn(Variables.draw(List.of(section), medium), 40);
    assertThat(drawn.split("12345", -1)).hasSize(51);
  }
}
