package org.forkshell.language.c.parse;

import org.forkshell.ir.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a token is: one constant a keyword and punctuator (C11 6.4.1, 6.4.6), and the open classes.
 */
enum TokenKind {
  /** Stands after the last token, so that looking ahead needs no bounds check. */
  END(""),
  IDENTIFIER(""),
  NUMBER(""),
  CHARACTER(""),
  STRING(""),
  /** A character that no C token starts with; a {@link Token#notes note} says which. */
  STRAY(""),
  /** A whole function body, still to be read: see {@link LibrarySource}. */
  BODY(""),

  // Punctuators.
  LEFT_PARENTHESIS("("),
  RIGHT_PARENTHESIS(")"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  DOT("."),
  ARROW("->"),
  INCREMENT("++"),
  DECREMENT("--"),
  AMPERSAND("&", 5, BinaryOperator.AND),
  STAR("*", 10, BinaryOperator.MULTIPLY),
  PLUS("+", 9, BinaryOperator.ADD),
  MINUS("-", 9, BinaryOperator.SUBTRACT),
  TILDE("~"),
  EXCLAMATION("!"),
  SLASH("/", 10, BinaryOperator.DIVIDE),
  PERCENT("%", 10, BinaryOperator.REMAINDER),
  SHIFT_LEFT("<<", 8, BinaryOperator.SHIFT_LEFT),
  SHIFT_RIGHT(">>", 8, BinaryOperator.SHIFT_RIGHT),
  LESS("<", 7, BinaryOperator.LESS),
  GREATER(">", 7, BinaryOperator.GREATER),
  LESS_EQUAL("<=", 7, BinaryOperator.LESS_EQUAL),
  GREATER_EQUAL(">=", 7, BinaryOperator.GREATER_EQUAL),
  EQUAL_EQUAL("==", 6, BinaryOperator.EQUAL),
  NOT_EQUAL("!=", 6, BinaryOperator.NOT_EQUAL),
  CARET("^", 4, BinaryOperator.XOR),
  BAR("|", 3, BinaryOperator.OR),
  LOGICAL_AND("&&", 2, BinaryOperator.LOGICAL_AND),
  LOGICAL_OR("||", 1, BinaryOperator.LOGICAL_OR),
  QUESTION("?"),
  COLON(":"),
  SEMICOLON(";"),
  ELLIPSIS("..."),
  COMMA(","),
  HASH("#"),
  HASH_HASH("##"),
  ASSIGN("=", (BinaryOperator) null),
  STAR_ASSIGN("*=", BinaryOperator.MULTIPLY),
  SLASH_ASSIGN("/=", BinaryOperator.DIVIDE),
  PERCENT_ASSIGN("%=", BinaryOperator.REMAINDER),
  PLUS_ASSIGN("+=", BinaryOperator.ADD),
  MINUS_ASSIGN("-=", BinaryOperator.SUBTRACT),
  SHIFT_LEFT_ASSIGN("<<=", BinaryOperator.SHIFT_LEFT),
  SHIFT_RIGHT_ASSIGN(">>=", BinaryOperator.SHIFT_RIGHT),
  AMPERSAND_ASSIGN("&=", BinaryOperator.AND),
  CARET_ASSIGN("^=", BinaryOperator.XOR),
  BAR_ASSIGN("|=", BinaryOperator.OR),

  // Keywords: storage classes and function specifiers.
  TYPEDEF("typedef", Family.STORAGE),
  EXTERN("extern", Family.STORAGE),
  STATIC("static", Family.STORAGE),
  AUTO("auto", Family.STORAGE),
  REGISTER("register", Family.STORAGE),
  INLINE("inline", Family.STORAGE),
  NORETURN("_Noreturn", Family.STORAGE),
  NATIVE("__native", Family.STORAGE),
  SYSTEM("__system", Family.STORAGE),
  THREAD_LOCAL("_Thread_local", Family.STORAGE),
  EXTENSION("__extension__", Family.TYPE),
  ATTRIBUTE("__attribute__", Family.TYPE),
  ALIGNAS("_Alignas", Family.STORAGE),
  // Type qualifiers and specifiers.
  CONST("const", Family.TYPE),
  VOLATILE("volatile", Family.TYPE),
  RESTRICT("restrict", Family.TYPE),
  ATOMIC("_Atomic", Family.TYPE),
  VOID("void", Family.TYPE),
  BOOL("_Bool", Family.TYPE),
  CHAR("char", Family.TYPE),
  SHORT("short", Family.TYPE),
  INT("int", Family.TYPE),
  LONG("long", Family.TYPE),
  SIGNED("signed", Family.TYPE),
  UNSIGNED("unsigned", Family.TYPE),
  FLOAT("float", Family.TYPE),
  DOUBLE("double", Family.TYPE),
  COMPLEX("_Complex", Family.TYPE),
  INT128("__int128", Family.TYPE),
  AUTO_TYPE("__auto_type", Family.TYPE),
  STRUCT("struct", Family.TYPE),
  UNION("union", Family.TYPE),
  ENUM("enum", Family.TYPE),
  TYPEOF("typeof", Family.TYPE),
  STATIC_ASSERT("_Static_assert", Family.DECLARATION),
  // Statements.
  IF("if", Family.STATEMENT),
  ELSE("else", Family.STATEMENT),
  WHILE("while", Family.STATEMENT),
  DO("do", Family.STATEMENT),
  FOR("for", Family.STATEMENT),
  SWITCH("switch", Family.STATEMENT),
  CASE("case", Family.STATEMENT),
  DEFAULT("default", Family.STATEMENT),
  GOTO("goto", Family.STATEMENT),
  BREAK("break", Family.STATEMENT),
  CONTINUE("continue", Family.STATEMENT),
  RETURN("return", Family.STATEMENT),
  ASM("asm", Family.STATEMENT),
  // Expressions.
  SIZEOF("sizeof", Family.EXPRESSION),
  ALIGNOF("_Alignof", Family.EXPRESSION),
  GENERIC("_Generic", Family.EXPRESSION);

  /** How it is written, where there is one way only; else empty. */
  final String text;

  /** How tightly a binary operator binds, 1 for {@code ||}; 0 for what is none. */
  final int precedence;

  /** What a binary operator, or a compound assignment, computes. */
  final @Nullable BinaryOperator operator;

  private final Family family;

  /** Where a token can stand. */
  private enum Family {
    /** Constants, names and punctuators. */
    OTHER,
    ASSIGNMENT,
    STORAGE,
    TYPE,
    DECLARATION,
    STATEMENT,
    EXPRESSION
  }

  TokenKind(String text) {
    this(text, 0, null, Family.OTHER);
  }

  TokenKind(String text, int precedence, BinaryOperator operator) {
    this(text, precedence, operator, Family.OTHER);
  }

  /** An assignment; plain {@code =} has no operator. */
  TokenKind(String text, @Nullable BinaryOperator operator) {
    this(text, 0, operator, Family.ASSIGNMENT);
  }

  /** A keyword. */
  TokenKind(String text, Family family) {
    this(text, 0, null, family);
  }

  TokenKind(String text, int precedence, @Nullable BinaryOperator operator, Family family) {
    this.text = text;
    this.precedence = precedence;
    this.operator = operator;
    this.family = family;
  }

  boolean isKeyword() {
    return family != Family.OTHER && family != Family.ASSIGNMENT;
  }

  /** Identifiers and keywords are one to the preprocessor. */
  boolean isWord() {
    return this == IDENTIFIER || isKeyword();
  }

  boolean isAssignment() {
    return family == Family.ASSIGNMENT;
  }

  /**
   * Whether a declaration can start with this keyword; an identifier may too, if it names a type.
   */
  boolean startsDeclaration() {
    return family == Family.TYPE || family == Family.STORAGE || family == Family.DECLARATION;
  }

  /** Whether this keyword can start a type name such as a cast's. */
  boolean startsTypeName() {
    return family == Family.TYPE;
  }
}
