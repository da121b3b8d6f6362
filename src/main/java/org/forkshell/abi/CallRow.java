package org.forkshell.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a system call, its row in the call table that {@link SystemCall} is.
 *
 * @param number Linux' number of it on this processor; {@link #NONE} where it is none of Linux'
 * @param arguments what the kernel is given, in its order
 * @param opens whether descriptors may mean something else afterwards
 * @param waits how it may wait for somebody; null where it does not
 * @param restarts whether it is made again after a handler with SA_RESTART, see signal(7)
 * @param visible whether others can see when it is made
 * @param cancels whether it is a cancellation point, see pthreads(7)
 * @param failed what it returns when it fails
 */
public record CallRow(
    int number,
    List<Argument> arguments,
    boolean opens,
    @Nullable Wait waits,
    boolean restarts,
    boolean visible,
    boolean cancels,
    int failed) {
  /** No number: the call exists only between a program and ForkShell, or on other processors. */
  public static final int NONE = -1;

  /**
   * Whether who gets an answer has learned something of what others did, as by the bytes that they
   * wrote: so it comes after that. Time tells of nobody, and who waits at a word of memory learns
   * it there.
   */
  public boolean tellsOfOthers() {
    if (waits == null) {
      return false;
    }
    return switch (waits.waiting()) {
      case TIME, WORD, ROOM, MESSAGE_ROOM -> false;
      default -> true;
    };
  }

  /** A call of Linux, by its numbers on x86-64 and aarch64. */
  static CallRow linux(int x86, int arm) {
    return new CallRow(Cpu.number(x86, arm), List.of(), false, null, true, false, false, -1);
  }

  /** A call that the kernel does not know by that name, or not in that form. */
  static CallRow own() {
    return linux(NONE, NONE);
  }

  CallRow takes(Argument... all) {
    return new CallRow(number, List.of(all), opens, waits, restarts, visible, cancels, failed);
  }

  /** Descriptors may mean something else afterwards. */
  CallRow thatOpens() {
    return new CallRow(number, arguments, true, waits, restarts, visible, cancels, failed);
  }

  /** It may wait for somebody, and so is a cancellation point. */
  CallRow waitsFor(Waiting waiting) {
    return with(new Wait(waiting, Wait.NONE, false));
  }

  /** The same, until a time to which the kernel's argument with that index points. */
  CallRow waitsUntil(int limit, Waiting waiting) {
    return with(new Wait(waiting, limit, false));
  }

  /** The same, for as many milliseconds as that argument says. */
  CallRow waitsForMillis(int limit, Waiting waiting) {
    return with(new Wait(waiting, limit, true));
  }

  private CallRow with(Wait how) {
    return new CallRow(number, arguments, opens, how, restarts, visible, true, failed);
  }

  /** It is never made again after a handler, whatever SA_RESTART says. */
  CallRow once() {
    return new CallRow(number, arguments, opens, waits, false, visible, cancels, failed);
  }

  /** Others can see when it is made. */
  CallRow shows() {
    return new CallRow(number, arguments, opens, waits, restarts, true, cancels, failed);
  }

  /** It returns 0 when it fails. */
  CallRow orZero() {
    return new CallRow(number, arguments, opens, waits, restarts, visible, cancels, 0);
  }

  /** It is a cancellation point though it does not wait. */
  CallRow cancellationPoint() {
    return new CallRow(number, arguments, opens, waits, restarts, visible, true, failed);
  }

  /** It is no cancellation point though it waits. */
  CallRow neverCancels() {
    return new CallRow(number, arguments, opens, waits, restarts, visible, false, failed);
  }
}
