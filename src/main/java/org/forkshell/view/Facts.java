package org.forkshell.view;

import java.util.Collection;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Waits;
import org.jspecify.annotations.Nullable;

/** What a narrator must ask for, because no event tells it. */
public interface Facts {
  /** The family as it is now. */
  ProcessTree tree();

  /** The pid of who collects orphans. */
  long reaper();

  /** Who is the parent of a process now, by the kernel's word; null where that is not known. */
  default @Nullable Parent parent(int pid) {
    return null;
  }

  /** What the kernel says of a process now. */
  default Standing standing(int pid) {
    return Standing.UNKNOWN;
  }

  /** What a process is to the kernel. */
  enum Standing {
    ALIVE,
    /** Dead, and its parent has not been told. */
    ZOMBIE,
    /** There is no process of that pid. */
    GONE,
    /** The kernel cannot be asked. */
    UNKNOWN
  }

  /** The values that a line left behind, each in its type's form. */
  List<Value> values(Event.LineDone done);

  /**
   * The function whose result, as it is, will be the last of the values that a process's line
   * leaves; empty where the line has no value, or it is something else's.
   */
  default String valueOf(Event.Origin origin) {
    return "";
  }

  /**
   * The function that the learner's text has called, in which a process is; empty where that is not
   * known.
   */
  default String call(Event.Origin origin) {
    return "";
  }

  /** How many lines the processes have been given so far. */
  default int lines() {
    return 0;
  }

  /** Whether a process runs another program by now than the one that forked it. */
  default boolean hasExecuted(int pid) {
    return false;
  }

  /**
   * What processes and threads wait for now, by the kernel's word.
   *
   * @param tasks of whom it can be asked
   */
  default Waits waits(Collection<Integer> tasks) {
    return task -> null;
  }

  /** What waits in a process's standard output, read from its memory; null for nothing. */
  @Nullable Waiting waiting(int pid);

  /** The name of an error number, {@code EAGAIN}. */
  String errorName(int errno);

  /** Whether there is memory at an address that may be read and not written. */
  boolean isReadOnly(long address);

  /** Whether an address is where the stack would go on if there were more of it. */
  default boolean isBelowStack(long address) {
    return false;
  }

  /**
   * Where in the learner's text something happened, {@code line 3}; empty where that is not known.
   */
  String place(Event.Origin origin);

  /** What a data race is about, by the program's own name for it. */
  default String subject(Event.Race race) {
    return "";
  }

  /**
   * Something that a line yielded.
   *
   * @param name {@code $1}, or a variable's
   * @param text in C's notation
   */
  record Value(String name, String text) {}

  /**
   * The parent of a process.
   *
   * @param name of the program that it runs
   */
  record Parent(int pid, String name) {}

  /**
   * What was printed and not written yet.
   *
   * @param lineBuffered whether a newline would send the bytes on their way
   */
  record Waiting(byte[] bytes, boolean lineBuffered) {}
}
