package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.language.Mending;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A learner's text and what it most likely was before a web page or an input method got hold of it.
 * Its lines stay where they are. What {@link Paste} finds is one part of the damage, lost brackets
 * of includes and turned backslashes are the other.
 */
public final class MendedText {
  /** So many kinds of damage are named; more would not help. */
  private static final int MOST = 12;

  private static final Pattern INCLUDE = Pattern.compile("(?<head>\\s*#\\s*include)(?<rest>.*)");

  private static final Pattern SOUND =
      Pattern.compile("\\s*(?:<[^<>]+>|\"[^\"]+\"|[A-Z_]+).*|\\s*");

  private static final Set<String> INCLUDES =
      Set.of("c.include.glued", "c.include.bare", "c.include.open", "c.include.empty");

  private static final Pattern BARE = Pattern.compile("\\s*#\\s*include\\s*");

  /** What gives away that a header was included. */
  private static final Map<String, Pattern> USES = uses();

  private static final Pattern HEADER =
      Pattern.compile("[\\s<>\"']*(?<name>[a-z][\\w/]*\\.h)[\\s<>\"';]*(?<behind>//.*|/\\*.*)?");

  /** The end of a text whose backslash was turned. */
  private static final Pattern TURNED = Pattern.compile("(?:/n)++\"");

  private static final Pattern PRINTS = Pattern.compile("\\b(?:[fsd]?printf|f?puts)\\s*\\(");

  private final SourceText source;
  private final Set<String> damage = new LinkedHashSet<>();
  private @Nullable Span first;
  private final String mended;
  private int places;

  private static Map<String, Pattern> uses() {
    Map<String, Pattern> uses = new LinkedHashMap<>();
    uses.put("stdio.h", called("[fs]?printf|puts|putchar|fflush|perror|scanf|getchar|fopen"));
    uses.put("unistd.h", called("v?fork|getp?pid|sleep|_exit|exec[lv][pe]*|pipe|read|write|dup2?"));
    uses.put("sys/types.h", Pattern.compile("\\bpid_t\\b"));
    uses.put("sys/wait.h", called("wait|waitpid|WEXITSTATUS|WIFEXITED"));
    uses.put("stdlib.h", called("exit|malloc|free|atoi|system|rand|srand|getenv"));
    uses.put("string.h", called("str[a-z]+|mem[a-z]+"));
    uses.put("signal.h", called("signal|kill|raise|sigaction"));
    return uses;
  }

  private static Pattern called(String names) {
    return Pattern.compile("\\b(?:" + names + ")\\s*\\(");
  }

  private MendedText(SourceText source) {
    this.source = source;
    Characters characters = Characters.unjoined(source);
    Paste.mend(characters);
    for (Diagnostic note : characters.notes) {
      if (note.isError()) {
        places++;
        add(kind(note), note.span());
      }
    }
    mended = lines(new String(characters.text, 0, characters.length));
  }

  static MendedText of(SourceText source) {
    return new MendedText(source);
  }

  /** What to offer for a text; null where there is nothing to be mended. */
  public static @Nullable Mending mending(SourceText source) {
    MendedText text = of(source);
    return text.isNeeded() ? new Mending(text.mended(), text.damage()) : null;
  }

  private static List<Diagnostic> damage(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(MendedText::isDamage).toList();
  }

  /** Whether a diagnostic tells of damage; what is left out by {@code #if} may be anything. */
  public static boolean isDamage(Diagnostic diagnostic) {
    return diagnostic.isError()
        && (diagnostic.key().contains(".paste.") || INCLUDES.contains(diagnostic.key()));
  }

  /**
   * What to tell of a text: its damage in one sentence instead of many, then what is wrong with it
   * once it is mended.
   *
   * @param told what was found wrong with the text
   * @param mend finds out what is wrong with another
   */
  static List<Diagnostic> grouped(
      SourceText text, List<Diagnostic> told, Function<SourceText, List<Diagnostic>> mend) {
    List<Diagnostic> damage = damage(told);
    MendedText mending = damage.isEmpty() ? null : of(text);
    if (mending == null || !mending.isNeeded() || mending.places < 2) {
      return told;
    }
    mending.first = damage.get(0).span();
    List<Diagnostic> all = new ArrayList<>();
    all.add(mending.damage());
    all.addAll(mend.apply(mending.mended()));
    return all;
  }

  /** Whether there is something to be mended, be it where it does no harm. */
  boolean isNeeded() {
    return first != null && !mended.equals(source.text());
  }

  /** The text as it was meant. */
  SourceText mended() {
    return source.with(mended);
  }

  /** All the damage in one sentence. */
  private Diagnostic damage() {
    Span at = first == null ? new Span(source, 0, 0) : first;
    List<String> kinds = new ArrayList<>(damage);
    String named = String.join("  ", kinds.subList(0, Math.min(MOST, kinds.size())));
    return Diagnostic.error(
        at, "c.paste.damaged", places, kinds.size() > MOST ? named + "  …" : named);
  }

  private void add(String kind, Span at) {
    damage.add(kind);
    if (first == null || at.start() < first.start()) {
      first = at;
    }
  }

  private void found(String kind, int row) {
    places++;
    int line = Math.min(row + 1, source.lineCount());
    int start = source.startOf(line);
    add(kind, new Span(source, start, start + source.line(line).length()));
  }

  private static String kind(Diagnostic note) {
    String found = note.arguments().get(0).toString().strip();
    return switch (note.key()) {
      case "c.paste.character" -> found + "→" + note.arguments().get(2);
      case "c.paste.entity" -> found + "→" + note.arguments().get(1);
      case "c.paste.lineNumbers" -> found + "…";
      default -> found.length() > 30 ? found.substring(0, 30) + "…" : found;
    };
  }

  private String lines(String text) {
    String[] rows = text.split("\n", -1);
    for (int i = 0; i < rows.length; i++) {
      Matcher include = INCLUDE.matcher(rows[i]);
      if (include.matches()) {
        rows[i] = included(include, rows[i], i);
      }
    }
    bareIncludes(rows);
    for (int i = 0; first != null && i < rows.length; i++) {
      if (PRINTS.matcher(rows[i]).find()) {
        rows[i] = TURNED.matcher(rows[i]).replaceAll(MendedText::turnedBack);
      }
    }
    return String.join("\n", rows);
  }

  /** Pages take {@code <stdio.h>} for a tag and swallow it: what the text uses says what it was. */
  private void bareIncludes(String[] rows) {
    List<Integer> bare = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (BARE.matcher(rows[i]).matches()) {
        bare.add(i);
        found(rows[i].strip(), i);
      }
    }
    if (bare.isEmpty()) {
      return;
    }
    String all = String.join("\n", rows);
    List<String> headers = new ArrayList<>();
    USES.forEach(
        (header, use) -> {
          if (!all.contains("<" + header + ">") && use.matcher(all).find()) {
            headers.add(header);
          }
        });
    for (int i = 0; i < bare.size(); i++) {
      rows[bare.get(i)] = i < headers.size() ? "#include <" + headers.get(i) + ">" : "";
    }
  }

  private static String turnedBack(java.util.regex.MatchResult found) {
    return Matcher.quoteReplacement(found.group().replace('/', '\\'));
  }

  /** {@code #includesys/types.h}: pages take what stands between angle brackets for a tag. */
  private String included(Matcher include, String row, int number) {
    String rest = include.group("rest");
    Matcher header = HEADER.matcher(rest);
    if (SOUND.matcher(rest).matches() || !header.matches()) {
      return row;
    }
    String behind = header.group("behind");
    found(row.strip(), number);
    return include.group("head")
        + " <"
        + header.group("name")
        + ">"
        + (behind == null ? "" : " " + behind);
  }
}
