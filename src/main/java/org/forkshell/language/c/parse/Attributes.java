package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Placement;

/**
 * What the {@code __attribute__((…))} and {@code _Alignas(…)} of one declaration say. What changes
 * where things lie is kept; what changes what a program does is refused by name; the rest only
 * helps a compiler and leaves no trace.
 */
final class Attributes {
  /** The largest alignment that any of x86-64's types needs: {@code aligned} without a number. */
  private static final int LARGEST = 16;

  /** Without these a program would do something else than what it says. */
  private static final Set<String> NEEDED =
      Set.of(
          "alias",
          "cleanup",
          "constructor",
          "destructor",
          "ifunc",
          "mode",
          "naked",
          "scalar_storage_order",
          "vector_size",
          "weakref");

  private final List<Expression> alignments = new ArrayList<>(1);
  private boolean packed;

  /** Reads {@code __attribute__((…))}, any number. */
  void read(Parser parser) {
    Cursor in = parser.in;
    while (in.at(TokenKind.ATTRIBUTE) || in.at(TokenKind.EXTENSION)) {
      if (in.next().kind == TokenKind.EXTENSION || !in.at(TokenKind.LEFT_PARENTHESIS)) {
        continue;
      }
      Token outer = in.next();
      Token inner = in.peek();
      in.expect(TokenKind.LEFT_PARENTHESIS);
      while (!in.at(TokenKind.RIGHT_PARENTHESIS) && !in.atEnd()) {
        if (!in.accept(TokenKind.COMMA)) {
          one(parser, in.next());
        }
      }
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, inner);
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, outer);
    }
  }

  private void one(Parser parser, Token token) {
    Cursor in = parser.in;
    String name = plain(token.text);
    if (NEEDED.contains(name)) {
      throw in.refuse(token.span(), "c.unsupported", "__attribute__((" + name + "))");
    }
    if (name.equals("packed")) {
      packed = true;
    } else if (name.equals("aligned")) {
      aligned(parser, token);
      return;
    }
    if (in.at(TokenKind.LEFT_PARENTHESIS)) {
      in.skipBalanced();
    }
  }

  /** {@code __packed__} is the same as {@code packed}, for headers that fear macros. */
  private static String plain(String name) {
    return name.length() > 4 && name.startsWith("__") && name.endsWith("__")
        ? name.substring(2, name.length() - 2)
        : name;
  }

  private void aligned(Parser parser, Token token) {
    Cursor in = parser.in;
    Token opening = in.peek();
    if (!in.accept(TokenKind.LEFT_PARENTHESIS)) {
      alignments.add(new Expression.IntegerLiteral(token.span(), LARGEST, BasicType.INT));
      return;
    }
    alignments.add(parser.expressions.conditional());
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
  }

  /** {@code _Alignas(type)} or {@code _Alignas(number)} (C11 6.7.5). */
  void alignas(Parser parser) {
    Cursor in = parser.in;
    Token first = in.next();
    Token opening = in.peek();
    in.expect(TokenKind.LEFT_PARENTHESIS);
    if (parser.types.startsTypeName(0)) {
      alignments.add(parser.expressions.alignmentOf(first, parser.declarators.typeName()));
    } else {
      alignments.add(parser.expressions.conditional());
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
  }

  /** What these say, and {@code more} besides. */
  Placement with(Attributes more) {
    if (alignments.isEmpty() && more.alignments.isEmpty()) {
      return packed || more.packed ? Placement.PACKED : Placement.NATURAL;
    }
    List<Expression> all = new ArrayList<>(alignments);
    all.addAll(more.alignments);
    return new Placement(packed || more.packed, List.copyOf(all));
  }

  Placement placement() {
    return alignments.isEmpty()
        ? packed ? Placement.PACKED : Placement.NATURAL
        : new Placement(packed, List.copyOf(alignments));
  }
}
