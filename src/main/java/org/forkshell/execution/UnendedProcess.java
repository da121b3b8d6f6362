package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that was to be ended and could not be.
 *
 * @param name of the program that it runs
 * @param user who it belongs to
 */
public record UnendedProcess(int pid, String name, String user) {
  /** Empty when it has ended after all. */
  static Optional<UnendedProcess> of(int pid) {
    try {
      String user = Files.getOwner(Path.of("/proc", String.valueOf(pid))).getName();
      return Optional.of(new UnendedProcess(pid, ProcessStatus.nameOf(pid), user));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
