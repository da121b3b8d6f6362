package org.forkshell.view.lanes;

import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Text;

/**
 * A chart, or a page of one, with everything in its place: which row, which column of characters.
 *
 * @param title what to write above, empty for nothing
 * @param columns from left to right
 * @param steps what the rows tell of, by their number
 * @param labelWidth how many characters the labels of lines take at the left, 0 for none
 * @param labels of the lines of the listing, by their number less one
 * @param width of the whole, in characters
 */
public record LanePlan(
    Text title,
    List<Column> columns,
    List<Row> rows,
    List<Step> steps,
    int labelWidth,
    List<String> labels,
    int width) {
  /**
   * Where a lane is drawn.
   *
   * @param lanes by their index in the chart; several where siblings share it
   * @param name of the first, whose hue it has
   * @param x where the line is, in characters from the left
   */
  public record Column(List<Integer> lanes, ProcessName name, int x) {}
}
