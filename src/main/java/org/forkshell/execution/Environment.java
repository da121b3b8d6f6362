package org.forkshell.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment that the user started us with, to be handed on to programs as it is.
 *
 * <p>It is not quite what this JVM has. A JVM can name no file, and understands no argument, that
 * its locale's encoding lacks; so the launcher gives it a locale that has them all in {@code
 * LC_ALL}, and tells what stood there by the property {@code forkshell.lc_all}, which is empty
 * where nothing did.
 */
public final class Environment {
  private static final String LOCALE = "LC_ALL";

  private Environment() {}

  /** All variables, each {@code NAME=value}, byte by byte: a value need not be text. */
  public static List<byte[]> variables() {
    List<byte[]> variables = new ArrayList<>();
    String before = localeBefore();
    try {
      // Latin-1 has a character for every byte.
      String all = Files.readString(Path.of("/proc/self/environ"), StandardCharsets.ISO_8859_1);
      for (String variable : all.split("\0")) {
        if (!variable.isEmpty() && (before == null || !variable.startsWith(LOCALE + "="))) {
          variables.add(variable.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (before != null && !before.isEmpty()) {
      variables.add((LOCALE + "=" + before).getBytes(StandardCharsets.UTF_8));
    }
    return variables;
  }

  /** Its variables by their names. */
  public static Map<String, String> map() {
    Map<String, String> map = new TreeMap<>(System.getenv());
    restore(map);
    return map;
  }

  /** Makes another program's environment, which is this JVM's, the user's again. */
  public static void restore(Map<String, String> environment) {
    String before = localeBefore();
    if (before != null && before.isEmpty()) {
      environment.remove(LOCALE);
    } else if (before != null) {
      environment.put(LOCALE, before);
    }
  }

  private static @Nullable String localeBefore() {
    return System.getProperty("forkshell.lc_all");
  }
}
