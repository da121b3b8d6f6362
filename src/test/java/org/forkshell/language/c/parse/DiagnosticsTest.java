package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.forkshell.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticsTest {
  private static final String BEGIN = "#include <stdio.h>\n#include <unistd.h>\nint main(void) {\n";
  private static final String END = "\n  return 0;\n}\n";

  /** Text in main, which begins in line 4, and all that is said of it. */
  static Stream<Arguments> statements() {
    return Stream.of(
        arguments("printf(\"a\")", "4:12 c.missing"),
        arguments("int x = 1\nint y = 2;", "4:10 c.missing"),
        arguments("if (1 {\n}", "4:6 c.closing.missing"),
        arguments("printf(\"a\"));", "4:12 c.closing.extra"),
        arguments("printf(\"a);", "4:8 c.string.open"),
        arguments("char c = 'a;", "4:10 c.character.open"),
        arguments("printf(\"%d\" 3);", "4:12 c.missing"),
        arguments("int a[] = {1 2};", "4:13 c.missing"),
        arguments("if 1 { }", "4:4 c.condition.parentheses"),
        arguments("if () { }", "4:5 c.condition.empty"),
        arguments("while (1 => 2) ;", "4:10 c.operator.reversed"),
        arguments("for (int i = 0, i < 3, i++) ;", "4:19 c.for.separator"),
        arguments("for (;;;) ;", "4:8 c.for.semicolon"),
        arguments("int b == 3;", "4:7 c.initializer.comparison"),
        arguments("retrun 0;", "4:1 c.keyword.misspelled"),
        arguments("whlie (1) { }", "4:1 c.keyword.misspelled"),
        arguments("fro (int i = 0; i < 3; i++) ;", "4:1 c.keyword.misspelled"),
        arguments("itn x;", "4:1 c.type.misspelled"),
        arguments("pidt x;", "4:1 c.type.misspelled"),
        arguments("string s;", "4:1 c.type.string"),
        arguments("frobnicate x;", "4:1 c.type.unknown"),
        arguments("int x = (frobnicate) y;", "4:10 c.type.unknown"),
        arguments("int x = 08;", "4:9 c.number.octal"),
        arguments("int 2x;", "4:5 c.name.expected"),
        arguments("int x = 12ab;", "4:9 c.number.suffix"),
        arguments("if (1)\n  getpid();\n  getpid();\nelse\n  getpid();", "7:1 c.else.alone"),
        arguments("int f(int x) { return x; }", "4:5 c.unsupported.nestedFunction"),
        arguments("L\"x\";", "4:1 c.unsupported.wide"),
        arguments("printf(\"hello/n\");", "4:14 c.slash.newline"),
        arguments("printf(\"/new\");", ""),
        arguments("putchar('/n');", "4:9 c.slash.character"),
        arguments("if (1);", "4:7 c.empty.if"),
        arguments("while (1 &gt; 2) ;", "4:10 c.paste.entity"),
        arguments("fork() &amp;&amp; fork();", "4:8 c.paste.entity"),
        arguments("printf(\"a &gt; b\");", "4:11 c.paste.entity.string"),
        arguments("int lt = 1; int *p = &lt;", ""),
        arguments("getpid()；", "4:9 c.paste.character"),
        arguments("getpid（）;", "4:7 c.paste.damaged"),
        arguments("printf(“hello”);", "4:8 c.paste.damaged"),
        arguments("printf(\"hello”);", "4:14 c.paste.character"),
        arguments("printf(\"你好，“世界”；\"); // 注释；", ""),
        arguments("int ｘｙ;", "4:5 c.paste.character"),
        arguments("int x = 3 – 1;", "4:11 c.paste.character"),
        arguments("int\u00a0x;", "4:4 c.paste.space"),
        arguments("in\u200bt x;", "4:3 c.paste.invisible"),
        arguments("int x = 1 @ 2;", "4:11 c.character.stray"),
        arguments("print \"x\";", "4:1 c.foreign.python"),
        arguments("cout << \"x\";", "4:1 c.foreign.cpp"),
        arguments("std::cout << 1;", "4:1 c.foreign.cpp"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statementIsTold(String text, String places) {
    List<Diagnostic> diagnostics = CText.parse(BEGIN + text + END).diagnostics();
    assertThat(String.join(" ", CText.places(diagnostics))).isEqualTo(places);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("#include <stido.h>\n", "1:10 c.include.misspelled"),
        arguments("#include <nothing.h>\n", "1:10 c.include.unknown"),
        arguments("#include <dlfcn.h>\n", "1:10 c.include.later"),
        arguments("#include <ucontext.h>\nucontext_t t;\n", "1:10 c.include.later"),
        arguments("#include <linux/perf_event.h>\n", "1:10 c.include.later"),
        arguments("int main(void) { ucontext_t here; }\n", "1:18 c.type.later"),
        arguments("#include \"mine.h\"\n", "1:10 c.include.missing"),
        arguments("#include <iostream>\n", "1:10 c.include.cpp"),
        arguments("#include <windows.h>\n", "1:10 c.include.windows"),
        arguments("#include stdio.h\n", "1:10 c.include.bare"),
        arguments("#includesys/types.h\n", "1:2 c.include.glued"),
        arguments("#include <stdio.h>;\n", "1:19 c.include.extra"),
        arguments("#include <stdio.h\n", "1:2 c.include.open"),
        arguments("#inclde <stdio.h>\n", "1:2 c.directive.misspelled"),
        arguments("include <stdio.h>\nint x;\n", "1:1 c.directive.hash"),
        arguments("#define N 10;\n", "1:13 c.macro.semicolon"),
        arguments("#define N = 10\n", "1:11 c.macro.equals"),
        arguments("#if 1\nint x;\n", "1:1 c.if.open"),
        arguments("#endif\n", "1:2 c.if.none"),
        arguments("#error no such luck\n", "1:2 c.directive.error"),
        arguments("int x; /* begun", "1:8 c.comment.open"),
        arguments("1 #include <stdio.h>\n2 int x;\n", "1:1 c.paste.lineNumbers"),
        arguments("12. int x;\n", "1:1 c.paste.lineNumbers"),
        arguments("3| int x;\n", "1:1 c.paste.lineNumbers"),
        arguments("```c\nint x;\n```\n", "1:1 c.paste.damaged"),
        arguments("[code]\nint x;\n", "1:1 c.paste.mark"),
        arguments("<pre>int x;</pre>\n", "1:1 c.paste.damaged"),
        arguments("{% highlight c %}\nint x;\n", "1:1 c.paste.mark"),
        arguments("$ gcc x.c\nint x;\n", "1:1 c.paste.prompt"),
        arguments("import os\npid = os.fork()\n", "1:1 c.foreign.python"),
        arguments("if __name__ == \"__main__\":\n    main()\n", "1:1 c.foreign.python"),
        arguments("using namespace std;\nint x;\n", "1:1 c.foreign.cpp"),
        arguments("#!/bin/sh\nls\n", "1:1 c.foreign.script"),
        arguments("int \u0000\u0001\n", "1:5 c.character.zero 1:6 c.character.stray"),
        arguments("\u0001\u0002\u0003\u0004\u0005\u0006 int", "1:1 c.binary"),
        arguments("\u007fELF\u0002", "1:1 c.binary"),
        arguments("i\u0000n\u0000t\u0000 \u0000x\u0000;\u0000", "1:1 c.encoding.wide"),
        arguments("int \udcb1\udce4 = 3;", "1:5 c.encoding.byte"),
        arguments("printf(\"x\");\nfork();\n}\n", "1:1 c.statement.outside 2:1 c.int.implicit"),
        arguments("int main(void) { {\n}\n", "2:2 c.closing.missing"),
        arguments("int x;\n}\nint y;\n", "2:1 c.brace.extra"),
        arguments("struct s { int x; }\nint y;\n", "1:20 c.missing"),
        arguments("static strng x;\n", "1:8 c.type.unknown"),
        arguments("x = 3;\n", "1:1 c.int.implicit"),
        arguments("int f(a, int b);\n", "1:7 c.parameter.expected"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileIsTold(String text, String places) {
    assertThat(String.join(" ", CText.places(CText.parse(text).diagnostics()))).isEqualTo(places);
  }

  @Test
  void afterAnErrorTheNextStatementsAreReadOn() {
    String text = BEGIN + "  int x = 1\n  x = ;\n  foo bar baz;\n  printf(\"%d\", x;" + END;
    assertThat(CText.places(CText.parse(text).diagnostics()))
        .containsExactly(
            "4:12 c.missing",
            "5:7 c.expression.missing",
            "6:3 c.type.unknown",
            "7:17 c.closing.missing");
  }

  @Test
  void noMoreThanTwentyErrorsAreTold() {
    assertThat(CText.parse(BEGIN + "x = ;\n".repeat(1000) + END).diagnostics())
        .hasSize(Problems.MOST);
  }

  @Test
  void diagnosticShowsPlaceLineCaretAndAdvice() {
    Diagnostic missing = CText.parse(BEGIN + "  fork()" + END).diagnostics().get(0);
    assertThat(missing.render(Locale.ENGLISH))
        .isEqualTo("test.c:4:9: error: ; is missing here\n    fork()\n          ^\n  try: add ;");
    assertThat(missing.render(Locale.CHINESE)).startsWith("test.c:4:9: 错误：这里缺少 ;\n");
  }

  @Test
  void longLineIsShownInPart() {
    Diagnostic missing = CText.parse("int x = " + "1 + ".repeat(200) + "1 2;").diagnostics().get(0);
    assertThat(missing.render(Locale.ENGLISH)).hasSizeLessThan(600);
  }
}
