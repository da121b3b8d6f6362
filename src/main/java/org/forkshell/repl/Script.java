package org.forkshell.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prompt lines with nobody there: a file, standard input, or an argument. Each line waits until the
 * processes are settled. The first line that is refused ends the script with status 1, as {@code sh
 * -e} would. At the end every process leaves as from the end of {@code main}, so what waits in
 * buffers is written; what then still runs is ended.
 */
public final class Script implements Command.Context {
  /**
   * How long one process may be busy before the next line is entered for another: as long as it
   * takes.
   */
  public static final Duration GRACE = Duration.ofDays(1);

  private final PromptSession session;
  private final Commands commands = new Commands();
  private final Lectern lectern = Lectern.here();

  private Script(PromptSession session) {
    this.session = session;
  }

  /**
   * Executes a script line by line, as it comes.
   *
   * @param name what to call it in messages
   * @return 0, or 1 if a line was refused
   */
  public static int run(PromptSession session, BufferedReader lines, String name)
      throws IOException, InterruptedException {
    Script script = new Script(session);
    session.unattended();
    boolean good = script.run(lines, name);
    session.finish();
    return good ? 0 : 1;
  }

  private boolean run(BufferedReader lines, String name) throws IOException, InterruptedException {
    StringBuilder pending = new StringBuilder();
    int row = 0;
    int first = 1;
    String line = lines.readLine();
    while (line != null && !commands.isLeaving()) {
      row++;
      boolean begins = pending.length() == 0;
      first = begins ? row : first;
      // Whoever talks to us through a pipe may wait for an answer: look ahead only at what is
      // there.
      String next = lines.ready() ? lines.readLine() : null;
      boolean reading = !session.readers().isEmpty();
      if (!begins || reading || !(line.isBlank() || Pieces.isComment(line))) {
        pending.append(begins ? "" : "\n").append(line);
        boolean alone = begins && (Commands.isCommand(line) || reading);
        if (alone || (session.isComplete(pending.toString()) && !startsWithElse(next))) {
          if (!enter(pending.toString(), name, first)) {
            return false;
          }
          pending.setLength(0);
        }
      }
      line = next == null ? lines.readLine() : next;
    }
    return pending.length() == 0 || enter(pending.toString(), name, first);
  }

  private static boolean startsWithElse(@Nullable String line) {
    return line != null && line.strip().matches("else\\b.*");
  }

  private boolean enter(String text, @Nullable String name, int row)
      throws IOException, InterruptedException {
    try {
      return enterSafely(text, name, row);
    } catch (RuntimeException | AssertionError | StackOverflowError bug) {
      session.display().error(words("bug", bug.toString()));
      return false;
    }
  }

  private boolean enterSafely(String text, @Nullable String name, int row)
      throws IOException, InterruptedException {
    if (Commands.isCommand(text)) {
      return commands.execute(this, text);
    }
    if (!session.readers().isEmpty()) {
      session.input(text);
      session.await();
      return !session.isLost();
    }
    return session.enter(text, name, row) == PromptSession.Outcome.DONE;
  }

  @Override
  public PromptSession session() {
    return session;
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public Lectern lectern() {
    return lectern;
  }

  @Override
  public boolean enterAll(String text, @Nullable String name)
      throws IOException, InterruptedException {
    for (Pieces.Piece piece : Pieces.of(text, session::isComplete)) {
      if (!enter(piece.text(), name, piece.row())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable String inputLine() {
    return null;
  }

  @Override
  public List<String> history() {
    return List.of();
  }

  @Override
  public void withTerminal(Command.TerminalAction action) throws IOException, InterruptedException {
    action.run();
  }
}
