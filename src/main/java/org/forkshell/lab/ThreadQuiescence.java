package org.forkshell.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.posix.Posix;
import org.forkshell.wire.Hazard;

/**
 * Whether the other threads of this JVM all sleep, as the kernel says: a thread at work could hold
 * a lock that a fork would freeze.
 */
final class ThreadQuiescence {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final int LOOKS_IN_A_ROW = 3;
  private static final int MAX_LOOKS = 20_000;

  private final Posix posix;
  private final long millisecond = Posix.allocate(16).address();

  ThreadQuiescence(Posix posix) {
    this.posix = posix;
    org.forkshell.machine.RawMemory.longAt(millisecond, 0);
    org.forkshell.machine.RawMemory.longAt(millisecond + 8, 1_000_000);
  }

  /**
   * Waits until all of them have been asleep for some looks in a row.
   *
   * @throws UnsafeException when they do not come to rest, or the kernel does not say
   */
  void await() {
    int still = 0;
    for (int look = 0; still < LOOKS_IN_A_ROW; look++) {
      if (look == MAX_LOOKS) {
        throw new UnsafeException(Hazard.THREADS_AWAKE);
      }
      still = othersSleep() ? still + 1 : 0;
      posix.libc().nanosleep(millisecond, 0);
    }
  }

  private boolean othersSleep() {
    int awake = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (!sleeps(task)) {
          awake++;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new UnsafeException(Hazard.THREADS_AWAKE);
    }
    // This one is awake, or it could not ask.
    return awake <= 1;
  }

  private static boolean sleeps(Path task) {
    try {
      String stat =
          new String(Files.readAllBytes(task.resolve("stat")), StandardCharsets.ISO_8859_1);
      // pid (comm) state: comm may hold anything, so read on from the last parenthesis.
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'S';
    } catch (IOException ended) {
      return false;
    }
  }
}
