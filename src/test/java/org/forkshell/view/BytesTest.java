package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.FlushReason;
import org.junit.jupiter.api.Test;

class BytesTest {
  private static String shown(byte[] bytes) {
    return Bytes.shown(bytes, 0, bytes.length, Style.OUTPUT).toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void textIsShownAsItIs() {
    assertThat(shown(utf8("naïve 进程 ✓"))).isEqualTo("naïve 进程 ✓");
  }

  @Test
  void escapesCannotReachTheTerminal() {
    assertThat(shown(utf8("\u001b[2Jhi\r\u0007"))).isEqualTo("^[[2Jhi^M^G");
  }

  @Test
  void bytesThatAreNoTextHaveTheirNumbers() {
    assertThat(shown(new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b'})).isEqualTo("a\\xff\\xc3b");
  }

  @Test
  void tabsKeepTheirColumns() {
    assertThat(shown(utf8("ab\tc"))).isEqualTo("ab      c");
  }

  @Test
  void marksThatTurnTextAroundAreNamed() {
    assertThat(shown(utf8("a\u202eb"))).isEqualTo("a\\xe2\\x80\\xaeb");
  }

  @Test
  void aQuotedTextIsWrittenAsInC() {
    assertThat(Bytes.quoted(utf8("say \"hi\"\n"))).isEqualTo("\"say \\\"hi\\\"\\n\"");
  }

  @Test
  void aLineComesWhenItEndsAndTheRestWhenCut() {
    List<String> lines = new ArrayList<>();
    WrittenLine line = new WrittenLine(Style.OUTPUT);
    line.add(utf8("one\ntw"), FlushReason.WRITE, (text, reason) -> lines.add(text.toString()));
    assertThat(lines).containsExactly("one");
    line.add(utf8("o\nthree"), FlushReason.EXIT, (text, reason) -> lines.add(text.toString()));
    line.cut((text, reasons) -> lines.add(text + " " + reasons));
    line.cut((text, reason) -> lines.add("again"));
    assertThat(lines).containsExactly("one", "two", "three [EXIT]");
  }

  @Test
  void whatGoesOnAfterACutSaysSo() {
    List<String> lines = new ArrayList<>();
    WrittenLine line = new WrittenLine(Style.OUTPUT);
    line.add(utf8("Your name? "), FlushReason.WRITE, (text, reason) -> lines.add(text.toString()));
    line.cut((text, reason) -> lines.add(text.toString()));
    line.add(utf8("Ann\n"), FlushReason.WRITE, (text, reason) -> lines.add(text.toString()));
    assertThat(lines).containsExactly("Your name? ", "…Ann");
  }
}
