package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.forkshell.language.Completeness;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that somebody types or pastes may throw, hang or exhaust the stack. */
class RobustnessTest {
  private static final int MANY = 100_000;

  static Stream<String> monsters() {
    return Stream.of(
        "int x = " + "(".repeat(MANY) + "1" + ")".repeat(MANY) + ";",
        "int main(void) " + "{".repeat(MANY) + "}".repeat(MANY),
        "int x = " + "1 + ".repeat(MANY) + "1;",
        "int x = " + "-~!*&".repeat(MANY) + "1;",
        "int x = " + "a = ".repeat(MANY) + "1;",
        "int x = " + "a ? b : ".repeat(MANY) + "1;",
        "int x = " + "a[".repeat(MANY) + "1;",
        "int x = f" + "()".repeat(MANY) + ";",
        "int x = " + "(int)".repeat(MANY) + "1;",
        "int x = " + "sizeof ".repeat(MANY) + "1;",
        "int " + "*".repeat(MANY) + "x;",
        "int " + "(".repeat(MANY) + "x;",
        "int x" + "[1]".repeat(MANY) + ";",
        "int x[] = " + "{".repeat(MANY) + "}".repeat(MANY) + ";",
        "struct a { ".repeat(MANY),
        "int f(" + "int (*)(".repeat(MANY),
        "int main(void) { " + "if (1) ; else ".repeat(MANY) + "; }",
        "int main(void) { " + "while (1) ".repeat(MANY) + "; }",
        "int main(void) { " + "x: ".repeat(MANY) + "; }",
        "int main(void) { switch (1) { " + "case 1: ".repeat(MANY) + "; } }",
        "#if " + "(".repeat(MANY) + "1\n#endif\n",
        "#if " + "!".repeat(MANY) + "1\n#endif\n",
        "#if 1\n".repeat(MANY),
        "#define F(x) x\nint x = " + "F(".repeat(MANY) + "1" + ")".repeat(MANY) + ";",
        doublings(),
        "int x[] = {" + "1,".repeat(MANY) + "};",
        "int main(void) { " + "x = x + 1; ".repeat(MANY) + "}",
        "char *s = \"" + "a".repeat(10 * MANY) + "\";",
        "char *s = " + "\"a\" ".repeat(MANY) + ";",
        "int " + "x".repeat(10 * MANY) + ";",
        "int x = " + "1".repeat(10 * MANY) + ";",
        "/*" + "*".repeat(10 * MANY),
        "\"\n".repeat(MANY),
        "@".repeat(3 * MANY),
        "；".repeat(MANY),
        "&gt;".repeat(MANY),
        "\\\n".repeat(MANY),
        "#include \"self.h\"\n#include \"self.h\"\n",
        "#define X X\n#include X\n",
        "\ud83d\ude00 \ud83d".repeat(1000));
  }

  private static String doublings() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("#define A")
          .append(i)
          .append(" A")
          .append(i + 1)
          .append(" A")
          .append(i + 1)
          .append('\n');
    }
    return text.append("int x = A0;\n").toString();
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void monsterIsReadOrRefusedInTime(String text) throws Exception {
    FutureTask<Boolean> reading = new FutureTask<>(() -> readEverywhere(text), true);
    Thread reader = new Thread(reading);
    reader.setDaemon(true);
    reader.start();
    // Its own time: on a busy machine the clock says nothing of it.
    while (reader.isAlive()) {
      long spent = ManagementFactory.getThreadMXBean().getThreadCpuTime(reader.getId());
      assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(10));
      reader.join(20);
    }
    assertThat(reading.get()).isTrue();
  }

  private static void readEverywhere(String text) {
    SourceText source = new SourceText("self.h", text);
    List<Diagnostic> diagnostics = CText.C.parse(source, (from, name) -> source).diagnostics();
    for (Diagnostic diagnostic : diagnostics) {
      assertThat(diagnostic.render(Locale.ENGLISH).length()).isLessThan(2_000_000);
    }
    LineParser prompt = CText.prompt();
    prompt.parse(source);
    prompt.completeness(text);
    assertThat(TokenClasses.of(text))
        .allMatch(region -> region.start() <= region.end() && region.end() <= text.length());
  }

  @Test
  void mutatedProgramsNeverThrow() throws IOException {
    Path programs = Path.of("src/test/resources/programs");
    List<String> seeds;
    try (Stream<Path> files = Files.walk(programs)) {
      seeds =
          files
              .filter(file -> file.toString().endsWith(".c"))
              .sorted()
              .map(RobustnessTest::read)
              .collect(Collectors.toList());
    }
    LineParser prompt = CText.prompt();
    Random random = new Random(20240229);
    for (int i = 0; i < 2000; i++) {
      String text = mutated(seeds, random);
      try {
        for (Diagnostic diagnostic : CText.parse(text).diagnostics()) {
          diagnostic.render(Locale.CHINESE);
        }
        prompt.parse(new SourceText("line", text));
        prompt.completeness(text);
        TokenClasses.of(text);
      } catch (RuntimeException | Error thrown) {
        throw new AssertionError("mutation " + i + ":\n" + text, thrown);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return "int main(void) { return 0; }";
    }
  }

  private static String mutated(List<String> seeds, Random random) {
    StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    String pieces = "(){}[];,\"'\\\n#<>&*=+-:?.0aif/%$@“；&gt;";
    for (int i = random.nextInt(8); i >= 0 && text.length() > 2; i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(10));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, to));
        default -> text.setLength(at + 1);
      }
    }
    return text.toString();
  }

  @Test
  void everyBeginningOfAProgramCanBeTyped() {
    String text =
        "#include <stdio.h>\n"
            + "#define F(x) ((x) + 1)\n"
            + "struct s { int a[3]; } v = { {1, 2} };\n"
            + "int main(int argc, char **argv) {\n"
            + "  if (fork() == 0) { printf(\"%d\\n"
            + "\", F('a')); exit(1); } else wait(NULL);\n"
            + "  do { switch (argc) { case 1: break; default: ; } } while (0); /* end */\n"
            + "}\n";
    LineParser prompt = CText.prompt();
    for (int end = 0; end <= text.length(); end++) {
      String typed = text.substring(0, end);
      prompt.completeness(typed);
      TokenClasses.of(typed);
      prompt.parse(new SourceText("line", typed));
    }
    assertThat(prompt.completeness(text)).isEqualTo(Completeness.COMPLETE);
  }
}
