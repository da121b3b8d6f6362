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

/** What a C compiler refuses is refused, at the line and in the words that its author hopes for. */
class RejectedTest {
  static Stream<Path> programs() throws IOException {
    return KnownMistake.programs("rejected");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyMistakeIsTold(Path program) throws IOException {
    Compilation<Program> compiled =
        new ProgramFile(program, Languages.c()).compile(program.getFileName().toString());
    assertThat(compiled.isSuccess()).isFalse();
    for (KnownMistake mistake : KnownMistake.of(program)) {
      mistake.assertIsIn(compiled.diagnostics(), Severity.ERROR);
    }
  }
}
