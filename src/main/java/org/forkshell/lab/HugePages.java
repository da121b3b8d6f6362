package org.forkshell.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.posix.Posix;

/**
 * Makes forks cheap: fork copies an entry of the page table for every page that was ever written,
 * so free memory goes back to the kernel and the rest is put together into huge pages where the
 * kernel can.
 */
final class HugePages {
  private static final int MADV_COLLAPSE = 25;
  private static final long HUGE = 2 << 20;

  private HugePages() {}

  static void make(Posix posix) {
    posix.libc().malloc_trim(0);
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
        // start-end rw-p 00000000 00:00 0: private memory that no file is behind
        if (line.contains(" rw-p ") && line.contains(" 00:00 0")) {
          collapse(posix, line);
        }
      }
    } catch (IOException e) {
      // It is only slower.
      return;
    }
  }

  private static void collapse(Posix posix, String line) {
    int dash = line.indexOf('-');
    long start = Long.parseUnsignedLong(line, 0, dash, 16);
    long end = Long.parseUnsignedLong(line, dash + 1, line.indexOf(' '), 16);
    long from = (start + HUGE - 1) / HUGE * HUGE;
    for (long at = from; at + HUGE <= end && at - from < 64 * HUGE; at += HUGE) {
      // Kernels before 6.1 do not know it; then nothing happens.
      posix.libc().madvise(at, HUGE, MADV_COLLAPSE);
    }
  }
}
