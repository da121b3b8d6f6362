package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.forkshell.source.Columns;
import org.forkshell.view.Hue;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wrapping;
import org.forkshell.view.lanes.LanePlan.Column;
import org.forkshell.view.lanes.Row.Edge;
import org.forkshell.view.lanes.Row.Mark;
import org.forkshell.view.lanes.Row.Sign;
import org.forkshell.view.lanes.Row.State;

/** Draws a plan with characters. */
public final class LaneText {
  private final LanePlan plan;
  private final Glyphs glyphs;

  private LaneText(LanePlan plan, Glyphs glyphs) {
    this.plan = plan;
    this.glyphs = glyphs;
  }

  /** The rows of a plan as lines, none wider than the plan. */
  public static List<Text> draw(LanePlan plan, Glyphs glyphs) {
    LaneText drawing = new LaneText(plan, glyphs);
    List<Text> lines = new ArrayList<>();
    if (!plan.title().isEmpty()) {
      lines.add(Text.EMPTY);
      lines.addAll(Wrapping.kept(plan.title(), plan.width() - 1));
    }
    for (Row row : plan.rows()) {
      lines.add(drawing.line(row));
    }
    return lines;
  }

  /** What the signs of some plans mean; a line or two. */
  public static List<Text> legend(List<LanePlan> plans, Glyphs glyphs, Phrases phrases, int width) {
    Set<State> states = EnumSet.noneOf(State.class);
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    for (LanePlan plan : plans) {
      for (Row row : plan.rows()) {
        states.addAll(row.lanes());
        row.marks().forEach(mark -> signs.add(mark.sign()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (State state : List.of(State.ALIVE, State.BLOCKED, State.ZOMBIE)) {
      if (states.contains(state)) {
        text.append(glyphs.of(state)).append('\u00a0').append(word(state, phrases)).append("  ");
      }
    }
    for (Sign sign :
        List.of(
            Sign.WRITES,
            Sign.EXITS,
            Sign.DIES,
            Sign.WAITS,
            Sign.HIT,
            Sign.ORPHANED,
            Sign.EXECUTES)) {
      if (signs.contains(sign)) {
        text.append(glyphs.of(sign, true))
            .append('\u00a0')
            .append(word(sign, phrases))
            .append("  ");
      }
    }
    List<Text> lines = new ArrayList<>();
    for (Text line : LineLayout.wrapped(Text.of(Style.NOTE, text.toString().strip()), 0, width)) {
      Text plain = Text.EMPTY;
      for (Text.Piece piece : line.pieces()) {
        plain = plain.and(piece.style(), piece.text().replace('\u00a0', ' '));
      }
      lines.add(plain);
    }
    return lines;
  }

  private static String word(Enum<?> sign, Phrases phrases) {
    String key = "sign." + sign.name().toLowerCase(Locale.ROOT);
    return phrases.words().get(key).replace(' ', '\u00a0');
  }

  private Text line(Row row) {
    String label =
        row.line() > 0 && row.line() <= plan.labels().size()
            ? plan.labels().get(row.line() - 1)
            : "";
    int labelWidth = plan.labelWidth();
    Text line = Text.EMPTY;
    if (labelWidth > 0) {
      line =
          Text.of(Style.PLAIN, " ".repeat(Math.max(0, labelWidth - 2 - Columns.of(label))))
              .and(Style.NOTE, label)
              .and(Style.PLAIN, "  ");
    }
    int end = end(row);
    if (row.text().isEmpty()) {
      return line.and(cells(row, labelWidth, end));
    }
    int textEnd = row.textAt() + row.text().width();
    return line.and(cells(row, labelWidth, Math.min(end, row.textAt())))
        .padded(row.textAt())
        .and(row.text())
        .and(cells(row, textEnd, end));
  }

  /** Behind the last column of characters that lanes and edges use. */
  private int end(Row row) {
    List<Column> columns = plan.columns();
    int end = edgeEnd(row.edge());
    for (int i = 0; i < columns.size(); i++) {
      if (row.lanes().get(i) != State.NONE || isMarked(row, i)) {
        end = Math.max(end, columns.get(i).x() + 1);
      }
    }
    return end;
  }

  private Text cells(Row row, int from, int end) {
    List<Column> columns = plan.columns();
    Text text = Text.EMPTY;
    int column = 0;
    for (int x = from; x < end; x++) {
      while (column < columns.size() && columns.get(column).x() < x) {
        column++;
      }
      boolean lane = column < columns.size() && columns.get(column).x() == x;
      text = text.and(lane ? laneCell(row, column, x) : edgeCell(row, x));
    }
    return text;
  }

  private static boolean isMarked(Row row, int column) {
    return row.marks().stream().anyMatch(mark -> mark.column() == column);
  }

  private Text laneCell(Row row, int column, int x) {
    for (Mark mark : row.marks()) {
      if (mark.column() == column) {
        Edge edge = row.edge();
        boolean rightwards = edge == null || edge.to() > edge.from();
        Style style = mark.sign() == Sign.DIES ? Style.ALARM : Style.PROCESS;
        return cell(style, column, glyphs.of(mark.sign(), rightwards));
      }
    }
    State state = row.lanes().get(column);
    if (state == State.NONE) {
      return edgeCell(row, x);
    }
    // An edge passes behind the lanes that it crosses.
    return cell(state == State.ZOMBIE ? Style.DRAWING : Style.PROCESS, column, glyphs.of(state));
  }

  private Text cell(Style style, int column, String glyph) {
    int hue = style == Style.PROCESS ? Hue.of(plan.columns().get(column).name()) : -1;
    return new Text(List.of(new Text.Piece(style, hue, glyph)));
  }

  private Text edgeCell(Row row, int x) {
    Edge edge = row.edge();
    if (edge == null || x <= edgeStart(edge) || x >= edgeEnd(edge)) {
      return Text.of(Style.PLAIN, " ");
    }
    int hue = Hue.of(edge.name());
    return new Text(List.of(new Text.Piece(Style.PROCESS, hue, glyphs.of(edge.kind()))));
  }

  /** The column of characters where an edge begins, itself not of the edge. */
  private int edgeStart(Edge edge) {
    int first = Math.min(edge.from(), edge.to());
    return first < 0 ? plan.labelWidth() - 1 : plan.columns().get(first).x();
  }

  private int edgeEnd(@org.jspecify.annotations.Nullable Edge edge) {
    if (edge == null) {
      return 0;
    }
    int last = Math.max(edge.from(), edge.to());
    int count = plan.columns().size();
    return last < count ? plan.columns().get(last).x() : plan.columns().get(count - 1).x() + 2;
  }
}
