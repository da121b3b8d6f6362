package org.forkshell.abi;

/**
 * Where the machine code that a program's instructions were translated to lies, and what it and the
 * interpreter tell each other. It is outside the {@link AddressSpace}, so that a program can
 * neither read nor write it. Offsets count from {@link AddressSpace#ORIGIN}, too.
 *
 * <p>Machine code does what the interpreter does, to the same frames, and comes back in front of
 * every instruction that it leaves to it.
 */
public final class TranslatedCode {
  /**
   * Here lies an int for every instruction that there can be: where its machine code begins,
   * counted from {@link #START}; 0 where there is none.
   */
  public static final long TABLE = 0xC800_0000L;

  /** How many instructions there can be. */
  public static final int INSTRUCTIONS =
      (int) ((AddressSpace.CONSTANTS - AddressSpace.CODE) / Opcode.SIZE);

  public static final long TABLE_END = TABLE + 4L * INSTRUCTIONS;

  /** The machine code. What a program or a line brings of it begins with a page. */
  public static final long START = 0xD000_0000L;

  public static final long END = 0xD800_0000L;

  public static final int PAGE = 4096;

  /**
   * How far behind {@link #START} the function lies that executes until an instruction is the
   * interpreter's. It is called as a static native method is, with the address of the thread's
   * state as its only parameter. Before it lies where machine code goes for an instruction that has
   * none.
   */
  public static final int ENTRY = 64;

  // The state of a thread while it is in machine code: offsets of eight bytes each. The first three
  // are brought up to date when it comes back.

  /** The address of the instruction to be executed. */
  public static final int PC = 0;

  /** The frame pointer. */
  public static final int FP = 8;

  /** How many jumps back and calls may be made, an int. */
  public static final int FUEL = 16;

  /** How far behind the beginning of the code eight bytes may be read. */
  public static final int READABLE = 24;

  /** How far behind the beginning of the data they may be written. */
  public static final int WRITABLE = 32;

  /** What lies from this address on may be read and written, too. */
  public static final int MAPPINGS = 40;

  /** How far behind it that is so of eight bytes. */
  public static final int MAPPED = 48;

  /** The lowest address of the stack that it is on. */
  public static final int STACK = 56;

  /** How far behind it a frame may lie. */
  public static final int FRAMES = 64;

  /** The address below which no function's frame may reach. */
  public static final int STACK_LIMIT = 72;

  /** How far the thread's own objects lie from those of the first thread. */
  public static final int THREAD_LOCAL = 80;

  /** Not 0 where calls of what is not async-signal-safe are left to the interpreter. */
  public static final int WATCHES_CALLS = 88;

  /** For machine code alone: the stack pointer that it was called with. */
  public static final int SP = 96;

  /** The size of it all. */
  public static final int STATE_SIZE = 128;

  private TranslatedCode() {}
}
