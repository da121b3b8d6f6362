package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.MarkedListing.Line;
import org.forkshell.view.xray.MarkedListing.Stand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  private static final List<String> PROGRAM =
      List.of(
          "int main(void) {",
          "  for (int i = 0; i < 3; i++) {",
          "    if (fork() == 0) {",
          "      sleep(60); // 子进程在这里睡眠",
          "      exit(i);",
          "    }",
          "  }",
          "\twait(NULL);",
          "}");

  private static Stand stand(String name, int pid, int line, String doing) {
    return new Stand(new Crowd.Member(ProcessName.of(name), pid), line, Text.of(Style.CALL, doing));
  }

  private static List<Line> program(int before) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      lines.add(new Line(String.valueOf(lines.size() + 1), "// line " + (i + 1)));
    }
    for (String text : PROGRAM) {
      lines.add(new Line(String.valueOf(lines.size() + 1), text));
    }
    return lines;
  }

  private static List<Stand> stands(int children, int before) {
    List<Stand> stands = new ArrayList<>();
    stands.add(stand("P", 4120, before + 8, "waits until a child ends"));
    for (int i = 1; i <= children; i++) {
      stands.add(stand("P." + i, 4120 + i, before + 4, "sleeps for 60 s"));
    }
    stands.add(stand("P.1.1", 4500, before + 4, "sleeps for 10 s"));
    stands.add(stand("P.1.2", 4501, 0, "exited with 0, a zombie"));
    return stands;
  }

  @ParameterizedTest
  @CsvSource({
    "two, 2, 0, 40, box, en",
    "two, 2, 0, 80, box, en",
    "two, 2, 0, 80, ascii, en",
    "two, 2, 0, 80, words, en",
    "two, 2, 0, 80, words, zh",
    "two, 2, 0, 200, box, en",
    "many, 62, 100, 40, box, en",
    "many, 62, 100, 80, box, zh"
  })
  void placesAreMarkedAsBefore(
      String name, int children, int before, int width, String drawing, String language)
      throws Exception {
    Medium medium = Golden.medium(width, drawing, language);
    List<Text> lines = MarkedListing.draw(program(before), stands(children, before), false, medium);
    String drawn = Golden.drawn(lines, width);
    Golden.check("source." + name + "." + width + "." + language + "." + drawing, drawn);
  }

  @Test
  void whoIsReadyStandsBehindTheLastLine() {
    List<Line> lines = List.of(new Line("1", "fork"), new Line("2", "@P wait"));
    List<Stand> stands =
        List.of(stand("P", 10, 2, "waits until a child ends"), stand("P.1", 11, 3, "ready"));
    assertThat(
            Golden.drawn(
                MarkedListing.draw(lines, stands, false, Golden.medium(80, "box", "en")), 80))
        .isEqualTo(
            """
              1  fork
            ► 2  @P wait   P 10  waits until a child ends
            ►    the next line
                 └ P.1 11  ready
            """);
  }

  @Test
  void theWholeOfALongProgramIsShownToWhoAsks() {
    Medium medium = Golden.medium(80, "box", "en");
    String drawn = Golden.drawn(MarkedListing.draw(program(100), stands(2, 100), true, medium), 80);
    assertThat(drawn.lines().filter(line -> line.contains("// line"))).hasSize(100);
  }
}
