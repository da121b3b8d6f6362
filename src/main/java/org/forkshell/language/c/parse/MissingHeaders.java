package org.forkshell.language.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Headers and types that Linux has and ForkShell has not: who writes one has not misspelled it. */
final class MissingHeaders {
  private static final String LIST = "/org/forkshell/language/c/missing-headers.txt";

  private MissingHeaders() {}

  /** Read when the first mistake asks; a broken text may ask a hundred thousand times. */
  private static final class Names {
    static final Set<String> WHOLE;
    static final List<String> FOLDERS;

    static {
      List<String> all = read();
      WHOLE = Set.copyOf(all);
      FOLDERS = all.stream().filter(name -> name.endsWith("/")).toList();
    }
  }

  /** Whether a header or a type of that name is to be found on Linux. */
  static boolean has(String name) {
    return Names.WHOLE.contains(name) || Names.FOLDERS.stream().anyMatch(name::startsWith);
  }

  private static List<String> read() {
    try (InputStream in = MissingHeaders.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new AssertionError("the list is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .distinct()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
