package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.shell.Family;
import org.forkshell.shell.Picture;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** {@code /lanes [N | all]}: what the last family did, drawn with a lane for each process. */
final class LanesCommand implements Command {
  private static final int MOST = 200;

  @Override
  public String name() {
    return "lanes";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) {
    boolean whole = argument.equals("all");
    int most = whole || argument.isEmpty() ? MOST : number(argument);
    if (most <= 0) {
      context.display().error(context.words("lanes.usage", argument));
      return false;
    }
    Family family = context.session().latest();
    if (family == null) {
      context.display().say(Style.NOTE, context.words("lanes.none"));
      return true;
    }
    Picture picture = Picture.of(family, context.settings());
    List<Text> lines = new ArrayList<>(picture.lanes(context.display().screen(), whole));
    int omitted = lines.size() - most;
    if (!whole && omitted > 0) {
      lines = new ArrayList<>(lines.subList(omitted, lines.size()));
      lines.add(0, picture.omitted(omitted));
    }
    context.display().lines(lines);
    return true;
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 0;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
