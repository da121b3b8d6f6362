package org.forkshell.lab;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Cpu;
import org.forkshell.abi.Linux;
import org.forkshell.abi.TranslatedCode;
import org.forkshell.machine.Memory;
import org.forkshell.machine.RawMemory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * Where machine code lies in a program process. No page of it is ever writable and executable; one
 * that is executable stays as it is.
 */
final class MachineCodeRoom {
  private static final long PAGE = TranslatedCode.PAGE;
  private static final long START = AddressSpace.ORIGIN + TranslatedCode.START;

  /** The address of the code that {@link org.forkshell.machine.MachineCode} calls. */
  static final long ENTRY = START + TranslatedCode.ENTRY;

  private static final long TABLE = AddressSpace.ORIGIN + TranslatedCode.TABLE;
  private static final int MADV_DONTNEED = 4;
  private static final int MADV_NOHUGEPAGE = 15;
  private static final int NOTHING = 0;
  private static final int READ_EXECUTE = 5;

  private static final int RETURN = Cpu.number(0xC3, 0xD65F_03C0);

  private final Libc libc;
  private final Memory memory;

  /** Whether the kernel allows what the last code needed. */
  private boolean allowed = true;

  /** Sets the room aside, for this process and all that it forks. */
  MachineCodeRoom(Posix posix, Memory memory) {
    this.libc = posix.libc();
    this.memory = memory;
    posix.mapAt(TABLE, TranslatedCode.TABLE_END - TranslatedCode.TABLE, Linux.PROT_READ_WRITE);
    posix.mapAt(START, TranslatedCode.END - TranslatedCode.START, NOTHING);
    // A program has a few pages of it.
    libc.madvise(TABLE, TranslatedCode.TABLE_END - TranslatedCode.TABLE, MADV_NOHUGEPAGE);
    libc.madvise(START, TranslatedCode.END - TranslatedCode.START, MADV_NOHUGEPAGE);
  }

  /**
   * Puts code there that does nothing, for every instruction of {@code count}, so that the way to
   * it can be linked and compiled.
   */
  void rehearse(int count) {
    libc.mprotect(START, PAGE, Linux.PROT_READ_WRITE);
    RawMemory.intAt(ENTRY, RETURN);
    if (libc.mprotect(START, PAGE, READ_EXECUTE) == 0) {
      for (int i = 0; i < count; i++) {
        RawMemory.intAt(TABLE + 4L * i, TranslatedCode.ENTRY);
      }
    }
  }

  /** Makes it empty again. */
  void clear() {
    libc.mprotect(START, PAGE, NOTHING);
    libc.madvise(START, PAGE, MADV_DONTNEED);
    libc.madvise(TABLE, TranslatedCode.TABLE_END - TranslatedCode.TABLE, MADV_DONTNEED);
  }

  /** Whether an offset is in here rather than in the address space. */
  static boolean contains(long offset) {
    return offset >= TranslatedCode.TABLE;
  }

  /**
   * Puts machine code, which a page begins with, or a part of the table in its place. Where the
   * kernel does not allow code, there is none.
   *
   * @param bytes the address of as many as {@code length}
   */
  void put(long offset, long bytes, int length) {
    if (offset < TranslatedCode.START) {
      if (allowed) {
        memory.put(offset, bytes, length);
      }
      return;
    }
    long to = AddressSpace.ORIGIN + offset;
    long pages = (length + PAGE - 1) & -PAGE;
    allowed = libc.mprotect(to, pages, Linux.PROT_READ_WRITE) == 0;
    if (allowed) {
      memory.put(offset, bytes, length);
      allowed = libc.mprotect(to, pages, READ_EXECUTE) == 0;
    }
  }
}
