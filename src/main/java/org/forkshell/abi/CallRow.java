package org.forkshell.abi;

import java.util.List;

/**
 * What there is to know of a system call, its row in the call table that {@link SystemCall} is.
 *
 * @param number Linux' number of it on this processor; {@link #NONE} where it is none of Linux'
 * @param arguments what the kernel is given, in its order
 * @param opens whether descriptors may mean something else afterwards
 * @param waits whether it may wait for somebody
 * @param restarts whether it is made again after a handler with SA_RESTART, see signal(7)
 * @param failed what it returns when it fails
 */
public record CallRow(
    int number,
    List<Argument> arguments,
    boolean opens,
    boolean waits,
    boolean restarts,
    int failed) {
  /** No number: the call exists only between a program and ForkShell, or on other processors. */
  public static final int NONE = -1;

  /** A call of Linux, by its numbers on x86-64 and aarch64. */
  static CallRow linux(int x86, int arm) {
    return new CallRow(Cpu.number(x86, arm), List.of(), false, false, true, -1);
  }

  /** A call that the kernel does not know by that name, or not in that form. */
  static CallRow own() {
    return linux(NONE, NONE);
  }

  CallRow takes(Argument... all) {
    return new CallRow(number, List.of(all), opens, waits, restarts, failed);
  }

  /** Descriptors may mean something else afterwards. */
  CallRow thatOpens() {
    return new CallRow(number, arguments, true, waits, restarts, failed);
  }

  /** It may wait for somebody. */
  CallRow thatWaits() {
    return new CallRow(number, arguments, opens, true, restarts, failed);
  }

  /** It may wait, and is never made again after a handler, whatever SA_RESTART says. */
  CallRow thatWaitsOnce() {
    return new CallRow(number, arguments, opens, true, false, failed);
  }

  /** It returns 0 when it fails. */
  CallRow orZero() {
    return new CallRow(number, arguments, opens, waits, restarts, 0);
  }
}
