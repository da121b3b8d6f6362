package org.forkshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.forkshell.process.ProcessName;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final Text TEXT =
      Text.of(ProcessName.ROOT, "P").and(Style.PLAIN, " ❯ ").and(Style.NOTE, "…");

  private static String painted(ColorMode mode, boolean terminal, String type, boolean noColor) {
    return Painter.of(mode, terminal, type, noColor, true).paint(TEXT);
  }

  @Test
  void aTerminalGetsColours() {
    assertThat(painted(ColorMode.AUTO, true, "xterm-256color", false))
        .isEqualTo("\u001b[1;38;5;33mP\u001b[m ❯ \u001b[2m…\u001b[m");
  }

  @Test
  void pipesDumbTerminalsAndThoseWhoAskForNoneGetNone() {
    assertThat(painted(ColorMode.AUTO, false, "xterm", false)).isEqualTo("P ❯ …");
    assertThat(painted(ColorMode.AUTO, true, "dumb", false)).isEqualTo("P ❯ …");
    assertThat(painted(ColorMode.AUTO, true, "", false)).isEqualTo("P ❯ …");
    assertThat(painted(ColorMode.AUTO, true, "xterm", true)).isEqualTo("P ❯ …");
    assertThat(painted(ColorMode.NEVER, true, "xterm", false)).isEqualTo("P ❯ …");
  }

  @Test
  void whoAsksForThemGetsThemAnyway() {
    assertThat(painted(ColorMode.ALWAYS, false, "", true)).contains("\u001b[");
  }

  @Test
  void withoutUnicodeTheSignsAreAscii() {
    assertThat(new Painter(0, false).paint(Text.of(Style.DRAWING, "└─ P ❯ … ·")))
        .isEqualTo("`- P > ... -");
  }
}
