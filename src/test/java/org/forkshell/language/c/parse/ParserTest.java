package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParserTest {
  static Stream<Arguments> expressions() {
    return Stream.of(
        arguments("1 + 2 * 3", "(1 + (2 * 3))"),
        arguments("(1 + 2) * 3", "((1 + 2) * 3)"),
        arguments("a = b = c", "(a = (b = c))"),
        arguments("a - b - c", "((a - b) - c)"),
        arguments("a << 1 + b & c == d", "((a << (1 + b)) & (c == d))"),
        arguments("f() && f() || f()", "((f() && f()) || f())"),
        arguments("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
        arguments("a ?: b", "(a ?: b)"),
        arguments("-a++ * !*p", "((-(a++)) * (!(*p)))"),
        arguments("x->y.z[3](1, 2)", "x->y.z[3](1, 2)"),
        arguments("a, b", "(a, b)"),
        arguments("a += b -= 1", "(a += (b -= 1))"),
        arguments("sizeof a + 1", "(sizeof a + 1)"),
        arguments("sizeof(int) * 2", "(sizeof <int> * 2)"),
        arguments("sizeof(int[3])", "sizeof <array[3] of int>"),
        arguments("(char)x + 1", "((<char> x) + 1)"),
        arguments("(int (*)(void))p", "(<pointer to function() returning int> p)"),
        arguments("(struct p){1, .y = 2}", "<struct p>{1, .y = 2}"),
        arguments("\"a\" \"b\\n\"", "\"ab\\n\""),
        arguments("\"\\x41\\102\\u00e9\"", "\"AB\u00e9\""),
        arguments("'a'", "97"),
        arguments("'\\0'", "0"),
        arguments("'\\xff'", "-1"),
        arguments("'ab'", "24930"),
        arguments("0x1F + 010 + 0b11", "((31 + 8) + 3)"),
        arguments("2147483648", "2147483648l"),
        arguments("0xffffffff", "4294967295u"),
        arguments("1u + 2l + 3ul + 4ll + 5ull", "((((1u + 2l) + 3ul) + 4ll) + 5ull)"),
        arguments("1.5f + 2. + .5e1L + 0x1p4", "(((1.5f + 2.0) + 5.0l) + 16.0)"),
        arguments("__builtin_va_arg(list, char *)", "va_arg(list, pointer to char)"),
        arguments("a <: 1 :>", "a[1]"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void expressionIsReadAs(String text, String tree) {
    assertThat(CText.expression(text)).isEqualTo(tree);
  }

  static Stream<Arguments> declarations() {
    return Stream.of(
        arguments("int a, *b, c[3];", "a: int; b: pointer to int; c: array[3] of int;"),
        arguments("char *const *p;", "p: pointer to const pointer to char;"),
        arguments("const char *s;", "s: pointer to const char;"),
        arguments("int (*f)(int, ...);", "f: pointer to function(int, ...) returning int;"),
        arguments("int *f(void);", "f: function() returning pointer to int;"),
        arguments("int f();", "f: function(?) returning int;"),
        arguments(
            "void (*signal(int n, void (*f)(int)))(int);",
            "signal: function(n: int, f: pointer to function(int) returning void) returning pointer"
                + " to function(int) returning void;"),
        arguments("unsigned long long int x;", "x: unsigned long long;"),
        arguments("long unsigned x;", "x: unsigned long;"),
        arguments("typedef int T; T x; T *y;", "typedef T: int; x: T; y: pointer to T;"),
        arguments(
            "struct n { int v; struct n *next; unsigned f : 3; } *head;",
            "head: pointer to struct n {v: int;next: pointer to struct n;f: unsigned int : 3;};"),
        arguments("enum e { A, B = 5, C, };", "enum e {A,B = 5,C,};"),
        arguments("static int x = 1; extern int y;", "static x: int = 1; extern y: int;"),
        arguments("int a[] = {1, [3] = 2, 4};", "a: array[] of int = {1, [3] = 2, 4};"),
        arguments("int a[4] = {[1 ... 2] = 7};", "a: array[4] of int = {[1] = 7, [2] = 7};"),
        arguments("int x __attribute__((unused)), y;", "x: int; y: int;"),
        arguments("typeof(1) x; typeof(int *) y;", "x: typeof(1); y: pointer to int;"),
        arguments("main() { }", "main: function(?) returning int {}"),
        arguments(
            "add(a, b) char *b; { }",
            "add: function(a: int, b: pointer to char?) returning int {}"),
        arguments(
            "inline static int f(register int a) { }",
            "static f: function(a: int) returning int {}"),
        arguments("_Noreturn void f(void);", "f: function() returning void;"),
        arguments(
            "_Static_assert(sizeof(int) == 4, \"four\"); int x;",
            "assert (sizeof <int> == 4), \"four\"; x: int;"));
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void declarationIsReadAs(String text, String tree) {
    assertThat(CText.tree(text)).isEqualTo(tree);
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        arguments("if (a) if (b) c; else d;", "if a if b c; else d;"),
        arguments("for (int i = 0; i < 3; i++) ;", "for (i: int = 0;(i < 3);(i++)) ;"),
        arguments("for (;;) break;", "for (;;) break;"),
        arguments("do x(); while (y);", "do x(); while y;"),
        arguments(
            "switch (x) { case 1: case 2 ... 4: a(); break; default: b(); }",
            "switch x {case 1: case 2...4: a(); break; default: b();}"),
        arguments("again: x(); goto again;", "again: x(); goto again;"),
        arguments("end: ", "end: ;"),
        arguments("one: int x = 1;", "one: x: int = 1;"),
        arguments("a = ({ int b = a; b; });", "(a = ({b: int = a; b;}));"),
        arguments("_Generic(a, int: 1, default: 2);", "generic(a, int: 1, default: 2);"),
        arguments("return a, b;", "return (a, b);"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statementIsReadAs(String text, String tree) {
    assertThat(CText.tree("int f(int a) { " + text + " }"))
        .isEqualTo("f: function(a: int) returning int {" + tree + "}");
  }

  @Test
  void localVariableHidesATypeUntilItsBlockEnds() {
    assertThat(CText.tree("typedef int T; void f(void) { { int T = 2; T * x; } T * y; }"))
        .endsWith("{{T: int = 2; (T * x);} y: pointer to T;}");
  }

  @Test
  void parameterHidesAType() {
    assertThat(CText.tree("typedef int T; int f(int T) { return (T) + 1; }"))
        .endsWith("{return (T + 1);}");
  }

  @Test
  void declaratorsOfOneDeclarationShareTheirStructure() {
    var declarations = CText.parse("struct { int x; } a, b;").tree().declarations();
    var first = (org.forkshell.language.c.syntax.Declaration.Variable) declarations.get(0);
    var second = (org.forkshell.language.c.syntax.Declaration.Variable) declarations.get(1);
    assertThat(first.type()).isSameAs(second.type());
  }

  @Test
  void spansCoverWhatWasWritten() {
    var unit = CText.parse("int a;\nint sum = (1 + 2) * 3;\n").tree();
    var sum = (org.forkshell.language.c.syntax.Declaration.Variable) unit.declarations().get(1);
    assertThat(sum.span().text()).isEqualTo("int sum = (1 + 2) * 3");
    assertThat(sum.at().text()).isEqualTo("sum");
    assertThat(sum.initializer()).isNotNull();
    assertThat(sum.initializer().span().text()).isEqualTo("(1 + 2) * 3");
  }

  @Test
  void ourOwnKeywordsSayWhoImplementsAFunction() {
    var unit =
        CText.C.library(
                new org.forkshell.source.SourceText(
                    "lib.c", "__native int f(int); __system int g(void);"))
            .tree();
    assertThat(TreePrinter.unit(unit))
        .isEqualTo("native f: function(int) returning int; system g: function() returning int;");
  }
}
