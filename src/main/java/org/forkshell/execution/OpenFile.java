package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a descriptor of a process leads to, /proc/PID/fd of proc(5). */
public final class OpenFile {
  private OpenFile() {}

  /**
   * The file's path, or {@code pipe:[4711]} and the like; empty for a descriptor that is closed.
   */
  public static String of(int pid, int descriptor) {
    try {
      return Files.readSymbolicLink(
              Path.of("/proc", String.valueOf(pid), "fd", String.valueOf(descriptor)))
          .toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
