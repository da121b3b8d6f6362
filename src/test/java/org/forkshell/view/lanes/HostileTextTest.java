package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.terminal.Painter;
import org.forkshell.view.Bytes;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.Literal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text has in it, no surface gives it to a terminal, or to a browser, as it is. */
class HostileTextTest {
  private static final long SEED = 17;
  private static final String[] PARTS = {
    "a",
    "父",
    "\u001b[2J",
    "\u009b2J",
    "\u009d0;T\u009c",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\u007f",
    "\b",
    "\r",
    "\u0007",
    "<b>",
    "&",
    "😀",
    "\ud800",
    "\u0378"
  };

  static Stream<String> texts() {
    Random random = new Random(SEED);
    Stream<String> mixed =
        Stream.generate(
                () -> {
                  StringBuilder text = new StringBuilder();
                  for (int i = 0; i < 12; i++) {
                    text.append(PARTS[random.nextInt(PARTS.length)]);
                  }
                  return text.toString();
                })
            .limit(60);
    return Stream.concat(Stream.of(PARTS), mixed);
  }

  private static void assertHarmless(String surface, String shown) {
    shown
        .codePoints()
        .filter(c -> c != '\n')
        .forEach(
            c ->
                assertThat(Character.getType(c))
                    .as("U+%04X on %s", c, surface)
                    .isNotIn(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noSurfaceLetsItThrough(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Painter painter = new Painter(0, true);
    for (Style style : Style.values()) {
      assertHarmless("the screen", painter.paint(Text.of(style, text)));
    }
    assertHarmless("output", painter.paint(Bytes.shown(bytes, 0, bytes.length, Style.OUTPUT)));
    assertHarmless("a quotation", Bytes.quoted(bytes));
    assertHarmless("a value", Literal.of(bytes, true));
    assertHarmless("markup", Markup.escaped(text));
    Span span = new Span(new SourceText(text + ".c", text), 0, 1);
    assertHarmless(
        "a diagnostic",
        Diagnostic.error(span, "c.character.stray", text, text).render(Locale.ENGLISH));
    LaneChart chart = new Story().writes(100, bytes).chart();
    Phrases phrases = Story.phrases(chart, false);
    assertHarmless(
        "words",
        new LaneWords(phrases, List.of(text))
            .tell(0).stream().map(Text::toString).reduce("", String::concat));
  }
}
