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
import org.jspecify.annotations.Nullable;

/** Which pages of a process are there and who else has them, /proc/PID/pagemap of proc(5). */
public final class PageTable {
  public static final int PAGE = 4096;

  private static final int ENTRY = 8;
  private static final int CHUNK = 1 << 17;
  private static final long PRESENT = 1L << 63;
  private static final long OF_FILE_OR_SHARED = 1L << 61;
  private static final long EXCLUSIVE = 1L << 56;
  private static final long FRAME = (1L << 55) - 1;
  private static final int KILOBYTES = PAGE / 1024;

  /**
   * A page that is in memory.
   *
   * @param isOwn whether no other process has it
   * @param isCommon whether writing to it copies nothing, as mmap(2) with MAP_SHARED wants it
   * @param frame where in the machine's memory it is; 0 where only root may know
   */
  public record Page(long address, boolean isOwn, boolean isCommon, long frame) {}

  /** How many pages of a range a process has to itself, and how many with others. */
  public record Count(long own, long shared) {}

  private PageTable() {}

  /**
   * The pages of a process from one address up to another that are in memory.
   *
   * @return null where the process is gone or the kernel does not tell
   */
  public static @Nullable List<Page> read(int pid, long from, long to) {
    List<Page> pages = new ArrayList<>();
    byte[] bytes = new byte[ENTRY * CHUNK];
    ByteBuffer entries = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    try (RandomAccessFile file = new RandomAccessFile("/proc/" + pid + "/pagemap", "r")) {
      for (long at = from; at < to; at += (long) PAGE * CHUNK) {
        int count = (int) Math.min(CHUNK, (to - at) / PAGE);
        file.seek(at / PAGE * ENTRY);
        file.readFully(bytes, 0, count * ENTRY);
        for (int i = 0; i < count; i++) {
          long entry = entries.getLong(i * ENTRY);
          if ((entry & PRESENT) != 0) {
            pages.add(
                new Page(
                    at + (long) i * PAGE,
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
  public static @Nullable Count count(int pid, long from, long to) {
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
      return new Count(own, shared);
    } catch (IOException gone) {
      return null;
    }
  }
}
