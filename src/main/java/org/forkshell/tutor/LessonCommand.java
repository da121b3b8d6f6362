package org.forkshell.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Context;
import org.forkshell.view.Messages;

/** {@code /lesson [NAME]}: begins a lesson, or goes on with it. */
final class LessonCommand implements Command {
  private final LessonSession lessons;

  LessonCommand(LessonSession lessons) {
    this.lessons = lessons;
  }

  @Override
  public String name() {
    return "lesson";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    if (!context.user().isAttended()) {
      Messages words = new Messages(LessonSession.class, "Lessons", context.settings().language());
      context.display().error(words.get("lesson.unattended", argument));
      return false;
    }
    return lessons.begin(context, argument);
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>();
    for (Path lesson : lessons.catalog().lessons()) {
      names.add(LessonCatalog.nameOf(lesson));
    }
    return names;
  }
}
