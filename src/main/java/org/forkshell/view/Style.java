package org.forkshell.view;

/** What a piece of text is; how it looks is the terminal's business. */
public enum Style {
  PLAIN,
  /** A process's name or pid, in the process's own hue. */
  PROCESS,
  /** What a program wrote to its standard output. */
  OUTPUT,
  /** What a program wrote to its standard error. */
  ERROR_OUTPUT,
  /** The name of a value, {@code $1}, and the arrow after it. */
  VALUE_NAME,
  VALUE,
  /** What a process did, in C's words: {@code fork ==> 5574}. */
  CALL,
  /** A remark in the margin. */
  NOTE,
  /** How a process ended well. */
  ENDED,
  /** Something to look at: death by a signal, a refused fork. */
  ALARM,
  /** A character that cannot be shown, by its name. */
  CONTROL,
  /** What the tool itself says. */
  MESSAGE,
  /** A command or a piece of code in what the tool says. */
  CODE,
  HEADING,
  /** Stressed words of a lesson. */
  EMPHASIS,
  STRONG,
  /** What a lesson's author says about what just happened. */
  REMARK,
  ERROR,
  WARNING,
  /** The lines of a drawing. */
  DRAWING
}
