package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomProgramsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void computeAsTheSystemsCompilerDoes(long seed) throws Exception {
    compare(seed);
  }

  @Test
  @Tag("long")
  void hundredsMoreDoToo() throws Exception {
    for (long seed = 1000; seed < 1200; seed++) {
      compare(seed);
    }
  }

  private void compare(long seed) throws Exception {
    String program = RandomPrograms.program(seed, 400);
    String expected = SystemCompiler.run(directory, program, "-fwrapv");
    assertThat(Compiled.output(program)).as("seed %d", seed).isEqualTo(expected);
  }
}
