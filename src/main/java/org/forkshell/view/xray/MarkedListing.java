package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.source.Columns;
import org.forkshell.view.Hue;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Shows the program, with a marker for each process where it stands. */
public final class MarkedListing {
  /** Longer programs are shown where somebody stands. */
  private static final int LONG = 40;

  private static final int AROUND = 3;
  private static final int TAB = 8;

  /**
   * @param label the number of the line, empty where a line of the log goes on
   */
  public record Line(String label, String text) {}

  /**
   * Where a process stands.
   *
   * @param line which of the lines, counted from 1; one more than there are for who is ready for
   *     the next, 0 where that is not known
   * @param doing what it does there
   */
  public record Stand(Crowd.Member who, int line, Text doing) {}

  private final List<Line> lines;
  private final Medium medium;
  private final Map<Integer, Map<String, List<Stand>>> stands = new LinkedHashMap<>();
  private final List<Text> drawn = new ArrayList<>();
  private int labels = 1;
  private int code;

  private MarkedListing(List<Line> lines, List<Stand> all, Medium medium) {
    this.lines = lines;
    this.medium = medium;
    for (Stand stand : all) {
      stands
          .computeIfAbsent(stand.line(), key -> new LinkedHashMap<>())
          .computeIfAbsent(stand.doing().toString(), key -> new ArrayList<>())
          .add(stand);
    }
    for (Line line : lines) {
      labels = Math.max(labels, line.label().length());
      code = Math.max(code, Columns.of(shown(line)));
    }
    code = Math.min(code, medium.width() == 0 ? 60 : medium.width() / 2);
  }

  /**
   * The drawing.
   *
   * @param whole whether to show every line of a long program
   */
  public static List<Text> draw(
      List<Line> lines, List<Stand> stands, boolean whole, Medium medium) {
    MarkedListing listing = new MarkedListing(lines, stands, medium);
    if (medium.isSpoken()) {
      listing.speak();
    } else {
      listing.draw(whole || lines.size() <= LONG);
    }
    return listing.drawn;
  }

  private static String shown(Line line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.text().length(); i++) {
      char c = line.text().charAt(i);
      if (c == '\t') {
        text.append(" ".repeat(TAB - text.length() % TAB));
      } else {
        text.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return text.toString().stripTrailing();
  }

  private void draw(boolean whole) {
    int skipped = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (!whole && !isNear(i)) {
        skipped++;
        continue;
      }
      skip(skipped, i - 1);
      skipped = 0;
      line(i);
    }
    skip(skipped, lines.size());
    Map<String, List<Stand>> ready = stands.getOrDefault(lines.size() + 1, Map.of());
    if (!ready.isEmpty()) {
      marked(lines.size() + 1, Text.of(Style.NOTE, medium.say("source.next")), ready);
    }
    stands
        .getOrDefault(0, Map.of())
        .values()
        .forEach(group -> drawn.addAll(medium.wrapped(remark(group), 2)));
  }

  private boolean isNear(int line) {
    for (int stand : stands.keySet()) {
      if (stand > 0 && Math.abs(stand - line) <= AROUND) {
        return true;
      }
    }
    return false;
  }

  private void skip(int count, int last) {
    if (count == 1) {
      line(last);
    } else if (count > 1) {
      String text = " ".repeat(labels + 4) + medium.say("source.skipped", count);
      drawn.add(Text.of(Style.NOTE, text));
    }
  }

  private void line(int number) {
    Line line = lines.get(number - 1);
    Map<String, List<Stand>> here = stands.getOrDefault(number, Map.of());
    Text text = Text.of(Style.PLAIN, shown(line));
    if (here.isEmpty()) {
      Text gutter = gutter("  ", line.label());
      List<Text> pieces = medium.pieces(text, gutter.width());
      for (int i = 0; i < pieces.size(); i++) {
        drawn.add((i == 0 ? gutter : blank(gutter)).and(pieces.get(i)));
      }
    } else {
      marked(number, text, here);
    }
  }

  private Text gutter(String marker, String label) {
    return Text.of(Style.NOTE, marker + " ".repeat(labels - label.length()) + label + "  ");
  }

  private static Text blank(Text gutter) {
    return Text.of(Style.PLAIN, " ".repeat(gutter.width()));
  }

  private void marked(int number, Text text, Map<String, List<Stand>> here) {
    Stand first = here.values().iterator().next().get(0);
    String label = number <= lines.size() ? lines.get(number - 1).label() : "";
    Text marker =
        new Text(
            List.of(
                new Text.Piece(
                    Style.PROCESS, Hue.of(first.who().name()), medium.glyph("► ", "> "))));
    Text gutter = marker.and(gutter("", label));
    int margin = gutter.width() + code + 3;
    boolean beside = text.width() <= code && here.size() == 1;
    Text remark = remark(here.values().iterator().next());
    if (beside && remark.width() <= medium.left(margin)) {
      drawn.add(gutter.and(text).padded(margin).and(remark));
      return;
    }
    List<Text> pieces = medium.pieces(text, gutter.width());
    for (int i = 0; i < pieces.size(); i++) {
      drawn.add((i == 0 ? gutter : blank(gutter)).and(pieces.get(i)));
    }
    Text rails = blank(gutter).and(Style.DRAWING, medium.glyph("└ ", "` "));
    for (List<Stand> group : here.values()) {
      List<Text> remarks = medium.pieces(remark(group), rails.width());
      for (int i = 0; i < remarks.size(); i++) {
        drawn.add((i == 0 ? rails : blank(rails)).and(remarks.get(i)));
      }
    }
  }

  private Text remark(List<Stand> group) {
    Crowd crowd = new Crowd(group.stream().map(Stand::who).toList());
    Text doing = group.get(0).doing();
    Text who = crowd.text(medium, true);
    return doing.isEmpty() ? who : who.and(Style.PLAIN, "  ").and(doing);
  }

  private void speak() {
    for (int i = 1; i <= lines.size() + 1; i++) {
      for (List<Stand> group : stands.getOrDefault(i, Map.of()).values()) {
        say(i, group);
      }
    }
    for (List<Stand> group : stands.getOrDefault(0, Map.of()).values()) {
      say(0, group);
    }
  }

  private void say(int number, List<Stand> group) {
    Text who = new Crowd(group.stream().map(Stand::who).toList()).text(medium, true);
    Text doing = group.get(0).doing();
    String text;
    if (number == 0 || number > lines.size()) {
      text = medium.say("source.say", who, doing);
    } else {
      int labelled = number;
      while (labelled > 1 && lines.get(labelled - 1).label().isEmpty()) {
        labelled--;
      }
      String label = lines.get(labelled - 1).label();
      String code = shown(lines.get(number - 1)).strip();
      text = medium.say("source.say.line", who, label, code, doing);
    }
    drawn.addAll(medium.wrapped(Text.of(Style.MESSAGE, text), 0));
  }
}
