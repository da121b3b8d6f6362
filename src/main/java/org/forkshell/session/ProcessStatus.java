package org.forkshell.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel says of a process, /proc/PID/stat of proc(5).
 *
 * @param state R, S, D, Z, T, t, X or I
 * @param parent the pid of its parent as it is now, after any adoption
 * @param code of a zombie: what wait(2) will tell; the kernel tells only who could trace the
 *     process
 */
public record ProcessStatus(int pid, char state, int parent, int code) {
  /** Which field the code is, counted from the state on, which is the first. */
  private static final int CODE = 49;

  /** Asks the kernel; empty for a process that is gone. */
  public static Optional<ProcessStatus> read(int pid) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
      // pid (comm) state ppid: comm may hold anything, so look behind the last parenthesis.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
      int code = fields.length > CODE ? Integer.parseInt(fields[CODE]) : 0;
      return Optional.of(
          new ProcessStatus(pid, fields[0].charAt(0), Integer.parseInt(fields[1]), code));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** The name of the program that a process runs, as ps(1) shows it; empty for one that is gone. */
  public static String nameOf(int pid) {
    try {
      return Files.readString(
              Path.of("/proc", String.valueOf(pid), "comm"), StandardCharsets.ISO_8859_1)
          .strip();
    } catch (IOException gone) {
      return "";
    }
  }

  /** Whether a signal stopped it: it does nothing until another lets it go on. */
  public boolean isStopped() {
    return state == 'T';
  }

  /** Whether it still runs: a zombie does not. */
  public boolean isAlive() {
    return state != 'Z' && state != 'X';
  }
}
