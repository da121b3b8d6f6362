package org.forkshell.prompt;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.MonotonicClock;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.PromptText;
import org.forkshell.shell.command.Context;
import org.forkshell.terminal.Console;
import org.forkshell.tutor.LessonSession;
import org.forkshell.tutor.Tutor;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.impl.LineReaderImpl;

/**
 * The line that is typed, with what stands before it, which is kept true meanwhile, and what Enter
 * alone would enter.
 */
final class PromptLine {
  /** How often the prompt is looked at while a line is typed. */
  private static final Duration REFRESH = Duration.ofMillis(100);

  private final PromptSession session;
  private final Console console;
  private final LessonSession lessonSession;
  private final MonotonicClock clock;
  private final LineReaderImpl reader;
  private final Thread refresher;
  private volatile String shown = "";

  /** What Enter alone enters next, because the last line led to it; empty for nothing. */
  private volatile String proposed = "";

  PromptLine(Context context, Console console, LessonSession lessonSession, MonotonicClock clock) {
    this.session = context.session();
    this.console = console;
    this.lessonSession = lessonSession;
    this.clock = clock;
    this.reader = Editor.reader(this, context, console);
    console.editor(reader);
    this.refresher = new Thread(this::refresh, "prompt");
    refresher.setDaemon(true);
  }

  /** From now on the prompt is kept true. */
  void start() {
    refresher.start();
  }

  void close() {
    refresher.interrupt();
  }

  /** What stood before the line that was read last, or is read now. */
  String shown() {
    return shown;
  }

  /** What was typed, the oldest first. */
  List<String> history() {
    List<String> lines = new ArrayList<>();
    for (History.Entry entry : reader.getHistory()) {
      lines.add(entry.line());
    }
    return lines;
  }

  /** Has Enter alone enter {@code line}; nothing where that is empty. */
  void propose(String line) {
    proposed = line;
  }

  /**
   * The next line.
   *
   * @throws EndOfFileException where there is none
   */
  String read() throws IOException {
    shown = prompt();
    try {
      return console.isDumb() ? readPlainly() : reader.readLine(shown);
    } finally {
      // The editor interrupts the thread that reads when Ctrl-C comes, maybe too late for this
      // line.
      Thread.interrupted();
    }
  }

  private String readPlainly() throws IOException {
    StringBuilder text = new StringBuilder();
    String offer = offer();
    String prompt = offer.isEmpty() ? shown : "[" + offer + "] " + shown;
    boolean input = !session.readers().isEmpty();
    do {
      String line = console.readPlainly(prompt);
      if (line == null) {
        throw new EndOfFileException();
      }
      if (console.wasAbandoned()) {
        text.setLength(0);
      }
      text.append(text.length() == 0 ? "" : "\n").append(line);
      prompt = "... ";
    } while (!input
        && !takesAnyLine()
        && !CommandLine.is(text.toString())
        && !session.isComplete(text.toString()));
    return text.toString();
  }

  private String prompt() {
    return console.painter().paint(promptText());
  }

  private Text promptText() {
    Tutor tutor = lessonSession.tutor();
    if (tutor != null && session.readers().isEmpty() && !tutor.prompt().isEmpty()) {
      return Text.of(Style.REMARK, tutor.prompt()).and(Style.PLAIN, " ❯ ");
    }
    return PromptText.of(session, session.settings(), console.width() / 3);
  }

  /** What Enter alone will enter, because the lesson that is on offers it; empty for nothing. */
  String offer() {
    if (!proposed.isEmpty()) {
      return session.readers().isEmpty() ? proposed : "";
    }
    Tutor tutor = lessonSession.tutor();
    return tutor == null || !session.readers().isEmpty() ? "" : tutor.offer();
  }

  /** Whether a line is not for the compiler: an answer to a lesson's question. */
  boolean takesAnyLine() {
    Tutor tutor = lessonSession.tutor();
    return tutor != null && tutor.need() == Tutor.Need.ANSWER;
  }

  /**
   * Keeps the prompt true while a line is being typed: a process may end meanwhile, or begin to
   * read.
   */
  private void refresh() {
    try {
      while (true) {
        clock.sleep(REFRESH);
        if (reader.isReading()) {
          String now = prompt();
          if (!now.equals(shown)) {
            shown = now;
            reader.setPrompt(now);
            reader.redisplay();
          }
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
