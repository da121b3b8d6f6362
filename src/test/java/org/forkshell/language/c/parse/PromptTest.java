package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.forkshell.language.Completeness;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PromptTest {
  private final LineParser prompt = CText.prompt();

  private String tree(String line) {
    ParsedLine input = prompt.parse(new SourceText("line", line));
    assertThat(input.diagnostics()).as(line).isEmpty();
    return TreePrinter.statements(input.statements());
  }

  private void keep(String line) {
    ParsedLine input = prompt.parse(new SourceText("line", line));
    assertThat(input.diagnostics()).as(line).isEmpty();
    prompt.keep(input);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("fork", "fork();"),
        arguments("fork; fork; getpid", "fork(); fork(); getpid();"),
        arguments("wait", "wait(0);"),
        arguments("if ($1 == 0) exit(3); else wait", "if ($1 == 0) exit(3); else wait(0);"),
        arguments("if ($1 == 0) exit 3 else wait", "if ($1 == 0) exit(3); else wait(0);"),
        arguments("printf \"fork!\\n\"", "printf(\"fork!\\n\");"),
        arguments("printf \"%d %d\\n\", x, y + 1", "printf(\"%d %d\\n\", x, (y + 1));"),
        arguments("printf(\"a\")", "printf(\"a\");"),
        arguments("kill 1234 9", "kill(1234, 9);"),
        arguments("kill $1, 9", "kill($1, 9);"),
        arguments("sleep 1; puts \"x\"", "sleep(1); puts(\"x\");"),
        arguments("for (int i = 0; i < 2; i++) fork", "for (i: int = 0;(i < 2);(i++)) fork();"),
        arguments(
            "while (1) {\n  fork\n  printf \"x\"\n  break\n}",
            "while 1 {fork(); printf(\"x\"); break;}"),
        arguments("int x = 3", "x: int = 3;"),
        arguments("pid_t me = getpid()", "me: pid_t = getpid();"),
        arguments("int f(int a) { return a; }", "f: function(a: int) returning int {return a;}"),
        arguments(
            "twice(x) { return 2 * x; }",
            "twice: function(x: int?) returning int {return (2 * x);}"),
        arguments("struct point { int x, y; }", "struct point {x: int;y: int;};"),
        arguments("NULL", "(<pointer to void> 0);"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void lineMeans(String line, String tree) {
    assertThat(tree(line)).isEqualTo(tree);
  }

  static Stream<Arguments> legalC() {
    return Stream.of(
        arguments("sleep -1", "(sleep - 1);"),
        arguments("exit (3)", "exit(3);"),
        arguments("x * 3", "(x * 3);"),
        arguments("wait & x", "(wait & x);"),
        arguments("printf", "printf;"),
        arguments("x", "x;"),
        arguments("fork && fork", "(fork && fork);"));
  }

  @ParameterizedTest
  @MethodSource("legalC")
  void whatIsLegalCKeepsItsMeaning(String line, String tree) {
    assertThat(tree(line)).isEqualTo(tree);
  }

  @Test
  void localVariableOfAFunctionsNameIsNoCall() {
    assertThat(tree("{ int fork = 3; fork; }")).isEqualTo("{fork: int = 3; fork;}");
  }

  @Test
  void macrosAndTypesOfKeptLinesCount() {
    keep("#define N 3");
    keep("typedef int number");
    assertThat(tree("number x = N")).isEqualTo("x: number = 3;");
  }

  @Test
  void whatIsNotKeptLeavesNoTrace() {
    prompt.parse(new SourceText("line", "#define N 3"));
    prompt.parse(new SourceText("line", "typedef int number"));
    assertThat(tree("N")).isEqualTo("N;");
    assertThat(tree("number * N")).isEqualTo("(number * N);");
  }

  @Test
  void includeOfAStandardHeaderIsNothingNew() {
    assertThat(tree("#include <unistd.h>")).isEmpty();
  }

  @Test
  void elseAfterItsIfHasRunIsTold() {
    ParsedLine input = prompt.parse(new SourceText("line", "else wait"));
    assertThat(CText.places(input.diagnostics())).containsExactly("1:1 c.else.prompt");
  }

  static Stream<String> complete() {
    return Stream.of(
        "",
        "fork",
        "int x = 3",
        "if (x) y;",
        "if (x) y; else z",
        "do x(); while (y)",
        "{ }",
        "}",
        ")",
        "x = ;",
        "printf(\"abc",
        "char c = 'a",
        "int f(void);",
        "/* done */",
        "#define N 3",
        "#if 1\n#endif",
        "@",
        "int 3x",
        "struct s { int x; }",
        "\\ x",
        "\u0000\u0001",
        "else");
  }

  @ParameterizedTest
  @MethodSource("complete")
  void isComplete(String text) {
    assertThat(prompt.completeness(text)).isEqualTo(Completeness.COMPLETE);
  }

  static Stream<String> incomplete() {
    return Stream.of(
        "{",
        "if (x)",
        "if (x) {",
        "if (x) y; else",
        "while (x",
        "for (;;)",
        "do { }",
        "printf(\"a\",",
        "1 +",
        "x =",
        "int",
        "int f(void)",
        "int f(void)\n{",
        "struct s",
        "struct s {",
        "/* begun",
        "#if 1",
        "#define F(x) \\",
        "x = \\\n",
        "switch (x) { case 1:",
        "int a[] = { 1,",
        "f(");
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void isIncomplete(String text) {
    assertThat(prompt.completeness(text)).isEqualTo(Completeness.INCOMPLETE);
  }
}
