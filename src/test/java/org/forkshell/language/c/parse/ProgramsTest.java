package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.forkshell.language.Includes;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code src/test/resources/programs}, as far as their syntax goes. */
class ProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");
  private static final Pattern EXPECTED = Pattern.compile("// error: (\\d+):(\\d+) (.*)");

  private static List<String> in(String... folders) throws IOException {
    List<String> all = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(PROGRAMS.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".c"))
            .map(file -> folder + "/" + file.getFileName())
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  static List<String> accepted() throws IOException {
    return in("language", "library", "process", "files", "stdio", "warned");
  }

  static List<String> rejected() throws IOException {
    return in("rejected");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void legalProgramIsRead(String name) throws IOException {
    String text = SourceBytes.decode(Files.readAllBytes(PROGRAMS.resolve(name)));
    List<Diagnostic> diagnostics =
        CText.C.parse(new SourceText(name, text), Includes.NONE).diagnostics();
    List<String> errors = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        errors.add(diagnostic.render(Locale.ENGLISH));
      }
    }
    assertThat(errors).isEmpty();
  }

  /**
   * What this front end says of a wrong program comes first at the place that the program names.
   */
  @ParameterizedTest
  @MethodSource("rejected")
  void wrongProgramIsToldAtItsPlaceOrLeftToTheChecker(String name) throws IOException {
    String text = SourceBytes.decode(Files.readAllBytes(PROGRAMS.resolve(name)));
    Parsed<?> parsed = CText.C.parse(new SourceText(name, text), Includes.NONE);
    if (!parsed.hasErrors()) {
      return;
    }
    Diagnostic first =
        parsed.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
    Matcher expected = EXPECTED.matcher(text);
    assertThat(expected.find()).isTrue();
    assertThat(first.span().line() + ":" + first.span().column())
        .as(first.render(Locale.ENGLISH))
        .isEqualTo(expected.group(1) + ":" + expected.group(2));
    assertThat(first.render(Locale.ENGLISH).toLowerCase(Locale.ROOT))
        .contains(expected.group(3).strip().toLowerCase(Locale.ROOT));
  }
}
