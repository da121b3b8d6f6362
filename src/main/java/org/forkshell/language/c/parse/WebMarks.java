package org.forkshell.language.c.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a listing on a page and comes along when it is copied: fences, tags, prompts,
 * entities.
 */
final class WebMarks {
  private static final Set<String> LANGUAGES =
      Set.of(
          "code",
          "sourcecode",
          "highlight",
          "c",
          "cpp",
          "c++",
          "csharp",
          "c-sharp",
          "c#",
          "java",
          "plain",
          "text",
          "html",
          "xhtml",
          "shell",
          "bash",
          "python",
          "php");

  private static final Pattern VIEWER =
      Pattern.compile("view *plain *(?:copy|print|to|clipboard|code|about|in|new|window|\\?| )*");

  private final char[] text;
  private final int length;
  private final Map<String, Boolean> variables = new HashMap<>();
  private @Nullable Boolean numbered;

  WebMarks(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /** The end of the mark that starts at {@code at}; {@code at} itself where there is none. */
  int end(int at, boolean lineStart) {
    char c = text[at];
    if (c == '<' && (text[at + 1] == '/' || lineStart || starts(at, "<br")) && isTag(at)) {
      return behind(at, '>');
    }
    if (!lineStart) {
      return at;
    }
    if (c >= '0' && c <= '9') {
      return isNumbered() ? behindNumber(at) : at;
    }
    if (c == '<' && starts(at, "<!--")) {
      return lineEnd(at);
    }
    return switch (c) {
      case '`', '~' -> text[at + 1] == c && at + 2 < length && text[at + 2] == c ? lineEnd(at) : at;
      case '[' -> isLanguage(at) ? behind(at, ']') : at;
      case '{' -> text[at + 1] == '%' ? behind(at, '}') : starts(at, "{{<") ? lineEnd(at) : at;
      case 'v', 'V' -> isViewer(at) ? lineEnd(at) : at;
      case '$' -> text[at + 1] == ' ' ? lineEnd(at) : at;
      case '>' -> starts(at, ">>> ") ? lineEnd(at) : at;
      case '\u276f' -> at + 1;
      default -> at;
    };
  }

  /** What to say of the mark at {@code at}. */
  String key(int at) {
    if (text[at] >= '0' && text[at] <= '9') {
      return "c.paste.lineNumbers";
    }
    return text[at] == '$' || text[at] == '>' || text[at] == '\u276f'
        ? "c.paste.prompt"
        : "c.paste.mark";
  }

  /**
   * {@code [cpp]}, {@code [c-sharp]}, {@code [/code]}: in C such a line would go on with {@code =}.
   */
  private boolean isLanguage(int at) {
    int start = text[at + 1] == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < length && (Character.isLetter(text[end]) || "-+#".indexOf(text[end]) >= 0)) {
      end++;
    }
    int behind = behind(at, ']');
    return behind > at
        && LANGUAGES.contains(new String(text, start, end - start).toLowerCase(Locale.ROOT))
        && text[skip(behind)] != '=';
  }

  private int skip(int at) {
    int next = at;
    while (text[next] == ' ' || text[next] == '\t') {
      next++;
    }
    return next;
  }

  /** {@code view plain copy to clipboard print ?}: the buttons above a listing. */
  private boolean isViewer(int at) {
    String line = new String(text, at, lineEnd(at) - at).strip().toLowerCase(Locale.ROOT);
    return VIEWER.matcher(line).matches();
  }

  /** Whether this is a listing whose lines bear numbers. */
  private boolean isNumbered() {
    if (numbered == null) {
      numbered = NumberedLines.are(new String(text, 0, length));
    }
    return numbered;
  }

  private int behindNumber(int at) {
    int end = at;
    while (text[end] >= '0' && text[end] <= '9') {
      end++;
    }
    return ".:)|".indexOf(text[end]) >= 0 ? end + 1 : end;
  }

  private boolean starts(int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= length || text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isTag(int at) {
    int start = text[at + 1] == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < length && Character.isLetterOrDigit(text[end])) {
      end++;
    }
    if (end == start || behind(at, '>') == at) {
      return false;
    }
    return switch (new String(text, start, end - start)) {
      case "pre",
          "code",
          "div",
          "p",
          "br",
          "span",
          "html",
          "body",
          "td",
          "tr",
          "table",
          "ol",
          "ul",
          "li",
          "font",
          "textarea",
          "blockquote",
          "b",
          "strong",
          "em" ->
          true;
      default -> false;
    };
  }

  /** Behind the next {@code end} on the line; {@code at} itself where there is none. */
  private int behind(int at, char end) {
    for (int i = at; i < length && text[i] != '\n'; i++) {
      if (text[i] == end) {
        return i + 1;
      }
    }
    return at;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /**
   * The name of the entity at {@code at}, without {@code &} and {@code ;}; null where C means what
   * it says.
   */
  @Nullable String entity(int at) {
    if (at >= length || text[at] != '&') {
      return null;
    }
    int end = at + 1;
    while (end < length
        && end - at < 8
        && (Character.isLetterOrDigit(text[end]) || text[end] == '#')) {
      end++;
    }
    if (end >= length || text[end] != ';' || end == at + 1) {
      return null;
    }
    String name = new String(text, at + 1, end - at - 1);
    if (meaning(name).isEmpty()) {
      return null;
    }
    // "p = &lt;" is C if lt is a variable, which then stands somewhere without the ampersand.
    Boolean variable = variables.get(name);
    if (variable == null) {
      variable = name.charAt(0) != '#' && standsAlone(name);
      variables.put(name, variable);
    }
    return variable ? null : name;
  }

  private boolean standsAlone(String name) {
    for (int i = 0; i + name.length() <= length; i++) {
      char before = i == 0 ? ' ' : text[i - 1];
      if (before != '&'
          && !Character.isJavaIdentifierPart(before)
          && starts(i, name)
          && !Character.isJavaIdentifierPart(text[i + name.length()])) {
        return true;
      }
    }
    return false;
  }

  /** What an entity stands for; empty for what is none that occurs in code. */
  static String meaning(String entity) {
    return switch (entity) {
      case "gt", "#62" -> ">";
      case "lt", "#60" -> "<";
      case "amp", "#38", "#038" -> "&";
      case "quot", "#34", "#8220", "#8221", "ldquo", "rdquo" -> "\"";
      case "apos", "#39", "#039", "lsquo", "rsquo", "#8216", "#8217" -> "'";
      case "nbsp", "#160" -> " ";
      case "hellip", "#8230" -> "...";
      case "#8211", "ndash" -> "-";
      default -> "";
    };
  }
}
