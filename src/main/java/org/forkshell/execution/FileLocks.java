package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.KernelWait.Ender;

/** Who holds which lock and who waits for it, /proc/locks of proc(5). */
final class FileLocks {
  // 1: FLOCK ADVISORY WRITE 4711 fe:00:2155192 0 EOF, and below it who waits: 1: -> FLOCK …
  private static final int PID = 4;
  private static final String WAITS = "->";

  private FileLocks() {}

  /** Who holds the lock that a process waits for; empty where the kernel does not tell. */
  static List<Ender> holders(int waiter) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of("/proc/locks"));
    } catch (IOException unreadable) {
      return List.of();
    }
    List<Ender> holders = new ArrayList<>();
    int holder = 0;
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      boolean waits = words.length > 1 && words[1].equals(WAITS);
      int at = waits ? PID + 1 : PID;
      if (words.length <= at) {
        continue;
      }
      int pid = Integer.parseInt(words[at]);
      if (!waits) {
        holder = pid;
      } else if (pid == waiter && holder > 0) {
        holders.add(new Ender(holder, -1));
      }
    }
    return holders;
  }
}
