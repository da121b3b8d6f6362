package org.forkshell.repl;

import java.io.IOException;
import java.util.List;
import org.forkshell.terminal.Screen;
import org.forkshell.view.xray.Medium;
import org.jspecify.annotations.Nullable;

/**
 * One of the prompt's own commands. What it says lives under {@code command.NAME} in the bundle
 * {@code Messages}.
 */
interface Command {
  /** Its name, without the slash. */
  String name();

  /** What else it may be called, be it the beginning of other names too; empty for nothing. */
  default String shortName() {
    return "";
  }

  /**
   * Does it.
   *
   * @param argument what stands behind the name, without blanks around it
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

  /** What a command can work with. */
  interface Context {
    PromptSession session();

    Commands commands();

    /** Where lessons are given. */
    LessonSession lessonSession();

    /** Whether somebody is there who types. */
    default boolean isAttended() {
      return false;
    }

    /**
     * Enters a text as if it had been typed, piece by piece; says whether all of it went well.
     *
     * @param name the file it comes from, or null
     */
    boolean enterAll(String text, @Nullable String name) throws IOException, InterruptedException;

    /** Offers a line, which Enter alone will enter next. */
    default void propose(String line) {}

    /** The lines that were typed, oldest first; empty where nobody types. */
    List<String> history();

    /** A line of input for a program that reads; null for the end of the file. */
    @Nullable String inputLine() throws IOException, InterruptedException;

    /** Gives the terminal to another program, runs {@code action}, takes it back. */
    void withTerminal(TerminalAction action) throws IOException, InterruptedException;

    default Settings settings() {
      return session().settings();
    }

    default Display display() {
      return session().display();
    }

    /** What there is to draw with. */
    default Medium medium() {
      Screen screen = display().screen();
      return Medium.of(
          screen.width(), settings().drawing(), screen.isUnicode(), settings().language());
    }

    default String words(String key, Object... arguments) {
      return settings().words().get(key, arguments);
    }
  }

  /** Something that needs the whole terminal. */
  @FunctionalInterface
  interface TerminalAction {
    void run() throws IOException, InterruptedException;
  }
}
