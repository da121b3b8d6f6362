package org.forkshell.kernel;

import org.forkshell.abi.SystemCall;

/**
 * A kernel as a {@link Driver} needs it. Of the machine it may read the arguments of the call and
 * the memory; the answer is put back by the driver.
 */
public interface Kernel {
  /**
   * Makes a system call for a task, whose machine stands at it.
   *
   * @return what became of it; with {@link Answer#DONE} and {@link Answer#FAILED} the task holds
   *     the rest
   */
  Answer call(Task task, SystemCall call);

  /**
   * A task did what a processor refuses: it goes on in its handler, or its process ends.
   *
   * @param address what the fault is about, of memory or of an instruction
   * @return {@link Answer#DONE} if it goes on, else {@link Answer#GONE}
   */
  Answer fault(Task task, Fault fault, long address);

  /** A task has run into a data race, or they are looked for no more; it goes on. */
  default void race(Task task) {}

  /** A task, a child of a process with threads, is about to call what is not async-signal-safe. */
  default void unsafeCall(Task task) {}

  /** Whether a signal has come for a task that its program catches. */
  default boolean isSignalled(Task task) {
    return false;
  }

  /** Lets a task go on in the handlers of the signals that have come. */
  default void deliver(Task task) {}

  /** Whether a task is to give up what it was given to execute. */
  default boolean isInterrupted(Task task) {
    return false;
  }

  /** The task has given up what it was given to execute. */
  default void interrupted(Task task) {}

  /** The task cannot go on before another one has; sched_yield(2). */
  default void yield(Task task) {}

  /** The task has computed for a moment: others may want it to pause. */
  default void pause(Task task) {}

  /** The task computes for long without a call: a moment to look whether anybody still wants it. */
  default void computes(Task task) {}
}
