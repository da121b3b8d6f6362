package org.forkshell.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.posix.Posix;

/**
 * Whether the other threads of this JVM all sleep, as the kernel says: a thread at work could hold
 * a lock that a fork would freeze.
 */
final class Quiet {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final int LOOKS_IN_A_ROW = 3;
  private static final int MAX_LOOKS = 2000;

  private final Posix posix;
  private final long millisecond = Posix.allocate(16).address();

  Quiet(Posix posix) {
    this.posix = posix;
    org.forkshell.machine.RawMemory.longAt(millisecond, 0);
    org.forkshell.machine.RawMemory.longAt(millisecond + 8, 1_000_000);
  }

  /** Waits until all of them have been asleep for some looks in a row. */
  void await() {
    int still = 0;
    for (int look = 0; look < MAX_LOOKS && still < LOOKS_IN_A_ROW; look++) {
      still = othersSleep() ? still + 1 : 0;
      posix.libc().nanosleep(millisecond, 0);
    }
  }

  private boolean othersSleep() {
    int running = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        String stat =
            new String(Files.readAllBytes(task.resolve("stat")), StandardCharsets.ISO_8859_1);
        // pid (comm) state: comm may hold anything, so look behind the last parenthesis.
        if (stat.charAt(stat.lastIndexOf(')') + 2) == 'R') {
          running++;
        }
      }
    } catch (IOException e) {
      return true;
    }
    return running <= 1;
  }
}
