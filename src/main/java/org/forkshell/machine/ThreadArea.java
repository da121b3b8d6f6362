package org.forkshell.machine;

import org.forkshell.abi.AddressSpace;

/**
 * What of a program's memory belongs to one of its threads: its stack and its {@code errno}. All
 * addresses are the program's.
 *
 * @param stackStart the lowest address that the stack may reach
 * @param stackEnd the first address behind it
 * @param errno of its {@code errno}, an int
 */
public record ThreadArea(long stackStart, long stackEnd, long errno) {
  /** The first thread's, which every program has. */
  public static final ThreadArea FIRST =
      new ThreadArea(
          AddressSpace.ORIGIN + AddressSpace.STACK,
          AddressSpace.ORIGIN + AddressSpace.STACK_END,
          AddressSpace.ORIGIN + AddressSpace.ERRNO);
}
