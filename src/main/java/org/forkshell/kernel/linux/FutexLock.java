package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.exchange;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/**
 * A lock among the threads of one process: a word on which futex(2) sleeps. A process of one thread
 * does without.
 */
final class FutexLock implements WaitingCalls.Lock {
  private static final int FUTEX = SystemCall.__futex.row().number();
  private static final int WAIT_PRIVATE = 128;
  private static final int WAKE_PRIVATE = 129;
  private static final int FREE = 0;
  private static final int TAKEN = 1;
  private static final int AWAITED = 2;

  private final Libc libc;
  private final long word = Posix.reserve(Integer.BYTES);
  private boolean shared;

  FutexLock(Libc libc) {
    this.libc = libc;
  }

  /** There will be a second thread. */
  void share() {
    shared = true;
  }

  /** The same, and the calling thread has the lock. */
  void shareTaken() {
    if (!shared) {
      shared = true;
      enter();
    }
  }

  /** There is one thread only, in a child of fork. */
  void unshare() {
    shared = false;
    exchange(word, sharedIntAt(word), FREE);
  }

  /** Whether there is or was a second thread. */
  boolean isShared() {
    return shared;
  }

  /** Takes it, and waits for it if need be. */
  @Override
  public void enter() {
    if (!shared || exchange(word, FREE, TAKEN)) {
      return;
    }
    while (!exchange(word, FREE, AWAITED)) {
      if (sharedIntAt(word) == AWAITED || exchange(word, TAKEN, AWAITED)) {
        sleepWhileAwaited();
      }
    }
  }

  /** Gives it back. */
  @Override
  public void leave() {
    if (!shared || exchange(word, TAKEN, FREE)) {
      return;
    }
    exchange(word, AWAITED, FREE);
    libc.syscall(FUTEX, word, WAKE_PRIVATE, 1, 0);
  }

  /** Does once all that taking it and giving it back may come to; the calling thread has it. */
  void rehearse() {
    exchange(word, TAKEN, AWAITED);
    leave();
    sleepWhileAwaited();
    enter();
  }

  private void sleepWhileAwaited() {
    libc.syscall(FUTEX, word, WAIT_PRIVATE, AWAITED, 0);
  }
}
