package org.forkshell.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a process, as that process or the kernel tells it. Nothing here comes
 * from a script.
 */
public sealed interface Event {
  /** Who says so, when, and where in the program. */
  Origin origin();

  default int pid() {
    return origin().pid();
  }

  /**
   * @param pid the process that speaks; the kernel vouches for it
   * @param nanos CLOCK_MONOTONIC in nanoseconds
   * @param line how many lines of the session's log the process has taken on, this one included
   * @param calls code offsets: where the process stands and where its callers go on, innermost
   *     first
   * @param frame the address of the innermost call's frame, 0 where there is none
   */
  record Origin(int pid, long nanos, int line, List<Integer> calls, long frame) {
    public Origin(int pid, long nanos, int line, List<Integer> calls) {
      this(pid, nanos, line, calls, 0);
    }
  }

  /**
   * A process begins: the root, or a child after fork has returned in it.
   *
   * @param unwritten how many bytes waited in stdout's buffer then, and so were copied
   * @param inner the pid that it has for itself, where it lives in a pid namespace of its own; 0
   *     elsewhere
   * @param borrowed whether it has its parent's memory instead of a copy, as vfork(2) has it
   */
  record Born(Origin origin, int parent, int index, long unwritten, int inner, boolean borrowed)
      implements Event {
    public Born(Origin origin, int parent, int index, long unwritten) {
      this(origin, parent, index, unwritten, 0, false);
    }

    public Born(Origin origin, int parent, int index) {
      this(origin, parent, index, 0);
    }
  }

  /**
   * fork returned in the parent.
   *
   * @param returned what it returned: the child's pid as the parent sees it, which is another than
   *     {@code child} in a pid namespace of its own
   * @param lent whether it was vfork
   */
  record Forked(Origin origin, int child, int index, int returned, boolean lent) implements Event {
    public Forked(Origin origin, int child, int index) {
      this(origin, child, index, child, false);
    }
  }

  /**
   * fork failed.
   *
   * @param limit the tool's own limit that was reached, or 0 when the kernel refused
   * @param lent whether it was vfork
   */
  record ForkRefused(Origin origin, int errno, int limit, boolean lent) implements Event {
    public ForkRefused(Origin origin, int errno, int limit) {
      this(origin, errno, limit, false);
    }
  }

  /**
   * Bytes that left a process.
   *
   * @param fd the descriptor, 1 or 2 for bytes that the tool carried
   */
  record Output(Origin origin, int fd, byte[] bytes, FlushReason reason) implements Event {}

  /**
   * A process that a program forked which a member of the family had exec'd, a shell's command for
   * one, is about to be heard of: it tells nothing itself, but its bytes are seen.
   *
   * @param ancestor the member of the family that it descends from
   */
  record Descended(Origin origin, int ancestor) implements Event {}

  /**
   * A write(2) to a descriptor that the tool does not watch, or that failed: {@code result} is then
   * -1.
   */
  record Written(Origin origin, int fd, long count, int errno, FlushReason reason)
      implements Event {}

  /**
   * _exit is about to be called.
   *
   * @param unwritten how many bytes wait in stdout's buffer: nobody will ever write them
   */
  record Exiting(Origin origin, int status, long unwritten) implements Event {
    public Exiting(Origin origin, int status) {
      this(origin, status, 0);
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
      implements Event {
    public Blocked(Origin origin, Call call, long argument) {
      this(origin, call, argument, -1, call == Call.READ && argument == 0);
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
  record Unblocked(Origin origin, Call call, long result, int errno) implements Event {
    public Unblocked(Origin origin, Call call, long result) {
      this(origin, call, result, 0);
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
      implements Event {
    public Waited(Origin origin, int child, WaitStatus status, int errno) {
      this(origin, child, status, errno, child, -1, false);
    }
  }

  /** kill returned. */
  record Killed(Origin origin, int target, int signal, int errno) implements Event {}

  /**
   * A processor would have refused to go on, or the kernel has (a pipe that nobody reads): the
   * process dies by {@code signal}.
   *
   * @param unwritten how many bytes wait in stdout's buffer: nobody will ever write them
   */
  record Faulted(Origin origin, int signal, long address, long unwritten) implements Event {
    public Faulted(Origin origin, int signal, long address) {
      this(origin, signal, address, 0);
    }
  }

  /**
   * abort(3) or the like: the process sends itself a signal that ends it.
   *
   * @param unwritten how many bytes wait in stdout's buffer; -1 where that is not known
   */
  record Raised(Origin origin, int signal, long unwritten) implements Event {
    public Raised(Origin origin, int signal) {
      this(origin, signal, -1);
    }
  }

  /** A caught signal has come: its handler, where the process stands now, begins. */
  record Handled(Origin origin, int signal) implements Event {}

  /**
   * execve is about to replace the program.
   *
   * @param unwritten how many bytes wait in stdout's buffer: with the memory they go, too
   * @param program what is to replace it
   */
  record Executing(Origin origin, long unwritten, Executable program) implements Event {
    public Executing(Origin origin) {
      this(origin, 0, Executable.UNKNOWN);
    }
  }

  /** execve failed. */
  record ExecFailed(Origin origin, int errno) implements Event {}

  /**
   * The process has done a line of the session and waits for the next.
   *
   * @param ran false when the line was not for this process
   * @param value the eight bytes that the line left as its value, if it has one
   * @param errno why the last call in it failed; 0 where it did not
   * @param unwritten how many bytes wait in stdout's buffer; -1 where that is not known
   */
  record LineDone(Origin origin, boolean ran, long value, int errno, long unwritten)
      implements Event {
    public LineDone(Origin origin, boolean ran, long value) {
      this(origin, ran, value, 0, -1);
    }
  }

  /** The process gave up a line because it was told to. */
  record Interrupted(Origin origin) implements Event {}

  /** The zygote forked a root. */
  record RootStarted(Origin origin, int root) implements Event {}

  /**
   * A process was collected without a call of wait: by the zygote, as the nearest subreaper, or by
   * process 1 of a pid namespace, with whose end the kernel ends all in it.
   */
  record Reaped(Origin origin, int child, WaitStatus status) implements Event {}

  /**
   * A process is dead by the kernel's word, as nobody told: it was killed from outside, or it was
   * exec'd and could not say so. All that it wrote and told has come before.
   *
   * @param status how it ended; null where the kernel does not tell, or kept nothing
   */
  record FoundDead(Origin origin, @Nullable WaitStatus status, Remains remains) implements Event {
    /** Whether the kernel has forgotten it. */
    public boolean gone() {
      return remains != Remains.ZOMBIE;
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
  record AllEnded(Origin origin) implements Event {}
}
