package org.forkshell.view.lanes;

import java.util.List;

/**
 * The text that the processes executed.
 *
 * @param title a file's name, or what else to call it
 */
public record ProgramListing(String title, List<Line> lines) {
  public static final ProgramListing EMPTY = new ProgramListing("", List.of());

  /**
   * @param label its number, as the learner knows it
   */
  public record Line(String label, String text) {}

  public ProgramListing {
    lines = List.copyOf(lines);
  }

  public List<String> labels() {
    return lines.stream().map(Line::label).toList();
  }
}
