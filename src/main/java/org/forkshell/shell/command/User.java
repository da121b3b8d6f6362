package org.forkshell.shell.command;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who enters lines, and what is in front of them. As it stands, it is nobody: a script, a lesson
 * that plays by itself.
 */
public interface User {
  /** Whether somebody is there who types. */
  default boolean isAttended() {
    return false;
  }

  /** The lines that were typed, oldest first; empty where nobody types. */
  default List<String> history() {
    return List.of();
  }

  /** A line of input for a program that reads; null for the end of the file. */
  default @Nullable String inputLine() throws IOException, InterruptedException {
    return null;
  }

  /** Offers a line, which Enter alone will enter next. */
  default void propose(String line) {}

  /** Gives the terminal to another program, runs {@code action}, takes it back. */
  default void withTerminal(TerminalAction action) throws IOException, InterruptedException {
    action.run();
  }

  /**
   * Whether the rest of a text is to be entered; asked after each piece of it that was done.
   *
   * @param file where the piece comes from; null for what was typed
   * @param row the number of its first line
   */
  default boolean goesOn(@Nullable String file, int row) {
    return true;
  }

  /** Something that needs the whole terminal. */
  @FunctionalInterface
  interface TerminalAction {
    void run() throws IOException, InterruptedException;
  }
}
