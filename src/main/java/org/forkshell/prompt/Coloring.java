package org.forkshell.prompt;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.forkshell.language.Language;
import org.forkshell.language.TokenClass;
import org.forkshell.language.TokenRegion;
import org.forkshell.shell.Address;
import org.forkshell.shell.CommandLine;
import org.forkshell.terminal.Console;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed; an empty one shows what is offered in its place. */
final class Coloring implements Highlighter {
  private final Console console;
  private final Language language;
  private final Supplier<String> offer;

  /**
   * @param offer what Enter alone would enter, or an empty text
   */
  Coloring(Console console, Language language, Supplier<String> offer) {
    this.console = console;
    this.language = language;
    this.offer = offer;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    reader.setTailTip(buffer.isEmpty() ? tip(offer.get()) : "");
    if (!console.painter().hasColors() || buffer.isEmpty()) {
      return new AttributedString(buffer);
    }
    AttributedStringBuilder out = new AttributedStringBuilder(buffer.length());
    if (CommandLine.is(buffer)) {
      int end = buffer.indexOf(' ') < 0 ? buffer.length() : buffer.indexOf(' ');
      out.styled(
          AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN).bold(),
          buffer.substring(0, end));
      return out.append(buffer.substring(end)).toAttributedString();
    }
    int start = buffer.length() - Address.split(buffer).rest().length();
    out.styled(
        AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA).bold(),
        buffer.substring(0, start));
    String code = buffer.substring(start);
    int told = 0;
    List<TokenRegion> regions = language.regions(code);
    for (TokenRegion region : regions) {
      if (region.start() >= told) {
        out.append(code.substring(told, region.start()));
        out.styled(style(region.kind()), code.substring(region.start(), region.end()));
        told = region.end();
      }
    }
    return out.append(code.substring(told)).toAttributedString();
  }

  /** Without colours it must not look as if it had been typed. */
  private String tip(String line) {
    int end = line.indexOf('\n');
    String first = end < 0 ? line : line.substring(0, end) + " …";
    return first.isEmpty() ? "" : "[Enter: " + first + "]";
  }

  private static AttributedStyle style(TokenClass kind) {
    AttributedStyle base = AttributedStyle.DEFAULT;
    return switch (kind) {
      case KEYWORD -> base.foreground(AttributedStyle.MAGENTA);
      case TYPE -> base.foreground(AttributedStyle.CYAN);
      case STRING -> base.foreground(AttributedStyle.GREEN);
      case NUMBER -> base.foreground(AttributedStyle.YELLOW);
      case COMMENT -> base.faint();
      case PREPROCESSOR -> base.foreground(AttributedStyle.MAGENTA).faint();
      case CALL -> base.foreground(AttributedStyle.BLUE).bold();
      case ERROR -> base.foreground(AttributedStyle.RED).underline();
      case IDENTIFIER, PUNCTUATION -> base;
    };
  }

  @Override
  public void setErrorPattern(Pattern pattern) {}

  @Override
  public void setErrorIndex(int index) {}
}
