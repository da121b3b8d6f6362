package org.forkshell.repl;

import java.io.IOException;
import org.forkshell.session.Lab;

/** Where the lab comes from: it is started early and asked for late. Who started it closes it. */
@FunctionalInterface
public interface LabSource {
  /**
   * The lab, as soon as it is ready.
   *
   * @throws IOException when it could not be started, with a sentence for the user
   */
  Lab get() throws IOException, InterruptedException;
}
