package org.forkshell.execution;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.execution.Inspector.Page;
import org.forkshell.execution.Inspector.PageCount;
import org.jspecify.annotations.Nullable;

/** Which pages of a process are there and who else has them, /proc/PID/pagemap of proc(5). */
final class PageTable {
  private static final int ENTRY = 8;
  private static final int CHUNK = 1 << 17;
  private static final long PRESENT = 1L << 63;
  private static final long OF_FILE_OR_SHARED = 1L << 61;
  private static final long EXCLUSIVE = 1L << 56;
  private static final long FRAME = (1L << 55) - 1;
  private static final int KILOBYTES = Inspector.PAGE_SIZE / 1024;

  private PageTable() {}

  /**
   * The pages of a process from one address up to another that are in memory.
   *
   * @return null where the process is gone or the kernel does not tell
   */
  static @Nullable List<Page> read(int pid, long from, long to) {
    List<Page> pages = new ArrayList<>();
    byte[] bytes = new byte[ENTRY * CHUNK];
    ByteBuffer entries = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    try (RandomAccessFile file = new RandomAccessFile("/proc/" + pid + "/pagemap", "r")) {
      for (long at = from; at < to; at += (long) Inspector.PAGE_SIZE * CHUNK) {
        int count = (int) Math.min(CHUNK, (to - at) / Inspector.PAGE_SIZE);
        file.seek(at / Inspector.PAGE_SIZE * ENTRY);
        file.readFully(bytes, 0, count * ENTRY);
        for (int i = 0; i < count; i++) {
          long entry = entries.getLong(i * ENTRY);
          if ((entry & PRESENT) != 0) {
            pages.add(
                new Page(
                    at + (long) i * Inspector.PAGE_SIZE,
                    (entry & EXCLUSIVE) != 0,
                    (entry & OF_FILE_OR_SHARED) != 0,
                    entry & FRAME));
          }
        }
      }
      return pages;
    } catch (IOException refused) {
      return null;
    }
  }

  /**
   * The same in numbers only, /proc/PID/smaps, for kernels that keep the rest to themselves.
   *
   * @return null where the process is gone
   */
  static @Nullable PageCount count(int pid, long from, long to) {
    long own = 0;
    long shared = 0;
    boolean inside = false;
    try {
      Path file = Path.of("/proc", String.valueOf(pid), "smaps");
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] words = line.split("\\s+");
        if (words[0].matches("[0-9a-f]+-[0-9a-f]+")) {
          long start = Long.parseUnsignedLong(words[0].substring(0, words[0].indexOf('-')), 16);
          inside = start >= from && start < to;
        } else if (inside && words[0].startsWith("Private_") && !words[0].contains("Huge")) {
          own += Long.parseLong(words[1]) / KILOBYTES;
        } else if (inside && words[0].startsWith("Shared_") && !words[0].contains("Huge")) {
          shared += Long.parseLong(words[1]) / KILOBYTES;
        }
      }
      return new PageCount(own, shared);
    } catch (IOException gone) {
      return null;
    }
  }
}
