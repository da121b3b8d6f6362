package org.forkshell.process;

import java.time.Duration;
import java.util.PriorityQueue;

/** A clock that stands still unless somebody moves it: its sleepers, or the test. */
public final class TestClock implements MonotonicClock {
  /** How long a test waits at most, by the machine's clock, for a thread to get where it should. */
  private static final long PATIENCE_MILLIS = 180_000;

  private final boolean sleepersMoveIt;
  private final PriorityQueue<Long> wakings = new PriorityQueue<>();
  private long now = 1_000_000_000;

  private TestClock(boolean sleepersMoveIt) {
    this.sleepersMoveIt = sleepersMoveIt;
  }

  /** One on which whoever sleeps has slept at once, and it is later by that. */
  public static TestClock movedBySleepers() {
    return new TestClock(true);
  }

  /** One on which threads sleep until the test has moved it on far enough. */
  public static TestClock movedByHand() {
    return new TestClock(false);
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) throws InterruptedException {
    if (time.isZero() || time.isNegative()) {
      return;
    }
    long waking = now + time.toNanos();
    if (sleepersMoveIt) {
      now = waking;
      return;
    }
    wakings.add(waking);
    notifyAll();
    try {
      while (now < waking) {
        wait();
      }
    } finally {
      wakings.remove(waking);
      notifyAll();
    }
  }

  /**
   * Moves it on, from one sleeper's waking to the next. Whoever wakes on the way sleeps again when
   * this returns, so that it has done what it does in between.
   */
  public synchronized void advance(Duration time) throws InterruptedException {
    long end = now + time.toNanos();
    while (!wakings.isEmpty() && wakings.peek() <= end) {
      int sleepers = wakings.size();
      now = wakings.peek();
      notifyAll();
      awaitSleepers(sleepers);
    }
    now = end;
  }

  /** Waits until so many threads sleep, and none of them is about to wake. */
  public synchronized void awaitSleepers(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (wakings.size() < count || (!wakings.isEmpty() && wakings.peek() <= now)) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new AssertionError(wakings.size() + " threads sleep, not " + count);
      }
      wait(millis);
    }
  }
}
