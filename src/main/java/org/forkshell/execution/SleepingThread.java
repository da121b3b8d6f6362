package org.forkshell.execution;

import java.util.List;
import org.forkshell.abi.BlockingCalls;
import org.forkshell.abi.Wait;
import org.forkshell.abi.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * That a thread sleeps in a system call, by the kernel's word. Several of these, read one after
 * another, are true of one moment where {@link #isAsleepSince} holds of each after the last was
 * read: a thread that has not run in between was in its call all the time.
 *
 * @param rest how often it had gone to sleep, which tells whether it has run since
 * @param waiting for what
 * @param isForOthers whether no time limit ends it
 * @param arguments of the call
 */
public record SleepingThread(
    int pid, int tid, SleepState rest, Waiting waiting, boolean isForOthers, List<Long> arguments) {

  /** What it is in now; null for one that runs, is stopped, or is gone. */
  static @Nullable SleepingThread of(int pid, int tid) {
    SleepState rest = SleepState.of(tid);
    if (rest == null || rest.isStopped()) {
      return null;
    }
    KernelCall call = KernelCall.read(pid, tid + "");
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    return call == null || wait == null
        ? null
        : new SleepingThread(
            pid, tid, rest, wait.waiting(), wait.isForOthers(call.arguments()), call.arguments());
  }

  /** Whether it has not run since then. */
  public boolean isAsleepSince() {
    return rest.isAsleepSince();
  }
}
