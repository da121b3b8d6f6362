package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.source.Diagnostic.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What C allows but nobody means is run, with a warning at the line in question. */
class WarnedTest {
  static Stream<Path> programs() throws IOException {
    return KnownMistake.programs("warned");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyDoubtIsTold(Path program) throws IOException {
    Compilation<Program> compiled =
        new ProgramFile(program, Languages.c()).compile(program.getFileName().toString());
    assertThat(compiled.isSuccess()).isTrue();
    for (KnownMistake mistake : KnownMistake.of(program)) {
      mistake.assertIsIn(compiled.diagnostics(), Severity.WARNING);
    }
  }
}
