package org.forkshell.execution;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a process as the kernel shows it, /proc/PID/mem of proc(5): it needs no help from
 * the process.
 */
final class ProcessMemory {
  private static final int PATH_MAX = 4096;

  private ProcessMemory() {}

  /**
   * The bytes at an address.
   *
   * @return null where the process is gone or has no such memory
   */
  static byte @Nullable [] read(int pid, long address, int length) {
    byte[] bytes = new byte[length];
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
      memory.seek(address);
      memory.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      return null;
    }
  }

  /** The text up to the next zero byte, a file's name at most; empty where it cannot be read. */
  static String string(int pid, long address) {
    byte[] bytes = new byte[PATH_MAX];
    int count = 0;
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
      memory.seek(address);
      count = Math.max(0, memory.read(bytes));
    } catch (IOException e) {
      return "";
    }
    int end = 0;
    while (end < count && bytes[end] != 0) {
      end++;
    }
    return end == count ? "" : new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
