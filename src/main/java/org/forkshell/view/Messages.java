package org.forkshell.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sentences in the learner's language, by key. {@code {0}} and so on stand for arguments; nothing
 * else is special in a sentence. Where argument 0 is the number 1, the sentence of the key with
 * {@code .one0} after it is said, if there is one, and so for other arguments: 1 byte, 2 bytes. A
 * list of arguments in the place of one is joined by {@code list.separator}. Read when first asked
 * for: a start does not wait for words that it does not say.
 */
public final class Messages {
  private final Class<?> owner;
  private final String name;
  private final boolean chinese;
  private @Nullable Properties sentences;
  private @Nullable Properties english;

  /**
   * @param owner the class beside which the files lie
   * @param name of the files, without {@code .properties} and language
   */
  public Messages(Class<?> owner, String name, Locale locale) {
    this.owner = owner;
    this.name = name;
    this.chinese = locale.getLanguage().equals("zh");
  }

  public boolean has(String key) {
    return find(key) != null;
  }

  /** The keys of all sentences. */
  public synchronized Set<String> keys() {
    find("");
    return sentences == null ? Set.of() : sentences.stringPropertyNames();
  }

  /** The sentence, its arguments put in. */
  public String get(String key, Object... arguments) {
    String pattern = find(key);
    if (pattern == null) {
      throw new AssertionError("no words for " + key);
    }
    for (int i = 0; i < arguments.length; i++) {
      String singular = isOne(arguments[i]) ? own(key + ".one" + i) : null;
      pattern = singular == null ? pattern : singular;
    }
    return arguments.length == 0 ? pattern : filled(pattern, joined(arguments));
  }

  /** Several things in the place of one are told apart as the language does it. */
  private Object[] joined(Object[] arguments) {
    Object[] joined = arguments;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof List<?> several) {
        joined = joined == arguments ? arguments.clone() : joined;
        List<String> texts = several.stream().map(String::valueOf).toList();
        joined[i] = String.join(get("list.separator"), texts);
      }
    }
    return joined;
  }

  static String filled(String pattern, Object... arguments) {
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    int told = 0;
    for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
      boolean hole = at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
      int index = hole ? pattern.charAt(at + 1) - '0' : -1;
      if (index >= 0 && index < arguments.length) {
        text.append(pattern, told, at).append(arguments[index]);
        told = at + 3;
      }
    }
    return text.append(pattern, told, pattern.length()).toString();
  }

  private static boolean isOne(Object argument) {
    return argument instanceof Number && argument.toString().equals("1");
  }

  private synchronized @Nullable String own(String key) {
    Properties own = sentences;
    if (own == null) {
      own = read(chinese ? "_zh" : "");
      sentences = own;
    }
    return own.getProperty(key);
  }

  private synchronized @Nullable String find(String key) {
    String found = own(key);
    if (found == null && chinese) {
      Properties other = english;
      if (other == null) {
        other = read("");
        english = other;
      }
      found = other.getProperty(key);
    }
    return found;
  }

  private Properties read(String suffix) {
    Properties properties = new Properties();
    try (InputStream in = owner.getResourceAsStream(name + suffix + ".properties")) {
      if (in == null) {
        throw new AssertionError("no words: " + name + suffix);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }
}
