package org.forkshell.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.forkshell.session.Lab;
import org.forkshell.session.Lab.Input;
import org.forkshell.session.LabCommand;
import org.forkshell.session.LabException;
import org.jspecify.annotations.Nullable;

/** The frozen JVM, started beside whatever else there is to do first. */
final class LabStart implements AutoCloseable {
  private @Nullable CompletableFuture<Lab> started;

  /** Starts it, unless that was done; another one where somebody has killed it since. */
  synchronized CompletableFuture<Lab> begin(Input input) {
    CompletableFuture<Lab> begun = started;
    Lab killed = begun == null ? null : killed(begun);
    if (begun == null || killed != null) {
      begun =
          CompletableFuture.supplyAsync(
              () -> {
                if (killed != null) {
                  killed.close();
                }
                try {
                  return Lab.start(LabCommand.here(false), input);
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
