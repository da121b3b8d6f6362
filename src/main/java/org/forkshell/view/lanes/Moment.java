package org.forkshell.view.lanes;

import java.util.List;
import org.forkshell.process.Event.Call;
import org.forkshell.process.FlushReason;
import org.forkshell.process.Impasse;
import org.forkshell.process.ProcessName;
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

  /** What the visitor's method for this kind of moment returns. */
  <R> R accept(MomentVisitor<R> visitor);

  /**
   * When and where.
   *
   * @param nanos since the chart's first moment
   * @param line of the program's listing, counted from 1, or 0
   */
  record At(long nanos, int line) {}

  /** The root is there. */
  record Begins(int lane, At at) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.begins(this);
    }
  }

  /** An edge to a new lane. */
  record Forks(int lane, At at, int child) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.forks(this);
    }
  }

  /**
   * fork returned -1.
   *
   * @param limit the tool's own limit that was reached, or 0
   */
  record ForkFails(int lane, At at, int errno, int limit) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.forkFails(this);
    }
  }

  /**
   * Bytes that reached descriptor 1 or 2, with nothing else happening between them.
   *
   * @param pid who wrote: not the lane's own process where that exec'd a program which forked
   */
  record Writes(int lane, At at, int pid, int fd, byte[] bytes, FlushReason reason)
      implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.writes(this);
    }
  }

  /** A write(2) to another descriptor, or one that failed: {@code count} is then -1. */
  record Sends(int lane, At at, int fd, long count, int errno) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.sends(this);
    }
  }

  /**
   * A call has to wait.
   *
   * @param awaited the lane that it waits for, or -1
   * @param name what the program had called, where {@code call} does not say it; else empty
   */
  record Blocks(int lane, At at, Call call, long argument, int awaited, String name)
      implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.blocks(this);
    }
  }

  /** The call is over; wait's end is {@link Waits} or {@link WaitFails}. */
  record Resumes(int lane, At at, Call call) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.resumes(this);
    }
  }

  /** An edge from a child that ended, stopped or went on to its parent, whose wait returned. */
  record Waits(int lane, At at, int child, WaitStatus status) implements Moment {
    /** Whether the child is gone after this. */
    boolean collects() {
      return !status.stopped() && !status.continued();
    }

    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.waits(this);
    }
  }

  /** wait returned without a child; {@code errno} is 0 where nobody had ended yet (WNOHANG). */
  record WaitFails(int lane, At at, int errno) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.waitFails(this);
    }
  }

  /**
   * kill returned.
   *
   * @param target the lane of whom it was for, or -1
   */
  record Kills(int lane, At at, int target, int pid, int signal, int errno) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.kills(this);
    }
  }

  /** The process sends itself a signal. */
  record Raises(int lane, At at, int signal) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.raises(this);
    }
  }

  /** The process leaves. */
  record Exits(int lane, At at, int status) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.exits(this);
    }
  }

  /** A signal ended the process. */
  record Dies(int lane, At at, int signal) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.dies(this);
    }
  }

  /**
   * The process has left without a word, as an exec'd program does; wait told how.
   *
   * @param status null where nobody knows how it ended
   */
  record Leaves(int lane, At at, @Nullable Integer status) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.leaves(this);
    }
  }

  /** The parent has ended; the process has a new one. */
  record Orphaned(int lane, At at, int adopter) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.orphaned(this);
    }
  }

  /** Who adopts orphans collected the process. */
  record Collected(int lane, At at, WaitStatus status) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.collected(this);
    }
  }

  /**
   * Another program takes its place.
   *
   * @param program its path in quotes, empty where that is not known
   */
  record Executes(int lane, At at, String program) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.executes(this);
    }
  }

  /** execve failed. */
  record ExecFails(int lane, At at, String program, int errno) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.execFails(this);
    }
  }

  /**
   * Who looked on found out that threads wait which can never go on.
   *
   * @param members who waits, and at the end whom the last of them waits for, if anybody
   */
  record Deadlock(int lane, At at, Impasse.Kind kind, List<ProcessName> members) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.deadlock(this);
    }
  }

  /** The process gave up a line of the prompt. */
  record GivesUp(int lane, At at) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.givesUp(this);
    }
  }

  /** Here more happened than was kept. */
  record Missing(int lane, At at, long events, long bytes) implements Moment {
    @Override
    public <R> R accept(MomentVisitor<R> visitor) {
      return visitor.missing(this);
    }
  }
}
