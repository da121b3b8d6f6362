package org.forkshell.shell.command;

import java.io.IOException;
import java.util.List;
import org.forkshell.shell.Family;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** A command that shows the processes as they are at this moment. */
abstract class FamilyCommand implements Command {
  @Override
  public final boolean run(Context context, String argument)
      throws IOException, InterruptedException {
    Family family = context.session().seen();
    if (family == null) {
      Family last = context.session().latest();
      if (last != null) {
        context.display().lines(past(last, context));
      }
      context
          .display()
          .say(
              Style.NOTE,
              last == null || last.program().isEmpty()
                  ? context.words("ps.none")
                  : context.words("ps.over", last.program()));
      return true;
    }
    family.session().findUntoldEnds();
    if (!accepts(family, context, argument)) {
      return false;
    }
    context.display().lines(lines(family, context, argument));
    return true;
  }

  /** Whether the argument means something; if not, it has said so. */
  boolean accepts(Family family, Context context, String argument) {
    return true;
  }

  /** What is to be shown of a family. */
  abstract List<Text> lines(Family family, Context context, String argument);

  /** What is to be shown of the last family when none is left. */
  List<Text> past(Family family, Context context) {
    return List.of();
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }
}
