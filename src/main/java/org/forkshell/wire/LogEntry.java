package org.forkshell.wire;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One entry of the log: bytes to be put into every process's memory, and code that the addressed
 * ones run.
 *
 * @param entry the code offset where to start, or 0 when there is nothing to run
 * @param arguments up to three arguments of the function that starts there
 * @param value the offset of eight bytes to be reported when the line is done, or 0
 * @param pids who runs it; empty for everyone
 */
public record LogEntry(
    long entry, List<Long> arguments, long value, List<Integer> pids, List<Part> parts) {
  /** Bytes for a program's memory at an offset of its address space. */
  public record Part(long offset, byte[] bytes) {}

  private static final int HEADER = 56;

  public LogEntry {
    arguments = List.copyOf(arguments);
    pids = List.copyOf(pids);
    parts = List.copyOf(parts);
  }

  /** How many bytes {@link #encode} will take: a multiple of 8. */
  public int size() {
    int size = HEADER + aligned(4 * pids.size());
    for (Part part : parts) {
      size += 16 + aligned(part.bytes().length);
    }
    return size;
  }

  /** Writes the entry at {@code at}. */
  public void encode(ByteBuffer log, int at) {
    log.putInt(at, size());
    log.putInt(at + 4, pids.size());
    log.putInt(at + 8, parts.size());
    log.putLong(at + 16, entry);
    log.putLong(at + 24, value);
    for (int i = 0; i < 3; i++) {
      log.putLong(at + 32 + 8 * i, i < arguments.size() ? arguments.get(i) : 0);
    }
    int to = at + HEADER;
    for (int pid : pids) {
      log.putInt(to, pid);
      to += 4;
    }
    to = at + HEADER + aligned(4 * pids.size());
    for (Part part : parts) {
      log.putLong(to, part.offset());
      log.putLong(to + 8, part.bytes().length);
      log.put(to + 16, part.bytes());
      to += 16 + aligned(part.bytes().length);
    }
  }

  // How a process reads an entry in place, without allocation; at is where the entry starts.

  public static int size(ByteBuffer log, int at) {
    return log.getInt(at);
  }

  public static long entry(ByteBuffer log, int at) {
    return log.getLong(at + 16);
  }

  public static long value(ByteBuffer log, int at) {
    return log.getLong(at + 24);
  }

  public static long argument(ByteBuffer log, int at, int index) {
    return log.getLong(at + 32 + 8 * index);
  }

  /** Whether the process is to run the entry. */
  public static boolean isFor(ByteBuffer log, int at, int pid) {
    int count = log.getInt(at + 4);
    for (int i = 0; i < count; i++) {
      if (log.getInt(at + HEADER + 4 * i) == pid) {
        return true;
      }
    }
    return count == 0;
  }

  public static int partCount(ByteBuffer log, int at) {
    return log.getInt(at + 8);
  }

  public static int firstPart(ByteBuffer log, int at) {
    return at + HEADER + aligned(4 * log.getInt(at + 4));
  }

  public static int nextPart(ByteBuffer log, int part) {
    return part + 16 + aligned((int) log.getLong(part + 8));
  }

  public static long partOffset(ByteBuffer log, int part) {
    return log.getLong(part);
  }

  public static int partLength(ByteBuffer log, int part) {
    return (int) log.getLong(part + 8);
  }

  public static int partBytes(int part) {
    return part + 16;
  }

  private static int aligned(int size) {
    return (size + 7) & -8;
  }
}
