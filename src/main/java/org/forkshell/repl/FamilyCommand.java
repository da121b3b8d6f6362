package org.forkshell.repl;

import java.io.IOException;
import java.util.List;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** A command that shows the processes as they are at this moment. */
abstract class FamilyCommand implements Command {
  @Override
  public final boolean run(Context context, String argument)
      throws IOException, InterruptedException {
    Family family = context.session().present();
    if (family == null) {
      context.display().say(Style.NOTE, context.words("ps.none"));
      return true;
    }
    family.session().buryTheDead();
    context.display().lines(lines(family, context, argument));
    return true;
  }

  /** What is to be shown of a family. */
  abstract List<Text> lines(Family family, Context context, String argument);
}
