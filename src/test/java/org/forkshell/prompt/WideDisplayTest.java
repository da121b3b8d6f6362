package org.forkshell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** A row of ten columns that is full, of which the last character has two. */
class WideDisplayTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private static List<AttributedString> lines(String... lines) {
    return Stream.of(lines).map(AttributedString::new).toList();
  }

  private String second(List<AttributedString> first, List<AttributedString> second)
      throws Exception {
    try (Terminal terminal =
        new ExternalTerminal(
            "test", "xterm", InputStream.nullInputStream(), shown, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(10, 5));
      WideDisplay display = new WideDisplay(terminal);
      display.resize(5, 10);
      display.update(first, first.get(0).columnLength());
      shown.reset();
      display.update(second, 13);
      terminal.flush();
      return shown.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void itsLastCharacterIsWrittenAgainWhereItHasRoom() throws Exception {
    // Up one row, eight columns to the right, what is there, and what is to come in the next row.
    assertThat(second(lines("中中中中你"), lines("中中中中你", "好")))
        .matches("(?s).*\u001b\\[8C你好.*")
        .doesNotContain("[9C");
  }

  @Test
  void aRowWithoutRoomForAnotherIsFilledWithABlank() throws Exception {
    assertThat(second(lines("x中中中中"), lines("x中中中中", "好"))).contains(" 好");
  }

  @Test
  void aNarrowOneIsWrittenInTheLastColumn() throws Exception {
    assertThat(second(lines("123456789a"), lines("123456789a", "b"))).contains("[9Cab");
  }
}
