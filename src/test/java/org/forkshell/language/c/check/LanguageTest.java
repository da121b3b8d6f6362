package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs about the language, which need no kernel, in memory. */
class LanguageTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs/language");

  static Stream<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".c"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsWhatItMust(String name) throws IOException {
    String source = SourceBytes.decode(Files.readAllBytes(PROGRAMS.resolve(name)));
    assumeFalse(source.contains("\n// args:"), "needs arguments");
    SourceText text = new SourceText(name, source);
    Compilation<Program> compiled = Compiled.of(text);
    Program program = compiled.result();
    assertThat(program).as(() -> Run.render(compiled.diagnostics())).isNotNull();
    String expected = Files.readString(PROGRAMS.resolve(name.replace(".c", ".pipe")));
    try (Run run = new Run()) {
      String end = run.run(program);
      assertThat(end).isEqualTo(end(expected));
      assertThat(run.text()).isEqualTo(output(expected));
    }
  }

  private static String end(String expected) {
    String status = expected.substring(0, expected.indexOf('\n'));
    return switch (status) {
      case "exit 139 SIGSEGV" -> "MEMORY_FAULT";
      case "exit 136 SIGFPE" -> "DIVISION_FAULT";
      default -> status;
    };
  }

  /** What stands behind {@code out}, escapes resolved. */
  private static String output(String expected) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : expected.split("\n")) {
      if (line.startsWith("out ")) {
        for (int i = 4; i < line.length(); i++) {
          char c = line.charAt(i);
          if (c != '\\') {
            bytes.write(c);
            continue;
          }
          i++;
          switch (line.charAt(i)) {
            case 'n' -> bytes.write('\n');
            case 't' -> bytes.write('\t');
            case 'r' -> bytes.write('\r');
            case 'x' -> {
              bytes.write(Integer.parseInt(line.substring(i + 1, i + 3), 16));
              i += 2;
            }
            default -> bytes.write(line.charAt(i));
          }
        }
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
