package org.forkshell.kernel.linux;

import org.jspecify.annotations.Nullable;

/**
 * The Java threads on which a process' threads beside its first have run. When a program's thread
 * ends, its kernel thread is gone but the Java thread can be had again: so a process has no more of
 * them than it ever had threads at once. A child of fork has none of its parent's.
 */
final class ThreadPool {
  /** More threads at once are refused, with EAGAIN. */
  private static final int MOST = 1024;

  private final LinuxProcess process;
  private final @Nullable ProgramThread[] threads = new @Nullable ProgramThread[MOST];
  private int count;
  private int next;
  private int started;

  ThreadPool(LinuxProcess process) {
    this.process = process;
  }

  /** In a child of fork: the others are its parent's. */
  void forget() {
    count = 0;
    next = 0;
    started = 0;
  }

  /** How many threads were started, of which a new one is to be the next. */
  int started() {
    return started;
  }

  /** One more was started. */
  void hasStarted() {
    started++;
  }

  /** Whether nothing runs on any of them. */
  boolean areFree() {
    return atWork() == 0;
  }

  /** On how many of them something runs. */
  int atWork() {
    int atWork = 0;
    for (int i = 0; i < count; i++) {
      ProgramThread thread = threads[i];
      if (thread != null && !thread.isFree()) {
        atWork++;
      }
    }
    return atWork;
  }

  /** A thread on which nothing runs; null where there can be no more. */
  @Nullable ProgramThread take() {
    for (int i = 0; i < count; i++) {
      next = next + 1 < count ? next + 1 : 0;
      ProgramThread thread = threads[next];
      if (thread != null && thread.isFree()) {
        return thread;
      }
    }
    if (count == MOST) {
      return null;
    }
    ProgramThread fresh = ProgramThread.create(process);
    if (fresh != null) {
      threads[count++] = fresh;
    }
    return fresh;
  }
}
