package org.forkshell.language;

/** Whether a prompt should run what was typed or let the learner go on. */
public enum Completeness {
  /** It can be parsed, perhaps only to be told what is wrong with it. */
  COMPLETE,
  /** More lines can make a statement of it: a brace, a parenthesis, a comment is open. */
  INCOMPLETE
}
