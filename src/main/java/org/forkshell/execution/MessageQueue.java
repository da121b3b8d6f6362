package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message queue of msgget(2), by /proc/sysvipc/msg of proc(5).
 *
 * @param bytes how many wait in it
 * @param messages how many wait in it
 */
record MessageQueue(long bytes, long messages) {
  // key msqid perms cbytes qnum lspid …
  private static final int ID = 1;
  private static final int BYTES = 3;
  private static final int MESSAGES = 4;

  /** The queue that a process knows by a number; null where the kernel does not tell us. */
  static @Nullable MessageQueue of(int pid, int id) {
    if (!sharesNamespace(pid)) {
      return null;
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of("/proc/sysvipc/msg"));
    } catch (IOException unreadable) {
      return null;
    }
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      if (words.length > MESSAGES && words[ID].equals(id + "")) {
        return new MessageQueue(Long.parseLong(words[BYTES]), Long.parseLong(words[MESSAGES]));
      }
    }
    return null;
  }

  /** Whether its numbers of queues are ours: ipc_namespaces(7). */
  private static boolean sharesNamespace(int pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", pid + "", "ns/ipc"))
          .equals(Files.readSymbolicLink(Path.of("/proc/self/ns/ipc")));
    } catch (IOException gone) {
      return false;
    }
  }
}
