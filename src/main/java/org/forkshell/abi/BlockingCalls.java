package org.forkshell.abi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of Linux that wait, by their numbers on this processor: of the table, and others. */
public final class BlockingCalls {
  private static final Map<Integer, Wait> BY_NUMBER = new HashMap<>();

  static {
    for (SystemCall call : SystemCall.values()) {
      if (call.row().waits() != null && call.row().number() != CallRow.NONE) {
        BY_NUMBER.put(call.row().number(), call.row().waits());
      }
    }
    // What our library does not call, but other programs do.
    add(2, CallRow.NONE, Waiting.OPENING, Wait.NONE); // open
    add(23, CallRow.NONE, Waiting.READINESS, 4); // select
    add(43, 202, Waiting.CONNECTION, Wait.NONE); // accept
    add(65, 193, Waiting.SEMAPHORE, Wait.NONE); // semop
    add(270, 72, Waiting.READINESS, 4); // pselect6
    if (Cpu.CURRENT != Cpu.AARCH64) {
      BY_NUMBER.put(232, new Wait(Waiting.READINESS, 3, true)); // epoll_wait
    }
  }

  private BlockingCalls() {}

  private static void add(int x86, int arm, Waiting waiting, int limit) {
    int number = Cpu.number(x86, arm);
    if (number != CallRow.NONE) {
      BY_NUMBER.put(number, new Wait(waiting, limit, false));
    }
  }

  /** How the call of that number waits; null for one that does not. */
  public static @Nullable Wait of(int number) {
    return BY_NUMBER.get(number);
  }
}
