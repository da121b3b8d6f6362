package org.forkshell.language;

/** What a piece of a text can be, as far as it deserves a colour of its own. */
public enum TokenClass {
  KEYWORD,
  TYPE,
  STRING,
  NUMBER,
  COMMENT,
  PREPROCESSOR,
  CALL,
  IDENTIFIER,
  PUNCTUATION,
  ERROR
}
