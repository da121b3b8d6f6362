package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/**
 * Warns where what the {@code printf} and {@code scanf} families are given does not go with their
 * format.
 */
final class FormatChecker {
  private final Checker checker;

  FormatChecker(Checker checker) {
    this.checker = checker;
  }

  void check(String function, Expression.Call call, List<TypedExpression> arguments) {
    int format =
        switch (function) {
          case "printf", "scanf" -> 0;
          case "fprintf", "sprintf", "dprintf", "fscanf", "sscanf" -> 1;
          case "snprintf" -> 2;
          default -> -1;
        };
    if (format >= 0
        && format < arguments.size()
        && call.arguments().get(format) instanceof Expression.StringLiteral literal) {
      String text = new String(literal.bytes(), StandardCharsets.ISO_8859_1);
      if (text.indexOf('$') < 0) {
        new Reading(text, call, arguments, format + 1, function.endsWith("scanf"))
            .read(literal.span());
      }
    }
  }

  /** One format being read, against the arguments that are left. */
  private final class Reading {
    private final String text;
    private final Expression.Call call;
    private final List<TypedExpression> arguments;
    private final boolean scans;
    private int next;
    private int at;

    /**
     * How many percent signs there are up to the conversion being read, and how many characters it
     * has.
     */
    private int signs;

    private int width = 1;

    Reading(
        String text,
        Expression.Call call,
        List<TypedExpression> arguments,
        int first,
        boolean scans) {
      this.text = text;
      this.call = call;
      this.arguments = arguments;
      this.next = first;
      this.scans = scans;
    }

    void read(Span span) {
      while ((at = text.indexOf('%', at)) >= 0) {
        int start = at++;
        signs++;
        if (at < text.length() && text.charAt(at) == '%') {
          at++;
          signs++;
        } else if (!conversion(start, span)) {
          return;
        }
      }
      if (next < arguments.size()) {
        checker.warning(call.arguments().get(next).span(), "check.format.many");
      }
    }

    /** Reads one conversion; false if the rest cannot be understood. */
    private boolean conversion(int start, Span span) {
      boolean skips = false;
      while (at < text.length() && "-+ #0'123456789.*".indexOf(text.charAt(at)) >= 0) {
        if (text.charAt(at) == '*') {
          if (scans) {
            skips = true;
          } else if (next < arguments.size()) {
            take("*", 'd', "", span);
          }
        }
        at++;
      }
      int length = at;
      while (at < text.length() && "hljztLqm".indexOf(text.charAt(at)) >= 0 && !isErrnoText()) {
        at++;
      }
      if (at == text.length()) {
        checker.warning(span, "check.format.end");
        return false;
      }
      String size = text.substring(length, at);
      char letter = text.charAt(at++);
      String whole = text.substring(start, at);
      width = whole.length();
      if (letter == '[') {
        at = text.indexOf(']', at + 1) + 1;
        if (at == 0) {
          return false;
        }
      }
      if ("diouxXcsfFeEgGaApn[m".indexOf(letter) < 0) {
        checker.warning(place(span), "check.format.unknown", whole);
        return false;
      }
      if (letter == 'm' || skips) {
        return true;
      }
      return take(whole, letter, size, span);
    }

    /**
     * The conversion's own place in the literal, as far as its percent signs are written as such.
     */
    private Span place(Span literal) {
      String written = literal.text();
      int found = -1;
      for (int i = 0; i < signs; i++) {
        found = written.indexOf('%', found + 1);
        if (found < 0) {
          return literal;
        }
      }
      int start = literal.start() + found;
      return new Span(literal.source(), start, Math.min(literal.end(), start + width));
    }

    /** {@code %m} of printf is a conversion, {@code %ms} of scanf a length. */
    private boolean isErrnoText() {
      return !scans && text.charAt(at) == 'm';
    }

    private boolean take(String conversion, char letter, String size, Span span) {
      if (next >= arguments.size()) {
        checker.warning(place(span), "check.format.few", conversion);
        return false;
      }
      Type type = arguments.get(next).type();
      Span argument = call.arguments().get(next).span();
      next++;
      if (scans) {
        if (!type.isPointer()) {
          checker.warning(argument, "check.format.address", conversion, argument.text());
        } else if (!scanFits(type.target().unqualified(), letter, size)) {
          checker.warning(place(span), "check.format.type", conversion, TypeText.of(type));
        }
      } else if (!printFits(type, letter, size)) {
        String better = suggestion(type);
        if (better.isEmpty()) {
          checker.warning(place(span), "check.format.type", conversion, TypeText.of(type));
        } else {
          checker.warning(
              place(span), "check.format.type.better", conversion, TypeText.of(type), better);
        }
      }
      return true;
    }
  }

  private static boolean printFits(Type type, char letter, String size) {
    return switch (letter) {
      case 'd', 'i', 'o', 'u', 'x', 'X', 'c' ->
          type.isInteger() && type.size() == wholeSize(letter, size);
      case 'f', 'F', 'e', 'E', 'g', 'G', 'a', 'A' ->
          type.isFloating() && (type.size() == 16) == size.equals("L");
      case 's' -> size.equals("l") || (type.isPointer() && isText(type.target()));
      default -> type.isPointer();
    };
  }

  private static int wholeSize(char letter, String size) {
    return size.isEmpty() || size.startsWith("h") || letter == 'c' ? 4 : 8;
  }

  private static boolean isText(Type type) {
    return type.isCharacter() || type.isVoid();
  }

  private static boolean scanFits(Type target, char letter, String size) {
    return switch (letter) {
      case 'd', 'i', 'o', 'u', 'x', 'X', 'n' ->
          target.isInteger()
              && target.size()
                  == switch (size) {
                    case "hh" -> 1;
                    case "h" -> 2;
                    case "" -> 4;
                    default -> 8;
                  };
      case 'f', 'F', 'e', 'E', 'g', 'G', 'a', 'A' ->
          target.isFloating()
              && target.size()
                  == switch (size) {
                    case "" -> 4;
                    case "L" -> 16;
                    default -> 8;
                  };
      case 's', 'c', '[' ->
          !size.isEmpty() || isText(target) || (target.isArray() && isText(target.element()));
      default -> true;
    };
  }

  /** The conversion that goes with a type. */
  private static String suggestion(Type type) {
    if (type.isPointer()) {
      return isText(type.target()) ? "%s" : "%p";
    }
    if (type.isFloating()) {
      return type.size() == 16 ? "%Lf" : "%f";
    }
    if (type.isInteger()) {
      return "%" + (type.size() == 8 ? "l" : "") + (type.isUnsigned() ? "u" : "d");
    }
    return "";
  }
}
