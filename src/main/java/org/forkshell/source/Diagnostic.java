package org.forkshell.source;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, or doubtful, at a place in a text, in the learner's terms. The sentences live in
 * the resource bundle {@code Diagnostics}: {@code key} names the message, {@code key + ".try"},
 * where it exists, what to write instead.
 */
public record Diagnostic(Severity severity, Span span, String key, List<Object> arguments) {
  /** Whether the text can be run all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** What sounds as a vowel at the beginning of the name of a type. */
  private static final Pattern VOWEL = Pattern.compile("[aeio]|un(?!i)");

  /** Longer lines are shown in part, around the place. */
  private static final int WIDEST = 100;

  private static final String BUNDLE = "org.forkshell.source.Diagnostics";

  public Diagnostic {
    arguments = List.copyOf(arguments);
  }

  public static Diagnostic error(Span span, String key, Object... arguments) {
    return new Diagnostic(Severity.ERROR, span, key, List.of(arguments));
  }

  public static Diagnostic warning(Span span, String key, Object... arguments) {
    return new Diagnostic(Severity.WARNING, span, key, List.of(arguments));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The sentence, without its place. */
  public String message(Locale locale) {
    return sentence(bundle(locale), key);
  }

  /** What to write instead, or an empty text where there is no advice. */
  public String advice(Locale locale) {
    try {
      return sentence(bundle(locale), key + ".try");
    } catch (MissingResourceException none) {
      return "";
    }
  }

  private String sentence(ResourceBundle bundle, String name) {
    String pattern = bundle.getString(name);
    // Numbers are shown as C writes them, never with a locale's grouping.
    Object[] words = new Object[arguments.size()];
    for (int i = 0; i < words.length; i++) {
      String word = SourceBytes.readable(String.valueOf(arguments.get(i)));
      words[i] = word;
      // 1 argument, 2 arguments; an int, a double.
      if (word.equals("1") && own(bundle, name + ".one" + i) instanceof String singular) {
        pattern = singular;
      }
      if (VOWEL.matcher(word).lookingAt()) {
        pattern = pattern.replace(" a {" + i + "}", " an {" + i + "}");
      }
    }
    return Visible.of(new MessageFormat(pattern, Locale.ROOT).format(words));
  }

  private static @Nullable Object own(ResourceBundle bundle, String name) {
    return bundle instanceof PropertyResourceBundle properties
        ? properties.handleGetObject(name)
        : null;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * The form compilers use: {@code file:line:column: error: message}, the line, a caret under the
   * place, and the advice.
   */
  public String render(Locale locale) {
    ResourceBundle words = bundle(locale);
    StringBuilder out = new StringBuilder();
    String line = span.source().line(span.line());
    int place = Math.min(span.column() - 1, line.length());
    String before = SourceBytes.readable(line.substring(0, place));
    int column = before.length();
    out.append(Visible.of(span.source().name()))
        .append(':')
        .append(span.line())
        .append(':')
        .append(column + span.column() - place);
    out.append(": ")
        .append(words.getString(isError() ? "severity.error" : "severity.warning"))
        .append(words.getString("severity.colon"));
    out.append(message(locale)).append('\n');
    line = before + SourceBytes.readable(line.substring(place));
    int from = column <= WIDEST ? 0 : column - WIDEST / 2;
    String shown = clean(line.substring(from, Math.min(line.length(), from + 2 * WIDEST)));
    out.append("  ").append(shown).append('\n');
    out.append("  ").append(underline(shown, column - from));
    String advice = advice(locale);
    if (!advice.isEmpty()) {
      out.append('\n').append("  ").append(advice);
    }
    return out.toString();
  }

  /** A line as a terminal may show it: control characters would garble it. */
  private static String clean(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      out.append(c == '\t' ? ' ' : Character.isSurrogate(c) || Visible.is(c) ? c : '?');
    }
    return out.toString();
  }

  private String underline(String line, int column) {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < column && i < line.length(); i++) {
      marks.append(Columns.of(line.charAt(i)) == 2 ? "  " : " ");
    }
    marks.append(column < line.length() && Columns.of(line.charAt(column)) == 2 ? "^~" : "^");
    int end = Math.min(line.length(), column + SourceBytes.readable(span.text()).length());
    for (int i = column + 1; i < end; i++) {
      marks.append(Columns.of(line.charAt(i)) == 2 ? "~~" : "~");
    }
    return marks.toString();
  }
}
