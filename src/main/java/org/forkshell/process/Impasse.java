package org.forkshell.process;

import java.util.List;

/**
 * Threads that wait, none of which can ever go on: not by the time that it takes, but because of
 * who would have to end each wait.
 *
 * @param kind why
 * @param waits whose; those of a cycle in its order, each waiting for the next and the last for the
 *     first
 */
public record Impasse(Kind kind, List<Wait> waits) {
  public Impasse {
    waits = List.copyOf(waits);
  }

  /** Why nobody can end these waits. */
  public enum Kind {
    /** Each waits for what another of them has. */
    CYCLE,
    /** The lock's holder is a thread of another process, of which fork copied the lock alone. */
    LOST,
    /** The lock's holder has ended with it. */
    ENDED,
    /** All who could do something about it wait themselves. */
    ALL
  }

  /** What threads wait for. */
  public enum Awaited {
    MUTEX,
    READ_LOCK,
    WRITE_LOCK,
    CONDITION,
    SEMAPHORE,
    BARRIER,
    /** The end of a thread. */
    THREAD,
    /** That a function that is to run once has done so. */
    ONCE,
    /** A lock of the library's own, or a word that the program itself has for one. */
    WORD,
    /** The end of a child. */
    CHILD
  }

  /**
   * One of the waits.
   *
   * @param waiter the kernel's id of the thread that waits
   * @param what for what kind of thing
   * @param name the thing's name in the program, or its address; empty where it has none
   * @param holder the kernel's id of the thread that has it, or that is to end; 0 where anybody
   *     could end the wait
   */
  public record Wait(int waiter, Awaited what, String name, int holder) {}
}
