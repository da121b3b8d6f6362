package org.forkshell.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of the user's language and encoding, in the order of locale(7). The JVM
 * asks the C library instead, which knows only the locales that are installed: a container often
 * has none, and its user is no less Chinese for that.
 */
public final class UserLocale {
  private UserLocale() {}

  /** The language to speak: Chinese or English. */
  public static Locale language(Map<String, String> environment) {
    String name = first(environment, "LC_ALL", "LC_MESSAGES", "LANG");
    return name != null && name.toLowerCase(Locale.ROOT).startsWith("zh")
        ? Locale.CHINESE
        : Locale.ENGLISH;
  }

  /** What the terminal's bytes mean. */
  public static Charset charset(Map<String, String> environment) {
    String name = first(environment, "LC_ALL", "LC_CTYPE", "LANG");
    if (name == null) {
      return Charset.defaultCharset();
    }
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.contains("UTF-8") || upper.contains("UTF8")) {
      return StandardCharsets.UTF_8;
    }
    int dot = name.indexOf('.');
    String encoding = dot < 0 ? "" : name.substring(dot + 1).replaceAll("@.*", "");
    return encoding.matches("[\\w.:+-]+") && Charset.isSupported(encoding)
        ? Charset.forName(encoding)
        : StandardCharsets.US_ASCII;
  }

  /**
   * How to write and read where the terminal has {@code charset}: plain ASCII is widened, so that
   * what programs write comes through unharmed.
   */
  public static Charset encoding(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  private static @Nullable String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
