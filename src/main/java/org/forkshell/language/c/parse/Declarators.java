package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Declarators and type names (C11 6.7.6, 6.7.7): the stars, brackets and parentheses around a name.
 */
final class Declarators {
  /** One star, bracket pair or parameter list. */
  private static final class Part {
    final Span span;
    boolean constant;
    boolean atomic;
    boolean array;
    @Nullable Expression length;
    @Nullable List<TypeSyntax.Parameter> parameters;
    boolean variadic;
    boolean unspecified;

    /** The names of an old-style definition, {@code f(a, b)}, else null. */
    @Nullable List<Token> oldNames;

    Part(Span span) {
      this.span = span;
    }

    TypeSyntax around(TypeSyntax type) {
      Span place = span.to(type.span());
      if (array) {
        return new TypeSyntax.Array(place, type, length);
      }
      if (parameters != null) {
        return new TypeSyntax.Function(place, type, List.copyOf(parameters), variadic, unspecified);
      }
      TypeSyntax pointer = new TypeSyntax.Pointer(place, type);
      pointer = atomic ? new TypeSyntax.Atomic(place, pointer) : pointer;
      return constant ? new TypeSyntax.Const(place, pointer) : pointer;
    }
  }

  /** A declarator: its name, and its parts as they apply, from the name outwards. */
  static final class Declarator {
    @Nullable Token name;
    final Attributes attributes = new Attributes();
    private final List<Part> parts = new ArrayList<>(2);

    TypeSyntax type(TypeSyntax base) {
      TypeSyntax type = base;
      for (int i = parts.size() - 1; i >= 0; i--) {
        type = parts.get(i).around(type);
      }
      return type;
    }

    boolean isFunction() {
      return !parts.isEmpty() && parts.get(0).parameters != null;
    }

    @Nullable List<Token> oldNames() {
      return parts.isEmpty() ? null : parts.get(0).oldNames;
    }

    void setOldParameters(List<TypeSyntax.Parameter> parameters) {
      parts.get(0).parameters = parameters;
    }
  }

  private final Parser parser;
  private final Cursor in;

  Declarators(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
  }

  /** A type name, as in a cast. */
  TypeSyntax typeName() {
    Types.Specifiers specifiers = parser.types.specifiers();
    parser.types.refuseThreadLocal(specifiers);
    if (in.at(TokenKind.RIGHT_PARENTHESIS)) {
      return specifiers.type;
    }
    Declarator declarator = declarator(false);
    if (declarator.name != null) {
      throw in.refuse(declarator.name.span(), "c.type.named", declarator.name.text);
    }
    return declarator.type(specifiers.type);
  }

  /**
   * @param named whether there must be a name
   */
  Declarator declarator(boolean named) {
    Declarator result = new Declarator();
    declarator(result, named);
    return result;
  }

  private void declarator(Declarator result, boolean named) {
    in.enter();
    List<Part> pointers = null;
    result.attributes.read(parser);
    while (in.at(TokenKind.STAR)) {
      in.enter();
      Part pointer = new Part(in.next().span());
      while (isQualifier(in.kind())) {
        TokenKind qualifier = in.next().kind;
        pointer.constant |= qualifier == TokenKind.CONST;
        pointer.atomic |= qualifier == TokenKind.ATOMIC;
      }
      result.attributes.read(parser);
      if (pointers == null) {
        pointers = new ArrayList<>(2);
      }
      pointers.add(pointer);
    }
    direct(result, named);
    if (pointers != null) {
      for (int i = pointers.size() - 1; i >= 0; i--) {
        result.parts.add(pointers.get(i));
        in.leave();
      }
    }
    in.leave();
  }

  private static boolean isQualifier(TokenKind kind) {
    return switch (kind) {
      case CONST, VOLATILE, RESTRICT, ATOMIC -> true;
      default -> false;
    };
  }

  private void direct(Declarator result, boolean named) {
    if (in.at(TokenKind.IDENTIFIER)) {
      result.name = in.next();
    } else if (in.at(TokenKind.LEFT_PARENTHESIS) && (named || !startsParameters())) {
      Token opening = in.next();
      declarator(result, named);
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    } else if (named) {
      throw in.unexpected("c.name.expected");
    }
    int links = 0;
    while (true) {
      if (in.at(TokenKind.LEFT_BRACKET)) {
        result.parts.add(array());
      } else if (in.at(TokenKind.LEFT_PARENTHESIS)) {
        result.parts.add(parameters());
      } else {
        break;
      }
      in.enter();
      links++;
    }
    in.leaveTo(in.depth() - links);
  }

  /**
   * Whether the parenthesis opens the parameters of a function without a name: {@code int (void)}.
   */
  private boolean startsParameters() {
    return in.peek(1).kind == TokenKind.RIGHT_PARENTHESIS || parser.types.startsDeclaration(1);
  }

  private Part array() {
    Token opening = in.next();
    while (isQualifier(in.kind()) || in.at(TokenKind.STATIC)) {
      in.next();
    }
    Expression length = null;
    if (in.at(TokenKind.STAR) && in.peek(1).kind == TokenKind.RIGHT_BRACKET) {
      in.next();
    } else if (!in.at(TokenKind.RIGHT_BRACKET)) {
      length = parser.expressions.assignment();
    }
    in.expectClosing(TokenKind.RIGHT_BRACKET, opening);
    Part part = new Part(in.since(opening));
    part.array = true;
    part.length = length;
    return part;
  }

  private Part parameters() {
    Token opening = in.next();
    List<TypeSyntax.Parameter> parameters = new ArrayList<>(4);
    Part part = new Part(opening.span());
    part.parameters = parameters;
    if (in.accept(TokenKind.RIGHT_PARENTHESIS)) {
      part.unspecified = true;
      return part;
    }
    if (in.at(TokenKind.VOID) && in.peek(1).kind == TokenKind.RIGHT_PARENTHESIS) {
      in.next();
      in.next();
      return part;
    }
    if (isOldNames()) {
      part.oldNames = oldNames();
      part.unspecified = true;
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
      return part;
    }
    parser.names.enter();
    do {
      if (in.accept(TokenKind.ELLIPSIS)) {
        part.variadic = true;
        break;
      }
      parameters.add(parameter());
    } while (in.accept(TokenKind.COMMA));
    parser.names.leave();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return part;
  }

  private boolean isOldNames() {
    TokenKind behind = in.peek(1).kind;
    return in.at(TokenKind.IDENTIFIER)
        && (behind == TokenKind.COMMA || behind == TokenKind.RIGHT_PARENTHESIS)
        && !parser.isTypeName(in.peek());
  }

  private List<Token> oldNames() {
    List<Token> names = new ArrayList<>(4);
    do {
      if (!in.at(TokenKind.IDENTIFIER)) {
        Token name = in.atEnd() ? in.peek() : names.get(0);
        throw in.refuse(name.span(), "c.parameter.expected", name.text);
      }
      names.add(in.next());
    } while (in.accept(TokenKind.COMMA));
    return names;
  }

  private TypeSyntax.Parameter parameter() {
    Token first = in.peek();
    parser.checkUnknownType(0);
    if (!parser.types.startsDeclaration(0)) {
      throw in.unexpected("c.parameter.expected");
    }
    Types.Specifiers specifiers = parser.types.specifiers();
    parser.types.refuseThreadLocal(specifiers);
    if (in.at(TokenKind.COMMA) || in.at(TokenKind.RIGHT_PARENTHESIS)) {
      return new TypeSyntax.Parameter(in.since(first), specifiers.type, null);
    }
    Declarator declarator = declarator(false);
    parser.types.attributes();
    Token name = declarator.name;
    if (name != null) {
      parser.names.declare(parser.wordOf(name), false);
    }
    if (in.at(TokenKind.ASSIGN)) {
      throw in.refuse(in.peek().span(), "c.parameter.value");
    }
    return new TypeSyntax.Parameter(
        in.since(first), declarator.type(specifiers.type), name == null ? null : name.text);
  }
}
