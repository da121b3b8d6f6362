package org.forkshell.language.c.parse;

import java.util.Set;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Declaration.Storage;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Declaration specifiers (C11 6.7): what stands in front of the names that are declared. */
final class Types {
  /** What specifiers said. */
  static final class Specifiers {
    Storage storage = Storage.NONE;
    boolean typedef;
    boolean inline;

    /** {@code _Thread_local} where it was written. */
    @Nullable Token threadLocal;

    final Attributes attributes = new Attributes();

    /** Whether no type was written, so that it is int. */
    boolean implicit;

    TypeSyntax type;

    Specifiers(TypeSyntax type) {
      this.type = type;
    }
  }

  private static final int SIGNED = 1;
  private static final int UNSIGNED = 2;
  private static final int SHORT = 4;
  private static final int LONG = 8;
  private static final int LONG_LONG = 16;
  private static final int INT = 32;
  private static final int CHAR = 64;
  private static final int VOID = 128;
  private static final int BOOL = 256;
  private static final int FLOAT = 512;
  private static final int DOUBLE = 1024;

  private final Parser parser;
  private final Cursor in;
  private final Tags tags;

  Types(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
    this.tags = new Tags(parser);
  }

  /** The tags of structures and unions whose members have been written. */
  Set<String> definedTags() {
    return tags.defined;
  }

  /** Whether specifiers start at the token {@code ahead}. */
  boolean startsDeclaration(int ahead) {
    Token token = in.peek(ahead);
    return token.kind == TokenKind.IDENTIFIER
        ? parser.isTypeName(token)
        : token.kind.startsDeclaration();
  }

  /** Whether a type name, such as a cast's, starts at the token {@code ahead}. */
  boolean startsTypeName(int ahead) {
    Token token = in.peek(ahead);
    return token.kind == TokenKind.IDENTIFIER
        ? parser.isTypeName(token)
        : token.kind.startsTypeName();
  }

  Specifiers specifiers() {
    Token first = in.peek();
    Span place = first.span();
    Specifiers result = new Specifiers(new TypeSyntax.Keyword(place, BasicType.INT));
    TypeSyntax type = null;
    boolean constant = false;
    boolean atomic = false;
    int set = 0;
    while (true) {
      Token token = in.peek();
      switch (token.kind) {
        case TYPEDEF -> {
          in.next();
          result.typedef = true;
          continue;
        }
        case EXTERN -> {
          in.next();
          result.storage = Storage.EXTERN;
          if (in.at(TokenKind.STRING)) {
            throw in.refuse(in.peek().span(), "c.foreign.cpp", "extern \"C\"");
          }
          continue;
        }
        case STATIC -> {
          in.next();
          result.storage = Storage.STATIC;
          continue;
        }
        case THREAD_LOCAL -> {
          result.threadLocal = in.next();
          if (token.is("__thread") && (in.at(TokenKind.STATIC) || in.at(TokenKind.EXTERN))) {
            throw in.refuse(token.span(), "c.thread.order", in.peek().text);
          }
          continue;
        }
        case NATIVE -> {
          in.next();
          result.storage = Storage.NATIVE;
          continue;
        }
        case SYSTEM -> {
          in.next();
          result.storage = Storage.SYSTEM;
          continue;
        }
        case INLINE -> {
          in.next();
          result.inline = true;
          continue;
        }
        case AUTO, REGISTER, NORETURN, EXTENSION, VOLATILE, RESTRICT -> {
          in.next();
          continue;
        }
        case CONST -> {
          in.next();
          constant = true;
          continue;
        }
        case ATTRIBUTE -> {
          result.attributes.read(parser);
          continue;
        }
        case ALIGNAS -> {
          result.attributes.alignas(parser);
          continue;
        }
        case ATOMIC -> {
          if (in.peek(1).kind == TokenKind.LEFT_PARENTHESIS) {
            type = only(type, set, token, atomicType());
            place = in.since(first);
          } else {
            in.next();
            atomic = true;
          }
          continue;
        }
        case COMPLEX, INT128, AUTO_TYPE ->
            throw in.refuse(token.span(), "c.unsupported", token.text);
        case STRUCT, UNION -> {
          type = only(type, set, token, tags.record());
          place = in.since(first);
          continue;
        }
        case ENUM -> {
          type = only(type, set, token, tags.enumeration());
          place = in.since(first);
          continue;
        }
        case TYPEOF -> {
          type = only(type, set, token, typeOf());
          place = in.since(first);
          continue;
        }
        case IDENTIFIER -> {
          if (type == null && set == 0 && (parser.isTypeName(token) || isUnknownType(token))) {
            in.next();
            type = new TypeSyntax.Named(token.span(), token.text);
            place = in.since(first);
            continue;
          }
        }
        default -> {
          int bit = bit(token.kind);
          // A structure that lacks its semicolon is told at its end, not at the next line's type.
          if (bit != 0 && !(type != null && in.previous().kind == TokenKind.RIGHT_BRACE)) {
            in.next();
            set = add(set, bit, token, type);
            place = in.since(first);
            continue;
          }
        }
      }
      break;
    }
    if (type == null) {
      result.implicit = set == 0;
      type = new TypeSyntax.Keyword(set == 0 ? first.span() : place, basic(set));
    }
    type = atomic ? new TypeSyntax.Atomic(place, type) : type;
    result.type = constant ? new TypeSyntax.Const(place, type) : type;
    return result;
  }

  /** Each thread can have objects of its own, and nothing else that is declared. */
  void refuseThreadLocal(Specifiers specifiers) {
    if (specifiers.threadLocal != null) {
      Token written = specifiers.threadLocal;
      throw in.refuse(written.span(), "c.thread.place", written.text);
    }
  }

  /** {@code static strng x}: a word that another one follows can only be a type. */
  private boolean isUnknownType(Token token) {
    TokenKind behind = in.peek(1).kind;
    if (behind != TokenKind.IDENTIFIER && behind != TokenKind.STAR) {
      return false;
    }
    parser.checkUnknownType(0);
    return parser.isTypeName(token);
  }

  private TypeSyntax only(@Nullable TypeSyntax before, int set, Token token, TypeSyntax type) {
    if (before != null || set != 0) {
      in.problems.syntaxError(token.span(), "c.type.two", token.text);
    }
    return type;
  }

  private static int bit(TokenKind kind) {
    return switch (kind) {
      case SIGNED -> SIGNED;
      case UNSIGNED -> UNSIGNED;
      case SHORT -> SHORT;
      case LONG -> LONG;
      case INT -> INT;
      case CHAR -> CHAR;
      case VOID -> VOID;
      case BOOL -> BOOL;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      default -> 0;
    };
  }

  private int add(int set, int bit, Token token, @Nullable TypeSyntax type) {
    int now = set | bit;
    if (bit == LONG && (set & LONG) != 0) {
      now = (set & ~LONG) | LONG_LONG;
    } else if ((set & bit) != 0) {
      now = -1;
    }
    if (type != null || now == -1 || !isLegal(now)) {
      in.problems.syntaxError(token.span(), "c.type.two", token.text);
      return set;
    }
    return now;
  }

  /** The combinations of C11 6.7.2 p2. */
  private static boolean isLegal(int set) {
    int sign = set & (SIGNED | UNSIGNED);
    int size = set & (SHORT | LONG | LONG_LONG);
    int core = set & (INT | CHAR | VOID | BOOL | FLOAT | DOUBLE);
    if (sign == (SIGNED | UNSIGNED) || Integer.bitCount(size) > 1 || Integer.bitCount(core) > 1) {
      return false;
    }
    return switch (core) {
      case 0, INT -> true;
      case CHAR -> size == 0;
      case DOUBLE -> sign == 0 && (size == 0 || size == LONG);
      default -> sign == 0 && size == 0;
    };
  }

  private static BasicType basic(int set) {
    boolean unsigned = (set & UNSIGNED) != 0;
    if ((set & CHAR) != 0) {
      return unsigned
          ? BasicType.UNSIGNED_CHAR
          : (set & SIGNED) != 0 ? BasicType.SIGNED_CHAR : BasicType.CHAR;
    }
    if ((set & DOUBLE) != 0) {
      return (set & LONG) != 0 ? BasicType.LONG_DOUBLE : BasicType.DOUBLE;
    }
    if ((set & SHORT) != 0) {
      return unsigned ? BasicType.UNSIGNED_SHORT : BasicType.SHORT;
    }
    if ((set & LONG) != 0) {
      return unsigned ? BasicType.UNSIGNED_LONG : BasicType.LONG;
    }
    if ((set & LONG_LONG) != 0) {
      return unsigned ? BasicType.UNSIGNED_LONG_LONG : BasicType.LONG_LONG;
    }
    return (set & VOID) != 0
        ? BasicType.VOID
        : (set & BOOL) != 0
            ? BasicType.BOOL
            : (set & FLOAT) != 0
                ? BasicType.FLOAT
                : unsigned ? BasicType.UNSIGNED_INT : BasicType.INT;
  }

  /** {@code __attribute__((…))}, any number, where they leave no trace. */
  void attributes() {
    new Attributes().read(parser);
  }

  /** {@code _Atomic(int)}: with a parenthesis it is no qualifier (C11 6.7.2.4 p4). */
  private TypeSyntax atomicType() {
    Token first = in.next();
    Token opening = in.next();
    TypeSyntax type = parser.declarators.typeName();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return new TypeSyntax.Atomic(in.since(first), type);
  }

  private TypeSyntax typeOf() {
    Token first = in.next();
    Token opening = in.peek();
    in.expect(TokenKind.LEFT_PARENTHESIS);
    TypeSyntax type;
    if (startsTypeName(0)) {
      type = parser.declarators.typeName();
    } else {
      Expression expression = parser.expressions.expression();
      type = new TypeSyntax.TypeOf(in.since(first), expression);
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return type;
  }
}
