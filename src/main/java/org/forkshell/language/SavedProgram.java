package org.forkshell.language;

/**
 * A session as a program that does the same.
 *
 * @param text the whole program; it holds the {@link #MARK}
 * @param isIncomplete whether lines had to be left as comments
 */
public record SavedProgram(String text, boolean isIncomplete) {
  /** By this a file is known for one that may be overwritten. */
  public static final String MARK = "saved by ForkShell";
}
