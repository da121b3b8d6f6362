package org.forkshell.language.c.parse;

import java.util.Arrays;

/** Tokens being gathered. */
final class TokenList {
  private Token[] tokens = new Token[16];
  private int count;

  void add(Token token) {
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, count * 2);
    }
    tokens[count++] = token;
  }

  int size() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  Token get(int index) {
    return tokens[index];
  }

  Token last() {
    return tokens[count - 1];
  }

  Token removeLast() {
    return tokens[--count];
  }

  void truncate(int size) {
    count = size;
  }

  Token[] toArray() {
    return Arrays.copyOf(tokens, count);
  }
}
