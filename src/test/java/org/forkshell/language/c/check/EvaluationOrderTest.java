package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C leaves open much of what comes first; learners see what gcc does. */
class EvaluationOrderTest {
  @TempDir Path directory;

  @Test
  void isThatOfGccWithoutOptimization() throws IOException {
    assertThat(Compiled.output(resource("order.c"))).isEqualTo(resource("order.expected"));
  }

  @Test
  void theSystemsCompilerStillAgrees() throws Exception {
    assertThat(SystemCompiler.run(directory, resource("order.c"), "-O0"))
        .isEqualTo(resource("order.expected"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EvaluationOrderTest.class.getResourceAsStream("/compile/" + name)) {
      if (in == null) {
        throw new AssertionError(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
