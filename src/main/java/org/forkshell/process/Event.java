package org.forkshell.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a process, as that process or the kernel tells it. Nothing here comes
 * from a script.
 *
 * <p>Who distinguishes between events does it as an {@link EventVisitor}, or a {@link
 * LifecycleVisitor} where most of what processes do makes no difference.
 */
public sealed interface Event {
  /** Who says so, when, and where in the program. */
  Origin origin();

  default int pid() {
    return origin().pid();
  }

  default int tid() {
    return origin().tid();
  }

  /** Calls the visitor's method for this kind of event. */
  void accept(EventVisitor visitor);

  /** Changes who there is, or which program a process runs: birth, exec, end, collection. */
  sealed interface Lifecycle extends Event {}

  /** What a process does, or what befalls it, while the family stays as it is. */
  sealed interface Action extends Event {}

  /** fork has returned, in one of the two processes or the other. */
  sealed interface Birth extends Lifecycle {
    /** The pid of the process that is new. */
    int child();
  }

  /** The last that a process tells: its end follows. */
  sealed interface Leaving extends Lifecycle {
    /** How it is going to end. */
    WaitStatus end();
  }

  /** Somebody has been told of a child, which the kernel may have forgotten then. */
  sealed interface Collecting extends Lifecycle {
    /** The child's pid; 0 or less where it is about none. */
    int child();

    WaitStatus status();

    /** Whether the child is gone: it was neither stopped nor let go on, but had ended. */
    default boolean collects() {
      return child() > 0 && !status().stopped() && !status().continued();
    }
  }

  /**
   * @param pid the process that speaks; the kernel vouches for it
   * @param tid the thread of it that speaks, by the kernel's id; the first thread's is the pid
   * @param nanos CLOCK_MONOTONIC in nanoseconds
   * @param line how many lines of the session's log the process has taken on, this one included
   * @param calls code offsets: where the process stands and where its callers go on, innermost
   *     first
   * @param frame the address of the innermost call's frame, 0 where there is none
   */
  record Origin(int pid, int tid, long nanos, int line, List<Integer> calls, long frame) {
    /** By a process's first thread. */
    public Origin(int pid, long nanos, int line, List<Integer> calls) {
      this(pid, pid, nanos, line, calls, 0);
    }
  }

  /**
   * A process begins: the root, or a child after fork has returned in it.
   *
   * @param unwritten how many bytes waited in stdout's buffer then, and so were copied
   * @param inner the pid that it has for itself, where it lives in a pid namespace of its own; 0
   *     elsewhere
   * @param borrowed whether it has its parent's memory instead of a copy, as vfork(2) has it
   * @param inThread whether it goes on in a thread that was not its parent's first
   */
  record Born(
      Origin origin,
      int parent,
      int index,
      long unwritten,
      int inner,
      boolean borrowed,
      boolean inThread)
      implements Birth {
    public Born(Origin origin, int parent, int index, long unwritten) {
      this(origin, parent, index, unwritten, 0, false, false);
    }

    public Born(Origin origin, int parent, int index) {
      this(origin, parent, index, 0);
    }

    @Override
    public int child() {
      return pid();
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.born(this);
    }
  }

  /**
   * fork returned in the parent.
   *
   * @param returned what it returned: the child's pid as the parent sees it, which is another than
   *     {@code child} in a pid namespace of its own
   * @param lent whether it was vfork
   */
  record Forked(Origin origin, int child, int index, int returned, boolean lent) implements Birth {
    public Forked(Origin origin, int child, int index) {
      this(origin, child, index, child, false);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.forked(this);
    }
  }

  /**
   * fork failed.
   *
   * @param limit the tool's own limit that was reached, or 0 when the kernel refused
   * @param lent whether it was vfork
   */
  record ForkRefused(Origin origin, int errno, int limit, boolean lent) implements Action {
    public ForkRefused(Origin origin, int errno, int limit) {
      this(origin, errno, limit, false);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.forkRefused(this);
    }
  }

  /**
   * Bytes that left a process.
   *
   * @param fd the descriptor, 1 or 2 for bytes that the tool carried
   */
  record Output(Origin origin, int fd, byte[] bytes, FlushReason reason) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.output(this);
    }
  }

  /**
   * A process that a program forked which a member of the family had exec'd, a shell's command for
   * one, is about to be heard of: it tells nothing itself, but its bytes are seen.
   *
   * @param ancestor the member of the family that it descends from
   */
  record Descended(Origin origin, int ancestor) implements Lifecycle {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.descended(this);
    }
  }

  /**
   * A write(2) to a descriptor that the tool does not watch, or that failed: {@code result} is then
   * -1.
   */
  record Written(Origin origin, int fd, long count, int errno, FlushReason reason)
      implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.written(this);
    }
  }

  /**
   * _exit is about to be called.
   *
   * @param unwritten how many bytes wait in stdout's buffer: nobody will ever write them
   */
  record Exiting(Origin origin, int status, long unwritten) implements Leaving {
    public Exiting(Origin origin, int status) {
      this(origin, status, 0);
    }

    @Override
    public WaitStatus end() {
      return WaitStatus.ofExit(status);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.exiting(this);
    }
  }

  /**
   * A call that had to wait: {@code call} names it, {@code argument} is its first argument (a pid,
   * a descriptor, seconds).
   *
   * @param unwritten how many bytes wait in stdout's buffer meanwhile; -1 where that is not known
   * @param readsInput whether it reads the standard input that the root was given, by whichever
   *     descriptor
   */
  record Blocked(Origin origin, Call call, long argument, long unwritten, boolean readsInput)
      implements Action {
    public Blocked(Origin origin, Call call, long argument) {
      this(origin, call, argument, -1, call == Call.READ && argument == 0);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.blocked(this);
    }
  }

  /**
   * A thread has started another one of its process.
   *
   * @param thread the kernel's id of the new one
   * @param index which of the process's threads it is, counted from 1, the first
   * @param locals how far its thread-local objects lie from those of the first, in bytes
   */
  record ThreadStarted(Origin origin, int thread, int index, long locals) implements Lifecycle {
    public ThreadStarted(Origin origin, int thread, int index) {
      this(origin, thread, index, 0);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.threadStarted(this);
    }
  }

  /** A thread ends, and its process goes on: the one that says so. */
  record ThreadEnded(Origin origin) implements Lifecycle {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.threadEnded(this);
    }
  }

  /**
   * Nobody who could end these waits is able to: who watches a run has found that out, no process
   * has told it.
   */
  record Deadlock(Origin origin, Impasse impasse) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.deadlock(this);
    }
  }

  /** A thread has accessed what another one accesses, with nothing to order the two. */
  record Race(Origin origin, DataRace race) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.race(this);
    }
  }

  /**
   * From here on no data races are found in this process, though they were asked for.
   *
   * @param threads how many can be told apart
   */
  record RacesUnseen(Origin origin, int threads) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.racesUnseen(this);
    }
  }

  /**
   * A child of a process that had other threads is about to call a function that is not
   * async-signal-safe. It is told of once for each place in the program.
   */
  record UnsafeCall(Origin origin) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.unsafeCall(this);
    }
  }

  /** Calls that can block. */
  enum Call {
    WAIT,
    READ,
    SLEEP,
    PAUSE,
    WRITE,
    OTHER
  }

  /**
   * A blocking call other than wait is over.
   *
   * @param errno why it failed; 0 where it did not, or is to be made again
   */
  record Unblocked(Origin origin, Call call, long result, int errno) implements Action {
    public Unblocked(Origin origin, Call call, long result) {
      this(origin, call, result, 0);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.unblocked(this);
    }
  }

  /**
   * waitpid returned.
   *
   * @param child the pid, 0 for WNOHANG without news, -1 for failure
   * @param returned what it returned: the child's pid as the caller sees it; 0 for waitid
   * @param wanted which child it was asked for, 0 or less for several
   * @param unkept whether the kernel keeps no ended children for the caller, which ignores SIGCHLD
   */
  record Waited(
      Origin origin,
      int child,
      WaitStatus status,
      int errno,
      int returned,
      int wanted,
      boolean unkept)
      implements Collecting {
    public Waited(Origin origin, int child, WaitStatus status, int errno) {
      this(origin, child, status, errno, child, -1, false);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.waited(this);
    }
  }

  /** kill returned. */
  record Killed(Origin origin, int target, int signal, int errno) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.killed(this);
    }
  }

  /**
   * A processor would have refused to go on, or the kernel has (a pipe that nobody reads): the
   * process dies by {@code signal}.
   *
   * @param unwritten how many bytes wait in stdout's buffer: nobody will ever write them
   */
  record Faulted(Origin origin, int signal, long address, long unwritten) implements Leaving {
    public Faulted(Origin origin, int signal, long address) {
      this(origin, signal, address, 0);
    }

    @Override
    public WaitStatus end() {
      return new WaitStatus(signal);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.faulted(this);
    }
  }

  /**
   * abort(3) or the like: the process sends itself a signal that ends it.
   *
   * @param unwritten how many bytes wait in stdout's buffer; -1 where that is not known
   */
  record Raised(Origin origin, int signal, long unwritten) implements Action {
    public Raised(Origin origin, int signal) {
      this(origin, signal, -1);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.raised(this);
    }
  }

  /** A caught signal has come: its handler, where the process stands now, begins. */
  record Handled(Origin origin, int signal) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.handled(this);
    }
  }

  /**
   * execve is about to replace the program.
   *
   * @param unwritten how many bytes wait in stdout's buffer: with the memory they go, too
   * @param program what is to replace it
   */
  record Executing(Origin origin, long unwritten, Executable program) implements Lifecycle {
    public Executing(Origin origin) {
      this(origin, 0, Executable.UNKNOWN);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.executing(this);
    }
  }

  /** execve failed. */
  record ExecFailed(Origin origin, int errno) implements Lifecycle {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.execFailed(this);
    }
  }

  /**
   * The process has done a line of the session and waits for the next.
   *
   * @param ran false when the line was not for this process
   * @param value the eight bytes that the line left as its value, if it has one
   * @param errno why the last call in it failed; 0 where it did not
   * @param unwritten how many bytes wait in stdout's buffer; -1 where that is not known
   */
  record LineDone(Origin origin, boolean ran, long value, int errno, long unwritten)
      implements Action {
    public LineDone(Origin origin, boolean ran, long value) {
      this(origin, ran, value, 0, -1);
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.lineDone(this);
    }
  }

  /** The process gave up a line because it was told to. */
  record Interrupted(Origin origin) implements Action {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.interrupted(this);
    }
  }

  /** The zygote forked a root. */
  record RootStarted(Origin origin, int root) implements Lifecycle {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.rootStarted(this);
    }
  }

  /**
   * A process was collected without a call of wait: by the zygote, as the nearest subreaper, or by
   * process 1 of a pid namespace, with whose end the kernel ends all in it.
   */
  record Reaped(Origin origin, int child, WaitStatus status) implements Collecting {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.reaped(this);
    }
  }

  /**
   * A process is dead by the kernel's word, as nobody told: it was killed from outside, or it was
   * exec'd and could not say so. All that it wrote and told has come before.
   *
   * @param status how it ended; null where the kernel does not tell, or kept nothing
   */
  record FoundDead(Origin origin, @Nullable WaitStatus status, Remains remains)
      implements Lifecycle {
    /** Whether the kernel has forgotten it. */
    public boolean gone() {
      return remains != Remains.ZOMBIE;
    }

    @Override
    public void accept(EventVisitor visitor) {
      visitor.foundDead(this);
    }
  }

  /** What is left of a process that is dead. */
  enum Remains {
    /** What wait(2) will tell its parent. */
    ZOMBIE,
    /** Nothing: its parent ignores SIGCHLD, so the kernel kept no status. */
    NOTHING,
    /** Nothing: an exec'd program may have collected it, which tells nothing. */
    UNSEEN
  }

  /** The zygote has no child left: every process of the session has ended and was collected. */
  record AllEnded(Origin origin) implements Lifecycle {
    @Override
    public void accept(EventVisitor visitor) {
      visitor.allEnded(this);
    }
  }
}
