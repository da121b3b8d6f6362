package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wrapping;
import org.jspecify.annotations.Nullable;

/**
 * Draws who is whose child now. A process hangs below its parent of the moment; an orphan that
 * lives, below the process that adopted it; the dead who are gone, where they were born.
 */
public final class FamilyTree {
  /** Children that are alike, with all that are below them, share a line if they are so many. */
  private static final int FOLD_FROM = 4;

  /** More lines than these cannot be taken in: then who is all alike below is drawn as one. */
  private static final int MANY = 40;

  private static final int LEAST_FOR_DOING = 26;

  /**
   * One process.
   *
   * @param parent below whom to draw it; null for below nobody of the family
   * @param isAdopted whether that is not who forked it
   * @param letter the kernel's state, a blank for one that is gone
   * @param program what it runs after exec, empty for the family's own program
   * @param doing what it does, or how it ended
   * @param where the place in the program, with its text; empty where that is not known
   * @param isOver whether it has ended and is drawn for the record only
   */
  public record Kin(
      ProcessName name,
      int pid,
      @Nullable ProcessName parent,
      boolean isAdopted,
      char letter,
      String program,
      Text doing,
      Text where,
      boolean isOver) {}

  private static final class Node {
    final Kin kin;
    final List<Node> children = new ArrayList<>();
    int below;
    boolean isUniform = true;
    String shape = "";

    Node(Kin kin) {
      this.kin = kin;
    }
  }

  private record Line(Text label, List<Text> more, Text rails, boolean isGone) {}

  private final Medium medium;
  private final List<Node> roots = new ArrayList<>();
  private final List<Node> orphans = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Text> spoken = new ArrayList<>();
  private final long reaper;
  private int deepest;
  private int cutoff = Integer.MAX_VALUE;

  private FamilyTree(List<Kin> family, long reaper, Medium medium) {
    this.medium = medium;
    this.reaper = reaper;
    Map<ProcessName, Node> nodes = new HashMap<>();
    for (Kin kin : family) {
      nodes.put(kin.name(), new Node(kin));
    }
    for (Kin kin : family) {
      Node node = nodes.get(kin.name());
      Node parent = kin.parent() == null ? null : nodes.get(kin.parent());
      if (parent != null && parent != node) {
        parent.children.add(node);
      } else {
        (kin.isAdopted() ? orphans : roots).add(node);
      }
    }
    roots.forEach(root -> measure(root, 0));
    orphans.forEach(orphan -> measure(orphan, 1));
  }

  /**
   * The drawing.
   *
   * @param family parents before children
   * @param reaper the pid of who adopts orphans
   * @param whole whether to draw every process, be they ever so many
   */
  public static List<Text> draw(List<Kin> family, long reaper, boolean whole, Medium medium) {
    FamilyTree tree = new FamilyTree(family, reaper, medium);
    tree.draw(whole);
    return medium.isSpoken() ? tree.spoken : tree.laidOut();
  }

  private void measure(Node node, int depth) {
    deepest = Math.max(deepest, depth);
    Kin kin = node.kin;
    String own =
        kin.letter()
            + "\t"
            + kin.program()
            + "\t"
            + kin.doing()
            + "\t"
            + kin.where()
            + kin.isOver();
    StringBuilder shape = new StringBuilder(own).append('(');
    for (Node child : node.children) {
      measure(child, depth + 1);
      node.below += 1 + child.below;
      node.isUniform &= child.isUniform && child.shape.startsWith(own + "(");
      shape.append(child.shape).append(',');
    }
    node.shape = shape.append(')').toString();
  }

  private void draw(boolean whole) {
    for (cutoff = whole ? Integer.MAX_VALUE : deepest + 1; ; cutoff--) {
      lines.clear();
      spoken.clear();
      drawAll(roots, "", 0, null, 0);
      if (!orphans.isEmpty()) {
        lines.add(
            new Line(
                Text.of(Style.NOTE, "  " + medium.say("tree.reaper", reaper)),
                List.of(),
                Text.EMPTY,
                false));
        drawAll(orphans, "", 1, null, 0);
      }
      if (whole || lines.size() <= MANY || cutoff <= 1) {
        return;
      }
    }
  }

  /**
   * @param like if these stand for several families alike: whose children were taken for one, and
   *     at which place of the name
   */
  private void drawAll(List<Node> nodes, String indent, int depth, @Nullable Node like, int place) {
    for (int i = 0; i < nodes.size(); ) {
      int alike = alike(nodes, i);
      boolean folded = alike >= FOLD_FROM;
      int count = folded ? alike : 1;
      boolean last = i + count == nodes.size();
      Node node = nodes.get(i);
      boolean cut = depth >= cutoff && node.below > 1 && node.isUniform && !folded;
      String branch =
          depth == 0 ? "" : last ? medium.glyph("└─ ", "`- ") : medium.glyph("├─ ", "|- ");
      String inner = depth == 0 ? "" : last ? "   " : medium.glyph("│  ", "|  ");
      boolean open = !node.children.isEmpty() && !cut;
      Text label = Text.of(Style.DRAWING, "  " + indent + branch);
      Text who = who(node, folded ? nodes.get(i + count - 1) : null, count, cut, place, like);
      Text rails =
          Text.of(Style.DRAWING, "  " + indent + inner + (open ? medium.glyph("│ ", "| ") : "  "));
      lines.add(new Line(label.and(who), more(node.kin), rails, node.kin.letter() == ' '));
      say(node, who, count, place);
      if (open) {
        boolean several = folded || like != null;
        drawAll(
            node.children,
            indent + inner,
            depth + 1,
            several ? node : null,
            folded && place == 0 ? node.kin.name().path().size() : place);
      }
      i += count;
    }
  }

  private Text who(
      Node node, @Nullable Node last, int count, boolean cut, int place, @Nullable Node like) {
    Kin kin = node.kin;
    boolean dim = kin.isOver();
    String name = starred(kin.name(), place);
    Text text;
    if (last != null) {
      String row = medium.say("row", name, starred(last.kin.name(), place));
      text = named(kin, row, dim).and(Style.NOTE, " (" + count + ")");
    } else {
      text = named(kin, like == null ? name + " " + kin.pid() : name, dim);
    }
    if (!kin.program().isEmpty()) {
      text = text.and(Style.CODE, " " + medium.say("tree.program", kin.program()));
    }
    return cut ? text.and(Style.NOTE, " " + medium.say("tree.below", node.below)) : text;
  }

  private static Text named(Kin kin, String text, boolean dim) {
    return dim ? Text.of(Style.NOTE, text) : Text.of(kin.name(), text);
  }

  /** {@code P.*.1}: the first child of each of those that share a line. */
  private static String starred(ProcessName name, int place) {
    if (place == 0) {
      return name.toString();
    }
    StringBuilder text = new StringBuilder("P");
    for (int i = 0; i < name.path().size(); i++) {
      text.append('.').append(i == place - 1 ? "*" : name.path().get(i).toString());
    }
    return text.toString();
  }

  /** What is to be said of a process: to stand in one line if there is room. */
  private List<Text> more(Kin kin) {
    boolean alarm = kin.letter() == 'Z' || kin.letter() == 'T' || kin.letter() == 't';
    Text text =
        kin.letter() == ' '
            ? Text.EMPTY
            : Text.of(alarm ? Style.ALARM : Style.PLAIN, kin.letter() + "  ");
    text = text.and(kin.doing());
    if (kin.isAdopted()) {
      text = text.and(Style.NOTE, medium.say("tree.orphan", kin.name().parent()));
    }
    return kin.where().isEmpty() ? List.of(text) : List.of(text, kin.where());
  }

  /** How many from {@code from} on are alike, with all below them. */
  private static int alike(List<Node> siblings, int from) {
    Node first = siblings.get(from);
    int count = 1;
    while (from + count < siblings.size() && siblings.get(from + count).shape.equals(first.shape)) {
      count++;
    }
    return count;
  }

  private List<Text> laidOut() {
    int labels = 0;
    for (Line line : lines) {
      if (!line.more().isEmpty()) {
        labels = Math.max(labels, line.label().width());
      }
    }
    if (medium.width() > 0) {
      labels = Math.min(labels, medium.width() / 2);
    }
    boolean aligned = medium.left(labels + 2) >= LEAST_FOR_DOING;
    List<Text> all = new ArrayList<>();
    for (Line line : lines) {
      int used = aligned && line.label().width() <= labels ? labels : line.label().width();
      List<Text> beside = lines(line.more(), medium.left(used + (line.isGone() ? 5 : 2)));
      if (line.more().isEmpty()) {
        all.addAll(medium.wrapped(line.label(), 0));
      } else if (aligned && used == labels || beside.size() == 1) {
        // Of one that is gone there is no state; its words stand below those of the others.
        Text gap = Text.of(Style.PLAIN, line.isGone() && aligned ? "   " : "");
        for (int i = 0; i < beside.size(); i++) {
          Text start = i == 0 ? line.label() : line.rails();
          all.add(start.padded(used + 2).and(gap).and(beside.get(i)));
        }
      } else {
        all.addAll(medium.wrapped(line.label(), 0));
        for (Text text : lines(line.more(), medium.left(line.rails().width()))) {
          all.add(line.rails().and(text));
        }
      }
    }
    return all;
  }

  /** All in one line where that is wide enough, else each in lines of its own. */
  private static List<Text> lines(List<Text> texts, int width) {
    Text joined = Text.EMPTY;
    for (Text text : texts) {
      joined = joined.isEmpty() ? text : joined.and(Style.PLAIN, "  ").and(text);
    }
    if (joined.width() <= width) {
      return joined.isEmpty() ? List.of() : List.of(joined);
    }
    List<Text> all = new ArrayList<>();
    for (Text text : texts) {
      all.addAll(Wrapping.wrapped(text, width));
    }
    return all;
  }

  private void say(Node node, Text who, int count, int place) {
    if (!medium.isSpoken()) {
      return;
    }
    Kin kin = node.kin;
    String parent =
        kin.isAdopted() && kin.parent() != null
            ? medium.say("tree.say.adopted", kin.name().parent(), kin.parent())
            : kin.isAdopted()
                ? medium.say("tree.say.adopted.reaper", kin.name().parent(), reaper)
                : kin.parent() == null
                    ? ""
                    : medium.say("tree.say.child", starred(kin.parent(), place));
    String where = kin.where().isEmpty() ? "" : medium.say("tree.say.where", kin.where());
    String text =
        medium.say(count > 1 ? "tree.say.each" : "tree.say", who, parent, kin.doing(), where);
    spoken.addAll(medium.wrapped(Text.of(Style.MESSAGE, text), 0));
  }
}
