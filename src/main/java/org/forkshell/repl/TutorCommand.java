package org.forkshell.repl;

import java.io.IOException;
import java.util.List;
import org.forkshell.view.Messages;

/** A command to whoever gives the lesson that is on: {@code /next}, {@code /hint} and the like. */
final class TutorCommand implements Command {
  /** What it has the tutor do. */
  @FunctionalInterface
  interface Action {
    void on(Tutor tutor) throws IOException, InterruptedException;
  }

  private final String name;
  private final Action action;

  private TutorCommand(String name, Action action) {
    this.name = name;
    this.action = action;
  }

  static List<Command> all() {
    return List.of(
        new TutorCommand("next", Tutor::next),
        new TutorCommand("back", Tutor::back),
        new TutorCommand("again", Tutor::again),
        new TutorCommand("hint", Tutor::hint),
        new TutorCommand("solution", Tutor::solution),
        new TutorCommand("skip", Tutor::skip),
        new TutorCommand("play", Tutor::play),
        new TutorCommand("quit", Tutor::close));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    Tutor tutor = context.lessonSession().tutor();
    if (tutor == null) {
      Messages words = new Messages(Settings.class, "Lessons", context.settings().language());
      context.display().error(words.get("lesson.off"));
      return false;
    }
    if (name.equals("quit")) {
      context.lessonSession().quit(context);
      return true;
    }
    action.on(tutor);
    context.lessonSession().tidy(context, tutor);
    return true;
  }
}
