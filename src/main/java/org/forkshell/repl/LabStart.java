package org.forkshell.repl;

import java.io.IOException;
import org.forkshell.session.Lab;
import org.forkshell.session.LabCommand;
import org.jspecify.annotations.Nullable;

/** A lab that starts in the background while the banner is printed; who needs it waits for it. */
public final class LabStart {
  private final Thread thread;
  private volatile @Nullable Lab lab;
  private volatile @Nullable IOException failure;

  public LabStart(LabCommand command, Lab.Input input) {
    thread =
        new Thread(
            () -> {
              try {
                lab = Lab.start(command, input);
              } catch (IOException e) {
                failure = e;
              }
            },
            "lab start");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The lab, as soon as it is there.
   *
   * @throws IOException when it could not be started
   */
  public Lab get() throws IOException, InterruptedException {
    thread.join();
    Lab started = lab;
    if (started == null) {
      IOException why = failure;
      throw why == null ? new IOException("the frozen JVM did not start") : why;
    }
    return started;
  }

  /** Ends the lab, if it was ever started. */
  public void close() {
    try {
      get().close();
    } catch (IOException neverStarted) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
