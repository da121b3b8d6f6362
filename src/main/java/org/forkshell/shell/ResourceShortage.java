package org.forkshell.shell;

import java.util.Map;
import org.forkshell.execution.LabException;
import org.forkshell.posix.SystemCallException;
import org.jspecify.annotations.Nullable;

/** Something of the machine that ran out: what fails then is nobody's mistake. */
enum ResourceShortage {
  PROCESSES,
  MEMORY,
  OPEN_FILES,
  OPEN_FILES_OF_ALL,
  FILE_SIZE,
  DISK;

  /** By the error numbers of errno(3). */
  private static final Map<Integer, ResourceShortage> NUMBERS =
      Map.of(
          11,
          PROCESSES,
          12,
          MEMORY,
          23,
          OPEN_FILES_OF_ALL,
          24,
          OPEN_FILES,
          27,
          FILE_SIZE,
          28,
          DISK);

  /** Java passes on what strerror(3) says of them. */
  private static final Map<String, ResourceShortage> TEXTS =
      Map.of(
          "unable to create native thread", PROCESSES,
          "Resource temporarily unavailable", PROCESSES,
          "Cannot allocate memory", MEMORY,
          "Too many open files in system", OPEN_FILES_OF_ALL,
          "Too many open files", OPEN_FILES,
          "File too large", FILE_SIZE,
          "No space left on device", DISK);

  /** What ran out when a system call failed with {@code errno}, null for none of these. */
  static @Nullable ResourceShortage of(int errno) {
    return NUMBERS.get(errno);
  }

  /** What a failure, or the failure behind it, comes from; null where it is something else. */
  static @Nullable ResourceShortage of(Throwable failure) {
    ResourceShortage found = null;
    for (Throwable why = failure; why != null && found == null; why = why.getCause()) {
      found = ofOne(why);
    }
    return found;
  }

  /** Whether a failure tells of it by itself, not by the failure behind it. */
  static boolean isItself(Throwable failure) {
    return ofOne(failure) != null;
  }

  private static @Nullable ResourceShortage ofOne(Throwable why) {
    if (why instanceof SystemCallException refused) {
      return of(refused.errno());
    }
    if (why instanceof LabException lab && lab.errno() != 0) {
      return of(lab.errno());
    }
    String message = String.valueOf(why.getMessage());
    for (Map.Entry<String, ResourceShortage> text : TEXTS.entrySet()) {
      boolean ofAll = message.contains("in system");
      if (message.contains(text.getKey())
          && ofAll == (text.getValue() == ResourceShortage.OPEN_FILES_OF_ALL)) {
        return text.getValue();
      }
    }
    return why instanceof OutOfMemoryError || why instanceof StackOverflowError ? MEMORY : null;
  }
}
