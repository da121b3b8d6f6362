package org.forkshell.language.c.parse;

import java.util.HashSet;
import java.util.Set;
import org.forkshell.language.Includes;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code #include} (C11 6.10.2). */
final class Inclusion {
  private static final int DEEPEST = 100;

  private final Preprocessor preprocessor;
  private final Headers headers;
  private final Includes includes;
  private final Macros macros;
  private final Expander expander;
  private final Problems problems;
  private final Set<String> once = new HashSet<>();
  private int depth;
  private boolean stopped;

  Inclusion(
      Preprocessor preprocessor,
      Headers headers,
      Includes includes,
      Macros macros,
      Expander expander,
      Problems problems) {
    this.preprocessor = preprocessor;
    this.headers = headers;
    this.includes = includes;
    this.macros = macros;
    this.expander = expander;
    this.problems = problems;
  }

  /** {@code #pragma once} in {@code file}. */
  void includeOnce(SourceText file) {
    once.add(file.name());
  }

  /** Obeys {@code text[at, end)}, {@code at} the word {@code include}. */
  void include(Token[] text, int at, int end) {
    Word word = at + 1 < end ? text[at + 1].word : null;
    if (word != null && macros.find(word) != null) {
      TokenList expanded = new TokenList();
      expanded.add(text[at]);
      expander.expand(text, at + 1, expanded);
      includeNamed(expanded.toArray(), 0, expanded.size());
    } else {
      includeNamed(text, at, end);
    }
  }

  private void includeNamed(Token[] text, int at, int end) {
    Span place = text[at].span().to(text[end - 1].span());
    if (at + 1 == end) {
      problems.error(text[at].behind(), "c.include.empty");
      return;
    }
    Token first = text[at + 1];
    if (first.kind != TokenKind.STRING && first.kind != TokenKind.LESS) {
      String bare = spelling(text, at + 1, end).replace(">", "").replace("\"", "");
      problems.error(first.span().to(text[end - 1].span()), "c.include.bare", bare);
      openMeant(bare, first);
      return;
    }
    int close = closing(text, at + 1, end);
    if (close < 0) {
      String header = spelling(text, at + 2, end);
      header = headers.exists(header + ".h") ? header + ".h" : header;
      problems.error(place, "c.include.open", header);
      openMeant(header, first);
      return;
    }
    if (close + 1 < end) {
      problems.warning(text[close + 1].span(), "c.include.extra", text[close + 1].text);
    }
    String name = spelledHeader(text, at + 1, close + 1);
    Span where = first.span().to(text[close].span());
    open(name == null ? "" : name, first, where);
  }

  private static int closing(Token[] text, int at, int end) {
    if (text[at].kind == TokenKind.STRING) {
      return at;
    }
    for (int i = at + 1; i < end; i++) {
      if (text[i].kind == TokenKind.GREATER) {
        return i;
      }
    }
    return -1;
  }

  /** The name between {@code <>} or quotes, which begin at {@code at}. */
  static @Nullable String spelledHeader(Token[] text, int at, int end) {
    if (at >= end) {
      return null;
    }
    Token first = text[at];
    if (first.kind == TokenKind.STRING) {
      return first.text.substring(1, first.text.length() - 1);
    }
    StringBuilder name = new StringBuilder();
    for (int i = at + 1; i < end && text[i].kind != TokenKind.GREATER; i++) {
      name.append(text[i].text);
    }
    return name.toString();
  }

  private void open(String name, Token first, Span where) {
    if (depth >= DEEPEST || stopped) {
      // A file that includes itself twice would come here 2 to the power of DEEPEST times.
      stopped = true;
      problems.error(where, "c.include.deep", name);
      return;
    }
    if (first.kind == TokenKind.STRING && includes.isBarred(first.source, name)) {
      problems.error(where, "c.include.barred", name);
      return;
    }
    SourceText file = first.kind == TokenKind.STRING ? includes.find(first.source, name) : null;
    if (file != null) {
      if (!once.contains(file.name())) {
        run(headers.tokensOf(file));
      }
      return;
    }
    Token[] content = headers.tokens(name);
    if (content == null) {
      problems.missHeader();
      String meant = headers.meant(name);
      problems.add(headers.unknown(name, meant, where, first.kind == TokenKind.STRING));
      if (meant != null) {
        openMeant(meant, first);
      }
      return;
    }
    headers.included(name, first.source.name());
    run(content);
  }

  /**
   * Includes what was meant, already told, so that what it declares is not told to be missing as
   * well.
   */
  void openMeant(String name, Token first) {
    Token[] content = headers.tokens(name);
    if (content != null) {
      headers.included(name, first.source.name());
      run(content);
    }
  }

  private void run(Token[] content) {
    if (once.contains(content[content.length - 1].source.name())) {
      return;
    }
    depth++;
    preprocessor.run(content);
    depth--;
  }

  /** The source's own text of a line's tokens. */
  static String spelling(Token[] text, int at, int end) {
    if (at >= end) {
      return "";
    }
    return text[at]
        .source
        .text()
        .substring(text[at].start, Math.max(text[at].start, text[end - 1].end))
        .trim();
  }
}
