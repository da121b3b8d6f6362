package org.forkshell.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mark that all descendants of a process bear, and that none of them loses by execve, setsid,
 * another parent, another user id or an empty environment: an odd value of RLIMIT_RTTIME,
 * getrlimit(2). fork and execve keep limits, proc(5) shows them, and this one, how long a process
 * with real-time scheduling may compute without a pause, means nothing to others.
 */
public final class ProcessMark {
  /** The limit's number, the same on all machines. */
  public static final int RLIMIT_RTTIME = 15;

  private static final String NAME = "Max realtime timeout";
  private static final long LEAST_ROOM = 1024;

  private final String limit;

  private ProcessMark(String limit) {
    this.limit = limit;
  }

  /**
   * Marks this process and all that it will fork.
   *
   * @param number any, to tell the mark from others
   * @return whether that was possible
   */
  public static boolean bear(Libc libc, long number) {
    Posix.Native limit = Posix.allocate(16);
    if (libc.getrlimit(RLIMIT_RTTIME, limit.address()) != 0) {
      return false;
    }
    long soft = limit.buffer().getLong(0);
    long hard = limit.buffer().getLong(8);
    // No limit is the greatest unsigned number.
    long most = hard < 0 ? Long.MAX_VALUE : hard;
    if (most < LEAST_ROOM) {
      return false;
    }
    long mark = most / 2 + Long.remainderUnsigned(number, most / 2);
    limit.buffer().putLong(0, mark == soft ? mark - 1 : mark);
    return libc.setrlimit(RLIMIT_RTTIME, limit.address()) == 0;
  }

  /**
   * The mark that a process bears.
   *
   * @throws IllegalStateException when there is no such process
   */
  public static ProcessMark of(long pid) {
    String limit = limit(pid + "");
    if (limit == null) {
      throw new IllegalStateException("no limits of process " + pid + " in /proc");
    }
    return new ProcessMark(limit);
  }

  /** All processes that bear the mark, zombies not counted. */
  public List<Integer> bearers() {
    try (Stream<Path> files = Files.list(Path.of("/proc"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .filter(pid -> limit.equals(limit(pid)))
          .map(Integer::valueOf)
          .filter(Survivors::isAlive)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("/proc cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return limit;
  }

  private static @Nullable String limit(String pid) {
    try {
      String limits =
          Files.readString(Path.of("/proc", pid, "limits"), StandardCharsets.ISO_8859_1);
      int line = limits.indexOf(NAME);
      // The soft limit, then blanks and the hard one, which a process may have lowered.
      return line < 0 ? null : limits.substring(line + NAME.length()).strip().split(" ", 2)[0];
    } catch (IOException gone) {
      return null;
    }
  }
}
