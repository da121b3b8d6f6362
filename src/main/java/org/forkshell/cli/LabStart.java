package org.forkshell.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.forkshell.session.Lab;
import org.forkshell.session.Lab.Input;
import org.forkshell.session.LabCommand;
import org.jspecify.annotations.Nullable;

/** The frozen JVM, started beside whatever else there is to do first. */
final class LabStart implements AutoCloseable {
  private @Nullable CompletableFuture<Lab> started;

  /** Starts it, unless that was done. */
  CompletableFuture<Lab> begin(Input input) {
    CompletableFuture<Lab> begun = started;
    if (begun == null) {
      begun =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Lab.start(LabCommand.here(false), input);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              task -> daemon(task).start());
      started = begun;
    }
    return begun;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lab-start");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits until it is ready.
   *
   * @throws IOException when it does not start, with a sentence for the user
   */
  Lab get(Input input) throws IOException {
    try {
      return begin(input).join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
    }
  }

  /** Ends it with all that it forked. */
  @Override
  public void close() {
    if (started != null) {
      started.thenAccept(Lab::close).exceptionally(failed -> null).join();
    }
  }
}
