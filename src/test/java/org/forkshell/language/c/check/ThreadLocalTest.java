package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Program;
import org.forkshell.machine.Memory;
import org.forkshell.machine.ThreadArea;
import org.forkshell.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of which each thread has one of its own. */
class ThreadLocalTest {
  private static final long FIRST = Memory.addressOf(AddressSpace.THREAD_LOCAL);
  private static final long INITIAL = Memory.addressOf(AddressSpace.THREAD_LOCAL_INITIAL);

  /** Of a place in the stack's half that nothing else uses here. */
  private static final long DISTANCE = AddressSpace.STACK - AddressSpace.DATA;

  private static final String PROGRAM =
      """
      #include <stdio.h>
      _Thread_local int number = 5;
      _Thread_local struct { char name[8]; int *place; } record = {"abc"};
      int shared = 1;
      static int next(void) { static _Thread_local short count = 30; return ++count; }
      int main(void) {
          number++;
          shared++;
          record.name[0]++;
          record.place = &number;
          next();
          printf("%d %d %s %d %lx", *record.place, shared, record.name, next(), (long)record.place);
          return 0;
      }
      """;

  @Test
  void theFirstThreadsLieAtFixedAddresses() {
    try (Run run = new Run()) {
      run.run(Compiled.program(PROGRAM));
      assertThat(run.text()).isEqualTo("6 2 bbc 32 " + Long.toHexString(FIRST));
      assertThat(run.memory.loadInt(FIRST)).isEqualTo(6);
      assertThat(run.memory.loadInt(INITIAL)).isEqualTo(5);
    }
  }

  @Test
  void anotherThreadBeginsWithTheInitialValuesAndHasItsOwnAddresses() {
    try (Run run = new Run()) {
      Program program = Compiled.program(PROGRAM);
      run.run(program);
      run.memory.copy(FIRST + DISTANCE, INITIAL, used(run));
      ThreadArea area = run.machine.area();
      area.set(area.stackStart(), area.stackEnd(), area.errno(), DISTANCE);
      run.output.reset();
      run.run(program);
      assertThat(run.text()).isEqualTo("6 2 bbc 32 " + Long.toHexString(FIRST + DISTANCE));
      assertThat(run.memory.loadInt(FIRST + DISTANCE)).isEqualTo(6);
    }
  }

  @Test
  void theUsedPartReachesBehindTheLastObject() {
    try (Run run = new Run()) {
      run.run(
          Compiled.program(
              "_Thread_local char text[100]; _Thread_local long last;\n"
                  + "int main(void) { text[0] = 1; last = 7; return 0; }"));
      assertThat(used(run)).isEqualTo(112);
      assertThat(run.memory.loadLong(FIRST + 104)).isEqualTo(7);
    }
  }

  @Test
  void theLibrarysHeaderAgrees() {
    assertThat(
            Compiled.output(
                "#include <stdio.h>\n#include <bits/thread_locals.h>\n_Thread_local char text[40];\n"
                    + "int main(void) { printf(\"%lx %lx %d\", (long)_THREAD_LOCAL,"
                    + " (long)_THREAD_LOCAL_INITIAL, _THREAD_LOCAL_USED);"
                    + " return text[0]; }"))
        .isEqualTo("%x %x 40".formatted(FIRST, INITIAL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "_Thread_local int x; int *p = &x; | check.constant.initialiser",
        "_Thread_local int x[3]; _Thread_local int *p = x + 1; | check.constant.initialiser",
        "_Thread_local struct { int a[3]; } s; struct { int *p; } t = {&s.a[2]}; |"
            + " check.constant.initialiser",
        "int f(void); _Thread_local int x = f(); int f(void) { return 1; } |"
            + " check.constant.initialiser",
        "void f(void) { _Thread_local int x = 1; x++; } | check.thread.automatic",
        "void f(void) { for (__thread int i = 0; i < 2; i++) ; } | check.thread.automatic",
        "_Thread_local int f(void); | c.thread.place",
        "_Thread_local int f(void) { return 1; } | c.thread.place",
        "typedef _Thread_local int t; | c.thread.place",
        "struct s { __thread int a; }; | c.thread.place",
        "void f(_Thread_local int a) { } | c.thread.place",
        "__thread static int x; | c.thread.order",
        "__thread extern int x; | c.thread.order",
        "extern int x; _Thread_local int x; | check.redeclared.thread.line",
        "_Thread_local int x; extern int x; | check.redeclared.thread.line",
        "_Thread_local int x = 1; void f(void) { extern int x; } | check.redeclared.thread.line",
        "_Thread_local char big[70000]; | check.thread.full",
        "_Thread_local int a[8000]; static _Thread_local int b[8000]; | check.thread.full",
      })
  void refuses(String declarations, String key) {
    assertThat(errors(declarations)).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "_Thread_local char big[60000];",
        "extern _Thread_local int x; _Thread_local int x; extern __thread int x;",
        "_Thread_local static int x; static __thread int y; extern __thread int x;",
        "static const _Thread_local int k = 5; int y = k;",
        "_Thread_local int x; int size = sizeof x;",
        "_Thread_local int *p = (int[]){1, 2};",
      })
  void takes(String declarations) {
    assertThat(errors(declarations)).isEmpty();
  }

  private static int used(Run run) {
    return run.memory.loadInt(Memory.addressOf(AddressSpace.THREAD_LOCAL_USED));
  }

  private static List<String> errors(String declarations) {
    return Compiled.of(declarations + "\nint main(void) { return 0; }").diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::key)
        .toList();
  }
}
