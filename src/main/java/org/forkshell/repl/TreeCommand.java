package org.forkshell.repl;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.FamilyTree;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** {@code /tree}: the family as it is now, drawn. */
final class TreeCommand extends FamilyCommand {
  @Override
  public String name() {
    return "tree";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
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
    return FamilyTree.draw(members, context.display().screen().width());
  }
}
