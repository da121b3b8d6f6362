package org.forkshell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceBytesTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void noByteIsLost() {
    Random random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertThat(SourceBytes.encode(SourceBytes.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void utf8IsWhatItIs() {
    String text = "int 变量; // 😀 été";
    assertThat(SourceBytes.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    assertThat(SourceBytes.readable(text)).isSameAs(text);
  }

  @Test
  void chineseIsReadable() {
    String text = "printf(\"中文，你好\\n\");";
    assertThat(SourceBytes.readable(SourceBytes.decode(text.getBytes(GB18030)))).isEqualTo(text);
  }

  @Test
  void westernIsReadable() {
    String text = "printf(\"été ça £\\n\");";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SourceBytes.readable(SourceBytes.decode(bytes))).isEqualTo(text);
  }

  @Test
  void utf16IsRecognisedWithAndWithoutItsMark() {
    String program = "int main(void) { return 0; }\n";
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(SourceBytes.isUtf16(SourceBytes.decode(program.getBytes(charset)))).isTrue();
    }
    assertThat(SourceBytes.isUtf16(program)).isFalse();
    assertThat(SourceBytes.isUtf16("")).isFalse();
  }

  @Test
  void theCaretStandsBelowWhatIsMeant() {
    String line = "char *s = \"中文\"; int x = y;";
    SourceText text = new SourceText("x.c", SourceBytes.decode(line.getBytes(GB18030)));
    int at = text.text().indexOf("y;");
    Diagnostic problem = Diagnostic.error(new Span(text, at, at + 1), "c.binary");
    String[] rows = problem.render(Locale.ROOT).split("\n");
    assertThat(rows[0]).startsWith("x.c:1:" + (line.indexOf("y;") + 1) + ":");
    assertThat(rows[1]).isEqualTo("  " + line);
    // Two Chinese characters take two columns more than they are.
    assertThat(rows[2]).isEqualTo(" ".repeat(2 + line.indexOf("y;") + 2) + "^");
  }

  @Test
  void aCarriageReturnAloneEndsALine() {
    SourceText text = new SourceText("x.c", "a\rb\r\nc\nd");
    assertThat(text.lineCount()).isEqualTo(4);
    assertThat(text.line(1)).isEqualTo("a\r".strip());
    assertThat(text.line(2)).isEqualTo("b");
    assertThat(text.line(4)).isEqualTo("d");
  }
}
