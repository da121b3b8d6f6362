package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.FamilyTree.Kin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTreeTest {
  private static final int ZYGOTE = 77;

  private static Kin kin(String name, int pid, char letter, String doing, String where) {
    ProcessName own = ProcessName.of(name);
    return new Kin(
        own,
        pid,
        own.isRoot() ? null : own.parent(),
        false,
        letter,
        "",
        Text.of(letter == ' ' ? Style.NOTE : Style.CALL, doing),
        where.isEmpty() ? Text.EMPTY : Text.of(Style.NOTE, where),
        letter == ' ');
  }

  /** A parent that waits, a zombie, an orphan, a process that is another program by now. */
  private static List<Kin> household() {
    List<Kin> all = new ArrayList<>();
    all.add(kin("P", 4120, 'S', "waits until a child ends", "9: wait(&status);"));
    all.add(kin("P.1", 4121, 'Z', "exited with 3, a zombie: its parent has not waited", ""));
    all.add(kin("P.2", 4122, ' ', "killed by SIGSEGV", ""));
    all.add(kin("P.2.1", 4124, ' ', "exited with 0, an orphan, collected by the zygote", ""));
    Kin born = kin("P.2.2", 4125, 'S', "sleeps for 100 s", "tools.h:21: sleep(100); // 孤儿进程");
    all.add(adopted(born));
    Kin sleep = kin("P.3", 4123, 'S', "sleeps in the kernel", "");
    all.add(
        new Kin(
            sleep.name(),
            sleep.pid(),
            sleep.parent(),
            false,
            'S',
            "sleep",
            sleep.doing(),
            Text.EMPTY,
            false));
    return all;
  }

  private static Kin adopted(Kin kin) {
    return new Kin(
        kin.name(),
        kin.pid(),
        null,
        true,
        kin.letter(),
        kin.program(),
        kin.doing(),
        kin.where(),
        kin.isOver());
  }

  /** What {@code forks} calls of fork by everybody make of one process. */
  private static List<Kin> binomial(int forks) {
    List<Kin> all = new ArrayList<>();
    all.add(kin("P", 1000, 'S', "ready for a line", ""));
    for (int i = 0; i < forks; i++) {
      for (Kin parent : List.copyOf(all)) {
        long children =
            all.stream()
                .filter(k -> !k.name().isRoot() && k.name().parent().equals(parent.name()))
                .count();
        ProcessName name = parent.name().child((int) children + 1);
        all.add(kin(name.toString(), 1000 + all.size(), 'S', "ready for a line", ""));
      }
    }
    all.sort((a, b) -> a.name().compareTo(b.name()));
    return all;
  }

  /** One parent of so many children, each of which has children of its own. */
  private static List<Kin> wide(int children, int grandchildren) {
    List<Kin> all = new ArrayList<>();
    all.add(kin("P", 1000, 'S', "waits until a child ends", "7: while (wait(NULL) > 0);"));
    for (int i = 1; i <= children; i++) {
      String where = i == children ? "3: read(0, &c, 1)" : "5: sleep(9)";
      String doing = i == children ? "reads stdin: the next line is for it" : "sleeps for 9 s";
      all.add(kin("P." + i, 1000 + 10 * i, 'S', doing, where));
      for (int j = 1; j <= grandchildren; j++) {
        all.add(kin("P." + i + "." + j, 1000 + 10 * i + j, 'R', "runs", "6: for (;;);"));
      }
    }
    return all;
  }

  private static List<Kin> family(String name) {
    return switch (name) {
      case "one" -> binomial(0);
      case "two" -> binomial(1);
      case "household" -> household();
      case "twenty" -> wide(19, 0);
      case "wide" -> wide(21, 2);
      case "binomial" -> binomial(6);
      default -> throw new AssertionError(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "one, 40, box, en",
    "two, 80, box, en",
    "household, 40, box, en",
    "household, 40, ascii, zh",
    "household, 80, box, en",
    "household, 80, ascii, en",
    "household, 80, box, zh",
    "household, 80, words, en",
    "household, 80, words, zh",
    "household, 200, box, en",
    "twenty, 40, box, en",
    "twenty, 80, box, en",
    "twenty, 200, box, en",
    "wide, 40, box, en",
    "wide, 80, box, en",
    "wide, 80, words, en",
    "binomial, 40, box, en",
    "binomial, 80, box, en",
    "binomial, 200, box, en"
  })
  void familiesAreDrawnAsBefore(String name, int width, String drawing, String language)
      throws Exception {
    Medium medium = Golden.medium(width, drawing, language);
    String drawn = Golden.drawn(FamilyTree.draw(family(name), ZYGOTE, false, medium), width);
    Golden.check("tree." + name + "." + width + "." + language + "." + drawing, drawn);
  }

  @Test
  void everyProcessIsDrawnForWhoWantsThemAll() {
    Medium medium = Golden.medium(80, "box", "en");
    String drawn = Golden.drawn(FamilyTree.draw(binomial(6), ZYGOTE, true, medium), 80);
    assertThat(drawn.lines()).hasSize(64);
    for (Kin kin : binomial(6)) {
      assertThat(drawn).contains(" " + kin.pid() + " ");
    }
  }

  @Test
  void whoDiffersIsNotFolded() {
    List<Kin> family = wide(19, 0);
    Medium medium = Golden.medium(80, "box", "en");
    assertThat(Golden.drawn(FamilyTree.draw(family, ZYGOTE, false, medium), 80))
        .contains("P.1 … P.18 (18)")
        .contains("P.19 1190");
  }

  @Test
  void inAsciiThereIsNothingElse() {
    Medium medium = Golden.medium(80, "ascii", "en");
    List<Kin> family = List.of(kin("P", 1, 'S', "waits", ""), kin("P.1", 2, 'R', "runs", ""));
    assertThat(Golden.drawn(FamilyTree.draw(family, ZYGOTE, false, medium), 80))
        .isEqualTo("  P 1       S  waits\n  `- P.1 2  R  runs\n");
  }
}
