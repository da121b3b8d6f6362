package org.forkshell.lesson;

import java.nio.file.Path;
import java.util.List;

/**
 * A lesson in one language.
 *
 * @param name the folder's
 * @param minutes how long it takes, about
 * @param covers examples and claims of the curriculum, such as {@code B4} or {@code claim 9}
 */
public record Lesson(
    String name,
    Path folder,
    String title,
    String summary,
    int minutes,
    List<String> covers,
    List<Step> steps) {
  public Lesson {
    covers = List.copyOf(covers);
    steps = List.copyOf(steps);
  }

  /**
   * What is shown at once.
   *
   * @param heading empty for the opening
   */
  public record Step(String heading, List<Block> blocks) {
    public Step {
      blocks = List.copyOf(blocks);
    }
  }
}
