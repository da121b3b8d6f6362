package org.forkshell.abi;

/**
 * Where things live in the memory of a program. All addresses are {@link #ORIGIN} plus an offset
 * below {@link #SIZE}; offsets fit 32 bits, unsigned. The same in every process, so {@code &x} is
 * equal in parent and child.
 *
 * <pre>
 * 0          guard    never valid, so that a null pointer with a small index faults
 * CODE       instructions, readable
 * CONSTANTS  string literals, readable
 * DATA       objects of static storage duration; its first bytes are {@link #ERRNO}, and what
 *            belongs to a thread comes next, see {@link #THREAD_LOCAL}
 * HEAP       malloc
 * MAPPINGS   mmap gives from its end downwards, as Linux does
 * STACK      grows down from ARGUMENTS
 * ARGUMENTS  what main gets: argv, the environment and their strings
 * </pre>
 */
public final class AddressSpace {
  /** An address no JVM, library or stack of Linux on 64 bits was seen to use. */
  public static final long ORIGIN = 0x4000_0000_0000L;

  public static final long CODE = 0x1_0000L;
  public static final long CONSTANTS = 0x200_0000L;
  public static final long DATA = 0x400_0000L;
  public static final long HEAP = 0x3000_0000L;
  public static final long MAPPINGS_END = 0xBF50_0000L;
  public static final long STACK = 0xBF60_0000L;
  public static final long ARGUMENTS = 0xBFE0_0000L;
  public static final long STACK_END = 0xC000_0000L;
  public static final long SIZE = STACK_END;

  /**
   * The last instruction there can be; the driver puts a HALT there, to which an entered function
   * returns.
   */
  public static final long HALT = CONSTANTS - Opcode.SIZE;

  /**
   * Where a signal handler returns to: an ENTER for the size of the frame that holds what it
   * interrupted, a system call, a RET.
   */
  public static final long SIGNAL_RETURN = HALT - 3 * Opcode.SIZE;

  /** The offset of {@code errno}, an int. */
  public static final long ERRNO = DATA;

  /** An int: how many bytes from {@link #THREAD_LOCAL} on the program's objects take. */
  public static final long THREAD_LOCAL_USED = DATA + 40;

  /**
   * Objects of thread storage duration, as the first thread has them. Another thread has a copy of
   * this region elsewhere, and each of its objects at the same distance from the first thread's.
   */
  public static final long THREAD_LOCAL = DATA + 64;

  public static final long THREAD_LOCAL_END = THREAD_LOCAL + 0x1_0000L;

  /** A region of the same size and order: what those objects hold when a thread begins. */
  public static final long THREAD_LOCAL_INITIAL = THREAD_LOCAL_END;

  /** The first offset that the compiler may give to an object of static storage duration. */
  public static final long FIRST_OBJECT = THREAD_LOCAL_INITIAL + THREAD_LOCAL_END - THREAD_LOCAL;

  private AddressSpace() {}
}
