package org.forkshell.language.c.parse;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Macro expansion (C11 6.10.3) by hide sets: a token remembers which macros it came out of and is
 * never expanded as one of them again, so that {@code #define f(x) f(x + 1)} ends.
 */
final class Expander {
  /** Arguments of macros inside arguments of macros: each level costs Java stack. */
  private static final int DEEPEST = 30;

  /** What all macros of one input may make; a page of nested doublings reaches any number. */
  private static final int MOST_TOKENS = 200_000;

  private final Macros macros;
  private final Words words;
  private final Problems problems;
  private int depth;
  private int made;
  private int counter;
  private boolean exhausted;

  /** Whether the arguments of a macro ran into the end of the text. */
  boolean openArguments;

  Expander(Macros macros, Words words, Problems problems) {
    this.macros = macros;
    this.words = words;
    this.problems = problems;
  }

  /** {@code #line}: the line after {@code line} calls itself {@code number} of {@code file}. */
  private record Renumbering(SourceText source, int line, int number, @Nullable String file) {}

  private @Nullable Renumbering renumbering;

  /** Obeys {@code text[at, end)}, {@code at} the word {@code line} (C11 6.10.4). */
  void renumber(Token[] text, int at, int end) {
    TokenList line = new TokenList();
    for (int i = at + 1; i < end; i++) {
      line.add(text[i]);
    }
    line.add(end(text[end - 1]));
    TokenList expanded = new TokenList();
    expandAll(line.toArray(), expanded);
    Token name = text[at];
    Token number = expanded.isEmpty() ? name : expanded.get(0);
    boolean isNumber = number.kind == TokenKind.NUMBER && number.text.length() < 10;
    for (int i = 0; i < number.text.length(); i++) {
      isNumber &= Character.isDigit(number.text.charAt(i));
    }
    if (!isNumber) {
      problems.error(number.span(), "c.line.number");
      return;
    }
    String file = null;
    if (expanded.size() > 1 && expanded.get(1).kind == TokenKind.STRING) {
      file = expanded.get(1).text;
    } else if (renumbering != null && renumbering.source == name.source) {
      file = renumbering.file;
    }
    int here = name.source.lineAt(name.start);
    renumbering = new Renumbering(name.source, here, Integer.parseInt(number.text), file);
  }

  /** Tokens still to be looked at: what macros gave, topmost first, then the text itself. */
  private static final class Input {
    final TokenList stack = new TokenList();
    final Token[] text;
    int at;

    Input(Token[] text, int at) {
      this.text = text;
      this.at = at;
    }

    Token peek() {
      return stack.isEmpty() ? text[at] : stack.last();
    }

    Token next() {
      if (!stack.isEmpty()) {
        return stack.removeLast();
      }
      Token token = text[at];
      if (token.kind != TokenKind.END) {
        at++;
      }
      return token;
    }
  }

  /**
   * Expands the word at {@code text[at]} and whatever becomes of it.
   *
   * @param text ends with END
   * @return the place in {@code text} to go on from
   */
  int expand(Token[] text, int at, TokenList out) {
    Input input = new Input(text, at);
    do {
      step(input, out);
    } while (!input.stack.isEmpty());
    return input.at;
  }

  /** Expands a whole list, which ends with END; the result does not. */
  void expandAll(Token[] text, TokenList out) {
    Input input = new Input(text, 0);
    while (input.peek().kind != TokenKind.END) {
      step(input, out);
    }
  }

  private void step(Input input, TokenList out) {
    Token token = input.next();
    report(token);
    Macro macro = token.word != null && token.word.mayBeMacro ? macros.find(token.word) : null;
    if (macro == null || HideSet.contains(token.hidden, macro.name) || exhausted) {
      out.add(token);
    } else if (macro.special != Macro.Special.NONE) {
      out.add(special(macro, token));
    } else if (!macro.isFunction()) {
      push(input, macro, token, HideSet.with(token.hidden, macro.name), null, null);
    } else if (input.peek().kind == TokenKind.LEFT_PARENTHESIS) {
      call(input, macro, token, out);
    } else {
      out.add(token);
    }
  }

  private void call(Input input, Macro macro, Token use, TokenList out) {
    input.next();
    TokenList[] arguments = new TokenList[Math.max(1, parameters(macro).length)];
    int count = 0;
    arguments[0] = new TokenList();
    int nested = 0;
    Token token = input.next();
    while (nested > 0 || token.kind != TokenKind.RIGHT_PARENTHESIS) {
      report(token);
      if (token.kind == TokenKind.END) {
        openArguments = true;
        problems.syntaxError(use.span(), "c.macro.open", use.text);
        return;
      }
      if (token.kind == TokenKind.COMMA && nested == 0 && !isLastOfVariadic(macro, count)) {
        count++;
        if (count < arguments.length) {
          arguments[count] = new TokenList();
        }
      } else if (count < arguments.length) {
        arguments[count].add(token);
      }
      nested += nesting(token.kind);
      token = input.next();
    }
    int given = count + 1;
    if (given == 1 && arguments[0].isEmpty() && parameters(macro).length == 0) {
      given = 0;
    }
    int wanted = parameters(macro).length;
    if (given != wanted && !(macro.variadic && given == wanted - 1)) {
      problems.syntaxError(use.span(), "c.macro.arguments", use.text, wanted, given);
      out.add(use);
      return;
    }
    HideSet hidden = HideSet.with(HideSet.intersection(use.hidden, token.hidden), macro.name);
    push(input, macro, use, hidden, arguments, new TokenList[arguments.length]);
  }

  private static Word[] parameters(Macro macro) {
    Word[] parameters = macro.parameters;
    return parameters == null ? new Word[0] : parameters;
  }

  private static boolean isLastOfVariadic(Macro macro, int argument) {
    return macro.variadic && argument == parameters(macro).length - 1;
  }

  private static int nesting(TokenKind kind) {
    return kind == TokenKind.LEFT_PARENTHESIS ? 1 : kind == TokenKind.RIGHT_PARENTHESIS ? -1 : 0;
  }

  /** Puts the body, arguments filled in, in front of what is still to be read. */
  private void push(
      Input input,
      Macro macro,
      Token use,
      HideSet hidden,
      TokenList @Nullable [] arguments,
      @Nullable TokenList @Nullable [] expanded) {
    TokenList result = new TokenList();
    Token[] body = macro.body;
    for (int i = 0; i < body.length; i++) {
      Token token = body[i];
      if (arguments != null
          && token.kind == TokenKind.HASH
          && i + 1 < body.length
          && macro.uses[i + 1] >= 0) {
        i++;
        TokenList argument = arguments[macro.uses[i]];
        result.add(stringify(argument, use, token.spaced));
      } else if (token.kind == TokenKind.HASH_HASH && !result.isEmpty() && i + 1 < body.length) {
        i++;
        pasteNext(result, macro, i, use, hidden, arguments);
      } else if (arguments != null && macro.uses[i] >= 0) {
        boolean pasted = i + 1 < body.length && body[i + 1].kind == TokenKind.HASH_HASH;
        int parameter = macro.uses[i];
        TokenList argument =
            pasted ? arguments[parameter] : expanded(arguments, expanded, parameter);
        addArgument(result, argument, token.spaced, hidden);
        if (pasted && (argument == null || argument.isEmpty())) {
          result.add(placeMarker(use));
        }
      } else {
        result.add(token.at(use, token.spaced, hidden));
      }
    }
    made += result.size();
    if (made > MOST_TOKENS) {
      if (!exhausted) {
        problems.error(use.span(), "c.macro.large", macro.name.text);
      }
      exhausted = true;
      return;
    }
    boolean first = true;
    for (int i = result.size() - 1; i >= 0; i--) {
      Token token = result.get(i);
      first = i == 0;
      if (token.text.isEmpty() && token.kind == TokenKind.STRAY) {
        continue;
      }
      input.stack.add(first && use.startsLine ? token.startingLine() : token);
    }
  }

  private static void addArgument(
      TokenList result, @Nullable TokenList argument, boolean spaced, HideSet hidden) {
    if (argument == null) {
      return;
    }
    for (int i = 0; i < argument.size(); i++) {
      Token token = argument.get(i);
      HideSet all = HideSet.union(token.hidden, hidden);
      result.add(i == 0 ? token.hiding(all).spaced(spaced) : token.hiding(all));
    }
  }

  private @Nullable TokenList expanded(
      TokenList[] arguments, @Nullable TokenList @Nullable [] expanded, int parameter) {
    TokenList raw = parameter < arguments.length ? arguments[parameter] : null;
    if (raw == null || expanded == null) {
      return null;
    }
    TokenList done = expanded[parameter];
    if (done == null) {
      done = new TokenList();
      expanded[parameter] = done;
      if (!raw.isEmpty()) {
        if (depth >= DEEPEST) {
          problems.error(raw.get(0).span(), "c.macro.deep");
          exhausted = true;
          return done;
        }
        depth++;
        raw.add(end(raw.last()));
        expandAll(raw.toArray(), done);
        raw.removeLast();
        depth--;
      }
    }
    return done;
  }

  static Token end(Token last) {
    return new Token(TokenKind.END, "", null, last.source, last.end, last.end, true, false, null);
  }

  /** Stands for an empty argument beside {@code ##} (C11 6.10.3.3). */
  private static Token placeMarker(Token use) {
    return new Token(TokenKind.STRAY, "", null, use.source, use.start, use.end, false, false, null);
  }

  /**
   * Joins the last token so far with token {@code i} of the body, or the argument it stands for.
   */
  private void pasteNext(
      TokenList result,
      Macro macro,
      int i,
      Token use,
      HideSet hidden,
      TokenList @Nullable [] arguments) {
    Token token = macro.body[i];
    int parameter = arguments == null ? -1 : macro.uses[i];
    if (parameter < 0 || arguments == null) {
      result.add(paste(result.removeLast(), token, use, hidden));
      return;
    }
    TokenList argument = arguments[parameter];
    Token left = result.last();
    if (left.kind == TokenKind.COMMA && isLastOfVariadic(macro, parameter)) {
      // gcc: ", ## __VA_ARGS__" drops the comma where there are no further arguments.
      if (argument == null || argument.isEmpty()) {
        result.removeLast();
        result.add(placeMarker(use));
      } else {
        addArgument(
            result, expanded(arguments, new TokenList[arguments.length], parameter), true, hidden);
      }
      return;
    }
    if (argument == null || argument.isEmpty()) {
      return;
    }
    result.add(paste(result.removeLast(), argument.get(0), use, hidden));
    for (int k = 1; k < argument.size(); k++) {
      Token next = argument.get(k);
      result.add(next.hiding(HideSet.union(next.hidden, hidden)));
    }
  }

  private Token paste(Token left, Token right, Token use, HideSet hidden) {
    String text = left.text + right.text;
    Token[] tokens = new Lexer(new Characters(new SourceText("", text)), words).tokens();
    if (tokens.length != 2) {
      problems.error(use.span(), "c.macro.paste", left.text, right.text);
      return left;
    }
    return tokens[0].at(use, left.spaced, hidden);
  }

  private static Token stringify(TokenList argument, Token use, boolean spaced) {
    StringBuilder text = new StringBuilder("\"");
    if (argument != null) {
      for (int i = 0; i < argument.size(); i++) {
        Token token = argument.get(i);
        if (i > 0 && (token.spaced || token.startsLine)) {
          text.append(' ');
        }
        boolean quoted = token.kind == TokenKind.STRING || token.kind == TokenKind.CHARACTER;
        for (int k = 0; k < token.text.length(); k++) {
          char c = token.text.charAt(k);
          if (quoted && (c == '"' || c == '\\')) {
            text.append('\\');
          }
          text.append(c);
        }
      }
    }
    return made(TokenKind.STRING, text.append('"').toString(), use, spaced);
  }

  private Token special(Macro macro, Token use) {
    Renumbering told = renumbering != null && renumbering.source == use.source ? renumbering : null;
    return switch (macro.special) {
      case LINE -> {
        int line = use.source.lineAt(use.start);
        int shown = told == null ? line : line - told.line - 1 + told.number;
        yield made(TokenKind.NUMBER, String.valueOf(shown), use, use.spaced);
      }
      case FILE -> {
        String file = told == null ? null : told.file;
        yield made(
            TokenKind.STRING, file == null ? quote(use.source.name()) : file, use, use.spaced);
      }
      case DATE -> made(TokenKind.STRING, now("\"MMM ppd yyyy\""), use, use.spaced);
      case TIME -> made(TokenKind.STRING, now("\"HH:mm:ss\""), use, use.spaced);
      case COUNTER -> made(TokenKind.NUMBER, String.valueOf(counter++), use, use.spaced);
      case NONE, UNDEFINED -> use;
    };
  }

  private static String now(String pattern) {
    return LocalDateTime.now(ZoneId.systemDefault())
        .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Token made(TokenKind kind, String text, Token use, boolean spaced) {
    return new Token(
        kind, text, null, use.source, use.start, use.end, use.startsLine, spaced, null);
  }

  private void report(Token token) {
    if (token.notes != null) {
      for (int i = 0; i < token.notes.size(); i++) {
        problems.add(token.notes.get(i));
      }
    }
  }
}
