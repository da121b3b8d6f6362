package org.forkshell.language.c.parse;

import java.util.List;
import org.forkshell.language.Includes;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** Directives and macros (C11 6.10): from the tokens of a text to the tokens the parser reads. */
final class Preprocessor {
  private final Headers headers;
  private final Macros macros;
  private final Problems problems;
  private final Expander expander;
  private final Inclusion inclusion;
  private final TokenList out = new TokenList();

  /**
   * Whether a comment, a conditional group or a macro's arguments are still open at the end of the
   * text.
   */
  boolean open;

  Preprocessor(Headers headers, Includes includes, Macros macros, Problems problems) {
    this.headers = headers;
    this.macros = macros;
    this.problems = problems;
    this.expander = new Expander(macros, headers.words(), problems);
    this.inclusion = new Inclusion(this, headers, includes, macros, expander, problems);
  }

  /** The tokens of {@code text} for the parser, END after them. */
  Token[] process(Token[] text) {
    run(text);
    out.add(text[text.length - 1]);
    open |= expander.openArguments;
    return out.toArray();
  }

  /** One nesting of {@code #if}. */
  private static final class Group {
    final Token hash;
    final Token directive;
    final @Nullable Group outer;
    final boolean outerActive;
    boolean active;
    boolean taken;
    boolean sawElse;

    Group(Token hash, Token directive, @Nullable Group outer, boolean outerActive, boolean active) {
      this.hash = hash;
      this.directive = directive;
      this.outer = outer;
      this.outerActive = outerActive;
      this.active = outerActive && active;
      this.taken = active;
    }
  }

  /** Goes through the tokens of one text, that of an included file as well. */
  void run(Token[] text) {
    Group group = null;
    int at = 0;
    while (true) {
      Token token = text[at];
      if (token.kind == TokenKind.HASH && token.startsLine) {
        int end = lineEnd(text, at + 1);
        group = directive(text, at, end, group);
        at = end;
      } else if (group != null && !group.active && token.kind != TokenKind.END) {
        at = lineEnd(text, at + 1);
      } else {
        if (token.notes != null) {
          report(token);
        }
        if (token.kind == TokenKind.END) {
          break;
        }
        if (token.word != null && token.word.mayBeMacro && macros.find(token.word) != null) {
          at = expander.expand(text, at, out);
        } else {
          out.add(token);
          at++;
        }
      }
    }
    if (group != null) {
      open = true;
      problems.error(
          group.hash.span().to(group.directive.span()), "c.if.open", group.directive.text);
    }
  }

  private void report(Token token) {
    if (token.notes != null) {
      for (int i = 0; i < token.notes.size(); i++) {
        problems.add(token.notes.get(i));
      }
    }
  }

  private static int lineEnd(Token[] text, int at) {
    while (!text[at].startsLine) {
      at++;
    }
    return at;
  }

  /**
   * Obeys the directive whose {@code #} is at {@code at}; returns the group that counts from here
   * on.
   */
  private @Nullable Group directive(Token[] text, int at, int end, @Nullable Group group) {
    boolean active = group == null || group.active;
    if (at + 1 == end) {
      return group; // C11 6.10.7: a lone # means nothing.
    }
    Token name = text[at + 1];
    switch (name.text) {
      case "if" -> {
        return new Group(text[at], name, group, active, active && condition(text, at + 1, end));
      }
      case "ifdef" -> {
        return new Group(text[at], name, group, active, active && isDefined(text, at + 1, end));
      }
      case "ifndef" -> {
        return new Group(text[at], name, group, active, active && !isDefined(text, at + 1, end));
      }
      case "elif", "else" -> {
        alternative(text, at + 1, end, group);
        return group;
      }
      case "endif" -> {
        if (group == null) {
          problems.error(name.span(), "c.if.none", name.text);
          return null;
        }
        return group.outer;
      }
      default -> {
        if (active) {
          for (int i = at; i < end; i++) {
            report(text[i]);
          }
          obey(text, at + 1, end);
        }
        return group;
      }
    }
  }

  private void alternative(Token[] text, int at, int end, @Nullable Group group) {
    Token name = text[at];
    if (group == null) {
      problems.error(name.span(), "c.if.none", name.text);
      return;
    }
    if (group.sawElse) {
      problems.error(name.span(), "c.else.twice", name.text);
      group.active = false;
      return;
    }
    boolean isElse = name.is("else");
    group.sawElse = isElse;
    boolean candidate = group.outerActive && !group.taken;
    group.active = candidate && (isElse || condition(text, at, end));
    group.taken |= group.active;
  }

  private boolean isDefined(Token[] text, int at, int end) {
    Word word = at + 1 < end ? text[at + 1].word : null;
    if (word == null) {
      problems.error(text[at].span(), "c.directive.name", text[at].text);
      return false;
    }
    return macros.find(word) != null;
  }

  private boolean condition(Token[] text, int at, int end) {
    TokenList line = new TokenList();
    for (int i = at + 1; i < end; i++) {
      Token token = text[i];
      report(token);
      boolean parenthesis = i + 1 < end && text[i + 1].kind == TokenKind.LEFT_PARENTHESIS;
      Token operand = i + (parenthesis ? 2 : 1) < end ? text[i + (parenthesis ? 2 : 1)] : null;
      if (token.is("defined") && operand != null && operand.word != null) {
        line.add(truth(token, macros.find(operand.word) != null));
        i += parenthesis ? 3 : 1;
      } else if (token.is("__has_include") && parenthesis) {
        int close = i + 2;
        while (close < end && text[close].kind != TokenKind.RIGHT_PARENTHESIS) {
          close++;
        }
        String header = Inclusion.spelledHeader(text, i + 2, close);
        line.add(truth(token, header != null && headers.exists(header)));
        i = close;
      } else {
        line.add(token);
      }
    }
    TokenList expanded = new TokenList();
    line.add(Expander.end(text[end - 1]));
    expander.expandAll(line.toArray(), expanded);
    expanded.add(line.last());
    return new PreprocessorCondition(expanded.toArray(), problems).holds(text[at].span());
  }

  private static Token truth(Token at, boolean value) {
    return new Token(
        TokenKind.NUMBER, value ? "1" : "0", null, at.source, at.start, at.end, false, true, null);
  }

  private void obey(Token[] text, int at, int end) {
    Token name = text[at];
    switch (name.text) {
      case "include" -> inclusion.include(text, at, end);
      case "define" -> new MacroDefinition(macros, problems, headers.words()).define(text, at, end);
      case "undef" -> {
        Word word = at + 1 < end ? text[at + 1].word : null;
        if (word == null) {
          problems.error(name.span(), "c.directive.name", name.text);
        } else {
          macros.undefine(word);
        }
      }
      case "error" ->
          problems.error(
              name.span().to(text[end - 1].span()),
              "c.directive.error",
              Inclusion.spelling(text, at + 1, end));
      case "warning" ->
          problems.warning(
              name.span().to(text[end - 1].span()),
              "c.directive.error",
              Inclusion.spelling(text, at + 1, end));
      case "pragma" -> {
        if (at + 1 < end && text[at + 1].is("once")) {
          inclusion.includeOnce(name.source);
        }
      }
      case "line" -> expander.renumber(text, at, end);
      case "ident" -> {}
      default -> unknown(text, at, end);
    }
  }

  private void unknown(Token[] text, int at, int end) {
    Token name = text[at];
    Span place = name.span().to(text[end - 1].span());
    if (name.kind == TokenKind.NUMBER) {
      return; // gcc's own line markers.
    }
    if (name.text.startsWith("include") && name.text.length() > 7) {
      String header = Inclusion.spelling(text, at, end).substring("include".length());
      problems.error(place, "c.include.glued", header);
      inclusion.openMeant(header.replace("<", "").replace(">", "").trim(), name);
      return;
    }
    if (name.kind == TokenKind.EXCLAMATION) {
      problems.error(place, "c.foreign.script");
      return;
    }
    String nearest =
        Spelling.nearest(
            name.text,
            List.of(
                "include", "define", "undef", "ifdef", "ifndef", "if", "elif", "else", "endif",
                "pragma", "error"));
    if (nearest == null) {
      problems.error(name.span(), "c.directive.unknown", name.text);
    } else {
      problems.error(name.span(), "c.directive.misspelled", name.text, nearest);
    }
    if (nearest != null && nearest.equals("include")) {
      inclusion.include(text, at, end);
    }
  }
}
