package org.forkshell.view.lanes;

import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan.
 *
 * @param step the number of the step that it tells or goes on telling
 * @param line of the listing, or 0
 * @param lanes what each column is to look like where nothing stands on it
 * @param marks what stands on columns
 * @param edge what leads from one column to another
 * @param textAt where the text begins, in columns of a character
 */
record Row(
    int step,
    int line,
    List<State> lanes,
    List<Mark> marks,
    @Nullable Edge edge,
    int textAt,
    Text text) {

  /** What a process is at. */
  enum State {
    NONE,
    /** It has ended, and its parent has not asked how. */
    ZOMBIE,
    /** It waits in a system call. */
    BLOCKED,
    ALIVE
  }

  /** What can stand on a lane. */
  enum Sign {
    BEGINS,
    WRITES,
    BLOCKS,
    EXITS,
    DIES,
    ORPHANED,
    EXECUTES,
    /** Anything else, or nothing to be seen: the lane goes on. */
    PASSES,
    /** Where a fork's edge leaves the parent. */
    FORKS,
    /** Where it becomes the child. */
    BORN,
    /** Where a child's last edge leaves. */
    COLLECTED,
    /** The same where others in the column remain. */
    LEAVES,
    /** Where it meets the parent. */
    WAITS,
    /** Where a signal's edge leaves. */
    KILLS,
    /** Where it arrives. */
    HIT
  }

  record Mark(int column, Sign sign) {}

  enum Kind {
    FORK,
    WAIT,
    KILL
  }

  /**
   * From a column to a column; -1 is beyond the left end of the page, their count beyond the right.
   *
   * @param name whose hue it has
   */
  record Edge(Kind kind, int from, int to, ProcessName name) {}
}
