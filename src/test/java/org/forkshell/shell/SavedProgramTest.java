package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.forkshell.language.Includes;
import org.forkshell.language.SavedProgram;
import org.forkshell.language.c.CLanguage;
import org.forkshell.process.ProcessName;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What /save writes is given to the system's C compiler, and run. */
class SavedProgramTest {
  @TempDir private Path folder;

  private static SavedProgram saved(String... lines) {
    LineCompiler compiler = new LineCompiler(new CLanguage(), Includes.NONE);
    List<LogLine> log = new ArrayList<>();
    for (String typed : lines) {
      Address.Line line = Address.split(typed);
      LineCompiler.Outcome outcome = compiler.compile(new SourceText("test", line.rest()));
      assertThat(outcome.hasErrors()).as("%s: %s", typed, outcome.diagnostics()).isFalse();
      List<ProcessName> only = new ArrayList<>();
      if (line.address() != null) {
        line.address().words().forEach(word -> only.add(ProcessName.of(word)));
      }
      log.add(
          new LogLine(
              log.size() + 1,
              line.rest(),
              "",
              only,
              outcome.line(),
              Objects.requireNonNull(outcome.analysis())));
    }
    return compiler.save(log.stream().map(LogLine::toSave).toList());
  }

  private String output(String... lines) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "no C compiler here");
    SavedProgram program = saved(lines);
    assertThat(program.isIncomplete()).isFalse();
    Path source = folder.resolve("saved.c");
    Path binary = folder.resolve("saved");
    Files.writeString(source, program.text());
    String said =
        run("cc", "-Wall", "-Wno-unused", "-Werror", "-o", binary.toString(), source.toString());
    assertThat(said).as(program.text()).isEmpty();
    return run(binary.toString());
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void bareWordsBecomeCalls() throws Exception {
    assertThat(output("fork", "if ($1 == 0) exit 3; else wait", "printf \"%d\\n\" $1 > 0"))
        .isEqualTo("1\n");
  }

  @Test
  void aThreadsOwnObjectStaysOne() throws Exception {
    String[] lines = {
      "_Thread_local int x = 5",
      "static __thread int list[3] = {1, 2, 3}",
      "int get(void) { static _Thread_local int calls = 10; return x + list[1] + calls++; }",
      "_Thread_local char *name",
      "x++; get()",
      "_Thread_local int x = 20",
      "printf(\"%d %d\\n\", get(), name == NULL)"
    };
    assertThat(output(lines)).isEqualTo("33 1\n");
    assertThat(saved(lines).text())
        .contains("static _Thread_local int x = 5;")
        .contains("static _Thread_local int list[3] = {1, 2, 3};")
        .contains("static _Thread_local char *name;");
  }

  @Test
  void variablesAreKnownToFunctionsThatComeLater() throws Exception {
    assertThat(
            output(
                "int x = 2",
                "int twice(void) { return 2 * x; }",
                "x = 21",
                "printf(\"%d\\n\", twice())"))
        .isEqualTo("42\n");
  }

  @Test
  void initialisersHappenWhereTheyStood() throws Exception {
    assertThat(
            output(
                "int a[3] = {1, 2, 3}",
                "char s[] = \"hey\"",
                "struct point { int x, y; } p = {4, 5}, *q = &p",
                "double d = a[2] + q->y",
                "printf(\"%d %s %g\\n\", a[1], s, d)"))
        .isEqualTo("2 hey 8\n");
  }

  @Test
  void aNameMayBeDeclaredAgain() throws Exception {
    assertThat(
            output(
                "int x = 1",
                "int get(void) { return x; }",
                "double x = 2.5",
                "printf(\"%d %g\\n\", get(), x)",
                "int get(int n) { return n; }",
                "printf(\"%d\\n\", get(7))"))
        .isEqualTo("1 2.5\n7\n");
  }

  @Test
  void macrosHoldFromWhereTheyStand() throws Exception {
    assertThat(output("#define N 3", "int n = N", "#define N 4", "printf(\"%d %d\\n\", n, N)"))
        .isEqualTo("3 4\n");
  }

  @Test
  void aMacroKeepsWhatItIsGiven() throws Exception {
    assertThat(
            output(
                "int status = WEXITSTATUS(3 << 8)",
                "atomic_int steps = 1;",
                "atomic_fetch_add(&steps, strlen(\")\"))",
                "printf(\"%d %d\\n\", status, steps)"))
        .isEqualTo("3 2\n");
  }

  @Test
  void linesForSomeAreForThoseAlone() throws Exception {
    assertThat(
            output(
                "fork",
                "@P.1 fork()",
                "@P.1.1 printf(\"grandchild\\n\"), fflush(stdout)",
                "while (wait(NULL) > 0)\n  ;",
                "@P.1 printf(\"child\\n\"), fflush(stdout)",
                "@P printf(\"parent\\n\")"))
        .isEqualTo("grandchild\nchild\nparent\n");
  }

  @Test
  void anAssertionOfTheCompilersIsKept() throws Exception {
    assertThat(output("_Static_assert(sizeof(int) == 4, \"int\");", "puts(\"done\")"))
        .isEqualTo("done\n");
  }

  @Test
  void aMainOfOnesOwnIsCalledWhenItIsCalled() throws Exception {
    assertThat(output("int main(void) { return puts(\"main\"); }", "main()", "puts(\"done\")"))
        .isEqualTo("main\ndone\n");
  }

  @Test
  void aNewBodyReachesWhoCalledTheOldOne() throws Exception {
    assertThat(
            output(
                "int f(int n) { return n; }",
                "int g(void) { return f(1); }",
                "int (*p)(int) = f",
                "printf(\"%d %d\\n\", g(), p(2))",
                "int f(int n) { return n < 3 ? f(n + 1) : 10 * n; }",
                "printf(\"%d %d %d\\n\", g(), p(2), f(4))",
                "double f(int n) { return n / 2.0; }",
                "printf(\"%d %g\\n\", g(), f(5))",
                "double f(int n) { return n / 4.0; }",
                "printf(\"%d %g\\n\", g(), f(5))"))
        .isEqualTo("1 2\n30 30 40\n30 2.5\n30 1.25\n");
  }

  @Test
  void aNewBodyIsNewForEveryone() throws Exception {
    assertThat(
            output(
                "void say(const char *text) { printf(\"1 %s\\n\", text); fflush(stdout); }",
                "void twice(void) { say(\"a\"); say(\"b\"); }",
                "fork()",
                "@P.1 void say(const char *text) { printf(\"2 %s\\n\", text); fflush(stdout); }",
                "@P.1 twice()",
                "@P wait(NULL)",
                "@P.1 exit(0)",
                "@P twice()"))
        .isEqualTo("2 a\n2 b\n2 a\n2 b\n");
  }

  @Test
  void aVariableOfTheSameTypeIsTheSame() throws Exception {
    assertThat(
            output(
                "int x = 1, a[2] = {1, 2}",
                "int *p = &x",
                "int x = 5",
                "printf(\"%d\\n\", *p)",
                "int x, a[2]",
                "printf(\"%d %d\\n\", *p, a[1])"))
        .isEqualTo("5\n0 0\n");
  }

  @Test
  void labelsHoldForTheirLine() throws Exception {
    assertThat(
            output(
                "int x = 0",
                "again: x++; if (x < 3) goto again",
                "again: if (x < 10) { x++; goto  again; }",
                "printf(\"%d\\n\", x)",
                "int f(int n) { again: if (n < 5) { n++; goto again; } return n; }",
                "printf(\"%d\\n\", f(1))"))
        .isEqualTo("10\n5\n");
  }

  @Test
  void returnEndsTheProcess() throws Exception {
    assertThat(
            output(
                "fork",
                "if ($1 == 0) return 3",
                "int status",
                "wait(&status)",
                "printf(\"%d\\n\", WEXITSTATUS(status))",
                "return 2"))
        .isEqualTo("3\n");
  }
}
