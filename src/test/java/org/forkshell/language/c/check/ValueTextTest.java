package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.Symbols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "int x = -5574; | int x | -5574",
        "unsigned x = -1; | unsigned int x | 4294967295",
        "char x = 'a'; | char x | 97 'a'",
        "char x = '\\n'; | char x | 10",
        "unsigned char x = 65; | unsigned char x | 65",
        "_Bool x = 7; | _Bool x | 1",
        "double x = 3.5; | double x | 3.5",
        "float x = 0.1f; | float x | 0.1",
        "double x = 1.0 / 0.0; | double x | inf",
        "char x[9] = \"text\\n\"; | char x[9] | \"text\\n\"",
        "int x[3] = {1, 2, 3}; | int x[3] | {1, 2, 3}",
        "int x[2][2] = {1, 2, 3, 4}; | int x[2][2] | {{1, 2}, {3, 4}}",
        "struct { int a; char *b; } x = {1}; | struct {…} x | {.a = 1, .b = NULL}",
        "typedef struct { int a; } pair; const pair x = {1}; | const pair x | {.a = 1}",
        "struct { int a : 3; unsigned b : 5; } x = {-1, 17}; | struct {…} x | {.a = -1, .b = 17}",
        "enum color { RED, GREEN } x = GREEN; | enum color x | GREEN",
        "enum color { RED, GREEN } x = 7; | enum color x | 7",
        "int (*x)(void) = main; | int (*x)(void) | main",
        "char *x = (char *)1; | char *x | 0x1",
        "const char *const x[2]; | const char *const x[2] | {NULL, NULL}",
        "void (*x[2])(int, char **); | void (*x[2])(int, char **) | {NULL, NULL}",
        "struct { union { int a; float b; }; } x = {{3}}; | struct {…} x | {{.a = 3, .b ="
            + " 4.2e-45}}",
      })
  void globalIsShownAsCWritesIt(String declaration, String type, String value) {
    Program program =
        Compiled.program("int main(void);\n" + declaration + "\nint main(void) { return 0; }\n");
    Symbols.Global x = program.symbols().globals().get(0);
    assertThat(TypeText.declaration(x.type(), x.name())).isEqualTo(type);
    try (Run run = new Run()) {
      run.put(program.segments());
      ValueText values = run.values(program.symbols());
      assertThat(values.of(x.type(), AddressSpace.ORIGIN + x.offset())).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, false", "60, false", "61, true"})
  void longTextIsCut(int length, boolean cut) {
    Program program =
        Compiled.program(
            "char *x = \"" + "a".repeat(length) + "\";\nint main(void) { return 0; }\n");
    Symbols.Global x = program.symbols().globals().get(0);
    try (Run run = new Run()) {
      run.put(program.segments());
      String value = run.values(program.symbols()).of(x.type(), AddressSpace.ORIGIN + x.offset());
      assertThat(value.contains("…")).isEqualTo(cut);
      assertThat(value).contains("a".repeat(Math.min(60, length)));
    }
  }
}
