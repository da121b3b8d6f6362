package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What descriptor 0 of this process is. */
final class StandardInput {
  private StandardInput() {}

  /** Whether somebody can type at it: the kernel's name for it is that of a terminal. */
  static boolean isTerminal() {
    try {
      String name = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
