package org.forkshell.language.c.parse;

import org.jspecify.annotations.Nullable;

/**
 * All words met so far: a hash table from characters to {@link Word}, so that no text is made
 * twice.
 */
final class Words {
  private @Nullable Word[] table = new Word[2048];
  private int count;

  Words() {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        add(kind.text, kind);
      }
    }
    addSpelling("asm", TokenKind.ASM);
    addSpelling("attribute", TokenKind.ATTRIBUTE);
    addSpelling("const", TokenKind.CONST);
    addSpelling("inline", TokenKind.INLINE);
    addSpelling("restrict", TokenKind.RESTRICT);
    addSpelling("signed", TokenKind.SIGNED);
    addSpelling("typeof", TokenKind.TYPEOF);
    addSpelling("volatile", TokenKind.VOLATILE);
    addSpelling("alignof", TokenKind.ALIGNOF);
    addSpelling("complex", TokenKind.COMPLEX);
    add("__thread", TokenKind.THREAD_LOCAL);
    add("__int128_t", TokenKind.INT128);
    add("__uint128_t", TokenKind.INT128);
  }

  /** The GNU spellings {@code __x} and {@code __x__} of a keyword. */
  private void addSpelling(String name, TokenKind kind) {
    // Not "+": the first text joined by it costs a new virtual machine milliseconds.
    String dashed = "__".concat(name);
    add(dashed, kind);
    add(dashed.concat("__"), kind);
  }

  private void add(String text, TokenKind kind) {
    char[] letters = text.toCharArray();
    int hash = 0;
    for (char c : letters) {
      hash = hash * 31 + c;
    }
    find(letters, 0, letters.length, hash, kind);
  }

  Word of(String text) {
    char[] letters = text.toCharArray();
    return find(letters, 0, letters.length, text.hashCode(), TokenKind.IDENTIFIER);
  }

  /** The word at {@code text[start, end)}, whose {@link String#hashCode} is {@code hash}. */
  Word of(char[] text, int start, int end, int hash) {
    return find(text, start, end, hash, TokenKind.IDENTIFIER);
  }

  private Word find(char[] text, int start, int end, int hash, TokenKind kind) {
    int mask = table.length - 1;
    int length = end - start;
    int slot = spread(hash) & mask;
    for (Word word = table[slot]; word != null; word = table[slot]) {
      String known = word.text;
      // The known text's own hash is cached, so a different word costs two comparisons.
      if (known.hashCode() == hash && known.length() == length && same(known, text, start)) {
        return word;
      }
      slot = (slot + 1) & mask;
    }
    Word word = new Word(new String(text, start, length), kind);
    table[slot] = word;
    if (++count * 2 > table.length) {
      grow();
    }
    return word;
  }

  private static boolean same(String known, char[] text, int start) {
    for (int i = known.length() - 1; i >= 0; i--) {
      if (known.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    @Nullable Word[] old = table;
    table = new Word[old.length * 2];
    int mask = table.length - 1;
    for (Word word : old) {
      if (word != null) {
        int slot = spread(word.text.hashCode()) & mask;
        while (table[slot] != null) {
          slot = (slot + 1) & mask;
        }
        table[slot] = word;
      }
    }
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }
}
