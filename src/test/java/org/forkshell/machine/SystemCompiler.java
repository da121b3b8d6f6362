package org.forkshell.machine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The machine's own C compiler and library, where it has them: what they do is right. */
final class SystemCompiler {
  private SystemCompiler() {}

  /** Compiles and runs a program and gives what it prints; skips the test if there is no cc. */
  static byte[] run(Path directory, String source) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "no C compiler to compare with");
    Path file = directory.resolve("program.c");
    Path program = directory.resolve("program");
    Files.writeString(file, source, StandardCharsets.ISO_8859_1);
    Process compiler =
        new ProcessBuilder(
                "/usr/bin/cc", "-w", "-O0", "-fno-builtin", "-o", "" + program, "" + file, "-lm")
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      throw new AssertionError(said);
    }
    Process process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    process.waitFor(180, TimeUnit.SECONDS);
    return output;
  }
}
