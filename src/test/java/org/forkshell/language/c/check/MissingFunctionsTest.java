package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.forkshell.source.Diagnostic;
import org.junit.jupiter.api.Test;

/** What the C library has and ForkShell has not. */
class MissingFunctionsTest {
  private static final Path LIST =
      Path.of("src/main/resources/org/forkshell/language/c/functions.txt");
  private static final Set<String> REFUSALS =
      Set.of("check.function.later", "check.function.instead");

  private static List<String> words() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .toList();
  }

  private static boolean isMissing(String name) {
    return Compiled.LIBRARY.headerOf(name) == null;
  }

  @Test
  void eachIsRefusedByItsName() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String word : words()) {
      String name = word.replaceAll("=.*", "");
      if (isMissing(name)) {
        missing.add(name);
      }
    }
    assertThat(missing).contains("aio_read", "dlopen", "wprintf");
    // A program's errors are told up to a limit.
    List<String> names = List.copyOf(missing);
    for (int i = 0; i < names.size(); i += 50) {
      refuses(names.subList(i, Math.min(i + 50, names.size())));
    }
  }

  private static void refuses(List<String> names) {
    String calls = names.stream().map(name -> name + "();\n").collect(Collectors.joining());
    List<Diagnostic> errors =
        Compiled.of("int main(void) {\n" + calls + "}\n").diagnostics().stream()
            .filter(Diagnostic::isError)
            .toList();
    assertThat(errors).allMatch(error -> REFUSALS.contains(error.key()));
    assertThat(errors.stream().map(error -> error.span().text()))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void whatMayServeInsteadIsThere() throws IOException {
    Set<String> absent = new TreeSet<>();
    for (String word : words()) {
      int equals = word.indexOf('=');
      if (equals > 0 && isMissing(word.substring(equals + 1))) {
        absent.add(word);
      }
    }
    assertThat(absent).isEmpty();
  }
}
