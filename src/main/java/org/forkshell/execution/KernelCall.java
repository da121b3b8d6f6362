package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The system call that a thread is in now, /proc/PID/task/TID/syscall of proc(5).
 *
 * @param number Linux' number of it on this processor
 * @param arguments the six that it was given
 */
record KernelCall(int number, List<Long> arguments) {
  private static final int ARGUMENTS = 6;

  /** The call; null for a thread that runs, that is gone, or that is not ours to look at. */
  static @Nullable KernelCall read(int pid, String thread) {
    String text;
    try {
      text =
          Files.readString(
              Path.of("/proc", pid + "", "task", thread, "syscall"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return null;
    }
    String[] words = text.strip().split(" ");
    if (words.length <= ARGUMENTS || words[0].equals("-1")) {
      return null;
    }
    List<Long> arguments =
        Arrays.stream(words, 1, 1 + ARGUMENTS)
            .map(word -> Long.parseUnsignedLong(word.substring(2), 16))
            .toList();
    return new KernelCall(Integer.parseInt(words[0]), arguments);
  }
}
