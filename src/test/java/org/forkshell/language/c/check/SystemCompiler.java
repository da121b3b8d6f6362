package org.forkshell.language.c.check;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The system's own C compiler, where there is one: what it makes of a program is right. */
final class SystemCompiler {
  private SystemCompiler() {}

  /** What a program prints; skips the test if there is no cc. */
  static String run(Path directory, String source, String option)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "no C compiler to compare with");
    Path file = directory.resolve("program.c");
    Path program = directory.resolve("program");
    Files.writeString(file, source);
    Process compiler =
        new ProcessBuilder("/usr/bin/cc", "-w", option, "-o", program.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      throw new AssertionError(said);
    }
    Process process = new ProcessBuilder(program.toString()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
