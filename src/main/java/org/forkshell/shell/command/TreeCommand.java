package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Waits;
import org.forkshell.shell.Family;
import org.forkshell.shell.ProcessActivity;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.FamilyTree;
import org.forkshell.view.xray.FamilyTree.Kin;
import org.jspecify.annotations.Nullable;

/** {@code /tree [all]}: the family as it is now, drawn; of the last one, how it ended. */
final class TreeCommand extends FamilyCommand {
  @Override
  public String name() {
    return "tree";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    List<Kin> members = new ArrayList<>();
    Waits waits = family.waits();
    for (Entry entry : family.tree().entries()) {
      members.add(kin(entry, family, waits, context));
      for (ThreadEntry thread : family.tree().threads(entry.pid())) {
        members.add(kin(thread, entry, family, waits, context));
      }
    }
    return FamilyTree.draw(members, family.reaper(), argument.equals("all"), context.medium());
  }

  private static Kin kin(Entry entry, Family family, Waits waits, Context context) {
    ProcessActivity doing = ProcessActivity.of(entry, family, waits, context.settings());
    boolean over = doing.letter() == ' ';
    ProcessName born = entry.name().isRoot() ? null : entry.name().parent();
    ProcessName parent = over ? born : parent(doing.parent(), family);
    boolean adopted = !over && born != null && !born.equals(parent);
    Text text = doing.text();
    if (over && born != null && entry.collector() == family.reaper()) {
      text = text.and(Style.NOTE, context.words("tree.collected"));
    }
    return new Kin(
        entry.name(),
        entry.pid(),
        parent,
        adopted,
        doing.letter(),
        doing.program(),
        text,
        doing.where(),
        over);
  }

  /** A thread hangs below its process, before the children. */
  private static Kin kin(
      ThreadEntry thread, Entry process, Family family, Waits waits, Context context) {
    ProcessActivity doing = ProcessActivity.of(thread, family, waits, context.settings());
    return new Kin(
        thread.name(),
        thread.tid(),
        process.name(),
        false,
        doing.letter(),
        "",
        doing.text(),
        doing.where(),
        doing.letter() == ' ');
  }

  private static @Nullable ProcessName parent(int pid, Family family) {
    Optional<Entry> parent = family.tree().find(pid);
    return parent.map(Entry::name).orElse(null);
  }

  @Override
  List<Text> past(Family family, Context context) {
    return lines(family, context, "");
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
