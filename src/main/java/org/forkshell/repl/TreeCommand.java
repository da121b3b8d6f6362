package org.forkshell.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.FamilyTree;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** {@code /tree}: the family as it is now, drawn. */
final class TreeCommand implements Command {
  @Override
  public String name() {
    return "tree";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    Family family = context.session().present();
    if (family == null) {
      context.display().say(Style.NOTE, context.words("ps.none"));
      return true;
    }
    family.session().buryTheDead();
    List<FamilyTree.Member> members = new ArrayList<>();
    for (Entry entry : family.tree().entries()) {
      Doing doing = Doing.of(entry, family, context);
      boolean adopted = doing.parent() == family.reaper() && !entry.name().isRoot();
      Text text = doing.text();
      if (adopted) {
        text =
            Text.of(Style.CALL, context.words("tree.orphan", entry.name().parent(), doing.parent()))
                .and(Style.PLAIN, "  ")
                .and(text);
      }
      // The dead who are gone hang where they were born.
      int parent = doing.letter() == ' ' ? entry.parent() : doing.parent();
      members.add(
          new FamilyTree.Member(entry.name(), entry.pid(), parent, text, doing.letter() == ' '));
    }
    context.display().lines(FamilyTree.draw(members, context.display().screen().width()));
    return true;
  }
}
