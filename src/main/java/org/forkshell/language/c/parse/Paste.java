package org.forkshell.language.c.parse;

import java.util.Arrays;
import java.util.Locale;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what web pages and input methods do to code: full-width and curly punctuation, entities,
 * marks around a listing. Each place is told, blanks of other kinds once as a warning, all else as
 * an error; the lexer then reads what was meant, so that nothing else needs telling. Texts in
 * strings and comments stay as they are.
 */
final class Paste {
  private final Characters from;
  private final char[] text;
  private final int length;
  private final WebMarks marks;
  private char[] mended;
  private int[] origin;
  private int count;
  private boolean toldNumbers;
  private boolean toldSpace;
  private boolean toldInvisible;
  private boolean toldEncoding;
  private int lastNoted = -2;

  private Paste(Characters from) {
    this.from = from;
    this.text = from.text;
    this.length = from.length;
    this.marks = new WebMarks(from.text, from.length);
    this.mended = new char[length + 16];
    this.origin = new int[length + 16];
  }

  /** Mends {@code characters} in place. */
  static void mend(Characters characters) {
    if (needed(characters)) {
      new Paste(characters).run();
    }
  }

  private static boolean needed(Characters characters) {
    char[] text = characters.text;
    boolean lineStart = true;
    for (int i = 0; i < characters.length; i++) {
      char c = text[i];
      if (c >= 0x80 || (c == '&' && (Character.isLetter(text[i + 1]) || text[i + 1] == '#'))) {
        return true;
      }
      if (c == '<' && (text[i + 1] == '/' || text[i + 1] == 'b')) {
        return true;
      }
      if (lineStart && (c == 'v' || c == 'V' || (c >= '0' && c <= '9'))) {
        return true;
      }
      if (lineStart
          && (c == '`' || c == '~' || c == '[' || c == '<' || c == '$' || c == '>' || c == '{')) {
        return true;
      }
      lineStart = c == '\n' || (lineStart && (c == ' ' || c == '\t' || c == '\r'));
    }
    return false;
  }

  private void run() {
    int at = 0;
    boolean lineStart = true;
    while (at < length) {
      char c = text[at];
      if (c == '/' && text[at + 1] == '*') {
        at = copyComment(at);
        lineStart = false;
        continue;
      }
      if (c == '/' && text[at + 1] == '/') {
        while (at < length && text[at] != '\n') {
          at = copy(at);
        }
        continue;
      }
      int behindMark = marks.end(at, lineStart);
      if (behindMark > at) {
        noteMark(at, behindMark);
        put(' ', at);
        at = behindMark;
        continue;
      }
      lineStart = c == '\n' || (lineStart && (c == ' ' || c == '\t' || c == '\r'));
      String entity = c == '&' ? marks.entity(at) : null;
      if (entity != null) {
        at = entity(at, entity);
      } else if (isDoubleQuote(c)) {
        at = quoted(at, true);
      } else if (isSingleQuote(c)) {
        at = quoted(at, false);
      } else if (c < 0x80) {
        at = copy(at);
      } else {
        at = foreign(at, c);
      }
    }
    from.text = Arrays.copyOf(mended, count + 1);
    from.text[count] = 0;
    origin = Arrays.copyOf(origin, count + 1);
    origin[count] = from.offset(length);
    from.origin = origin;
    from.length = count;
  }

  private void noteMark(int at, int end) {
    String key = marks.key(at);
    boolean number = key.equals("c.paste.lineNumbers");
    // Numbers of lines are one kind of damage, however many there are.
    if (!number || !toldNumbers) {
      note(Diagnostic.error(from.span(at, end), key, from.span(at, end).text()));
    }
    toldNumbers |= number;
  }

  private int copy(int at) {
    put(text[at], at);
    return at + 1;
  }

  private void put(char c, int at) {
    if (count + 1 >= mended.length) {
      mended = Arrays.copyOf(mended, count * 2);
      origin = Arrays.copyOf(origin, count * 2);
    }
    mended[count] = c;
    origin[count++] = from.offset(at);
  }

  private void put(String ascii, int at) {
    for (int i = 0; i < ascii.length(); i++) {
      put(ascii.charAt(i), at);
    }
  }

  private int copyComment(int start) {
    int at = copy(copy(start));
    while (at < length) {
      if (text[at] == '*' && text[at + 1] == '/') {
        return copy(copy(at));
      }
      at = copy(at);
    }
    return at;
  }

  private void note(Diagnostic note) {
    from.notes.add(note);
  }

  private int entity(int at, String name) {
    int end = at + name.length() + 2;
    String meant = WebMarks.meaning(name);
    if (lastNoted != at) {
      int behind = end;
      String all = meant;
      // "&amp;&amp;" is one mistake.
      for (String next = marks.entity(behind);
          next != null && all.length() < 3 && !all.equals("\"");
          next = marks.entity(behind)) {
        all = all.concat(WebMarks.meaning(next));
        behind += next.length() + 2;
      }
      Span place = from.span(at, behind);
      note(Diagnostic.error(place, "c.paste.entity", place.text(), all));
    }
    lastNoted = end;
    if (meant.equals("\"")) {
      return quotedByEntity(at, end);
    }
    put(meant, at);
    return end;
  }

  /** A string between entities. */
  private int quotedByEntity(int start, int inside) {
    put('"', start);
    int at = inside;
    while (at < length && text[at] != '\n') {
      String entity = text[at] == '&' ? marks.entity(at) : null;
      if (entity != null) {
        String meant = WebMarks.meaning(entity);
        put(meant, at);
        at += entity.length() + 2;
        if (meant.equals("\"")) {
          return at;
        }
      } else if (text[at] == '\\' && at + 1 < length && text[at + 1] != '\n') {
        at = copy(copy(at));
      } else {
        at = copy(at);
        if (text[at - 1] == '"') {
          return at;
        }
      }
    }
    return at;
  }

  private static boolean isDoubleQuote(char c) {
    return c == '"'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u201e'
        || c == '\u201f'
        || c == '\uff02'
        || c == '\u2033';
  }

  private static boolean isSingleQuote(char c) {
    return c == '\''
        || c == '\u2018'
        || c == '\u2019'
        || c == '\u201a'
        || c == '\uff07'
        || c == '\u2032';
  }

  /**
   * A string or character constant; its quotes may be curly, and only where no straight one closes
   * it a curly one does.
   */
  private int quoted(int start, boolean string) {
    char quote = string ? '"' : '\'';
    boolean straight = text[start] == quote;
    int end = straight ? closing(start, quote) : -1;
    if (end < 0) {
      end = curlyClosing(start, string, straight);
    }
    if (!straight) {
      noteCharacter(start, String.valueOf(quote));
    }
    put(quote, start);
    if (end < 0) {
      return start + 1;
    }
    for (int at = start + 1; at < end; at++) {
      String entity = string ? marks.entity(at) : null;
      if (entity != null) {
        note(
            Diagnostic.warning(
                from.span(at, at + entity.length() + 2),
                "c.paste.entity.string",
                "&" + entity + ";",
                WebMarks.meaning(entity)));
      }
      noteEncoding(at);
      put(text[at], at);
    }
    if (text[end] != quote) {
      noteCharacter(end, String.valueOf(quote));
    }
    put(quote, end);
    return end + 1;
  }

  /** The straight quote that closes the one at {@code start}, on the same line. */
  private int closing(int start, char quote) {
    for (int at = start + 1; at < length && text[at] != '\n'; at++) {
      if (text[at] == quote) {
        return at;
      }
      if (text[at] == '\\') {
        at++;
      }
    }
    return -1;
  }

  private int curlyClosing(int start, boolean string, boolean last) {
    int found = -1;
    for (int at = start + 1; at < length && text[at] != '\n'; at++) {
      if (string ? isDoubleQuote(text[at]) : isSingleQuote(text[at])) {
        found = at;
        if (!last) {
          return found;
        }
      } else if (text[at] == '\\') {
        at++;
      }
    }
    return found;
  }

  /** A character beyond ASCII outside strings and comments. */
  private int foreign(int at, char c) {
    if (isInvisible(c)) {
      if (!toldInvisible && at > 0) {
        toldInvisible = true;
        note(Diagnostic.warning(from.span(at, at + 1), "c.paste.invisible", code(c)));
      }
      return at + 1;
    }
    if (Character.isSpaceChar(c)) {
      if (!toldSpace) {
        toldSpace = true;
        note(Diagnostic.warning(from.span(at, at + 1), "c.paste.space", code(c)));
      }
      put(c == '\u2028' || c == '\u2029' ? '\n' : ' ', at);
      return at + 1;
    }
    String ascii = ascii(at, c);
    if (ascii == null) {
      return copy(at);
    }
    noteCharacter(at, ascii);
    put(ascii, at);
    return at + 1;
  }

  /** {@link SourceBytes}: no character of UTF-8. */
  private boolean isByte(int at) {
    return text[at] >= '\udc80'
        && text[at] <= '\udcff'
        && (at == 0 || !Character.isHighSurrogate(text[at - 1]));
  }

  private void noteEncoding(int at) {
    if (isByte(at) && !toldEncoding) {
      toldEncoding = true;
      note(Diagnostic.warning(from.span(at, at + 1), "c.encoding"));
    }
  }

  private static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
  }

  private void noteCharacter(int at, String ascii) {
    // A word in full-width letters is one mistake.
    boolean goesOn = lastNoted == at && Character.isLetterOrDigit(ascii.charAt(0));
    lastNoted = at + 1;
    if (!goesOn) {
      Span place = from.span(at, at + 1);
      note(Diagnostic.error(place, "c.paste.character", place.text(), code(text[at]), ascii));
    }
  }

  private static String code(char c) {
    return "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT);
  }

  private @Nullable String ascii(int at, char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return String.valueOf((char) (c - 0xfee0));
    }
    return switch (c) {
      case '\u3001' -> ",";
      case '\u3002' -> ".";
      case '\u2010', '\u2011', '\u2212', '\u2014', '\u2015' -> "-";
      // Typography makes one dash of "--": after it nothing is left to subtract.
      case '\u2013' -> endsOperand(at + 1) ? "--" : "-";
      case '\u2026' -> "...";
      case '\u00d7', '\u2217' -> "*";
      case '\u00f7' -> "/";
      case '\u2264' -> "<=";
      case '\u2265' -> ">=";
      case '\u2260' -> "!=";
      case '\u2192' -> "->";
      case '\u3010' -> "[";
      case '\u3011' -> "]";
      case '\u300a', '\u3008', '\u2039' -> "<";
      case '\u300b', '\u3009', '\u203a' -> ">";
      case '\uffe5' -> "\\";
      default -> null;
    };
  }

  private boolean endsOperand(int at) {
    int next = at;
    while (text[next] == ' ') {
      next++;
    }
    return text[next] == ')' || text[next] == ';' || text[next] == ',';
  }
}
