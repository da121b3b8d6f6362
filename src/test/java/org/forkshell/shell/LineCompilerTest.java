package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.Symbols;
import org.forkshell.language.Includes;
import org.forkshell.language.ObservedMemory;
import org.forkshell.language.c.check.Compiled;
import org.forkshell.language.c.check.Run;
import org.forkshell.machine.Memory;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineCompilerTest {
  private final LineCompiler session = new LineCompiler(Compiled.C, Includes.NONE);
  private final Run run = new Run();

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void declaredVariableIsShownAndLives() {
    assertThat(typed("int x = 5")).isEqualTo("x ==> 5");
    assertThat(typed("x + 1")).isEqualTo("$1 ==> 6");
    assertThat(typed("$1 * 2")).isEqualTo("$2 ==> 12");
    assertThat(typed("x")).isEqualTo("x ==> 5");
  }

  @Test
  void assignmentIsShownUnderTheVariablesName() {
    typed("int x");
    assertThat(typed("x = 7")).isEqualTo("x ==> 7");
    assertThat(typed("x++")).isEqualTo("x ==> 8");
    assertThat(typed("x -= 3")).isEqualTo("x ==> 5");
  }

  @Test
  void declaredWithoutValueIsZeroAgain() {
    typed("int x = 5");
    assertThat(typed("int x")).isEqualTo("x ==> 0");
  }

  @Test
  void redeclarationWithTheSameTypeKeepsThePlace() {
    typed("int x = 5");
    typed("int get(void) { return x; }");
    typed("int x = 6");
    assertThat(typed("get()")).isEqualTo("$1 ==> 6");
    typed("long x = 7");
    assertThat(typed("get()")).isEqualTo("$2 ==> 6");
    assertThat(typed("x")).isEqualTo("x ==> 7");
  }

  @Test
  void earlierFunctionCallsTheNewDefinition() {
    typed("int twice(int n) { return 2 * n; }");
    typed("int four(int n) { return twice(twice(n)); }");
    assertThat(typed("four(3)")).isEqualTo("$1 ==> 12");
    typed("int (*pointer)(int) = twice");
    typed("int twice(int n) { return 20 * n; }");
    assertThat(typed("four(3)")).isEqualTo("$2 ==> 1200");
    assertThat(typed("pointer(1)")).isEqualTo("$3 ==> 20");
    typed("int twice(int n) { return 200 * n; }");
    assertThat(typed("four(3)")).isEqualTo("$4 ==> 120000");
  }

  @Test
  void functionMayCallWhatIsOnlyDeclaredButNobodyMayCallIt() {
    typed("int later(int);");
    typed("int uses(int n) { return later(n) + 1; }");
    assertThat(typed("uses(3)")).isEqualTo("check.function.undefined.within");
    assertThat(typed("later(3)")).isEqualTo("check.function.undefined.yet");
    typed("int later(int n) { return n * n; }");
    assertThat(typed("uses(3)")).isEqualTo("$1 ==> 10");
  }

  @Test
  void failedLineChangesNothing() {
    typed("int x = 1");
    assertThat(typed("double x = 2; int y = x + nothing")).startsWith("check.undeclared");
    assertThat(typed("x")).isEqualTo("x ==> 1");
    assertThat(typed("y")).startsWith("check.undeclared");
    assertThat(typed("x + 1")).isEqualTo("$1 ==> 2");
  }

  @Test
  void failedDefinitionOfAnAnnouncedStructureIsForgotten() {
    typed("struct node;");
    assertThat(typed("struct node { int a; }; nothing")).startsWith("check.undeclared");
    assertThat(typed("struct node { long b; } n = {4}")).isEqualTo("n ==> {.b = 4}");
  }

  @Test
  void variableOfABlockEndsWithIt() {
    typed("int x = 1");
    assertThat(typed("{ int inner = 41; x += inner; }")).isEmpty();
    assertThat(typed("x")).isEqualTo("x ==> 42");
    assertThat(typed("inner")).startsWith("check.undeclared");
  }

  @Test
  void nobodyWantsTheResultOfPrintf() {
    assertThat(typed("printf(\"%d\\n\", 3)")).isEmpty();
    typed("fflush(stdout)");
    assertThat(run.text()).isEqualTo("3\n");
    assertThat(typed("getpid")).isEqualTo("$1 ==> 1234");
  }

  @Test
  void returnEndsTheProcess() {
    assertThat(typed("return 5;")).isEqualTo("[exit 5]");
  }

  @Test
  void compoundLiteralOutlivesItsLine() {
    typed("int *p = (int[]){4, 5, 6}");
    typed("int x = 99");
    assertThat(typed("p[1]")).isEqualTo("$1 ==> 5");
  }

  @Test
  void aThreadsOwnObjectHasAValueAndOneForThreadsThatBeginLater() {
    long initial = Memory.addressOf(AddressSpace.THREAD_LOCAL_INITIAL);
    assertThat(typed("_Thread_local int x = 5")).isEqualTo("x ==> 5");
    assertThat(typed("++x")).isEqualTo("x ==> 6");
    assertThat(run.memory.loadInt(initial)).isEqualTo(5);
    typed("int get(void) { static _Thread_local int calls = 10; return x + calls++; }");
    assertThat(typed("get()")).isEqualTo("$1 ==> 16");
    assertThat(typed("static __thread int x = 30")).isEqualTo("x ==> 30");
    assertThat(run.memory.loadInt(initial)).isEqualTo(30);
    assertThat(typed("get()")).isEqualTo("$2 ==> 41");
    assertThat(typed("_Thread_local int x = 8; nothing")).startsWith("check.undeclared");
    assertThat(typed("extern _Thread_local int x; x")).isEqualTo("x ==> 30");
    assertThat(run.memory.loadInt(initial)).isEqualTo(30);
    assertThat(typed("_Thread_local int x")).isEqualTo("x ==> 0");
    assertThat(run.memory.loadInt(initial)).isZero();
    assertThat(typed("int y = 3; _Thread_local int z = y")).startsWith("check.constant");
  }

  @Test
  void whatIsAddedToAThreadsOwnObjectsIsCounted() {
    long used = Memory.addressOf(AddressSpace.THREAD_LOCAL_USED);
    typed("_Thread_local int a");
    assertThat(run.memory.loadInt(used)).isEqualTo(4);
    typed("_Thread_local char text[50] = \"text\"");
    assertThat(run.memory.loadInt(used)).isEqualTo(66);
    assertThat(typed("_Thread_local char big[65000]")).startsWith("check.thread.full");
    typed("_Thread_local short b = 1");
    assertThat(run.memory.loadInt(used)).isEqualTo(68);
  }

  @Test
  void sourceMapKnowsWhichLineCodeBelongsTo() {
    typed("int f(void) {\n  return 3;\n}");
    Symbols.Function function =
        session.symbols().functions().stream()
            .filter(f -> f.name().equals("f"))
            .findFirst()
            .orElseThrow();
    assertThat(session.sourceMap().at(function.to() - 16).line()).isEqualTo(2);
    assertThat(session.symbols().functionAt(function.from())).isEqualTo(function);
  }

  @Test
  void variablesAreListedWithTheirTypes() {
    typed("int rows[2][3], (*row)[3] = rows; char *names[2]");
    assertThat(session.variables())
        .extracting(global -> Compiled.C.declaration(global.type(), ""))
        .containsExactly("int[2][3]", "int (*)[3]", "char *[2]");
  }

  /** What is shown after a line, or the key of its first error. */
  private String typed(String line) {
    LineCompiler.Outcome compiled = session.compile(new SourceText("line", line));
    Line result = compiled.line();
    if (result == null) {
      return compiled.diagnostics().stream()
          .filter(Diagnostic::isError)
          .map(Diagnostic::key)
          .findFirst()
          .orElse("");
    }
    String end = run.run(result);
    if (!end.equals("HALTED")) {
      return "[" + end + "]";
    }
    return shown(result.shown());
  }

  private String shown(List<Symbols.Global> objects) {
    ObservedMemory memory = run.observed(session.symbols());
    StringBuilder text = new StringBuilder();
    for (Symbols.Global object : objects) {
      long address = AddressSpace.ORIGIN + object.offset();
      text.append(text.length() == 0 ? "" : "; ").append(object.name()).append(" ==> ");
      text.append(Compiled.C.value(object.type(), address, memory));
    }
    return text.toString();
  }
}
