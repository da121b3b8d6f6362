package org.forkshell.process;

import java.time.Duration;

/**
 * The clock by which it is told when something happened, CLOCK_MONOTONIC of clock_gettime(2): all
 * processes of a machine have the same one, and nobody sets it. Who measures a time or waits for
 * one is given it, so that a test need not wait.
 */
public interface MonotonicClock {
  /** Nanoseconds since a moment that means nothing. */
  long nanos();

  /** Lets the calling thread sleep for a time; not at all where that is zero or less. */
  void sleep(Duration time) throws InterruptedException;

  /** For how long it has been later than a moment. */
  default Duration since(long nanos) {
    return Duration.ofNanos(nanos() - nanos);
  }
}
