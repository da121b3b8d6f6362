package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.TokenClass;
import org.forkshell.language.TokenRegion;
import org.forkshell.source.SourceText;

/**
 * What each piece of a text is, for colouring it while it is typed: nothing is parsed, and nothing
 * is refused.
 */
public final class TokenClasses {
  private final String text;
  private final List<TokenRegion> regions = new ArrayList<>();
  private int told;

  private TokenClasses(String text) {
    this.text = text;
  }

  /** The regions in order; white space belongs to none. */
  public static List<TokenRegion> of(String text) {
    TokenClasses classes = new TokenClasses(text);
    classes.run();
    return classes.regions;
  }

  private void run() {
    Token[] tokens = new Lexer(new Characters(new SourceText("", text)), new Words()).tokens();
    for (int i = 0; i < tokens.length; i++) {
      Token token = tokens[i];
      between(token.start);
      if (token.kind == TokenKind.HASH && token.startsLine && i + 1 < tokens.length) {
        boolean named = !tokens[i + 1].startsLine;
        add(TokenClass.PREPROCESSOR, token.start, named ? tokens[i + 1].end : token.end);
        i += named ? 1 : 0;
        if (named && tokens[i].is("include") && tokens[i + 1].kind == TokenKind.LESS) {
          int end = i + 1;
          while (!tokens[end + 1].startsLine && tokens[end].kind != TokenKind.GREATER) {
            end++;
          }
          add(TokenClass.STRING, tokens[i + 1].start, tokens[end].end);
          i = end;
        }
      } else if (token.kind != TokenKind.END) {
        add(kind(token, tokens[i + 1]), token.start, token.end);
      }
    }
  }

  private void add(TokenClass kind, int start, int end) {
    regions.add(new TokenRegion(kind, start, end));
    told = Math.max(told, end);
  }

  /** What stands between two tokens is white space and comments. */
  private void between(int end) {
    int at = told;
    while (at < end) {
      char c = text.charAt(at);
      if (c != '/' || at + 1 >= end) {
        at++;
        continue;
      }
      boolean block = text.charAt(at + 1) == '*';
      int close = block ? text.indexOf("*/", at + 2) + 2 : text.indexOf('\n', at);
      if (close < at + 2 || close > end) {
        close = end;
      }
      add(TokenClass.COMMENT, at, close);
      at = close;
    }
  }

  private static TokenClass kind(Token token, Token next) {
    if (token.notes != null) {
      return TokenClass.ERROR;
    }
    return switch (token.kind) {
      case STRING, CHARACTER -> TokenClass.STRING;
      case NUMBER -> TokenClass.NUMBER;
      case STRAY -> TokenClass.ERROR;
      case IDENTIFIER ->
          next.kind == TokenKind.LEFT_PARENTHESIS
              ? TokenClass.CALL
              : isLibraryType(token.text) ? TokenClass.TYPE : TokenClass.IDENTIFIER;
      case VOID,
          BOOL,
          CHAR,
          SHORT,
          INT,
          LONG,
          SIGNED,
          UNSIGNED,
          FLOAT,
          DOUBLE,
          STRUCT,
          UNION,
          ENUM ->
          TokenClass.TYPE;
      default -> token.kind.isKeyword() ? TokenClass.KEYWORD : TokenClass.PUNCTUATION;
    };
  }

  private static boolean isLibraryType(String name) {
    return name.endsWith("_t")
        || name.equals("FILE")
        || name.equals("bool")
        || name.equals("va_list");
  }
}
