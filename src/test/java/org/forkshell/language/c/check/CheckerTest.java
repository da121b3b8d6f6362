package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
  /** Statements of main, and the key of what is wrong with them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "int count; count = coutn; | check.undeclared.near",
        "whatever = 1; | check.undeclared",
        "prinft(\"x\"); | check.function.unknown.near",
        "zzzzzzzz(); | check.function.unknown",
        "dlopen(\"x\", 1); | check.function.later",
        "strlcpy(0, \"x\", 1); | check.function.instead",
        "int x; int x; | check.redefined.line",
        "int x; x.a = 1; | check.member.record",
        "struct p { int width; } q; q.widht = 1; | check.member.unknown.near",
        "struct p { int a; } q, *r = &q; r.a = 1; | check.member.dot",
        "struct p { int a; } q; q->a = 1; | check.member.arrow",
        "struct gone *p; p->a = 1; | check.incomplete",
        "struct gone s; | check.incomplete.variable",
        "struct p { int a; int a; } q; | check.member.duplicate",
        "const int x = 1; x = 2; | check.assign.const",
        "const char *s = \"a\"; *s = 'b'; | check.assign.const",
        "int a[3], b[3]; a = b; | check.assign.array",
        "5 = 6; | check.assign.value",
        "int x; x++ = 1; | check.assign.value",
        "int x; (int)x = 1; | check.assign.value",
        "main = 0; | check.assign.function",
        "int x; *x = 1; | check.indirection",
        "int *p = &5; | check.address",
        "struct { int a : 3; } s; int *p = &s.a; | check.bits.address",
        "int x; x(); | check.call.function",
        "exit(); | check.arguments.few",
        "exit(1, 2); | check.arguments.many",
        "int x = exit(1); | check.void.value",
        "void v; | check.void.variable",
        "_Static_assert(1 > 2, \"no\"); | check.assertion",
        "int x; _Static_assert(x, \"?\"); | check.constant.needed",
        "_Generic(1.5, int: 1, char *: 2); | check.generic.none",
        "int x = ({ int y = z; y; }); | check.undeclared",
        "int x = ({ while (1) ; }); | check.void.value",
        "break; | check.break",
        "continue; | check.continue",
        "case 1: ; | check.case.outside",
        "switch (1) { case 1: case 1: ; } | check.case.duplicate",
        "switch (1) { default: default: ; } | check.default.duplicate",
        "int n = 1; switch (1) { case n: ; } | check.constant.needed",
        "switch (1.5) { } | check.switch.type",
        "goto nowhere; | check.label.unknown",
        "again: ; goto agian; | check.label.unknown.near",
        "a: ; a: ; | check.label.duplicate",
        "double d; d %= 2; | check.operands",
        "double d; d << 1; | check.operands",
        "struct { int a; } s; s + 1; | check.operands",
        "struct { int a; } s; if (s) {} | check.condition",
        "struct { int a; } s; s = 1; | check.type.assign",
        "struct { int a; } s = 1; | check.type.initialise",
        "int *p; double d; p = d; | check.type.assign",
        "int *p; (double)p; | check.cast",
        "struct { int a; } s; ~s; | check.operand",
        "int x; x[0] = 1; | check.subscript.array",
        "int a[3]; a[1.5] = 1; | check.subscript.index",
        "int a[-1]; | check.array.negative",
        "int a[]; | check.array.length",
        "static int n = 3, a[n]; | check.array.constant",
        "int n = 3; static int x = n; | check.constant.initialiser",
        "int n = 3, a[n] = {1}; | check.initialiser.variable.array",
        "int a[3] = 5; | check.initialiser.array",
        "int a[2] = {[5] = 1}; | check.designator.range",
        "struct { int a; } s = {.b = 1}; | check.member.unknown",
        "int x = {.a = 1}; | check.designator.scalar",
        "struct { int a : 40; } s; | check.bits.width",
        "enum { A }; enum { A }; | check.redefined.line",
        "struct s { int a; }; struct s { int b; }; | check.tag.redefined",
        "struct s { int a; }; union s u; | check.tag.kind",
        "int f(void); float f(void); | check.redeclared.type.line",
        "extern int nowhere_defined; nowhere_defined = 1; | check.object.undefined",
        "int never(void); never(); | check.function.undefined",
        "int f() = 3; | check.function.initialised",
        "sizeof(struct unknown); | check.incomplete.sizeof",
        "int a[1 << 28][100]; | check.array.large",
        "static int a[] = {[2147483647] = 1}; | check.array.large",
        "static int a[] = {[100000000] = 1}; | check.initialiser.large",
        "static char a[500000000] = {1}; | check.initialiser.large",
      })
  void refuses(String statements, String key) {
    assertThat(keys(main(statements), true)).containsExactly(key);
  }

  /** What the common compilers take with a warning or without must be taken. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "int *p = 5; | check.int.to.pointer",
        "char c = \"a\"; | check.pointer.to.int",
        "int x; char *p = &x; | check.pointer.types",
        "const char *s = \"a\"; char *t = s; | check.const.lost",
        "int x = 1; if (x = 0) {} | check.assignment.condition",
        "int x = 1; x == 2; | check.statement.comparison",
        "int x = 1; if (0 < x < 3) {} | check.compare.chain",
        "char s[] = \"a\"; if (s == \"a\") {} | check.compare.text",
        "char *s = \"a\"; if (s == 'a') {} | check.compare.pointer.int",
        "int *p = 0; char *q = 0; if (p == q) {} | check.compare.pointers",
        "int a[2] = {1, 2, 3}; | check.initialiser.excess",
        "char s[2] = \"abc\"; | check.initialiser.string",
        "int a[3]; a[7] = 1; | check.subscript.range",
        "int x = 1 / 0; | check.division.zero",
        "int x = 1 << 40; | check.shift.count",
        "printf(\"%d\\n\", 1.5); | check.format.type.better",
        "printf(\"%ld\\n\", 1); | check.format.type.better",
        "printf(\"%s\\n\", 1); | check.format.type.better",
        "printf(\"%d\\n\"); | check.format.few",
        "printf(\"hi\\n\", 1); | check.format.many",
        "printf(\"50%y\\n\"); | check.format.unknown",
        "int x; scanf(\"%d\", x); | check.format.address",
        "double x; scanf(\"%f\", &x); | check.format.type",
        "fork; | check.statement.function",
        "int pid; if (pid = fork() == 0) {} | check.assignment.comparison",
      })
  void warns(String statements, String key) {
    String source = main(statements);
    assertThat(Compiled.of(source).isSuccess()).isTrue();
    assertThat(keys(source, false)).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "int x = 1; x += 2.5; unsigned u = -1; char c = 300; float f = 1;",
        "void *p = malloc(3); char *s = p; if (p && !s) {} free(p);",
        "printf(\"%5.2f %-3s %c %p %zu %lu %x %%\\n"
            + "\", 1.0, \"a\", 65, &errno, sizeof(int), 1ul, 3);",
        "printf(\"%*d %hd %hhd %lld %jd\\n\", 3, 1, 2, 3, 4ll, (long)5);",
        "int a[] = {1, 2}, *p = a, (*q)[2] = &a; p = &a[1]; p[-1] = (*q)[1];",
        "int (*f)(int), (*g)(); f = g; f = 0;",
        "struct p { int a; } x = {1}, y = x; x = y;",
        "extern int nowhere; int never(void); sizeof(nowhere);",
      })
  void accepts(String statements) {
    String source = main(statements);
    assertThat(keys(source, true)).isEmpty();
  }

  @Test
  void oneMistakeIsOneMessage() {
    String source = main("int y = unknown1 + 2; y = unknown1 * y; struct gone g; g.a = 3; g = g;");
    assertThat(keys(source, true)).containsExactly("check.undeclared", "check.incomplete.variable");
  }

  @Test
  void severalMistakesAreSeveralMessages() {
    assertThat(keys(main("break; continue; 5 = 6; int x; x = nope;"), true)).hasSize(4);
  }

  @Test
  void missingMainIsAnError() {
    assertThat(keys("int helper(void) { return 1; }", true)).containsExactly("check.main.missing");
  }

  @Test
  void functionThatMayEndWithoutItsValueIsDoubtful() {
    assertThat(keys("int f(int x) { if (x) return 1; }\nint main(void) { return f(0); }", false))
        .containsExactly("check.return.missing");
    assertThat(
            keys(
                "int f(int x) { if (x) return 1; else exit(2); }\nint main(void) { return f(0); }",
                false))
        .doesNotContain("check.return.missing");
  }

  @Test
  void messagesAreComplete() {
    for (String key : keysInSource()) {
      Diagnostic diagnostic =
          Diagnostic.error(
              new org.forkshell.source.Span(new org.forkshell.source.SourceText("x", "x"), 0, 1),
              key,
              "one",
              "two",
              "three",
              "four");
      for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
        assertThat(diagnostic.message(locale))
            .as(key)
            .isNotEmpty()
            .doesNotContain("{0}")
            .doesNotContain("''");
        assertThat(diagnostic.advice(locale)).as(key).doesNotContain("{0}").doesNotContain("''");
      }
    }
  }

  private static List<String> keysInSource() {
    java.util.ResourceBundle bundle =
        java.util.ResourceBundle.getBundle("org.forkshell.source.Diagnostics", Locale.ROOT);
    List<String> keys = new ArrayList<>();
    for (String key : bundle.keySet()) {
      if (key.startsWith("check.") && !key.endsWith(".try")) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static String main(String statements) {
    return "#include <stdio.h>\n"
        + "#include <stdlib.h>\n"
        + "#include <unistd.h>\n"
        + "#include <errno.h>\n"
        + "int main(void) {\n"
        + statements
        + "\nreturn 0;\n}\n";
  }

  private static List<String> keys(String source, boolean errors) {
    return Compiled.of(source).diagnostics().stream()
        .filter(diagnostic -> diagnostic.isError() == errors)
        .map(Diagnostic::key)
        .toList();
  }
}
