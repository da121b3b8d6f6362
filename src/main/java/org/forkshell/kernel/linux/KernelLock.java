package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.exchange;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/**
 * Says where the threads of one process are. A thread <em>computes</em>, runs the program's
 * instructions, or it is <em>in the kernel</em>, which only one at a time is, or it waits: for its
 * turn in the kernel, or in a system call. So a fork can wait until no other thread is anywhere but
 * waiting. A JVM takes locks of its own whenever something is executed for the first time, and one
 * that another thread had at the fork would stay locked in the child for ever.
 *
 * <p>A process of one thread does without.
 */
public final class KernelLock implements WaitingCalls.Lock {
  private static final int FUTEX = SystemCall.__futex.row().number();
  private static final int WAIT_PRIVATE = 128;
  private static final int WAKE_PRIVATE = 129;

  /** No thread may begin to compute; below it is how many do. */
  private static final int CLOSED = 1 << 30;

  private final Libc libc;
  private final FutexLock turn;
  private final long computing = Posix.reserve(Integer.BYTES);

  KernelLock(Libc libc) {
    this.libc = libc;
    this.turn = new FutexLock(libc);
  }

  /** Whether there is or was a second thread. */
  boolean isShared() {
    return turn.isShared();
  }

  /** There will be a second thread, and the calling one is in the kernel. */
  void share() {
    turn.shareTaken();
  }

  /** There is one thread only, in a child of fork. */
  void unshare() {
    exchange(computing, sharedIntAt(computing), 0);
    turn.unshare();
  }

  /** A thread that computed has its turn in the kernel. */
  public void enterKernel() {
    if (isShared()) {
      stopComputing();
      enter();
    }
  }

  /** A thread in the kernel computes from now on. */
  public void leaveKernel() {
    if (isShared()) {
      leave();
      compute();
    }
  }

  /** A thread that waited has its turn in the kernel. */
  @Override
  public void enter() {
    turn.enter();
  }

  /** A thread in the kernel waits from now on. */
  @Override
  public void leave() {
    turn.leave();
  }

  /** A thread that computes does so after a fork that waits for it. */
  void letFork() {
    if (sharedIntAt(computing) >= CLOSED) {
      stopComputing();
      compute();
    }
  }

  /** Before a fork, in the kernel: waits until no other thread computes, and none begins to. */
  void stopOthers() {
    if (isShared()) {
      close();
      int state = sharedIntAt(computing);
      while (state != CLOSED) {
        awaitChange(state);
        state = sharedIntAt(computing);
      }
    }
  }

  /** After the fork. */
  void letOthersGo() {
    if (isShared()) {
      exchange(computing, CLOSED, 0);
      wakeAll();
    }
  }

  /**
   * Does once, in a process of one thread, what a thread does that neither computes nor is in the
   * kernel: nothing of it is then the first time.
   */
  void rehearse() {
    share();
    leaveKernel();
    letFork();
    enterKernel();
    stopOthers();
    awaitChange(0);
    letOthersGo();
    turn.rehearse();
    unshare();
  }

  private void close() {
    int state;
    do {
      state = sharedIntAt(computing);
    } while (!exchange(computing, state, state + CLOSED));
  }

  private void compute() {
    while (true) {
      int state = sharedIntAt(computing);
      if (state >= CLOSED) {
        awaitChange(state);
      } else if (exchange(computing, state, state + 1)) {
        return;
      }
    }
  }

  private void stopComputing() {
    int state;
    do {
      state = sharedIntAt(computing);
    } while (!exchange(computing, state, state - 1));
    if (state == CLOSED + 1) {
      wakeAll();
    }
  }

  private void awaitChange(int state) {
    libc.syscall(FUTEX, computing, WAIT_PRIVATE, state, 0);
  }

  private void wakeAll() {
    libc.syscall(FUTEX, computing, WAKE_PRIVATE, Integer.MAX_VALUE, 0);
  }
}
