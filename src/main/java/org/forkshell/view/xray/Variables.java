package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.source.Columns;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wrapping;
import org.jspecify.annotations.Nullable;

/**
 * Variables against processes: a row each, a column for all processes that have the same in every
 * one. Where there is no room for all columns, more of them follow below; where there are many,
 * variables and processes change places.
 */
public final class Variables {
  private static final int WIDEST = 30;
  private static final int GAP = 2;
  private static final int MOST_PAGES = 3;

  /**
   * One variable.
   *
   * @param declaration as C writes it
   * @param address where it lies, 0 where that is not the same in all processes
   * @param values what each process has in it; null for one that has not reached it
   */
  public record Row(String declaration, long address, List<@Nullable String> values) {}

  /**
   * Variables that the same processes have.
   *
   * @param title empty for those of the whole program
   * @param missing what to write where a process has no value
   */
  public record Section(String title, List<Crowd.Member> who, List<Row> rows, String missing) {}

  private record Column(Crowd crowd, int index, Text head) {}

  private final Section section;
  private final Medium medium;
  private final List<Column> columns = new ArrayList<>();
  private final List<Text> lines = new ArrayList<>();
  private int declarations;
  private int names;

  private Variables(Section section, Medium medium) {
    this.section = section;
    this.medium = medium;
    Map<List<@Nullable String>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < section.who().size(); i++) {
      List<@Nullable String> all = new ArrayList<>();
      for (Row row : section.rows()) {
        all.add(row.values().get(i));
      }
      alike.computeIfAbsent(all, key -> new ArrayList<>()).add(i);
    }
    for (List<Integer> group : alike.values()) {
      List<Crowd.Member> who = new ArrayList<>();
      group.forEach(i -> who.add(section.who().get(i)));
      Crowd crowd = new Crowd(who);
      columns.add(new Column(crowd, group.get(0), crowd.text(medium, who.size() == 1)));
    }
  }

  public static List<Text> draw(List<Section> sections, Medium medium) {
    List<Text> all = new ArrayList<>();
    for (Section section : sections) {
      Variables drawing = new Variables(section, medium);
      if (!section.title().isEmpty()) {
        int indent = medium.isSpoken() ? 0 : 2;
        all.addAll(medium.wrapped(Text.of(Style.HEADING, section.title()), indent));
      }
      if (medium.isSpoken()) {
        drawing.speak();
      } else {
        drawing.draw();
      }
      all.addAll(drawing.lines);
    }
    return all;
  }

  private boolean isCommon(Row row) {
    for (Column column : columns) {
      if (!value(row, column).equals(value(row, columns.get(0)))) {
        return false;
      }
    }
    return true;
  }

  private String value(Row row, Column column) {
    String value = row.values().get(column.index());
    return value == null ? section.missing() : value;
  }

  private Text name(Row row) {
    Text name = Text.of(Style.VALUE_NAME, row.declaration());
    return row.address() == 0
        ? name
        : name.padded(declarations).and(Style.NOTE, "  0x" + Long.toHexString(row.address()));
  }

  private void draw() {
    List<Row> differing = new ArrayList<>();
    int widest = medium.width() == 0 ? WIDEST : medium.width() / 4;
    for (Row row : section.rows()) {
      declarations = Math.max(declarations, Columns.of(row.declaration()));
    }
    declarations = Math.min(declarations, widest);
    for (Row row : section.rows()) {
      if (!isCommon(row)) {
        differing.add(row);
      }
      names = Math.max(names, name(row).width());
    }
    names = Math.min(names, medium.width() == 0 ? 60 : medium.width() / 2 - 2);
    if (columns.isEmpty()) {
      section.rows().forEach(row -> lines.addAll(medium.wrapped(name(row), 2)));
      return;
    }
    if (columns.size() == 1 || differing.isEmpty()) {
      lines.addAll(medium.wrapped(columns.get(0).head(), 2));
      section.rows().forEach(this::common);
      return;
    }
    boolean any = differing.size() < section.rows().size();
    if (any) {
      lines.addAll(medium.wrapped(Text.of(Style.NOTE, medium.say("vars.common")), 2));
      section.rows().stream().filter(this::isCommon).forEach(this::common);
    }
    table(differing);
  }

  private void common(Row row) {
    entry(name(row), List.of(Text.of(Style.VALUE, value(row, columns.get(0)))), List.of(0));
  }

  /** Variables down and processes across or, where that takes too many pages, the other way. */
  private void table(List<Row> rows) {
    List<Text> variables = rows.stream().map(this::name).toList();
    List<Text> processes = columns.stream().map(Column::head).toList();
    List<List<Text>> cells = new ArrayList<>();
    List<List<Text>> turned = new ArrayList<>();
    for (Row row : rows) {
      cells.add(columns.stream().map(column -> cell(row, column)).toList());
    }
    for (Column column : columns) {
      turned.add(rows.stream().map(row -> cell(row, column)).toList());
    }
    int start = lines.size();
    if (pages(variables, processes, cells) > MOST_PAGES && columns.size() > rows.size()) {
      lines.subList(start, lines.size()).clear();
      int widest = processes.stream().mapToInt(Text::width).max().orElse(1);
      names = Math.min(widest, medium.width() == 0 ? 60 : medium.width() / 2 - 2);
      declarations = 0;
      pages(processes, rows.stream().map(this::name).toList(), turned);
    }
  }

  private Text cell(Row row, Column column) {
    String value = value(row, column);
    return row.values().get(column.index()) == null
        ? Text.of(Style.NOTE, value)
        : Text.of(column.crowd().first(), value);
  }

  /** Gives how many pages side by side it took. */
  private int pages(List<Text> labels, List<Text> heads, List<List<Text>> cells) {
    int pages = 0;
    int from = 0;
    while (from < heads.size()) {
      List<Integer> widths = new ArrayList<>();
      int used = 2 + names;
      int to = from;
      while (to < heads.size()) {
        int width = heads.get(to).width();
        for (List<Text> row : cells) {
          width = Math.max(width, row.get(to).width());
        }
        width = Math.min(width, Math.min(WIDEST, medium.left(2 + names + GAP)));
        if (to > from && medium.width() > 0 && used + GAP + width >= medium.width()) {
          break;
        }
        widths.add(width);
        used += GAP + width;
        to++;
      }
      entry(Text.EMPTY, heads.subList(from, to), widths);
      for (int i = 0; i < labels.size(); i++) {
        entry(labels.get(i), cells.get(i).subList(from, to), widths);
      }
      from = to;
      pages++;
    }
    return pages;
  }

  /** A row: each of its cells takes as many lines as it needs. */
  private void entry(Text name, List<Text> values, List<Integer> widths) {
    List<List<Text>> cells = new ArrayList<>();
    int height = 1;
    List<Text> label = cut(name, names);
    height = Math.max(height, label.size());
    for (int i = 0; i < values.size(); i++) {
      int width = widths.get(i) == 0 ? medium.left(2 + names + GAP) : widths.get(i);
      cells.add(cut(values.get(i), width));
      height = Math.max(height, cells.get(i).size());
    }
    for (int y = 0; y < height; y++) {
      Text line = Text.of(Style.PLAIN, "  ");
      line = y < label.size() ? line.and(label.get(y)) : line;
      int x = 2 + names;
      for (int i = 0; i < cells.size(); i++) {
        line = line.padded(x + GAP);
        x += GAP + widths.get(i);
        line = y < cells.get(i).size() ? line.and(cells.get(i).get(y)) : line;
      }
      lines.add(line);
    }
  }

  private static List<Text> cut(Text text, int width) {
    return text.isEmpty() ? List.of() : Wrapping.wrapped(text, Math.max(2, width));
  }

  private void speak() {
    for (Row row : section.rows()) {
      String at =
          row.address() == 0 ? "" : medium.say("vars.say.at", Long.toHexString(row.address()));
      if (columns.isEmpty()) {
        say(medium.say("vars.say", row.declaration(), at, ""));
      } else if (isCommon(row)) {
        String value = value(row, columns.get(0));
        String key = section.who().size() == 1 ? "vars.say.one" : "vars.say.same";
        say(medium.say("vars.say", row.declaration(), at, medium.say(key, value)));
      } else {
        StringBuilder text = new StringBuilder();
        for (Column column : columns) {
          text.append(text.length() == 0 ? "" : medium.say("semicolon"))
              .append(medium.say("vars.say.of", column.head(), value(row, column)));
        }
        say(medium.say("vars.say", row.declaration(), at, text));
      }
    }
  }

  private void say(String text) {
    lines.addAll(medium.wrapped(Text.of(Style.MESSAGE, text), 0));
  }
}
