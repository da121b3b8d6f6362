package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many processes and threads this user may have, RLIMIT_NPROC of setrlimit(2), and has.
 *
 * @param limit the soft limit of this process
 * @param used how many there are, of all sessions of this user
 */
public record ProcessRoom(long limit, long used) {
  private static final String LIMIT = "Max processes";
  private static final Path PROC = Path.of("/proc");

  /** What /proc says now; null where there is no limit, or none that the kernel would apply. */
  public static @Nullable ProcessRoom now() {
    try {
      // The kernel exempts root from this limit.
      int user = uid(PROC.resolve(ProcessHandle.current().pid() + ""));
      long limit = user == 0 ? Long.MAX_VALUE : softLimit();
      return limit == Long.MAX_VALUE ? null : new ProcessRoom(limit, count(user));
    } catch (IOException none) {
      return null;
    }
  }

  /** Whether there is room for so many more. */
  public boolean has(int more) {
    return used + more <= limit;
  }

  private static long softLimit() throws IOException {
    for (String line : Files.readAllLines(PROC.resolve("self/limits"))) {
      if (line.startsWith(LIMIT)) {
        String soft = line.substring(LIMIT.length()).strip().split(" +")[0];
        return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
      }
    }
    return Long.MAX_VALUE;
  }

  private static long count(int user) throws IOException {
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .filter(process -> Character.isDigit(process.getFileName().toString().charAt(0)))
          .mapToLong(process -> threads(process, user))
          .sum();
    }
  }

  private static long threads(Path process, int user) {
    try {
      if (uid(process) != user) {
        return 0;
      }
      try (Stream<Path> threads = Files.list(process.resolve("task"))) {
        return threads.count();
      }
    } catch (IOException gone) {
      return 0;
    }
  }

  private static int uid(Path process) throws IOException {
    return (Integer) Files.getAttribute(process, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
