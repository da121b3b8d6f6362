package org.forkshell.view.lanes;

import org.forkshell.process.Event.Call;
import org.forkshell.process.FlushReason;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in its place in a chart. Lanes are meant by their index in {@link
 * LaneChart#lanes}; -1 is none.
 */
public sealed interface Moment {
  /** On whose lane it happened. */
  int lane();

  At at();

  /**
   * When and where.
   *
   * @param nanos since the chart's first moment
   * @param line of the program's listing, counted from 1, or 0
   */
  record At(long nanos, int line) {}

  /** The root is there. */
  record Begins(int lane, At at) implements Moment {}

  /** An edge to a new lane. */
  record Forks(int lane, At at, int child) implements Moment {}

  /**
   * fork returned -1.
   *
   * @param limit the tool's own limit that was reached, or 0
   */
  record ForkFails(int lane, At at, int errno, int limit) implements Moment {}

  /**
   * Bytes that reached descriptor 1 or 2, with nothing else happening between them.
   *
   * @param pid who wrote: not the lane's own process where that exec'd a program which forked
   */
  record Writes(int lane, At at, int pid, int fd, byte[] bytes, FlushReason reason)
      implements Moment {}

  /** A write(2) to another descriptor, or one that failed: {@code count} is then -1. */
  record Sends(int lane, At at, int fd, long count, int errno) implements Moment {}

  /**
   * A call has to wait.
   *
   * @param awaited the lane that it waits for, or -1
   */
  record Blocks(int lane, At at, Call call, long argument, int awaited) implements Moment {}

  /** The call is over; wait's end is {@link Waits} or {@link WaitFails}. */
  record Resumes(int lane, At at, Call call) implements Moment {}

  /** An edge from a child that ended, stopped or went on to its parent, whose wait returned. */
  record Waits(int lane, At at, int child, WaitStatus status) implements Moment {
    /** Whether the child is gone after this. */
    boolean collects() {
      return !status.stopped() && !status.continued();
    }
  }

  /** wait returned without a child; {@code errno} is 0 where nobody had ended yet (WNOHANG). */
  record WaitFails(int lane, At at, int errno) implements Moment {}

  /**
   * kill returned.
   *
   * @param target the lane of whom it was for, or -1
   */
  record Kills(int lane, At at, int target, int pid, int signal, int errno) implements Moment {}

  /** The process sends itself a signal. */
  record Raises(int lane, At at, int signal) implements Moment {}

  /** The process leaves. */
  record Exits(int lane, At at, int status) implements Moment {}

  /** A signal ended the process. */
  record Dies(int lane, At at, int signal) implements Moment {}

  /**
   * The process has left without a word, as an exec'd program does; wait told how.
   *
   * @param status null where nobody knows how it ended
   */
  record Leaves(int lane, At at, @Nullable Integer status) implements Moment {}

  /** The parent has ended; the process has a new one. */
  record Orphaned(int lane, At at, int adopter) implements Moment {}

  /** Who adopts orphans collected the process. */
  record Collected(int lane, At at, WaitStatus status) implements Moment {}

  /**
   * Another program takes its place.
   *
   * @param program its path in quotes, empty where that is not known
   */
  record Executes(int lane, At at, String program) implements Moment {}

  /** execve failed. */
  record ExecFails(int lane, At at, String program, int errno) implements Moment {}

  /** The process gave up a line of the prompt. */
  record GivesUp(int lane, At at) implements Moment {}

  /** Here more happened than was kept. */
  record Missing(int lane, At at, long events, long bytes) implements Moment {}
}
