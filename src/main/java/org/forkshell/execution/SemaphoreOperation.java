package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process wants to do to a semaphore by semop(2), as its memory has it, struct sembuf.
 *
 * @param index which semaphore of the set
 * @param change what is added; 0 waits for 0
 */
record SemaphoreOperation(int index, int change) {
  /** struct sembuf: index, change, flags. */
  private static final int SIZE = 6;

  /** SEMOPM of semop(2). */
  private static final int MOST = 500;

  /** The operations of one call; empty where its memory cannot be read. */
  static List<SemaphoreOperation> read(int pid, long address, int count) {
    List<SemaphoreOperation> operations = new ArrayList<>();
    byte[] bytes =
        count < 1 || count > MOST ? null : ProcessMemory.read(pid, address, count * SIZE);
    if (bytes != null) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
      for (int at = 0; at < bytes.length; at += SIZE) {
        operations.add(
            new SemaphoreOperation(
                Short.toUnsignedInt(buffer.getShort(at)), buffer.getShort(at + 2)));
      }
    }
    return operations;
  }
}
