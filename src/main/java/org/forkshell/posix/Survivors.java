package org.forkshell.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.forkshell.process.Signal;

/** Processes that are to be ended, however they came to be and whatever they do meanwhile. */
public final class Survivors {
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int PAUSE_MILLIS = 5;

  /** After how many rounds in which nobody has ended the rest is given up. */
  private static final int PATIENCE = 400;

  /** The same where the kernel refuses to signal any of them, so that only luck can help. */
  private static final int PATIENCE_WITHOUT_HOPE = 20;

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
    int idle = 0;
    while (true) {
      List<Integer> now = find.get();
      idle = now.containsAll(before) ? idle + 1 : 0;
      boolean hope = false;
      for (int pid : now) {
        hope |= libc.kill(pid, SIGKILL) == 0;
      }
      if (now.isEmpty() || idle > (hope ? PATIENCE : PATIENCE_WITHOUT_HOPE)) {
        return now;
      }
      libc.poll(0, 0, PAUSE_MILLIS);
      before = now;
    }
  }

  /** Whether a process is there and no zombie. */
  public static boolean isAlive(int pid) {
    try {
      String stat =
          Files.readString(Path.of("/proc", pid + "", "stat"), StandardCharsets.ISO_8859_1);
      // pid (comm) state: comm may hold anything, so read on from the last parenthesis.
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException gone) {
      return false;
    }
  }
}
