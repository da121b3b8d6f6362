package org.forkshell.repl;

/** {@code /lessons}: what there is to learn. */
final class LessonsCommand implements Command {
  @Override
  public String name() {
    return "lessons";
  }

  @Override
  public boolean run(Context context, String argument) {
    context.display().lines(context.lessonSession().contents(context.settings(), "lessons.how"));
    return true;
  }
}
