package org.forkshell.language.c.parse;

import org.jspecify.annotations.Nullable;

/** An identifier or keyword, one object a spelling: comparing two is comparing references. */
final class Word {
  final String text;

  /** IDENTIFIER or the keyword's own kind. */
  final TokenKind kind;

  /**
   * False as long as no macro of this name has been defined anywhere, which spares most look-ups.
   */
  boolean mayBeMacro;

  Word(String text, TokenKind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** The text's, which is cached: cheaper than an identity on a virtual machine just started. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return text;
  }
}
