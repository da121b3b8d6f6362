package org.forkshell.shell;

import org.forkshell.execution.Lab;
import org.forkshell.execution.LabException;

/** Where the lab comes from: it is started early and asked for late. Who started it closes it. */
@FunctionalInterface
public interface LabSource {
  /**
   * The lab, as soon as it is ready; another one where the last has been killed.
   *
   * @throws LabException when it could not be started
   */
  Lab get() throws LabException, InterruptedException;
}
