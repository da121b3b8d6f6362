package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.xray.Pages.Count;
import org.forkshell.view.xray.Pages.Holder;
import org.forkshell.view.xray.Pages.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  private static final List<String> AREAS = List.of("code", "variables", "heap", "stack");

  private static Crowd.Member who(int i) {
    return new Crowd.Member(ProcessName.of(i == 0 ? "P" : "P." + i), 4120 + i);
  }

  private static List<Holder> holders(int count) {
    List<Holder> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Count variables = i == 1 ? new Count(3, 22) : new Count(1, 24);
      all.add(
          new Holder(
              who(i), List.of(new Count(0, 2), variables, new Count(0, 1000), new Count(1, 0))));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 80, box, en",
    "2, 40, box, en",
    "2, 80, box, zh",
    "2, 80, words, en",
    "2, 80, words, zh",
    "20, 40, ascii, en",
    "20, 80, box, en",
    "64, 200, box, en"
  })
  void pagesAreCountedAsBefore(int count, int width, String drawing, String language)
      throws Exception {
    Medium medium = Golden.medium(width, drawing, language);
    String drawn = Golden.drawn(Pages.table(AREAS, holders(count), medium), width);
    Golden.check("memory." + count + "." + width + "." + language + "." + drawing, drawn);
  }

  @Test
  void theSameIsSaidOnceOfAll() {
    List<Remark> remarks = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      remarks.add(new Remark(who(i), i == 6 ? " wrote to y" : " wrote to x"));
    }
    Medium medium = Golden.medium(80, "box", "en");
    assertThat(Golden.drawn(Pages.remarks(remarks, medium), 80))
        .isEqualTo("  P.1 … P.5 (5) wrote to x\n  P.6 wrote to y\n");
  }
}
