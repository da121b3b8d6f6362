package org.forkshell.language.c.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.Span;

/**
 * Constants and string literals (C11 6.4.4, 6.4.5): from their spelling to their value and type.
 */
final class Literals {
  private final Problems problems;

  Literals(Problems problems) {
    this.problems = problems;
  }

  Expression number(Token token) {
    String text = token.text;
    boolean hex = text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x';
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i) | 0x20;
      if (text.charAt(i) == '.' || c == 'p' || (c == 'e' && !hex)) {
        return floating(token, text, hex);
      }
    }
    return integer(token, text, hex);
  }

  private Expression integer(Token token, String text, boolean hex) {
    boolean binary = text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'b';
    int radix = hex ? 16 : binary ? 2 : text.charAt(0) == '0' ? 8 : 10;
    int at = hex || binary ? 2 : 0;
    int first = at;
    long value = 0;
    boolean tooLarge = false;
    for (; at < text.length(); at++) {
      int digit = digit(text.charAt(at));
      if (digit < 0 || digit >= (radix == 8 ? 10 : radix)) {
        break;
      }
      if (digit >= radix) {
        return bad(token, "c.number.octal", text.charAt(at));
      }
      tooLarge |= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0;
      value = value * radix + digit;
    }
    String suffix = text.substring(at);
    BasicType type = suffix.isEmpty() && at > first ? BasicType.INT : suffixType(suffix);
    if (type == BasicType.VOID || (at == first && radix != 8)) {
      return bad(token, "c.number.suffix", suffix.isEmpty() ? text : suffix);
    }
    if (tooLarge) {
      problems.warning(token.span(), "c.number.large");
    }
    return new Expression.IntegerLiteral(token.span(), value, fitting(value, type, radix == 10));
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9'
        ? c - '0'
        : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
  }

  /** The smallest type that a suffix allows; VOID for what is no suffix. */
  private static BasicType suffixType(String suffix) {
    boolean unsigned = false;
    int longs = 0;
    for (int i = 0; i < suffix.length(); i++) {
      char c = suffix.charAt(i);
      if ((c == 'u' || c == 'U') && !unsigned) {
        unsigned = true;
      } else if ((c == 'l' || c == 'L') && longs == 0) {
        longs = i + 1 < suffix.length() && suffix.charAt(i + 1) == c ? 2 : 1;
        i += longs - 1;
      } else {
        return BasicType.VOID;
      }
    }
    return switch (longs) {
      case 0 -> unsigned ? BasicType.UNSIGNED_INT : BasicType.INT;
      case 1 -> unsigned ? BasicType.UNSIGNED_LONG : BasicType.LONG;
      default -> unsigned ? BasicType.UNSIGNED_LONG_LONG : BasicType.LONG_LONG;
    };
  }

  /** The first type of C11 6.4.4.1's table that holds the value. */
  private static BasicType fitting(long value, BasicType least, boolean decimal) {
    boolean inInt = value >= 0 && value <= Integer.MAX_VALUE;
    boolean inUnsignedInt = value >= 0 && value <= 0xffff_ffffL;
    switch (least) {
      case INT -> {
        if (inInt) {
          return BasicType.INT;
        }
        if (inUnsignedInt && !decimal) {
          return BasicType.UNSIGNED_INT;
        }
        return value >= 0 ? BasicType.LONG : BasicType.UNSIGNED_LONG;
      }
      case UNSIGNED_INT -> {
        return inUnsignedInt ? BasicType.UNSIGNED_INT : BasicType.UNSIGNED_LONG;
      }
      case LONG -> {
        return value >= 0 ? BasicType.LONG : BasicType.UNSIGNED_LONG;
      }
      case LONG_LONG -> {
        return value >= 0 ? BasicType.LONG_LONG : BasicType.UNSIGNED_LONG_LONG;
      }
      default -> {
        return least;
      }
    }
  }

  private Expression floating(Token token, String text, boolean hex) {
    char last = text.charAt(text.length() - 1);
    BasicType type = BasicType.DOUBLE;
    String digits = text;
    if (last == 'l' || last == 'L') {
      type = BasicType.LONG_DOUBLE;
      digits = text.substring(0, text.length() - 1);
    } else if ((last == 'f' || last == 'F')
        && !(hex && text.indexOf('p') < 0 && text.indexOf('P') < 0)) {
      type = BasicType.FLOAT;
      digits = text.substring(0, text.length() - 1);
    }
    char end = digits.isEmpty() ? 'x' : digits.charAt(digits.length() - 1);
    if (end != '.' && (end < '0' || end > '9')) {
      return bad(token, "c.number.suffix", text);
    }
    try {
      double value =
          type == BasicType.FLOAT ? Float.parseFloat(digits) : Double.parseDouble(digits);
      return new Expression.FloatingLiteral(token.span(), value, type);
    } catch (NumberFormatException malformed) {
      return bad(token, "c.number.suffix", text);
    }
  }

  private Expression bad(Token token, String key, Object detail) {
    problems.syntaxError(token.span(), key, token.text, detail);
    return new Expression.IntegerLiteral(token.span(), 0, BasicType.INT);
  }

  /**
   * A character constant: type int, several characters packed as gcc packs them (the last one
   * lowest).
   */
  Expression.IntegerLiteral character(Token token) {
    if (isWide(token.text)) {
      problems.syntaxError(token.span(), "c.unsupported.wide", token.text);
      return new Expression.IntegerLiteral(token.span(), 0, BasicType.INT);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(4);
    decode(token, out);
    byte[] bytes = out.toByteArray();
    int value = bytes.length == 1 ? bytes[0] : 0;
    if (bytes.length == 0) {
      problems.syntaxError(token.span(), "c.character.empty");
    } else if (bytes.length > 1) {
      if (token.notes != null) {
        return new Expression.IntegerLiteral(token.span(), 0, BasicType.INT);
      }
      if (bytes.length == 2 && bytes[0] == '/' && "n0tr".indexOf(bytes[1]) >= 0) {
        problems.warning(token.span(), "c.slash.character", String.valueOf((char) bytes[1]));
      } else if (bytes.length > 4) {
        problems.warning(token.span(), "c.character.long", token.text);
      } else {
        problems.warning(token.span(), "c.character.several", token.text);
      }
      for (byte each : bytes) {
        value = value << 8 | (each & 0xff);
      }
    }
    return new Expression.IntegerLiteral(token.span(), value, BasicType.INT);
  }

  static boolean isWide(String spelling) {
    char first = spelling.charAt(0);
    return first == 'L' || first == 'U' || (first == 'u' && spelling.charAt(1) != '8');
  }

  /** The bytes between the quotes, escapes resolved, the rest as the source has them. */
  void decode(Token token, ByteArrayOutputStream out) {
    String text = token.text;
    int at = text.charAt(0) == 'u' ? 3 : 1;
    int end = text.length() - 1;
    int plain = at;
    while (at < end) {
      if (text.charAt(at) != '\\') {
        at++;
        continue;
      }
      writeUtf8(text, plain, at, out);
      at = escape(token, text, at + 1, end, out);
      plain = at;
    }
    writeUtf8(text, plain, end, out);
  }

  private static void writeUtf8(String text, int start, int end, ByteArrayOutputStream out) {
    if (start < end) {
      out.writeBytes(SourceBytes.encode(text.substring(start, end)));
    }
  }

  /** Resolves the escape whose letter is at {@code at}; returns the place after it. */
  private int escape(Token token, String text, int at, int end, ByteArrayOutputStream out) {
    char c = at < end ? text.charAt(at) : '\\';
    int simple = "abtnvfre\\'\"?".indexOf(c);
    if (simple >= 0) {
      out.write("\007\b\t\n\013\f\r\033\\'\"?".charAt(simple));
      return at + 1;
    }
    if (c >= '0' && c <= '7') {
      int value = 0;
      int stop = Math.min(end, at + 3);
      while (at < stop && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
        value = value * 8 + text.charAt(at++) - '0';
      }
      out.write(value);
      return at;
    }
    if (c == 'x') {
      return hexEscape(token, text, at + 1, end, out);
    }
    if (c == 'u' || c == 'U') {
      return universal(token, text, at, end, out);
    }
    problems.warning(escapeSpan(token, at), "c.escape.unknown", String.valueOf(c));
    return at;
  }

  private int hexEscape(Token token, String text, int at, int end, ByteArrayOutputStream out) {
    int first = at;
    int value = 0;
    while (at < end && digit(text.charAt(at)) >= 0) {
      value = (value << 4 | digit(text.charAt(at++))) & 0xfff;
    }
    if (at == first) {
      problems.error(escapeSpan(token, first - 1), "c.escape.hex");
    } else if (value > 0xff) {
      problems.warning(escapeSpan(token, first - 1), "c.escape.range");
    }
    out.write(value);
    return at;
  }

  private int universal(Token token, String text, int at, int end, ByteArrayOutputStream out) {
    int digits = text.charAt(at) == 'u' ? 4 : 8;
    int value = 0;
    int stop = at + 1 + digits;
    for (int i = at + 1; i < stop; i++) {
      int digit = i < end ? digit(text.charAt(i)) : -1;
      if (digit < 0) {
        problems.error(escapeSpan(token, at), "c.escape.universal", digits);
        return Math.min(i, end);
      }
      value = value << 4 | digit;
    }
    if (!Character.isValidCodePoint(value) || (value >= 0xd800 && value <= 0xdfff)) {
      problems.error(escapeSpan(token, at), "c.escape.universal", digits);
    } else {
      byte[] bytes = new String(Character.toChars(value)).getBytes(StandardCharsets.UTF_8);
      out.write(bytes, 0, bytes.length);
    }
    return stop;
  }

  /**
   * The place of the escape whose letter stands at {@code at} of the spelling, if the spelling is
   * the source's own.
   */
  private static Span escapeSpan(Token token, int at) {
    boolean verbatim = token.source.text().startsWith(token.text, token.start);
    return verbatim
        ? new Span(token.source, token.start + at - 1, Math.min(token.end, token.start + at + 1))
        : token.span();
  }
}
