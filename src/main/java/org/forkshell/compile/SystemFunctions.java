package org.forkshell.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of the GNU C library: who calls one has not misspelled its name. */
final class SystemFunctions {
  private SystemFunctions() {}

  /** Whether there is one of that name. Reads the list, since only a mistake asks. */
  static boolean has(String name) {
    return names().contains(name);
  }

  private static Set<String> names() {
    try (InputStream in =
        SystemFunctions.class.getResourceAsStream("/org/forkshell/compile/functions.txt")) {
      if (in == null) {
        throw new AssertionError("the list of functions is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
