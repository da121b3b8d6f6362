package org.forkshell.view.lanes;

import java.util.List;
import org.forkshell.view.Hue;
import org.forkshell.view.Text;
import org.forkshell.view.lanes.LanePlan.Column;
import org.forkshell.view.lanes.Row.Edge;
import org.forkshell.view.lanes.Row.Kind;
import org.forkshell.view.lanes.Row.Mark;
import org.forkshell.view.lanes.Row.Sign;
import org.forkshell.view.lanes.Row.State;

/** Draws plans as scalable vector graphics; several pages stand one below the other. */
public final class LaneSvg {
  private static final double CHARACTER = 8.43;
  private static final int ROW = 24;
  private static final int MARGIN = 16;

  private final List<LanePlan> pages;
  private final LaneWords words;
  private final StringBuilder out = new StringBuilder();
  private int number;

  private LaneSvg(List<LanePlan> pages, LaneWords words) {
    this.pages = pages;
    this.words = words;
  }

  /**
   * A file of its own.
   *
   * @param title what it shows
   */
  public static String file(List<LanePlan> pages, LaneWords words, String title) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + new LaneSvg(pages, words).draw(title, true);
  }

  /** An element of a page that has the styles already. */
  static String element(List<LanePlan> pages, LaneWords words, String title) {
    return new LaneSvg(pages, words).draw(title, false);
  }

  private String draw(String title, boolean alone) {
    int width = MARGIN;
    int rows = 0;
    for (LanePlan page : pages) {
      rows += page.rows().size() + (page.title().isEmpty() ? 0 : 2);
      for (Row row : page.rows()) {
        width = Math.max(width, (int) (CHARACTER * (row.textAt() + row.text().width())));
      }
      for (Column column : page.columns()) {
        width = Math.max(width, (int) x(column) + 2 * (int) CHARACTER);
      }
    }
    width += 2 * MARGIN;
    int height = rows * ROW + 2 * MARGIN;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lanes\" role=\"img\" ")
        .append("aria-labelledby=\"lanes-title lanes-desc\" viewBox=\"0 0 ")
        .append(width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">\n")
        .append("<title id=\"lanes-title\">" + Markup.escaped(title) + "</title>\n")
        .append("<desc id=\"lanes-desc\">");
    for (Text line : words.tell(0)) {
      out.append(Markup.escaped(line.toString())).append('\n');
    }
    out.append("</desc>\n");
    if (alone) {
      out.append("<style>\n").append(Markup.resource("lanes.css")).append("</style>\n");
    }
    out.append("<rect class=\"paper\" width=\"" + width + "\" height=\"" + height + "\"/>\n");
    int y = MARGIN;
    for (LanePlan page : pages) {
      if (!page.title().isEmpty()) {
        y += ROW;
        text(MARGIN, y + ROW / 2.0, page.title());
        y += ROW;
      }
      page(page, y, width);
      y += page.rows().size() * ROW;
      number++;
    }
    return out.append("</svg>\n").toString();
  }

  private double x(Column column) {
    return MARGIN + (column.x() + 0.5) * CHARACTER;
  }

  private void page(LanePlan page, int top, int width) {
    List<Row> rows = page.rows();
    for (int i = 0; i < rows.size(); i++) {
      bandAndEdge(page, rows.get(i), top + i * ROW, width);
    }
    for (int c = 0; c < page.columns().size(); c++) {
      lane(page, c, top, true);
      lane(page, c, top, false);
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = top + i * ROW + ROW / 2.0;
      out.append("<g class=\"row\"" + data(row) + lanes(row) + ">");
      for (Mark mark : row.marks()) {
        Column column = page.columns().get(mark.column());
        sign(mark.sign(), x(column), y, Hue.of(column.name()));
      }
      root(page, row, y);
      label(page, row, y);
      if (!row.text().isEmpty()) {
        text(MARGIN + row.textAt() * CHARACTER, y, row.text());
      }
      out.append("</g>\n");
    }
  }

  private static String data(Row row) {
    return " data-step=\""
        + row.step()
        + "\""
        + (row.line() > 0 ? " data-at=\"" + row.line() + "\"" : "");
  }

  /** The names of the lanes that a row is about. */
  private String lanes(Row row) {
    StringBuilder names = new StringBuilder();
    for (Mark mark : row.marks()) {
      names.append(names.length() == 0 ? "" : " ").append(laneName(mark.column()));
    }
    return names.length() == 0 ? "" : " data-lanes=\"" + names + "\"";
  }

  private String laneName(int column) {
    return "p" + number + "c" + column;
  }

  /** What can be pointed at, below all else; and the edge, which lanes pass over. */
  private void bandAndEdge(LanePlan page, Row row, int top, int width) {
    Moment moment = page.steps().get(row.step()).first();
    out.append("<g class=\"row\"" + data(row) + "><title>")
        .append(Markup.escaped(words.sentence(moment)))
        .append("</title><rect class=\"band\" x=\"0\" y=\"" + top + "\" width=\"" + width)
        .append("\" height=\"" + ROW + "\"/></g>\n");
    Edge edge = row.edge();
    if (edge == null) {
      return;
    }
    double y = top + ROW / 2.0;
    double from = end(page, edge.from());
    double to = end(page, edge.to());
    boolean tip = edge.kind() != Kind.FORK && edge.to() >= 0 && edge.to() < page.columns().size();
    double sense = Math.signum(to - from);
    out.append("<g class=\"h" + Hue.of(edge.name()) + "\">");
    if (edge.kind() == Kind.FORK && to > from && edge.to() < page.columns().size()) {
      // The child's lane begins where the edge bends down.
      out.append(
          String.format(
              java.util.Locale.ROOT,
              "<path d=\"M%.1f %.1fH%.1fQ%.1f %.1f %.1f %.1f\"/>",
              from,
              y,
              to - 8,
              to,
              y,
              to,
              y + 8));
    } else {
      String kind = edge.kind() == Kind.KILL ? " class=\"kill\"" : "";
      line(from, y, tip ? to - sense * 10 : to, y, kind);
    }
    if (tip) {
      double base = to - sense * 12;
      out.append(
          String.format(
              java.util.Locale.ROOT,
              "<path class=\"tip\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fZ\"/>",
              to - sense * 1.5,
              y,
              base,
              y - 5,
              base,
              y + 5));
    }
    out.append("</g>\n");
  }

  /** Where an edge leaves a lane it lies above it. */
  private void root(LanePlan page, Row row, double y) {
    Edge edge = row.edge();
    if (edge != null && edge.from() >= 0 && edge.from() < page.columns().size()) {
      double from = end(page, edge.from());
      out.append("<g class=\"h" + Hue.of(edge.name()) + "\">");
      line(from, y, from + Math.signum(edge.to() - edge.from()) * 5, y, "");
      out.append("</g>");
    }
  }

  private double end(LanePlan page, int column) {
    int last = page.columns().size() - 1;
    return column < 0
        ? MARGIN + page.labelWidth() * CHARACTER - 8
        : column > last
            ? x(page.columns().get(last)) + 2 * CHARACTER
            : x(page.columns().get(column));
  }

  /** A lane, in pieces of one look each. */
  private void lane(LanePlan page, int column, int top, boolean halo) {
    List<Row> rows = page.rows();
    double x = x(page.columns().get(column));
    String hue = "h" + Hue.of(page.columns().get(column).name());
    for (int i = 0; i < rows.size(); ) {
      State state = rows.get(i).lanes().get(column);
      int end = i + 1;
      while (end < rows.size() && rows.get(end).lanes().get(column) == state) {
        end++;
      }
      if (state != State.NONE) {
        boolean born = rows.get(i).marks().contains(new Mark(column, Sign.BORN));
        boolean bends = born && (i == 0 || rows.get(i - 1).lanes().get(column) == State.NONE);
        double from = top + i * ROW + ROW / 2.0 + (bends ? 8 : 0);
        // To the middle of the row in which it changes; the last go on to the end of the picture.
        double to = top + end * ROW + (end == rows.size() ? 0 : ROW / 2.0);
        if (halo) {
          line(x, from + (bends ? 4 : 0), x, to, " class=\"halo\"");
        } else {
          String look =
              state == State.BLOCKED ? " blocked" : state == State.ZOMBIE ? " zombie" : "";
          String name = " lane " + laneName(column);
          line(x, from, x, to, " class=\"" + hue + look + name + "\"");
        }
      }
      i = end;
    }
  }

  private void line(double x1, double y1, double x2, double y2, String attributes) {
    out.append(
        String.format(
            java.util.Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"%s/>\n",
            x1,
            y1,
            x2,
            y2,
            attributes));
  }

  private void sign(Sign sign, double x, double y, int hue) {
    String shape =
        switch (sign) {
          case BEGINS -> "<circle class=\"sign hollow\" cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"5\"/>";
          case WRITES -> "<circle class=\"sign\" cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"4\"/>";
          case EXITS -> "<rect class=\"sign\" x=\"%3$.1f\" y=\"%4$.1f\" width=\"9\" height=\"9\"/>";
          case DIES -> "<path class=\"dies\" d=\"M%3$.1f %4$.1fl9 9m0 -9l-9 9\"/>";
          case ORPHANED -> "<path class=\"sign hollow\" d=\"M%1$.1f %4$.1fl5 5l-5 5l-5 -5Z\"/>";
          case EXECUTES -> "<path class=\"sign\" d=\"M%1$.1f %4$.1fl5 5l-5 5l-5 -5Z\"/>";
          case COLLECTED, LEAVES -> "<path d=\"M%3$.1f %2$.1fh9\"/>";
          case BLOCKS, PASSES, FORKS, BORN, WAITS, KILLS, HIT -> "";
        };
    if (!shape.isEmpty()) {
      out.append("<g class=\"h" + hue + "\">")
          .append(String.format(java.util.Locale.ROOT, shape, x, y, x - 4.5, y - 4.5))
          .append("</g>");
    }
  }

  private void label(LanePlan page, Row row, double y) {
    if (page.labelWidth() > 0 && row.line() > 0 && row.line() <= page.labels().size()) {
      double x = MARGIN + (page.labelWidth() - 2) * CHARACTER;
      out.append(
              String.format(
                  java.util.Locale.ROOT,
                  "<text class=\"label\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">",
                  x,
                  y + 5))
          .append(Markup.escaped(page.labels().get(row.line() - 1)))
          .append("</text>");
    }
  }

  private void text(double x, double y, Text text) {
    out.append(
            String.format(
                java.util.Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" xml:space=\"preserve\">",
                x,
                y + 5))
        .append(Markup.pieces(text, "tspan"))
        .append("</text>");
  }
}
