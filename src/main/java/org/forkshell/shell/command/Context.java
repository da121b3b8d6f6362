package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.Display;
import org.forkshell.shell.Pieces;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.view.Screen;
import org.forkshell.view.xray.Medium;
import org.jspecify.annotations.Nullable;

/**
 * What a command can work with, and the one way in for all that is entered: by a learner, a script,
 * a file, a lesson. A text is cut into pieces; each is a command, a line for a program that reads,
 * or C.
 */
public final class Context {
  private final PromptSession session;
  private final Commands commands;
  private final User user;
  private volatile boolean leaving;
  private @Nullable Path lessonFolder;

  public Context(PromptSession session, Commands commands, User user) {
    this.session = session;
    this.commands = commands;
    this.user = user;
  }

  public PromptSession session() {
    return session;
  }

  public Commands commands() {
    return commands;
  }

  public User user() {
    return user;
  }

  public Settings settings() {
    return session.settings();
  }

  public Display display() {
    return session.display();
  }

  /** What there is to draw with. */
  Medium medium() {
    Screen screen = display().screen();
    return Medium.of(
        screen.width(), settings().drawing(), screen.isUnicode(), settings().language());
  }

  public String words(String key, Object... arguments) {
    return settings().words().get(key, arguments);
  }

  /** Whether somebody has asked to leave. */
  public boolean isLeaving() {
    return leaving;
  }

  public void leave() {
    leaving = true;
  }

  /** Where the programs of the lesson are that is on; null while none is. */
  @Nullable Path lessonFolder() {
    return lessonFolder;
  }

  public void lessonFolder(@Nullable Path folder) {
    lessonFolder = folder;
  }

  /**
   * Enters a text piece by piece, until one of them fails or the user wants no more of it.
   *
   * @param file where it comes from; null for what was typed
   * @return whether all of it went well
   */
  public boolean enterAll(String text, @Nullable String file)
      throws IOException, InterruptedException {
    if (file == null && text.indexOf('\n') < 0) {
      return enter(text, null, 1);
    }
    for (Pieces.Piece piece : Pieces.of(text, session::completeness)) {
      if (!enter(piece.text(), file, piece.row())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Enters what is complete by itself.
   *
   * @param file where it comes from; null for what was typed
   * @param row the number of its first line in the file
   * @return whether it went well
   */
  public boolean enter(String piece, @Nullable String file, int row)
      throws IOException, InterruptedException {
    return enterPiece(piece, file, row) && user.goesOn(file, row);
  }

  private boolean enterPiece(String piece, @Nullable String file, int row)
      throws IOException, InterruptedException {
    boolean reading = !session.readers().isEmpty();
    if (isCommand(piece, reading)) {
      return commands.execute(this, CommandLine.of(piece));
    }
    if (reading) {
      session.input(piece);
      session.await();
      return !session.isLost();
    }
    return session.enter(piece, file, row) == PromptSession.Outcome.DONE;
  }

  /** A program that reads may be meant to get a line that starts with a slash. */
  private boolean isCommand(String piece, boolean reading) {
    return CommandLine.is(piece)
        && !(reading && commands.find(CommandLine.of(piece).name()).isEmpty());
  }
}
