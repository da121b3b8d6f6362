package org.forkshell.tutor;

import java.io.IOException;
import java.util.List;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.PromptText;
import org.forkshell.shell.command.Commands;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.User;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * Plays a lesson with nobody there, or with an instructor who only sets the pace: the lines are
 * typed, the programs run, the tasks solved as the author solved them.
 */
public final class Replay implements User {
  /** How long lines may keep one process busy before the next is entered for another. */
  public static final java.time.Duration GRACE = java.time.Duration.ofSeconds(5);

  /** How long a line may keep all processes busy: nobody is there to interrupt an endless loop. */
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(20);

  /** Sets the pace. */
  public interface Typist {
    /** What the audience wants next. */
    enum Wish {
      ON,
      BACK,
      /** To try things by hand, until a line is empty. */
      PLAY,
      LEAVE
    }

    /** Returns when the audience has read what is there. */
    Wish read() throws IOException, InterruptedException;

    /** Types a line after a prompt. */
    Wish type(Text prompt, String line) throws IOException, InterruptedException;

    /** A line that the audience types; null when there are no more. */
    default @Nullable String playedLine(Text prompt) throws IOException, InterruptedException {
      return null;
    }
  }

  private final PromptSession session;
  private final Typist typist;
  private final Context context;

  private Replay(PromptSession session, Typist typist) {
    this.session = session;
    this.typist = typist;
    this.context = new Context(session, new Commands(LessonSession.here().commands()), this);
  }

  /**
   * Plays a lesson from its beginning to its end.
   *
   * @return what did not come out as its author expected
   */
  public static List<String> run(PromptSession session, Lesson lesson, Typist typist)
      throws IOException, InterruptedException {
    Replay replay = new Replay(session, typist);
    session.unattended();
    session.patience(PATIENCE);
    Tutor tutor = new Tutor(lesson, replay.context, new Progress(null));
    tutor.begin(0);
    while (tutor.need() != Tutor.Need.END && !replay.context.isLeaving()) {
      replay.play(tutor);
    }
    session.finish();
    return tutor.failures();
  }

  private void play(Tutor tutor) throws IOException, InterruptedException {
    Typist.Wish wish =
        switch (tutor.need()) {
          case ENTER, ANSWER, TASK -> typist.read();
          case LINE, PROGRAM -> typist.type(prompt(), tutor.offer());
          case NOTHING, END -> Typist.Wish.ON;
        };
    switch (wish) {
      case ON -> goOn(tutor);
      case BACK -> tutor.back();
      case PLAY -> tryThings(tutor);
      case LEAVE -> context.leave();
    }
  }

  private void goOn(Tutor tutor) throws IOException, InterruptedException {
    switch (tutor.need()) {
      case ENTER, ANSWER -> tutor.take("");
      case LINE, PROGRAM -> tutor.take(tutor.offer());
      case TASK -> {
        if (!tutor.solution()) {
          tutor.giveUp();
        }
      }
      case NOTHING, END -> tutor.next();
    }
  }

  private void tryThings(Tutor tutor) throws IOException, InterruptedException {
    tutor.play();
    String line;
    while ((line = typist.playedLine(prompt())) != null) {
      session.attend();
      if (!session.readers().isEmpty()) {
        session.input(line);
        session.await();
      } else if (line.isBlank() || line.strip().equals("/next")) {
        break;
      } else {
        context.enterAll(line, null);
      }
    }
    tutor.next();
  }

  private Text prompt() {
    return PromptText.of(session, session.settings(), session.display().screen().width() / 3);
  }

  @Override
  public void withTerminal(TerminalAction action) {
    context.display().say(Style.NOTE, context.words("replay.noTerminal"));
  }
}
