package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;

/**
 * Draws who is whose child now: a process hangs below its parent of the moment, so an orphan stands
 * beside the root.
 */
public final class FamilyTree {
  private static final int FOLD_FROM = 4;

  /**
   * One process.
   *
   * @param parent the pid of its parent as the kernel has it now, or had it last
   * @param doing what it does, or how it ended
   * @param over whether it has ended and is drawn for the record only
   */
  public record Member(ProcessName name, int pid, int parent, Text doing, boolean over) {}

  private final List<Member> members;
  private final List<Text> lines = new ArrayList<>();
  private final List<Text> doings = new ArrayList<>();

  private FamilyTree(List<Member> members) {
    this.members = members;
  }

  /**
   * The drawing, a line a process; equal ones without children of their own share a line.
   *
   * @param members parents before children
   * @param width the columns there are, 0 for any number
   */
  public static List<Text> draw(List<Member> members, int width) {
    FamilyTree tree = new FamilyTree(members);
    tree.drawChildren(0, "", true);
    int most = 0;
    for (Text line : tree.lines) {
      most = Math.max(most, line.width());
    }
    if (width > 0) {
      most = Math.min(most, width / 2);
    }
    List<Text> all = new ArrayList<>();
    for (int i = 0; i < tree.lines.size(); i++) {
      Text doing = tree.doings.get(i);
      Text line = tree.lines.get(i);
      if (!doing.isEmpty()) {
        line = line.padded(most).and(Style.PLAIN, "  ").and(doing);
      }
      all.add(width > 0 ? line.cut(width - 1) : line);
    }
    return all;
  }

  private boolean isMember(int pid) {
    for (Member member : members) {
      if (member.pid == pid) {
        return true;
      }
    }
    return false;
  }

  private List<Member> children(int parent, boolean top) {
    List<Member> children = new ArrayList<>();
    for (Member member : members) {
      if (top
          ? !isMember(member.parent) || member.parent == member.pid
          : member.parent == parent && member.pid != parent) {
        children.add(member);
      }
    }
    return children;
  }

  private void drawChildren(int parent, String indent, boolean top) {
    List<Member> children = children(parent, top);
    for (int i = 0; i < children.size(); ) {
      int equal = equals(children, i);
      boolean last = i + equal == children.size();
      String branch = top ? "" : last ? "└─ " : "├─ ";
      Member first = children.get(i);
      Text line = Text.of(Style.DRAWING, "  " + indent + branch);
      if (equal >= FOLD_FROM) {
        Member end = children.get(i + equal - 1);
        line =
            line.and(Text.of(first.name, first.name + " … " + end.name))
                .and(Style.NOTE, " (" + equal + ")");
      } else {
        equal = 1;
        last = i + 1 == children.size();
        branch = top ? "" : last ? "└─ " : "├─ ";
        line = Text.of(Style.DRAWING, "  " + indent + branch);
        line =
            line.and(
                first.over
                    ? Text.of(Style.NOTE, first.name + " " + first.pid)
                    : Text.of(first.name, first.name + " " + first.pid));
      }
      lines.add(line);
      doings.add(first.doing);
      drawChildren(first.pid, top ? indent : indent + (last ? "   " : "│  "), false);
      i += equal;
    }
  }

  /** How many from {@code from} on are alike and have no children. */
  private int equals(List<Member> siblings, int from) {
    Member first = siblings.get(from);
    int count = 0;
    while (from + count < siblings.size()) {
      Member next = siblings.get(from + count);
      if (next.over != first.over
          || !next.doing.toString().equals(first.doing.toString())
          || !children(next.pid, false).isEmpty()) {
        break;
      }
      count++;
    }
    return Math.max(1, count);
  }
}
