package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.junit.jupiter.api.Test;

class FamilyTreeTest {
  private static FamilyTree.Member member(String name, int pid, int parent, String doing) {
    return new FamilyTree.Member(
        ProcessName.of(name), pid, parent, Text.of(Style.NOTE, doing), false);
  }

  private static String drawn(List<FamilyTree.Member> members, int width) {
    return String.join("\n", FamilyTree.draw(members, width).stream().map(Text::toString).toList());
  }

  @Test
  void childrenHangBelowTheirParents() {
    assertThat(
            drawn(
                List.of(
                    member("P", 10, 1, "waits"),
                    member("P.1", 11, 10, "ready"),
                    member("P.1.1", 12, 11, "ready"),
                    member("P.2", 13, 10, "ready")),
                80))
        .isEqualTo(
            "  P 10            waits\n"
                + "  ├─ P.1 11       ready\n"
                + "  │  └─ P.1.1 12  ready\n"
                + "  └─ P.2 13       ready");
  }

  @Test
  void anOrphanStandsWhereItsNewParentIs() {
    assertThat(drawn(List.of(member("P", 10, 1, ""), member("P.1.1", 12, 1, "orphan")), 80))
        .isEqualTo("  P 10\n  P.1.1 12  orphan");
  }

  @Test
  void equalSiblingsShareALine() {
    List<FamilyTree.Member> members = new ArrayList<>();
    members.add(member("P", 10, 1, ""));
    for (int i = 1; i <= 6; i++) {
      members.add(member("P." + i, 10 + i, 10, i < 6 ? "exited with 0" : "ready"));
    }
    assertThat(drawn(members, 80))
        .contains("├─ P.1 … P.5 (5)  exited with 0")
        .contains("└─ P.6 16         ready");
  }

  @Test
  void nothingIsWiderThanTheScreen() {
    assertThat(
            FamilyTree.draw(
                List.of(member("P.1.2.3.4.5", 12345, 1, "waits until a child ends")), 30))
        .allMatch(line -> line.width() < 30);
  }
}
