package org.forkshell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard descriptors of this process, as the kernel knows them. */
public enum Descriptor {
  INPUT,
  OUTPUT,
  ERROR;

  /** Whether it leads to a terminal: the kernel's name for it says so. */
  public boolean isTerminal() {
    try {
      String name =
          Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(ordinal()))).toString();
      return name.startsWith("/dev/pts/")
          || name.startsWith("/dev/tty")
          || name.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
