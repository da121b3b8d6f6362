package org.forkshell.execution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.process.KernelWait;
import org.forkshell.process.KernelWait.Ender;
import org.forkshell.process.ProcessTree;

/**
 * What a thread waits for that sleeps on a word of its process's memory, futex(2): the C library's
 * locks say who has them, and that a thread is awaited shows by its id, which is what the word
 * holds.
 */
final class LockWait {
  /** What the word of a mutex holds while somebody sleeps on it. */
  private static final int AWAITED = 2;

  /** Where in a mutex the id of the thread is that has it, see bits/pthreads.h. */
  private static final int OWNER = 8;

  private LockWait() {}

  /**
   * @param thread who sleeps
   * @param arguments of futex(2): the word, the operation, the value that it has
   */
  static KernelWait of(int thread, List<Long> arguments, ProcessTree tree) {
    long word = arguments.get(0);
    int value = arguments.get(2).intValue();
    String subject = "0x" + Long.toHexString(word);
    if (value > AWAITED && tree.nameOf(value).isPresent() && isThreadOf(thread, value)) {
      return new KernelWait("thread", subject, List.of(new Ender(value, -1)));
    }
    int owner = value == AWAITED ? intAt(thread, word + OWNER) : 0;
    if (owner <= 0 || tree.nameOf(owner).isEmpty()) {
      return new KernelWait("word", subject, List.of());
    }
    boolean lost = !isThreadOf(thread, owner) && !isShared(thread, word);
    return new KernelWait(lost ? "lost-lock" : "lock", subject, List.of(new Ender(owner, -1)));
  }

  private static boolean isThreadOf(int thread, int other) {
    return Files.exists(Path.of("/proc", thread + "", "task", other + ""));
  }

  private static int intAt(int pid, long address) {
    byte[] bytes = ProcessMemory.read(pid, address, Integer.BYTES);
    return bytes == null ? 0 : ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt();
  }

  /** Whether other processes have the same memory at an address. */
  private static boolean isShared(int pid, long address) {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", pid + "", "maps"), StandardCharsets.ISO_8859_1)) {
        String[] words = line.split("[- ]");
        if (address >= Long.parseUnsignedLong(words[0], 16)
            && address < Long.parseUnsignedLong(words[1], 16)) {
          return words[2].endsWith("s");
        }
      }
    } catch (IOException gone) {
      return true;
    }
    return false;
  }
}
