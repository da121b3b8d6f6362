package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.language.Completeness;
import org.forkshell.language.Includes;
import org.forkshell.language.LineFrontEnd;
import org.forkshell.language.c.CLanguage;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static final LineFrontEnd LINES = new CLanguage().lines(Includes.NONE);

  private static List<String> pieces(String text) {
    return Pieces.of(text, LINES::completeness).stream()
        .map(piece -> piece.row() + ":" + piece.text())
        .toList();
  }

  @Test
  void linesAreCutWhereTheyAreComplete() {
    assertThat(pieces("int x;\nfor (;;) {\n  x++;\n}\nx\n"))
        .containsExactly("1:int x;", "2:for (;;) {\n  x++;\n}", "5:x");
  }

  @Test
  void anElseBelongsToItsIf() {
    assertThat(pieces("if (1)\n  f();\nelse\n  g();\nh();"))
        .containsExactly("1:if (1)\n  f();\nelse\n  g();", "5:h();");
  }

  @Test
  void commentsAndCommandsStandAlone() {
    assertThat(pieces("# about this\n\n/set limit 3\n#define N 3\nN"))
        .containsExactly("3:/set limit 3", "4:#define N 3", "5:N");
  }

  @Test
  void whatIsNotFinishedIsTheLastPiece() {
    assertThat(pieces("int f() {\n  return 1;")).containsExactly("1:int f() {\n  return 1;");
  }

  @Test
  void aHashThatStartsASentenceIsAComment() {
    assertThat(List.of("# fork once", "#!/usr/bin/env forkshell", "# include everybody", "#"))
        .allMatch(line -> LINES.completeness(line, null) == Completeness.EMPTY);
    assertThat(List.of("#include <stdio.h>", "#  define N 3", "#ifdef X", "#endif"))
        .noneMatch(line -> LINES.completeness(line, null) == Completeness.EMPTY);
  }
}
