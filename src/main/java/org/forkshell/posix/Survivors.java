package org.forkshell.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Processes that are to be ended, however they came to be and whatever they do meanwhile. */
public final class Survivors {
  private static final int SIGKILL = 9;
  private static final int PAUSE_MILLIS = 5;

  /** After how many rounds in which nobody has ended the rest is given up. */
  private static final int PATIENCE = 200;

  private final Libc libc;
  private final Supplier<List<Integer>> find;

  /**
   * @param find who is there, zombies not counted
   */
  public Survivors(Libc libc, Supplier<List<Integer>> find) {
    this.libc = libc;
    this.find = find;
  }

  /**
   * Ends them all, also those that they are forking just now.
   *
   * @return those that cannot be ended: they belong to another user, or the kernel does not let go
   *     of them
   */
  public List<Integer> end() {
    List<Integer> before = List.of();
    for (int idle = 0; ; idle++) {
      List<Integer> now = find.get();
      if (now.isEmpty()) {
        return now;
      }
      if (!now.containsAll(before)) {
        idle = 0;
      } else if (idle >= PATIENCE) {
        return now;
      }
      now.forEach(pid -> libc.kill(pid, SIGKILL));
      libc.poll(0, 0, PAUSE_MILLIS);
      before = now;
    }
  }

  /** Whether a process is there and no zombie. */
  public static boolean isAlive(int pid) {
    try {
      String stat =
          Files.readString(Path.of("/proc", pid + "", "stat"), StandardCharsets.ISO_8859_1);
      // pid (comm) state: comm may hold anything, so look behind the last parenthesis.
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException gone) {
      return false;
    }
  }
}
