package org.forkshell.language.c.parse;

/**
 * Ends what is being parsed; the error itself has been told. The statement or declaration around it
 * goes on.
 */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether nothing more of the text can be parsed. */
  final boolean last;

  SyntaxError(boolean last) {
    super(null, null, false, false);
    this.last = last;
  }
}
