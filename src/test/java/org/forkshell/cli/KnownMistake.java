package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.forkshell.source.Diagnostic;

/**
 * Where a program of {@code rejected} or {@code warned} goes wrong, and what is to be said of it:
 * {@code LINE:COLUMN WORDS}.
 */
record KnownMistake(int line, int column, String words) {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");
  private static final Pattern MISTAKE =
      Pattern.compile("// (?:error|warning): (\\d+):(\\d+) (.*)");

  static Stream<Path> programs(String folder) throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".c")).sorted().toList().stream();
    }
  }

  /** The mistakes that a program's head names. */
  static List<KnownMistake> of(Path program) throws IOException {
    List<KnownMistake> mistakes = new ArrayList<>();
    for (String line : Files.readAllLines(program)) {
      if (!line.startsWith("// ")) {
        break;
      }
      Matcher matcher = MISTAKE.matcher(line);
      if (matcher.matches()) {
        mistakes.add(
            new KnownMistake(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3)));
      }
    }
    assertThat(mistakes).as("mistakes in the head of " + program).isNotEmpty();
    return mistakes;
  }

  void assertIsIn(List<Diagnostic> diagnostics, Diagnostic.Severity severity) {
    List<Diagnostic> here =
        diagnostics.stream()
            .filter(one -> one.severity() == severity && one.span().line() == line)
            .toList();
    String all =
        diagnostics.stream()
            .map(one -> one.render(Locale.ENGLISH))
            .collect(Collectors.joining("\n"));
    assertThat(here.stream().map(one -> one.render(Locale.ENGLISH)))
        .as(() -> this + " among\n" + all)
        .anySatisfy(text -> assertThat(text).containsIgnoringCase(words));
  }
}
