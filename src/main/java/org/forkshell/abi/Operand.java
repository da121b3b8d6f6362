package org.forkshell.abi;

/** What one of the three numbers of an instruction means. */
public enum Operand {
  /** Not used; zero. */
  NONE,
  /** A frame offset, the byte offset from the frame pointer of a slot that is read. */
  SOURCE,
  /** A frame offset of a slot that is written. */
  TARGET,
  /** A number of 32 bits, signed. */
  NUMBER,
  /** The low half of a number of 64 bits, whose high half is the next operand. */
  NUMBER_LOW,
  NUMBER_HIGH,
  /** Where to go on: a count of instructions, signed, from this instruction. */
  JUMP,
  /** An offset in the address space, unsigned. */
  ADDRESS,
  /**
   * The size of the frame of the function this instruction stands in, in bytes, a multiple of 16.
   */
  FRAME,
  /** The ordinal of a {@link NativeFunction}. */
  NATIVE,
  /** The ordinal of a {@link SystemCall}. */
  SYSTEM
}
