package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.ProcessMark;

/**
 * getrlimit(2) and setrlimit(2), as if RLIMIT_RTTIME were still what it was before it became the
 * {@link ProcessMark}. It limits nobody who has no real-time scheduling.
 */
final class ResourceLimits {
  private static final int SIZE = 16;

  private final Libc libc;
  private final Memory memory;
  private long soft = -1;
  private long hard = -1;

  ResourceLimits(Libc libc, Memory memory) {
    this.libc = libc;
    this.memory = memory;
  }

  /**
   * @param limit the address of a struct rlimit
   */
  int get(int resource, long limit) {
    int result = libc.getrlimit(resource, limit);
    if (resource == ProcessMark.RLIMIT_RTTIME && result == 0) {
      // No limit is the greatest unsigned number.
      longAt(limit + 8, least(hard, longAt(limit + 8)));
      longAt(limit, least(soft, longAt(limit + 8)));
    }
    return result;
  }

  /**
   * @param limit the address of a struct rlimit
   */
  int set(int resource, long limit) {
    if (resource != ProcessMark.RLIMIT_RTTIME
        || !memory.isReadable(limit, SIZE)
        || Long.compareUnsigned(longAt(limit), longAt(limit + 8)) > 0) {
      return libc.setrlimit(resource, limit);
    }
    soft = longAt(limit);
    hard = longAt(limit + 8);
    return 0;
  }

  private static long least(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? a : b;
  }
}
