package org.forkshell.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.forkshell.execution.Inheritance;
import org.forkshell.execution.Lab;
import org.forkshell.execution.Lab.Input;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.LabException;
import org.forkshell.process.MonotonicClock;
import org.jspecify.annotations.Nullable;

/** The frozen JVM, started beside whatever else there is to do first. */
final class LabStart implements AutoCloseable {
  private final Inheritance inheritance;
  private final MonotonicClock clock;
  private @Nullable CompletableFuture<Lab> started;
  private boolean keepsSignals;

  /** For programs that inherit nothing special. */
  LabStart(MonotonicClock clock) {
    this(Inheritance.NONE, clock);
  }

  /**
   * @param inheritance what whoever started this process meant for programs
   */
  LabStart(Inheritance inheritance, MonotonicClock clock) {
    this.clock = clock;
    this.inheritance = inheritance;
  }

  /**
   * Programs are to ignore what this process was started to ignore: it is a script that runs, as a
   * shell's would. At the prompt and in lessons signals do what they do by default.
   */
  synchronized void keepSignals() {
    keepsSignals = true;
  }

  /** By which the lab tells when something happened. */
  MonotonicClock clock() {
    return clock;
  }

  /** Starts it, unless that was done; another one where somebody has killed it since. */
  synchronized CompletableFuture<Lab> begin(Input input) {
    CompletableFuture<Lab> begun = started;
    Lab killed = begun == null ? null : killed(begun);
    if (begun == null || killed != null) {
      Inheritance given =
          keepsSignals || input == Input.INHERITED ? inheritance : inheritance.withDefaultSignals();
      begun =
          CompletableFuture.supplyAsync(
              () -> {
                if (killed != null) {
                  killed.close();
                }
                try {
                  return Lab.start(LabCommand.here(), input, given, clock);
                } catch (LabException e) {
                  throw new CompletionException(e);
                }
              },
              task -> daemon(task).start());
      started = begun;
    }
    return begun;
  }

  private static @Nullable Lab killed(CompletableFuture<Lab> begun) {
    Lab lab = begun.isDone() && !begun.isCompletedExceptionally() ? begun.join() : null;
    return lab == null || lab.isAlive() ? null : lab;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lab-start");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits until it is ready.
   *
   * @throws LabException when it does not start; who asks again has it tried again
   */
  Lab get(Input input) throws LabException {
    CompletableFuture<Lab> begun = begin(input);
    try {
      return begun.join();
    } catch (CompletionException e) {
      forget(begun);
      if (e.getCause() instanceof LabException why) {
        throw why;
      }
      throw e;
    }
  }

  private synchronized void forget(CompletableFuture<Lab> failed) {
    if (started == failed) {
      started = null;
    }
  }

  /** Ends it with all that it forked. */
  @Override
  public synchronized void close() {
    if (started != null) {
      started.thenAccept(Lab::close).exceptionally(failed -> null).join();
    }
  }
}
