package org.forkshell.shell.command;

import java.io.IOException;
import java.util.List;

/**
 * One of the prompt's own commands. What it says lives under {@code command.NAME} in the bundle
 * {@code Messages}.
 */
public interface Command {
  /** Its name, without the slash. */
  String name();

  /** What else it may be called, be it the beginning of other names too; empty for nothing. */
  default String shortName() {
    return "";
  }

  /**
   * Does it.
   *
   * @param argument what stands after the name, without blanks around it
   * @return whether it could be done; if not, it has said why
   */
  boolean run(Context context, String argument) throws IOException, InterruptedException;

  /** What the word being typed may become. */
  default List<String> completions(Context context, String argument) {
    return List.of();
  }

  /** Whether it may be given while a program of {@code /run} waits for a line of input. */
  default boolean isForPrograms() {
    return false;
  }

  /** Whether what is typed meanwhile is for somebody else: another program, or the shell. */
  default boolean leavesKeys() {
    return false;
  }
}
