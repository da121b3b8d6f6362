package org.forkshell.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The machine's own: {@link System#nanoTime} of a JVM on Linux is CLOCK_MONOTONIC. */
public final class SystemClock implements MonotonicClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
