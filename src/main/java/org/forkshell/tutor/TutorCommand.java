package org.forkshell.tutor;

import java.io.IOException;
import java.util.List;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Context;
import org.forkshell.view.Messages;

/** A command to whoever gives the lesson that is on: {@code /next}, {@code /hint} and the like. */
final class TutorCommand implements Command {
  /** What it has the tutor do. */
  @FunctionalInterface
  interface Action {
    void on(Tutor tutor) throws IOException, InterruptedException;
  }

  private final LessonSession lessons;
  private final String name;
  private final Action action;

  private TutorCommand(LessonSession lessons, String name, Action action) {
    this.lessons = lessons;
    this.name = name;
    this.action = action;
  }

  static List<Command> all(LessonSession lessons) {
    return List.of(
        new TutorCommand(lessons, "next", Tutor::next),
        new TutorCommand(lessons, "back", Tutor::back),
        new TutorCommand(lessons, "again", Tutor::again),
        new TutorCommand(lessons, "hint", Tutor::hint),
        new TutorCommand(lessons, "solution", Tutor::solution),
        new TutorCommand(lessons, "skip", Tutor::skip),
        new TutorCommand(lessons, "play", Tutor::play),
        new TutorCommand(lessons, "quit", Tutor::close));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    Tutor tutor = lessons.tutor();
    if (tutor == null) {
      Messages words = new Messages(LessonSession.class, "Lessons", context.settings().language());
      context.display().error(words.get("lesson.off"));
      return false;
    }
    if (name.equals("quit")) {
      lessons.quit(context);
      return true;
    }
    action.on(tutor);
    lessons.tidy(context, tutor);
    return true;
  }
}
