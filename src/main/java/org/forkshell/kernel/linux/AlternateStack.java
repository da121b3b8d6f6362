package org.forkshell.kernel.linux;

import org.forkshell.abi.Errno;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;

/** The stack for a thread's signal handlers that want it, by sigaltstack(2). */
final class AlternateStack {
  private static final int SS_ONSTACK = 1;
  private static final int SS_DISABLE = 2;

  /** A stack_t: where it begins, flags, its size. */
  private static final int SIZE = 24;

  private static final int SMALLEST = 2048;

  private final LinuxKernel kernel;
  private final Memory memory;
  private final Machine machine;
  private long start;
  private long size;

  AlternateStack(LinuxKernel kernel) {
    this.kernel = kernel;
    this.memory = kernel.process().memory;
    this.machine = kernel.machine();
  }

  /** A thread begins, without one. */
  void begin() {
    size = 0;
  }

  long start() {
    return start;
  }

  /** Its size; 0 where there is none. */
  long size() {
    return size;
  }

  /** Whether a handler runs on it. */
  boolean isInUse() {
    long frame = machine.framePointer();
    return frame >= start && frame < start + size;
  }

  /** sigaltstack(2), of which the kernel knows nothing: it never runs the program's handlers. */
  long change(long wanted, long old) {
    if ((wanted != 0 && !memory.isReadable(wanted, SIZE))
        || (old != 0 && !memory.isWritable(old, SIZE))) {
      return kernel.failure(Errno.EFAULT);
    }
    boolean on = isInUse();
    long oldStart = start;
    long oldSize = size;
    if (wanted != 0) {
      int flags = memory.peekInt(wanted + 8);
      boolean disable = flags == SS_DISABLE;
      if (on) {
        return kernel.failure(Errno.EPERM);
      }
      if (!disable && flags != 0 && flags != SS_ONSTACK) {
        return kernel.failure(Errno.EINVAL);
      }
      long newSize = disable ? 0 : memory.peekLong(wanted + 16);
      if (!disable && newSize < SMALLEST) {
        return kernel.failure(Errno.ENOMEM);
      }
      start = disable ? 0 : memory.peekLong(wanted);
      size = newSize;
    }
    if (old != 0) {
      memory.pokeLong(old, oldStart);
      memory.pokeLong(old + 8, on ? SS_ONSTACK : oldSize == 0 ? SS_DISABLE : 0);
      memory.pokeLong(old + 16, oldSize);
    }
    return 0;
  }
}
