package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code #define} (C11 6.10.3). */
final class MacroDefinition {
  private static final Word[] NO_WORDS = {};

  private final Macros macros;
  private final Problems problems;
  private final Words words;

  MacroDefinition(Macros macros, Problems problems, Words words) {
    this.macros = macros;
    this.problems = problems;
    this.words = words;
  }

  /** Obeys {@code text[at, end)}, {@code at} the word {@code define}. */
  void define(Token[] text, int at, int end) {
    if (at + 1 >= end || text[at + 1].word == null || text[at + 1].is("defined")) {
      problems.error(text[Math.min(at + 1, end - 1)].span(), "c.directive.name", text[at].text);
      return;
    }
    Token name = text[at + 1];
    int body = at + 2;
    List<Word> parameters = null;
    boolean variadic = false;
    if (body < end && text[body].kind == TokenKind.LEFT_PARENTHESIS && !text[body].spaced) {
      parameters = new ArrayList<>();
      body++;
      boolean first = true;
      while (body < end && text[body].kind != TokenKind.RIGHT_PARENTHESIS) {
        if (!first && text[body].kind == TokenKind.COMMA) {
          body++;
        } else if (!first) {
          break;
        }
        first = false;
        if (body < end && text[body].kind == TokenKind.ELLIPSIS) {
          parameters.add(words.of("__VA_ARGS__"));
          variadic = true;
          body++;
          break;
        }
        if (body >= end || text[body].word == null) {
          break;
        }
        parameters.add(text[body++].word);
        if (body < end && text[body].kind == TokenKind.ELLIPSIS) {
          variadic = true;
          body++;
          break;
        }
      }
      if (body >= end || text[body].kind != TokenKind.RIGHT_PARENTHESIS) {
        problems.error(text[Math.min(body, end - 1)].span(), "c.macro.parameters", name.text);
        return;
      }
      body++;
    }
    define(name, parameters, variadic, text, body, end);
  }

  private void define(
      Token name,
      @Nullable List<Word> parameters,
      boolean variadic,
      Token[] text,
      int start,
      int end) {
    Token[] body = new Token[end - start];
    int[] uses = new int[body.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = text[start + i];
      uses[i] = parameters == null || body[i].word == null ? -1 : parameters.indexOf(body[i].word);
    }
    if (body.length > 0
        && (body[0].kind == TokenKind.HASH_HASH
            || body[body.length - 1].kind == TokenKind.HASH_HASH)) {
      problems.error(name.span(), "c.macro.edge", name.text);
      return;
    }
    Word word = name.word;
    if (word == null) {
      throw new AssertionError(name);
    }
    Macro macro =
        new Macro(
            word,
            parameters == null ? null : parameters.toArray(NO_WORDS),
            variadic,
            body,
            uses,
            Macro.Special.NONE,
            name.source);
    if (parameters == null && body.length == 2) {
      checkSlips(name, body);
    }
    Macro before = macros.find(word);
    if (before != null && !before.sameAs(macro) && !name.source.name().startsWith("<")) {
      problems.warning(name.span(), "c.macro.redefined", name.text);
    }
    macros.define(macro);
  }

  /** {@code #define N 10;} and {@code #define N = 10}: legal, yet an error wherever N is used. */
  private void checkSlips(Token name, Token[] body) {
    if (body[1].kind == TokenKind.SEMICOLON
        && body[0].word == null
        && body[0].kind != TokenKind.SEMICOLON) {
      problems.warning(body[1].span(), "c.macro.semicolon", name.text, body[0].text);
    } else if (body[0].kind == TokenKind.ASSIGN) {
      problems.warning(body[0].span(), "c.macro.equals", name.text, body[1].text);
    }
  }
}
