package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Waits;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel can say of the processes of a run without their help. It answers for the moment in
 * which it is asked, and of a process that is gone it says that nothing is known.
 */
public interface Inspector {
  /** The size of a page, and what addresses of pages are multiples of. */
  int PAGE_SIZE = 4096;

  /**
   * A page that is in memory.
   *
   * @param isOwn whether no other process has it
   * @param isCommon whether writing to it copies nothing, as mmap(2) with MAP_SHARED wants it
   * @param frame where in the machine's memory it is; 0 where only root may know
   */
  record Page(long address, boolean isOwn, boolean isCommon, long frame) {}

  /** How many pages of a range a process has to itself, and how many with others. */
  record PageCount(long own, long shared) {}

  /** Its state, its parent and its times; empty for a process that is gone or hidden from us. */
  Optional<ProcessStatus> status(int pid);

  /** The name of the program that a process runs, as ps(1) shows it; empty for one that is gone. */
  String program(int pid);

  /**
   * Whether a process runs another program by now than the one that it was forked from. False for
   * one that is gone.
   */
  boolean hasExecuted(int pid);

  /** Whether a process was stopped by a signal, and goes on only by another. */
  default boolean isStopped(int pid) {
    return status(pid).filter(ProcessStatus::isStopped).isPresent();
  }

  /** Whether a process has ended and waits for its parent to be told. */
  boolean isZombie(int pid);

  /** Whether there is no process of that pid. */
  boolean isGone(int pid);

  /** The pid of who collects orphans. */
  int reaper();

  /** The living processes of the run, also those that an exec'd program has forked. */
  List<Integer> alive();

  /** The living threads of a process, by the kernel's ids; the first one's is the pid. */
  List<Integer> threads(int pid);

  /** The children that a process has now, zombies among them. */
  List<Integer> children(int pid);

  /** The call that a thread sleeps in; null for one that runs, is stopped, or is gone. */
  @Nullable SleepingThread sleepingThread(int pid, int tid);

  /** Who else has what a process has at an address. */
  Sharing sharing(int pid, long address);

  /** Who may have a piece of memory beside one process. */
  enum Sharing {
    NOBODY,
    /** Only those can have it who descend from who made it, and have not called exec. */
    RELATIVES,
    ANYBODY
  }

  /** The signals for which a process's program has a handler, bit 0 for signal 1. */
  long caughtSignals(int pid);

  /**
   * What processes and threads wait for now.
   *
   * @param tasks of whom it can be asked
   * @param family whose processes, with what they have forked after exec, may be able to end it
   */
  Waits waits(Collection<Integer> tasks, ProcessTree family);

  /**
   * What a descriptor of a process leads to: the path of a file, or {@code pipe:[4711]} and the
   * like; empty for a descriptor that is closed.
   */
  String openFile(int pid, int descriptor);

  /**
   * The bytes at an address of a process's memory.
   *
   * @return null where the process is gone or has no such memory
   */
  byte @Nullable [] memory(int pid, long address, int length);

  /** What a process has in eight bytes of its memory; 0 where it has none. */
  default long pointer(int pid, long address) {
    byte[] bytes = memory(pid, address, Long.BYTES);
    return bytes == null ? 0 : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /**
   * The pages of a process from one address up to another that are in memory.
   *
   * @return null where the process is gone or the kernel does not tell
   */
  @Nullable List<Page> pages(int pid, long from, long to);

  /**
   * The same in numbers only, for kernels that keep the rest to themselves.
   *
   * @return null where the process is gone
   */
  @Nullable PageCount pageCount(int pid, long from, long to);
}
