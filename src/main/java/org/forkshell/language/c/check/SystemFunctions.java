package org.forkshell.language.c.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The functions of the GNU C library: who calls one has not misspelled its name. */
final class SystemFunctions {
  private SystemFunctions() {}

  /**
   * Whether there is one of that name, and which of ForkShell's can be called instead, or an empty
   * string. Reads the list, since only a mistake asks.
   */
  static Optional<String> find(String name) {
    try (InputStream in =
        SystemFunctions.class.getResourceAsStream("/org/forkshell/language/c/functions.txt")) {
      if (in == null) {
        throw new AssertionError("the list of functions is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(word -> word.equals(name) || word.startsWith(name.concat("=")))
          .map(word -> word.substring(Math.min(word.length(), name.length() + 1)))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
