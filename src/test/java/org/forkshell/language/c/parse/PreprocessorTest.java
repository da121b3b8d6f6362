package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.forkshell.language.Includes;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessorTest {
  static Stream<Arguments> macros() {
    return Stream.of(
        arguments("#define N 3\nint x = N;", "x: int = 3;"),
        arguments("#define F(a, b) a + b\nint x = F(1, (2, 3));", "x: int = (1 + (2, 3));"),
        arguments("#define F (a)\nint x = F;", "x: int = a;"),
        arguments("#define f(x) f(x + 1)\nint x = f(2);", "x: int = f((2 + 1));"),
        arguments(
            "#define S(x) #x\nchar *s = S( a  \"b\\n\" 'c' );",
            "s: pointer to char = \"a \\\"b\\\\n\\\" 'c'\";"),
        arguments(
            "#define S(x) #x\n#define T(x) S(x)\n#define N 3\nchar *s = T(N);",
            "s: pointer to char = \"3\";"),
        arguments("#define J(a, b) a ## b\nint J(x, 1) = J(1, 2);", "x1: int = 12;"),
        arguments(
            "#define P(f, ...) f(0, ## __VA_ARGS__)\nint x = P(g), y = P(g, 1, 2);",
            "x: int = g(0); y: int = g(0, 1, 2);"),
        arguments("#define P(...) g(__VA_ARGS__)\nint x = P(1, 2);", "x: int = g(1, 2);"),
        arguments("#define P(a...) g(a)\nint x = P(1, 2);", "x: int = g(1, 2);"),
        arguments("#define F(x) x\nint x = F\n(\n1\n);", "x: int = 1;"),
        arguments("#define F(x) x\nint F = 1;", "F: int = 1;"),
        arguments("#define A B\n#define B A\nint A;", "A: int;"),
        arguments("#define N 1\n#undef N\nint N;", "N: int;"),
        arguments("#define TWO 1 + \\\n 1\nint x = TWO;", "x: int = (1 + 1);"),
        arguments("int x = __LINE__;\nint y = __LINE__;", "x: int = 1; y: int = 2;"),
        arguments("char *s = __FILE__;", "s: pointer to char = \"test.c\";"),
        arguments("int x = __linux__ + unix + __LP64__;", "x: int = ((1 + 1) + 1);"),
        arguments("#pragma anything\n#line 7\n#\nint x;", "x: int;"),
        // The standard's own examples, C11 6.10.3.5.
        arguments(
            "#define x 3\n"
                + "#define f(a) f(x * (a))\n"
                + "#undef x\n"
                + "#define x 2\n"
                + "#define g f\n"
                + "#define t(a) a\n"
                + "int q = t(t(g)(0) + t)(1);",
            "q: int = (f((2 * 0)) + t(1));"),
        arguments(
            "#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n"
                + "#define join(c, d) in_between(c hash_hash d)\nchar p[] = join(x, y);",
            "p: array[] of char = \"x ## y\";"));
  }

  @ParameterizedTest
  @MethodSource("macros")
  void macroBecomes(String text, String tree) {
    assertThat(CText.tree(text)).isEqualTo(tree);
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        arguments("1", true),
        arguments("0", false),
        arguments("defined N && N > 2", true),
        arguments("defined(M) || !defined(N)", false),
        arguments("M", false),
        arguments("N * 2 == 6 && (N << 1) >= 6", true),
        arguments("-1 > 0u", true),
        arguments("-1 > 0", false),
        arguments("'a' == 97", true),
        arguments("1 ? 0 : 1", false),
        arguments("0 && 1 / 0", false),
        arguments("0x7fffffff + 1 > 0", true),
        arguments("F(2) == 4", true),
        arguments("__has_include(<stdio.h>)", true),
        arguments("__has_include(<nothing.h>)", false),
        arguments("__STDC_VERSION__ >= 201112L", true));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void conditionHolds(String condition, boolean holds) {
    String text =
        "#define N 3\n#define F(x) x + x\n#if "
            + condition
            + "\nint yes;\n#else\nint no;\n#endif\n";
    assertThat(CText.tree(text)).isEqualTo(holds ? "yes: int;" : "no: int;");
  }

  @Test
  void whatIsLeftOutMayBeAnything() {
    assertThat(
            CText.tree(
                "#if 0\ndon't \" @ ＃\n#if 1\n#else\n#endif\n#elif 1\nint x;\n#else\n\"\n#endif\n"))
        .isEqualTo("x: int;");
  }

  @Test
  void fileBesideTheIncludingOneIsFound() {
    Includes beside =
        (from, name) ->
            name.equals("mine.h") ? new SourceText("mine.h", "#pragma once\nint mine;\n") : null;
    var parsed =
        CText.C.parse(
            new SourceText("test.c", "#include \"mine.h\"\n#include \"mine.h\"\nint x;"), beside);
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(TreePrinter.unit(parsed.tree())).isEqualTo("mine: int; x: int;");
  }

  @Test
  void errorInAMacroPointsToItsUse() {
    assertThat(CText.places(CText.parse("#define OPEN (1 +\nint x = OPEN;\n").diagnostics()))
        .containsExactly("2:13 c.expression.missing");
  }

  @Test
  void carriageReturnsAndAByteOrderMarkAreSkipped() {
    assertThat(CText.tree("\ufeff#define A \\\r\n 3\r\nint x = A;\r\n")).isEqualTo("x: int = 3;");
  }
}
