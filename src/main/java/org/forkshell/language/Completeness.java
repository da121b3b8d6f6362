package org.forkshell.language;

/** Whether a prompt should run what was typed or let the learner go on. */
public enum Completeness {
  /** It can be run, perhaps only to be told what is wrong with it. */
  COMPLETE,
  /** More lines can make a statement of it: a brace, a parenthesis, a comment is open. */
  INCOMPLETE,
  /** There is nothing in it but blanks and comments. */
  EMPTY
}
