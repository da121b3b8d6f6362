package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.source.Columns;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * Shows how many pages of memory each process has to itself and how many it shares, and what has
 * changed: copy-on-write.
 */
public final class Pages {
  private static final int GAP = 3;

  /** Pages of one area of a process. */
  public record Count(long own, long shared) {
    Count and(Count more) {
      return new Count(own + more.own, shared + more.shared);
    }
  }

  /**
   * @param counts one for each area
   */
  public record Holder(Crowd.Member who, List<Count> counts) {
    public Holder {
      counts = List.copyOf(counts);
    }
  }

  /**
   * Something to be said of a process.
   *
   * @param text what to put after its name
   */
  public record Remark(Crowd.Member who, String text) {}

  private final Medium medium;
  private final List<Text> lines = new ArrayList<>();

  private Pages(Medium medium) {
    this.medium = medium;
  }

  /**
   * The table.
   *
   * @param areas their names
   */
  public static List<Text> table(List<String> areas, List<Holder> holders, Medium medium) {
    Map<List<Count>, List<Crowd.Member>> alike = new LinkedHashMap<>();
    for (Holder holder : holders) {
      alike.computeIfAbsent(holder.counts(), key -> new ArrayList<>()).add(holder.who());
    }
    Pages drawing = new Pages(medium);
    if (medium.isSpoken()) {
      alike.forEach((counts, who) -> drawing.say(areas, counts, new Crowd(who)));
    } else {
      drawing.draw(areas, alike);
    }
    return drawing.lines;
  }

  /** Sentences about processes; of which the same is to be said share one. */
  public static List<Text> remarks(List<Remark> remarks, Medium medium) {
    Map<String, List<Crowd.Member>> alike = new LinkedHashMap<>();
    for (Remark remark : remarks) {
      alike.computeIfAbsent(remark.text(), key -> new ArrayList<>()).add(remark.who());
    }
    Pages drawing = new Pages(medium);
    int indent = medium.isSpoken() ? 0 : 2;
    alike.forEach(
        (text, who) -> {
          Text line = new Crowd(who).text(medium, false).and(Style.MESSAGE, text);
          drawing.lines.addAll(medium.wrapped(line, indent));
        });
    return drawing.lines;
  }

  private void draw(List<String> areas, Map<List<Count>, List<Crowd.Member>> alike) {
    List<Text> heads = new ArrayList<>();
    int names = 0;
    for (List<Crowd.Member> who : alike.values()) {
      Text head = new Crowd(who).text(medium, true);
      heads.add(head);
      names = Math.max(names, head.width());
    }
    names = Math.min(names, medium.width() == 0 ? 60 : medium.width() / 3);
    List<List<String>> cells = new ArrayList<>();
    cells.add(new ArrayList<>(areas));
    for (List<Count> counts : alike.keySet()) {
      List<String> row = new ArrayList<>();
      counts.forEach(count -> row.add(cell(count)));
      row.add(cell(sum(counts)));
      cells.add(row);
    }
    cells.get(0).add(medium.say("memory.all"));
    int from = 0;
    while (from < cells.get(0).size()) {
      from = page(cells, heads, names, from);
    }
  }

  /** As many areas as there is room for; gives the first of the next page. */
  private int page(List<List<String>> cells, List<Text> heads, int names, int from) {
    List<Integer> widths = new ArrayList<>();
    int used = 2 + names;
    int to = from;
    while (to < cells.get(0).size()) {
      int width = 0;
      for (List<String> row : cells) {
        width = Math.max(width, Columns.of(row.get(to)));
      }
      if (to > from && medium.width() > 0 && used + GAP + width >= medium.width()) {
        break;
      }
      widths.add(width);
      used += GAP + width;
      to++;
    }
    for (int y = 0; y < cells.size(); y++) {
      List<Text> head = y == 0 ? List.of(Text.EMPTY) : medium.pieces(heads.get(y - 1), 2);
      if (head.size() > 1 || head.get(0).width() > names) {
        for (Text piece : head) {
          lines.add(Text.of(Style.PLAIN, "  ").and(piece));
        }
        head = List.of(Text.EMPTY);
      }
      Text line = Text.of(Style.PLAIN, "  ").and(head.get(0)).padded(2 + names);
      for (int x = from; x < to; x++) {
        String cell = cells.get(y).get(x);
        int blanks = GAP + widths.get(x - from) - Columns.of(cell);
        line =
            line.and(Style.PLAIN, " ".repeat(blanks)).and(y == 0 ? Style.NOTE : Style.VALUE, cell);
      }
      lines.add(line);
    }
    return to;
  }

  private static Count sum(List<Count> counts) {
    return counts.stream().reduce(new Count(0, 0), Count::and);
  }

  private static String cell(Count count) {
    return count.own() + " + " + count.shared();
  }

  private void say(List<String> areas, List<Count> counts, Crowd who) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < areas.size(); i++) {
      Count count = counts.get(i);
      text.append(i == 0 ? "" : medium.say("semicolon"))
          .append(medium.say("memory.say.area", areas.get(i), count.own(), count.shared()));
    }
    String all = medium.say("memory.say", who.text(medium, true), text);
    lines.addAll(medium.wrapped(Text.of(Style.MESSAGE, all), 0));
  }
}
