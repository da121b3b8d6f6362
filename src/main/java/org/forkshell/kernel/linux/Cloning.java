package org.forkshell.kernel.linux;

import org.forkshell.abi.Cpu;
import org.forkshell.posix.Libc;

/** clone(2), as a fork that may share some things with its parent: all but memory and handlers. */
final class Cloning {
  static final int CLONE_VM = 0x100;
  static final int CLONE_THREAD = 0x1_0000;
  private static final int CLONE_FILES = 0x400;
  private static final int CLONE_SIGHAND = 0x800;
  private static final int CLONE_VFORK = 0x4000;
  private static final int CLONE_SETTLS = 0x8_0000;
  private static final boolean ARM = Cpu.CURRENT == Cpu.AARCH64;
  private static final long SYS_CLONE = Cpu.number(56, 220);

  private final Libc libc;
  private int flags;

  Cloning(Libc libc) {
    this.libc = libc;
  }

  /** What the next one is to be like. */
  Cloning with(int flags) {
    this.flags = flags;
    return this;
  }

  int flags() {
    return flags;
  }

  /**
   * Makes the call.
   *
   * @return the child's pid, 0 in the child, or -1
   */
  int clone(long parentTid, long childTid) {
    // Memory is lent, see VforkMemory, and descriptors along with it would be closed for both.
    int lent = CLONE_VM | CLONE_FILES | CLONE_SIGHAND | CLONE_VFORK;
    int kept = (flags & CLONE_VM) != 0 ? flags & ~lent : flags;
    long asked = Integer.toUnsignedLong(kept & ~CLONE_SETTLS);
    return (int)
        (ARM
            ? libc.syscall(SYS_CLONE, asked, 0, parentTid, 0, childTid, 0)
            : libc.syscall(SYS_CLONE, asked, 0, parentTid, childTid, 0, 0));
  }
}
