package org.forkshell.process;

import org.jspecify.annotations.Nullable;

/**
 * What processes wait for, by one look at the kernel: first at the calls that they are in, then,
 * once for all of them, at who could end those.
 */
@FunctionalInterface
public interface Waits {
  /**
   * What a process, or one of its threads, waits for.
   *
   * @param task the pid, or the kernel's id of the thread
   * @return null for one that ran, slept for a time, was gone, or is not ours to look at; and for
   *     one that was not looked at
   */
  @Nullable KernelWait of(int task);
}
