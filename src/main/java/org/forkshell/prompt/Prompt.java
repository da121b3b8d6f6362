package org.forkshell.prompt;

import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.forkshell.execution.LabException;
import org.forkshell.language.Mending;
import org.forkshell.process.MonotonicClock;
import org.forkshell.shell.Address;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.Problem;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Commands;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.Damage;
import org.forkshell.shell.command.User;
import org.forkshell.source.SourceText;
import org.forkshell.terminal.Console;
import org.forkshell.tutor.LessonSession;
import org.forkshell.tutor.Tutor;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The prompt at a terminal: reads a line, has it done, shows the prompt again. Ctrl-C cancels the
 * line or, where there is none, makes the processes give up theirs; it never leaves. Ctrl-D leaves.
 */
public final class Prompt implements User, AutoCloseable {
  /** How long a line may keep one process busy before the next may be typed for another. */
  public static final Duration GRACE = Duration.ofMillis(150);

  private final PromptSession session;
  private final Console console;
  private final Context context;
  private final LessonSession lessonSession;
  private final PromptLine reader;
  private final ShellHints hints;

  /** What the lines of a paste that is still being read led to. */
  private String pending = "";

  /**
   * @param session the session to read lines for; its display must be {@code console}
   * @param lessonSession where lessons are given
   * @param clock by which the prompt is kept true
   */
  public Prompt(
      PromptSession session, Console console, LessonSession lessonSession, MonotonicClock clock) {
    this.session = session;
    this.lessonSession = lessonSession;
    this.console = console;
    this.context = new Context(session, new Commands(lessonSession.commands()), this);
    this.reader = new PromptLine(context, console, lessonSession, clock);
    this.hints = new ShellHints(session);
  }

  /** Reads and does lines until the learner leaves. */
  public void run() throws IOException, InterruptedException {
    run(null);
  }

  /**
   * Reads and does lines until the learner leaves.
   *
   * @param lesson the name of the one to begin with, empty for the one that is due, null for none
   */
  public void run(@Nullable String lesson) throws IOException, InterruptedException {
    console.onInterrupt(this::interruptQuietly);
    console.onSuspend(session::suspend);
    context.display().lines(List.of(banner()));
    Thread starter = new Thread(this::startQuietly, "session start");
    starter.setDaemon(true);
    starter.start();
    reader.start();
    if (lesson != null) {
      lessonSession.begin(context, lesson);
    }
    while (!context.isLeaving()) {
      console.flush();
      String line;
      try {
        line = reader.read();
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isBlank()) {
          interruptIdly();
        }
        continue;
      } catch (IOError closed) {
        break;
      } catch (EndOfFileException e) {
        if (session.readers().isEmpty()) {
          break;
        }
        session.input(null);
        session.await();
        continue;
      }
      try {
        enter(line);
      } catch (InterruptedException e) {
        // Ctrl-C came between the editor's time and ours.
        session.interrupt();
      } catch (LabException e) {
        context.display().error(Problem.ofLab(session.settings().words(), e));
      } catch (RuntimeException | Error bug) {
        context.display().error(Problem.ofBug(session.settings().words(), bug));
      }
    }
    Thread.interrupted();
    session.finish();
  }

  /** Does one line as typed: the lesson that is on may have waited for it. */
  void enter(String line) throws IOException, InterruptedException {
    // A Ctrl-C of before was not for this text.
    interrupted = false;
    reader.propose("");
    session.attend();
    if (!context.commands().leavesKeys(line)) {
      console.watchKeys();
    }
    try {
      enterAttended(line);
    } finally {
      console.leaveKeys();
    }
  }

  private void enterAttended(String line) throws IOException, InterruptedException {
    Tutor tutor = lessonSession.tutor();
    if (tutor == null || !session.readers().isEmpty()) {
      enterFreely(line);
      return;
    }
    if (!tutor.take(line)) {
      enterFreely(line);
      tutor.entered();
    }
    lessonSession.tidy(context, tutor);
  }

  private void enterFreely(String line) throws IOException, InterruptedException {
    String text = line.strip();
    if (!session.readers().isEmpty()) {
      context.enter(line, null, 1);
    } else if (CommandLine.is(line)) {
      context.enterAll(line, null);
    } else if (!text.isEmpty()) {
      String hint = hints.of(text);
      if (hint == null) {
        enterTyped(line);
      } else {
        context.display().say(Style.NOTE, hint);
      }
    }
    if (!pending.isEmpty() && !console.hasInput()) {
      context.display().say(Style.NOTE, context.words("open.main.here", "main"));
      reader.propose(pending);
      pending = "";
    }
  }

  /**
   * Reads on while there is more of a paste, whose damage is to be told in one message. A terminal
   * with bracketed paste has given the whole paste as one text. Of another the fact is what has
   * arrived when a line ends: no terminal says that a paste is over, so one that arrives in parts
   * may be told of in parts.
   */
  private String pasted(String begun) throws IOException {
    StringBuilder text = new StringBuilder(begun);
    while (console.hasInput()) {
      text.append('\n').append(reader.read());
    }
    return text.toString();
  }

  private @Nullable Mending damage(String text) {
    return session.compiler().mending(SourceText.typed(1, Address.split(text).rest()));
  }

  private void enterTyped(String text) throws IOException, InterruptedException {
    if (damage(text) != null) {
      String whole = pasted(text);
      Mending mending = damage(whole);
      if (mending != null) {
        int address = whole.length() - Address.split(whole).rest().length();
        Damage.offer(context, mending, whole.substring(0, address));
        return;
      }
    }
    int before = session.log().size();
    if (context.enterAll(text, null)) {
      String proposal = session.proposal(before);
      pending = proposal.isEmpty() ? pending : proposal;
    }
  }

  @Override
  public boolean goesOn(@Nullable String file, int row) {
    return !interrupted;
  }

  private volatile boolean interrupted;

  private void interruptQuietly() {
    interrupted = true;
    console.abandonPlainly(reader.shown());
    try {
      session.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ctrl-C on an empty line: if somebody is blocked or busy, they are meant. */
  private void interruptIdly() throws InterruptedException {
    if (session.isBusy()) {
      session.interrupt();
    } else if (session.family() == null) {
      context.display().say(Style.NOTE, context.words("leave.hint"));
    }
  }

  private void startQuietly() {
    try {
      session.start();
    } catch (IOException | InterruptedException e) {
      // The first line will meet the same problem, and say so.
      Thread.currentThread().interrupt();
    }
  }

  private Text banner() {
    return Text.of(Style.HEADING, "  ForkShell").and(Style.NOTE, " · " + context.words("banner"));
  }

  @Override
  public void propose(String line) {
    reader.propose(line);
  }

  @Override
  public boolean isAttended() {
    return true;
  }

  @Override
  public @Nullable String inputLine() throws IOException, InterruptedException {
    while (true) {
      try {
        console.flush();
        String line = reader.read();
        Command command = CommandLine.is(line) ? context.commands().forPrograms(line) : null;
        if (command == null) {
          return line;
        }
        command.run(context, CommandLine.of(line).argument());
      } catch (EndOfFileException e) {
        return null;
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isBlank()) {
          session.interrupt();
          return null;
        }
      }
    }
  }

  @Override
  public List<String> history() {
    return reader.history();
  }

  @Override
  public void withTerminal(TerminalAction action) throws IOException, InterruptedException {
    console.lend(action::run);
    console.watchKeys();
  }

  @Override
  public void close() {
    reader.close();
    console.close();
  }
}
