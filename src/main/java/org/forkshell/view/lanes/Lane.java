package org.forkshell.view.lanes;

import java.util.function.IntUnaryOperator;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * One process in a chart, or a thread of it that is not its first.
 *
 * @param pid 0 where it was never told
 * @param parent the index of its parent's lane, -1 for the root
 * @param born the index of the moment with which it begins
 * @param ended the index of the moment with which it ends, -1 where it goes on
 * @param collected the index of the moment after which nothing is left of it, -1 where something is
 * @param status how it ended, as far as somebody knows
 */
public record Lane(
    ProcessName name,
    int pid,
    int parent,
    int born,
    int ended,
    int collected,
    @Nullable WaitStatus status) {

  /** The same where moments have other indexes. */
  Lane moved(IntUnaryOperator index) {
    return new Lane(
        name,
        pid,
        parent,
        index.applyAsInt(born),
        index.applyAsInt(ended),
        index.applyAsInt(collected),
        status);
  }

  /** Whether it is a thread of a process, and not its first one, which has the process's lane. */
  public boolean isThread() {
    return name.thread() > 1;
  }

  /** Whether it has ended and nobody has waited for it. */
  public boolean isZombie() {
    return ended >= 0 && collected < 0 && !isThread();
  }
}
