package org.forkshell.language.c.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.parse.FunctionShapes.Shape;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt understands beyond C: {@code fork}, {@code exit 3}, {@code printf "%d\n", x}, a
 * last line without a semicolon. Each is a text that C refuses, or a bare function name, which C
 * evaluates to no effect; legal C keeps its meaning, so {@code sleep (1)} and {@code a -1} are left
 * alone.
 */
final class PromptForms {
  private final Parser parser;
  private final Cursor in;
  private final FunctionShapes shapes;

  PromptForms(Parser parser, FunctionShapes shapes) {
    this.parser = parser;
    this.in = parser.in;
    this.shapes = shapes;
  }

  /** Whether a statement may end before the next token without a semicolon. */
  boolean endsHere() {
    Token token = in.peek();
    return token.kind == TokenKind.END
        || token.kind == TokenKind.RIGHT_BRACE
        || token.kind == TokenKind.ELSE
        || token.startsLine;
  }

  /**
   * Whether a statement that starts with {@code word} is a form of the prompt, however much like a
   * declaration it looks.
   */
  boolean claims(Token word) {
    if (parser.names.isType(parser.wordOf(word))) {
      return false;
    }
    Shape shape = shape(word);
    return shape == Shape.ARGUMENTS || shape == Shape.NO_ARGUMENTS;
  }

  /** The call that the coming words mean, null where they are plain C. */
  @Nullable Expression form() {
    Token name = in.peek();
    Token next = in.peek(1);
    Shape shape = shape(name);
    if (ends(next)) {
      if (shape == Shape.NO_ARGUMENTS) {
        in.next();
        return call(name, List.of());
      }
      if (shape == Shape.ARGUMENTS && (name.is("wait") || name.is("exit"))) {
        in.next();
        Expression none = new Expression.IntegerLiteral(name.span(), 0, BasicType.INT);
        return call(name, List.of(none));
      }
      return null;
    }
    if (shape == Shape.NOT_A_FUNCTION || next.startsLine || !Expressions.startsOperand(next.kind)) {
      return null;
    }
    if (shape == Shape.UNKNOWN && next.kind == TokenKind.IDENTIFIER) {
      return null;
    }
    in.next();
    return call(name, arguments());
  }

  /**
   * What {@code main()} and {@code wait()} want and did not get: a program's own name, and nowhere
   * to put a status. The parts stand where the function's name does.
   */
  List<Expression> filledIn(Expression function) {
    if (!(function instanceof Expression.Name name)
        || parser.names.isLocal(parser.wordOf(name.name()))) {
      return List.of();
    }
    int parameters = shapes.parametersOf(name.name());
    Span at = name.span();
    Expression none = new Expression.IntegerLiteral(at, 0, BasicType.INT);
    if (name.name().equals("wait") && parameters == 1) {
      return List.of(none);
    }
    if (!name.name().equals("main") || parameters < 1 || parameters > 3) {
      return List.of();
    }
    TypeSyntax text = new TypeSyntax.Pointer(at, new TypeSyntax.Keyword(at, BasicType.CHAR));
    Expression word = new Expression.StringLiteral(at, "main".getBytes(StandardCharsets.US_ASCII));
    Expression.InitializerList words =
        new Expression.InitializerList(
            at,
            List.of(new Expression.Item(List.of(), word), new Expression.Item(List.of(), none)));
    List<Expression> all =
        List.of(
            new Expression.IntegerLiteral(at, 1, BasicType.INT),
            new Expression.CompoundLiteral(at, new TypeSyntax.Array(at, text, null), words),
            new Expression.Name(at, "environ"));
    return all.subList(0, parameters);
  }

  private Shape shape(Token name) {
    Word word = parser.wordOf(name);
    // What this very input declares, in a block or as a parameter, hides what the session knows.
    return parser.names.isLocal(word) ? Shape.NOT_A_FUNCTION : shapes.shapeOf(name.text);
  }

  private static boolean ends(Token token) {
    return token.startsLine
        || token.kind == TokenKind.END
        || token.kind == TokenKind.SEMICOLON
        || token.kind == TokenKind.RIGHT_BRACE
        || token.kind == TokenKind.ELSE;
  }

  /** Arguments with commas or mere spaces between them. */
  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>(4);
    do {
      if (in.at(TokenKind.STRING)) {
        PrintedText.check(in.peek(), in.problems);
      }
      arguments.add(parser.expressions.assignment());
    } while (in.accept(TokenKind.COMMA)
        || (Expressions.startsOperand(in.kind()) && !in.peek().startsLine));
    return List.copyOf(arguments);
  }

  private Expression call(Token name, List<Expression> arguments) {
    Expression function = new Expression.Name(name.span(), name.text);
    return new Expression.Call(in.since(name), function, arguments);
  }
}
