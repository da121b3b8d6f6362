package org.forkshell.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Headers and types that Linux has and ForkShell has not: who writes one has not misspelled it.
 * Reads a list each time, since only a mistake asks.
 */
final class Elsewhere {
  private static final String LIST = "/org/forkshell/c/elsewhere.txt";

  private Elsewhere() {}

  /** Whether a header or a type of that name is to be found on Linux. */
  static boolean has(String name) {
    try (InputStream in = Elsewhere.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new AssertionError("the list is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .anyMatch(known -> known.endsWith("/") ? name.startsWith(known) : name.equals(known));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
