package org.forkshell.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.forkshell.execution.InputReader;
import org.forkshell.language.Completeness;
import org.forkshell.process.Signal;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.Problem;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Commands;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.User;
import org.forkshell.source.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Prompt lines with nobody there: a file, standard input, or an argument. Each line waits until the
 * processes are settled. The first line that is refused ends the script with status 1, as {@code sh
 * -e} would, and so does one in which the root is killed by a signal that no process sent. At the
 * end every process leaves as from the end of {@code main}, so what waits in buffers is written;
 * what then still runs is ended.
 */
public final class Script implements User {
  /**
   * How long one process may be busy before the next line is entered for another: as long as it
   * takes.
   */
  public static final Duration GRACE = Duration.ofDays(1);

  private static final int LONGEST = 1 << 20;

  private final PromptSession session;
  private final Context context;

  private Script(PromptSession session, List<Command> more) {
    this.session = session;
    this.context = new Context(session, new Commands(more), this);
  }

  /**
   * Executes a script line by line, as it comes.
   *
   * @param lines its bytes, read as ISO 8859-1: {@link SourceBytes} says what they mean
   * @param name what to call it in messages
   * @param more commands besides those of every session
   * @return 0, or 1 if a line failed
   */
  public static int run(
      PromptSession session, BufferedReader lines, String name, List<Command> more)
      throws IOException, InterruptedException {
    Script script = new Script(session, more);
    session.unattended();
    boolean good;
    try {
      good = script.run(lines, name);
    } catch (EndlessLineException e) {
      session.display().error(script.context.words("script.endless", name, LONGEST));
      good = false;
    }
    session.finish();
    return good ? 0 : 1;
  }

  private boolean run(BufferedReader lines, String name) throws IOException, InterruptedException {
    StringBuilder pending = new StringBuilder();
    int row = 0;
    int first = 1;
    String line = readLine(lines);
    while (line != null && !context.isLeaving()) {
      row++;
      boolean begins = pending.length() == 0;
      first = begins ? row : first;
      // Whoever talks to us through a pipe may wait for an answer: look ahead only at what is
      // there.
      String next = lines.ready() ? readLine(lines) : null;
      boolean reading = !session.readers().isEmpty();
      pending.append(begins ? "" : "\n").append(line);
      boolean alone = begins && (CommandLine.is(line) || reading);
      Completeness found =
          alone ? Completeness.COMPLETE : session.completeness(pending.toString(), next);
      if (found == Completeness.COMPLETE && !enter(pending.toString(), name, first)) {
        return false;
      }
      if (found != Completeness.INCOMPLETE) {
        pending.setLength(0);
      }
      line = next == null ? readLine(lines) : next;
    }
    return (pending.length() == 0 || enter(pending.toString(), name, first)) && endInput();
  }

  /** There is no more for those who read: as with a shell's script, that is the end of the file. */
  private boolean endInput() throws IOException, InterruptedException {
    List<InputReader> before = List.of();
    List<InputReader> reading = session.readers();
    // Some ask again whatever they are told.
    while (!reading.isEmpty() && !reading.equals(before)) {
      session.input(null);
      session.await();
      before = reading;
      reading = session.readers();
    }
    return true;
  }

  private boolean enter(String text, @Nullable String name, int row)
      throws IOException, InterruptedException {
    try {
      return context.enter(text, name, row);
    } catch (RuntimeException | Error bug) {
      session.display().error(Problem.ofBug(session.settings().words(), bug));
      return false;
    }
  }

  /** The end of a child is its parent's business; nobody but the script looks after the root. */
  @Override
  public boolean goesOn(@Nullable String file, int row) {
    int killer = session.killer();
    if (killer == 0) {
      return true;
    }
    String place = file == null ? String.valueOf(row) : file + ":" + row;
    session.display().error(context.words("script.killed", place, Signal.nameOf(killer)));
    return false;
  }

  private static @Nullable String readLine(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = lines.read()) {
      line.append((char) c);
      if (line.length() > LONGEST) {
        throw new EndlessLineException();
      }
    }
    int last = line.length() - 1;
    String bytes = last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line + "";
    return SourceBytes.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Something that is no text: /dev/zero has no lines, and no end. */
  private static final class EndlessLineException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
