package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;

/** The lines {@code word: value} of a code block. Which have been asked for is remembered. */
final class Directives {
  /**
   * One of them.
   *
   * @param word as written in front of the colon
   */
  record Directive(String word, String value, Span place) {}

  /** The longest condition, measure or number that is read. */
  private static final int MOST_CHARACTERS = 1000;

  private static final int MOST_SHOWN = 60;

  private final Span block;
  private final List<Directive> all = new ArrayList<>();
  private final List<Directive> unread;
  private final List<Diagnostic> diagnostics;

  /**
   * @param block the lines between the fences
   */
  Directives(Span block, List<Diagnostic> diagnostics) {
    this.block = block;
    this.diagnostics = diagnostics;
    read();
    this.unread = new ArrayList<>(all);
  }

  private void read() {
    int at = block.start();
    for (String line : block.text().split("\n", -1)) {
      Span place = new Span(block.source(), at, at + line.stripTrailing().length());
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (line.isBlank() || line.startsWith("#")) {
        at += line.length() + 1;
        continue;
      }
      if (goesOn && !all.isEmpty()) {
        Directive last = all.remove(all.size() - 1);
        String joined = (last.value + "\n" + line.strip()).strip();
        all.add(new Directive(last.word, joined, last.place));
      } else if (colon > 0) {
        String word = line.substring(0, colon).strip();
        all.add(new Directive(word, line.substring(colon + 1).strip(), place));
      } else {
        diagnostics.add(Diagnostic.error(place, "lesson.line", shortened(line.strip())));
      }
      at += line.length() + 1;
    }
  }

  Span place() {
    return block;
  }

  SourceText source() {
    return block.source();
  }

  boolean has(String word) {
    return all.stream().anyMatch(directive -> directive.word.equals(word));
  }

  /** All of one word. */
  List<Directive> all(String word) {
    List<Directive> found = all.stream().filter(one -> one.word.equals(word)).toList();
    unread.removeAll(found);
    return found;
  }

  /** All whose word begins so, as {@code note on first fork} does. */
  List<Directive> allBeginning(String start) {
    List<Directive> found = all.stream().filter(one -> one.word.startsWith(start)).toList();
    unread.removeAll(found);
    return found;
  }

  /** The one of a word; a second is a mistake. */
  Optional<Directive> one(String word) {
    List<Directive> found = all(word);
    if (found.size() > 1) {
      diagnostics.add(Diagnostic.error(found.get(1).place, "lesson.twice", word));
    }
    return found.stream().findFirst();
  }

  String text(String word) {
    return one(word).map(Directive::value).orElse("");
  }

  /** What must be there. */
  String needed(String word) {
    Optional<Directive> found = one(word);
    if (found.isEmpty() || found.get().value.isEmpty()) {
      diagnostics.add(Diagnostic.error(firstLine(), "lesson.missing", word));
    }
    return found.map(Directive::value).orElse("");
  }

  /** The meaning of a value, or {@code otherwise} where it has none, which is a mistake. */
  <T> T read(Directive directive, Function<String, T> reader, T otherwise) {
    return read(directive, directive.value, reader, otherwise);
  }

  <T> T read(Directive directive, String text, Function<String, T> reader, T otherwise) {
    if (text.length() > MOST_CHARACTERS) {
      // Conditions are read, and asked, by recursion.
      diagnostics.add(
          Diagnostic.error(directive.place, "lesson.long", text.length(), MOST_CHARACTERS));
      return otherwise;
    }
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      diagnostics.add(Diagnostic.error(directive.place, "lesson.number", shortened(text)));
    } catch (IllegalArgumentException e) {
      diagnostics.add(
          Diagnostic.error(directive.place, "lesson.malformed", String.valueOf(e.getMessage())));
    }
    return otherwise;
  }

  /** Whatever nobody has asked for is a mistake. */
  void end(String blockWord) {
    for (Directive directive : unread) {
      diagnostics.add(
          Diagnostic.error(directive.place, "lesson.word", shortened(directive.word), blockWord));
    }
  }

  void error(String key, Object... arguments) {
    diagnostics.add(Diagnostic.error(firstLine(), key, arguments));
  }

  /** The beginning of what an author wrote, enough to find it by. */
  static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  private Span firstLine() {
    return all.isEmpty() ? block : all.get(0).place;
  }
}
