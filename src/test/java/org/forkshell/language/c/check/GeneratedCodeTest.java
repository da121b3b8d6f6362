package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.forkshell.abi.Disassembler;
import org.forkshell.abi.Segment;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.Symbols;
import org.junit.jupiter.api.Test;

class GeneratedCodeTest {
  @Test
  void countingLoopIsThreeInstructionsEachTime() {
    assertThat(
            names("int f(int n) { int i, sum = 0; for (i = 0; i < n; i++) sum += i; return sum; }"))
        .containsExactly(
            "ENTER", "LDI_W", "LDI_W", "JMP", "ADD_W", "ADDI_W", "JLT_W", "MOV_W", "RET");
  }

  @Test
  void walkThroughAnArrayIsSixInstructionsEachTime() {
    assertThat(
            names(
                "int a[9]; int f(int n) { int i, s = 0; for (i = 0; i < n; i++) s += a[i]; return"
                    + " s; }"))
        .containsSubsequence("LEAG", "INDEX", "LD_W", "ADD_W", "ADDI_W", "JLT_W");
  }

  @Test
  void callPassesConstantsAndResultDirectly() {
    assertThat(names("int g(int); int f(void) { return g(3) == 4; } int g(int x) { return x; }"))
        .containsSubsequence("ENTER", "LDI_W", "CALL", "EQ_W", "RET");
  }

  @Test
  void conditionBecomesOneJump() {
    assertThat(names("int f(int a, int b) { if (a < b && a != 7) return 1; return 2; }"))
        .containsExactly("ENTER", "JLE_W", "JEQI_W", "LDI_W", "RET", "LDI_W", "RET");
  }

  /** The names of the instructions of f. */
  private static List<String> names(String source) {
    Program program = Compiled.program(source + "\nint main(void) { return 0; }");
    Symbols.Function function =
        program.symbols().functions().stream()
            .filter(f -> f.name().equals("f"))
            .findFirst()
            .orElseThrow();
    Segment code = program.segments().get(0);
    byte[] bytes =
        Arrays.copyOfRange(
            code.bytes(),
            (int) (function.from() - code.offset()),
            (int) (function.to() - code.offset()));
    return Disassembler.text(new Segment(function.from(), bytes))
        .lines()
        .map(line -> line.split(" +")[1])
        .toList();
  }
}
