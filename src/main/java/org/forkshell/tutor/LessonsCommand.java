package org.forkshell.tutor;

import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Context;

/** {@code /lessons}: what there is to learn. */
final class LessonsCommand implements Command {
  private final LessonSession lessons;

  LessonsCommand(LessonSession lessons) {
    this.lessons = lessons;
  }

  @Override
  public String name() {
    return "lessons";
  }

  @Override
  public boolean run(Context context, String argument) {
    context.display().lines(lessons.contents(context.settings(), "lessons.how"));
    return true;
  }
}
