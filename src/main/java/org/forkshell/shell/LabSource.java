package org.forkshell.shell;

import org.forkshell.execution.Host;
import org.forkshell.execution.LabException;

/**
 * Where the host of sessions comes from, which is a lab: it is started early and asked for late.
 * Who started it closes it.
 */
@FunctionalInterface
public interface LabSource {
  /**
   * The host, as soon as it is ready; another one where the last has been killed.
   *
   * @throws LabException when it could not be started
   */
  Host get() throws LabException, InterruptedException;
}
