package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Characters to preprocessing tokens (C11 6.4). Works on an array with plain loops: it reads the
 * whole library at every start, in a virtual machine that has compiled nothing yet.
 */
final class Lexer {
  private final SourceText source;
  private final Characters characters;
  private final char[] text;
  private int length;
  private final Words words;
  private Token[] tokens = new Token[256];
  private int count;
  private boolean startsLine = true;
  private boolean spaced;
  private @Nullable List<Diagnostic> pending;
  private int nextNote;

  /** Whether a text on this line has been found to lack its first quote. */
  private boolean unopened;

  /** Whether bodies of functions are made one token each. */
  private boolean defers;

  /** Whether a comment is still open at the end. */
  boolean openComment;

  Lexer(Characters characters, Words words) {
    this.characters = characters;
    this.source = characters.source;
    this.text = characters.text;
    this.length = characters.length;
    this.words = words;
  }

  /**
   * Makes every body of a function one token. It begins with a brace at the end of a line, and the
   * next line that begins with a brace is its last, with nothing behind.
   */
  void defer() {
    defers = true;
  }

  /** The tokens of a part of the text. */
  Token[] tokens(int from, int to) {
    length = to;
    return tokensFrom(from);
  }

  /** All tokens, the last one {@link TokenKind#END}. */
  Token[] tokens() {
    return tokensFrom(0);
  }

  private Token[] tokensFrom(int start) {
    int at = start;
    while (at < length) {
      char c = text[at];
      if (c == ' ' || c == '\t') {
        spaced = true;
        at++;
      } else if (c == '\n') {
        startsLine = true;
        unopened = false;
        at++;
      } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$') {
        at = word(at);
      } else if (c >= '0' && c <= '9') {
        at = number(at);
      } else if (c == '\f' || c == 0x0b || (c == '\r' && text[at + 1] == '\n')) {
        spaced = true;
        at++;
      } else if (c == '\r') {
        startsLine = true;
        unopened = false;
        at++;
      } else if (c == 0) {
        at = zeros(at);
      } else if (c == '/' && text[at + 1] == '*') {
        at = blockComment(at);
      } else if (c == '/' && text[at + 1] == '/') {
        at = lineEnd(at);
        spaced = true;
      } else if (c == '"') {
        at = quoted(at, at, '"', TokenKind.STRING);
      } else if (c == '\'') {
        at = quoted(at, at, '\'', TokenKind.CHARACTER);
      } else if (c == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') {
        at = number(at);
      } else {
        at = punctuator(at, c);
      }
    }
    startsLine = true;
    add(TokenKind.END, "", null, length, length);
    return Arrays.copyOf(tokens, count);
  }

  private int word(int start) {
    int at = start;
    int hash = 0;
    char c = text[at];
    while ((c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= '0' && c <= '9')
        || c == '$'
        || (c >= 0x80 && isLetter(at))) {
      hash = hash * 31 + c;
      c = text[++at];
    }
    if ((c == '"' || c == '\'') && isPrefix(start, at)) {
      return quoted(start, at, c, c == '"' ? TokenKind.STRING : TokenKind.CHARACTER);
    }
    Word word = words.of(text, start, at, hash);
    add(word.kind, word.text, word, start, at);
    return at;
  }

  /** gcc takes letters of any script, in UTF-8, as parts of names. */
  private boolean isLetter(int at) {
    char c = text[at];
    boolean pair =
        Character.isHighSurrogate(c)
            || (Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text[at - 1]));
    return pair || Character.isLetterOrDigit(c);
  }

  /** Zero bytes, which gcc passes over as blanks. */
  private int zeros(int start) {
    int at = start;
    while (at < length && text[at] == 0) {
      at++;
    }
    note(Diagnostic.warning(characters.span(start, at), "c.character.zero"));
    spaced = true;
    return at;
  }

  /** Whether {@code L}, {@code u}, {@code U} or {@code u8} stands there. */
  private boolean isPrefix(int start, int end) {
    char first = text[start];
    return (end - start == 1 && (first == 'L' || first == 'u' || first == 'U'))
        || (end - start == 2 && first == 'u' && text[start + 1] == '8');
  }

  /** A preprocessing number (C11 6.4.8), whether it means anything or not. */
  private int number(int start) {
    int at = start;
    while (true) {
      char c = text[at];
      char next = text[Math.min(at + 1, length)];
      if ((c == 'e' || c == 'E' || c == 'p' || c == 'P') && (next == '+' || next == '-')) {
        at += 2;
      } else if ((c >= '0' && c <= '9')
          || (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '.'
          || c == '_') {
        at++;
      } else {
        break;
      }
    }
    add(TokenKind.NUMBER, new String(text, start, at - start), null, start, at);
    return at;
  }

  private int quoted(int start, int quote, char end, TokenKind kind) {
    int at = quote + 1;
    while (at < length) {
      char c = text[at];
      if (c == end) {
        at++;
        add(kind, new String(text, start, at - start), null, start, at);
        return at;
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      at += c == '\\' && at + 1 < length && text[at + 1] != '\n' ? 2 : 1;
    }
    at = Math.min(at, length);
    int stop = at;
    while (stop > quote + 1 && (text[stop - 1] == '\r' || text[stop - 1] == ' ')) {
      stop--;
    }
    if (!unopened) {
      note(
          Diagnostic.error(
              characters.span(quote, quote + 1),
              kind == TokenKind.STRING ? "c.string.open" : "c.character.open"));
    }
    String made = new String(text, start, stop - start) + end;
    add(kind, made, null, start, stop);
    return at;
  }

  private int blockComment(int start) {
    spaced = true;
    for (int at = start + 2; at + 1 < length; at++) {
      if (text[at] == '*' && text[at + 1] == '/') {
        return at + 2;
      }
    }
    openComment = true;
    note(Diagnostic.error(characters.span(start, start + 2), "c.comment.open"));
    return length;
  }

  private int lineEnd(int at) {
    while (at < length && text[at] != '\n' && text[at] != '\r') {
      at++;
    }
    return at;
  }

  private int punctuator(int at, char c) {
    char next = text[at + 1];
    switch (c) {
      case '(' -> {
        return punctuator(at, TokenKind.LEFT_PARENTHESIS);
      }
      case ')' -> {
        return punctuator(at, TokenKind.RIGHT_PARENTHESIS);
      }
      case ';' -> {
        return punctuator(at, TokenKind.SEMICOLON);
      }
      case ',' -> {
        return punctuator(at, TokenKind.COMMA);
      }
      case '{' -> {
        int end = defers && next == '\n' ? bodyEnd(at) : -1;
        if (end >= 0) {
          add(TokenKind.BODY, "", null, at, end);
          return end;
        }
        return punctuator(at, TokenKind.LEFT_BRACE);
      }
      case '}' -> {
        return punctuator(at, TokenKind.RIGHT_BRACE);
      }
      case '[' -> {
        return punctuator(at, TokenKind.LEFT_BRACKET);
      }
      case ']' -> {
        return punctuator(at, TokenKind.RIGHT_BRACKET);
      }
      case '~' -> {
        return punctuator(at, TokenKind.TILDE);
      }
      case '?' -> {
        return punctuator(at, TokenKind.QUESTION);
      }
      case ':' -> {
        return next == '>' ? digraph(at, TokenKind.RIGHT_BRACKET) : punctuator(at, TokenKind.COLON);
      }
      case '=' -> {
        return punctuator(at, next == '=' ? TokenKind.EQUAL_EQUAL : TokenKind.ASSIGN);
      }
      case '!' -> {
        return punctuator(at, next == '=' ? TokenKind.NOT_EQUAL : TokenKind.EXCLAMATION);
      }
      case '*' -> {
        return punctuator(at, next == '=' ? TokenKind.STAR_ASSIGN : TokenKind.STAR);
      }
      case '/' -> {
        return punctuator(at, next == '=' ? TokenKind.SLASH_ASSIGN : TokenKind.SLASH);
      }
      case '^' -> {
        return punctuator(at, next == '=' ? TokenKind.CARET_ASSIGN : TokenKind.CARET);
      }
      case '#' -> {
        return punctuator(at, next == '#' ? TokenKind.HASH_HASH : TokenKind.HASH);
      }
      case '.' -> {
        return punctuator(
            at, next == '.' && text[at + 2] == '.' ? TokenKind.ELLIPSIS : TokenKind.DOT);
      }
      case '+' -> {
        return punctuator(
            at,
            next == '+'
                ? TokenKind.INCREMENT
                : next == '=' ? TokenKind.PLUS_ASSIGN : TokenKind.PLUS);
      }
      case '-' -> {
        return punctuator(
            at,
            next == '-'
                ? TokenKind.DECREMENT
                : next == '='
                    ? TokenKind.MINUS_ASSIGN
                    : next == '>' ? TokenKind.ARROW : TokenKind.MINUS);
      }
      case '&' -> {
        return punctuator(
            at,
            next == '&'
                ? TokenKind.LOGICAL_AND
                : next == '=' ? TokenKind.AMPERSAND_ASSIGN : TokenKind.AMPERSAND);
      }
      case '|' -> {
        return punctuator(
            at,
            next == '|'
                ? TokenKind.LOGICAL_OR
                : next == '=' ? TokenKind.BAR_ASSIGN : TokenKind.BAR);
      }
      case '%' -> {
        return next == '>'
            ? digraph(at, TokenKind.RIGHT_BRACE)
            : next == ':'
                ? digraph(at, TokenKind.HASH)
                : punctuator(at, next == '=' ? TokenKind.PERCENT_ASSIGN : TokenKind.PERCENT);
      }
      case '<' -> {
        if (next == '<') {
          return punctuator(
              at, text[at + 2] == '=' ? TokenKind.SHIFT_LEFT_ASSIGN : TokenKind.SHIFT_LEFT);
        }
        return next == ':'
            ? digraph(at, TokenKind.LEFT_BRACKET)
            : next == '%'
                ? digraph(at, TokenKind.LEFT_BRACE)
                : punctuator(at, next == '=' ? TokenKind.LESS_EQUAL : TokenKind.LESS);
      }
      case '>' -> {
        if (next == '>') {
          return punctuator(
              at, text[at + 2] == '=' ? TokenKind.SHIFT_RIGHT_ASSIGN : TokenKind.SHIFT_RIGHT);
        }
        return punctuator(at, next == '=' ? TokenKind.GREATER_EQUAL : TokenKind.GREATER);
      }
      default -> {
        return c >= 0x80 && isLetter(at) ? word(at) : stray(at, c);
      }
    }
  }

  private int punctuator(int at, TokenKind kind) {
    int end = at + kind.text.length();
    add(kind, kind.text, null, at, end);
    return end;
  }

  /** Behind the body that begins here, or -1 if none does. */
  private int bodyEnd(int at) {
    if (tokens[count - 1].kind != TokenKind.RIGHT_PARENTHESIS || characters.origin != null) {
      return -1;
    }
    int brace = source.text().indexOf("\n}", at) + 1;
    return brace > 0 && text[brace + 1] == '\n' ? brace + 1 : -1;
  }

  private int digraph(int at, TokenKind kind) {
    add(kind, kind.text, null, at, at + 2);
    return at + 2;
  }

  private int stray(int at, char c) {
    int end = at + 1;
    boolean escaped = SourceBytes.isEscape(source.text(), characters.offset(at));
    String shown = c < ' ' || escaped ? "\\x" + Integer.toHexString(c & 0xff) : String.valueOf(c);
    String code = "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT);
    Token before = count == 0 ? null : tokens[count - 1];
    boolean goesOn =
        before != null && before.kind == TokenKind.STRAY && before.end == characters.offset(at);
    if (c == '\\' && noteUnopened()) {
      goesOn = true;
    }
    if (!goesOn) {
      note(
          escaped
              ? Diagnostic.error(characters.span(at, end), "c.encoding.byte", shown)
              : Diagnostic.error(characters.span(at, end), "c.character.stray", shown, code));
    }
    add(TokenKind.STRAY, shown, null, at, end);
    return end;
  }

  /**
   * A backslash outside quotes stands in a text whose first quote was forgotten: {@code
   * printf(hello\n");}.
   */
  private boolean noteUnopened() {
    Token begin = null;
    for (int i = count - 1; i >= 0 && tokens[i].kind == TokenKind.IDENTIFIER; i--) {
      begin = tokens[i];
      if (begin.startsLine) {
        return false;
      }
    }
    if (begin == null) {
      return false;
    }
    begin.notes = new ArrayList<>(1);
    begin.notes.add(Diagnostic.error(begin.span(), "c.string.unopened", begin.text));
    unopened = true;
    return true;
  }

  private void note(Diagnostic note) {
    if (pending == null) {
      pending = new ArrayList<>(2);
    }
    pending.add(note);
  }

  private void add(TokenKind kind, String spelling, @Nullable Word word, int start, int end) {
    Token token =
        new Token(
            kind,
            spelling,
            word,
            source,
            characters.offset(start),
            Math.max(characters.offset(start), characters.endOffset(end)),
            startsLine,
            spaced,
            null);
    if (nextNote < characters.notes.size()) {
      takeNotes(kind == TokenKind.END ? Integer.MAX_VALUE : token.end);
    }
    if (pending != null) {
      token.notes = pending;
      pending = null;
    }
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, count * 2);
    }
    tokens[count++] = token;
    startsLine = false;
    spaced = false;
  }

  private void takeNotes(int end) {
    while (nextNote < characters.notes.size()
        && characters.notes.get(nextNote).span().start() < end) {
      note(characters.notes.get(nextNote++));
    }
  }
}
