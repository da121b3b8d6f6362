package org.forkshell.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.lesson.Shelf;
import org.forkshell.view.Words;

/** {@code /lesson [NAME]}: begins a lesson, or goes on with it. */
final class LessonCommand implements Command {
  @Override
  public String name() {
    return "lesson";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    if (!context.isAttended()) {
      Words words = new Words(Settings.class, "Lessons", context.settings().language());
      context.display().error(words.get("lesson.unattended", argument));
      return false;
    }
    return context.lectern().begin(context, argument);
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>();
    for (Path lesson : context.lectern().shelf().lessons()) {
      names.add(Shelf.nameOf(lesson));
    }
    return names;
  }
}
