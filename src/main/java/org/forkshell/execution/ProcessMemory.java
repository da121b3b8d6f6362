package org.forkshell.execution;

import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a process as the kernel shows it, /proc/PID/mem of proc(5): it needs no help from
 * the process.
 */
final class ProcessMemory {
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
}
