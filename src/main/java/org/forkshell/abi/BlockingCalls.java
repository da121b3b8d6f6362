package org.forkshell.abi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of Linux that wait, by their numbers on this processor: of the table, and others. */
public final class BlockingCalls {
  private static final Map<Integer, Wait> BY_NUMBER = new HashMap<>();

  private static final int OPEN = Cpu.number(2, CallRow.NONE);
  private static final int SELECT = Cpu.number(23, CallRow.NONE);
  private static final int PSELECT = Cpu.number(270, 72);
  private static final int POLL = Cpu.number(7, CallRow.NONE);

  static {
    for (SystemCall call : SystemCall.values()) {
      if (call.row().waits() != null && call.row().number() != CallRow.NONE) {
        BY_NUMBER.put(call.row().number(), call.row().waits());
      }
    }
    // What our library does not call, but other programs do.
    add(OPEN, Waiting.OPENING, Wait.NONE);
    add(SELECT, Waiting.READINESS, 4);
    add(PSELECT, Waiting.READINESS, 4);
    add(43, 202, Waiting.CONNECTION, Wait.NONE); // accept
    add(65, 193, Waiting.SEMAPHORE, Wait.NONE); // semop
    if (Cpu.CURRENT != Cpu.AARCH64) {
      BY_NUMBER.put(232, new Wait(Waiting.READINESS, 3, true)); // epoll_wait
    }
  }

  private BlockingCalls() {}

  private static void add(int x86, int arm, Waiting waiting, int limit) {
    add(Cpu.number(x86, arm), waiting, limit);
  }

  private static void add(int number, Waiting waiting, int limit) {
    if (number != CallRow.NONE) {
      BY_NUMBER.put(number, new Wait(waiting, limit, false));
    }
  }

  /** Whether the descriptors that the call waits for are three sets of bits. */
  public static boolean isSelect(int number) {
    return number == SELECT || number == PSELECT;
  }

  /** Whether the descriptors that the call waits for are an array. */
  public static boolean isPoll(int number) {
    return number == POLL || number == SystemCall.__ppoll.row().number();
  }

  /** Whether the call sends to a socket, and to nothing else. */
  public static boolean isSend(int number) {
    return number == SystemCall.sendto.row().number()
        || number == SystemCall.sendmsg.row().number();
  }

  /** Which argument of a call that opens a file is its name. */
  public static int nameOfFile(int number) {
    return number == OPEN ? 0 : 1;
  }

  /** Whether a message queue is named by a descriptor: those of mq_overview(7). */
  public static boolean isOfDescriptor(int number) {
    return number == SystemCall.mq_timedreceive.row().number()
        || number == SystemCall.mq_timedsend.row().number();
  }

  /** How the call of that number waits; null for one that does not. */
  public static @Nullable Wait of(int number) {
    return BY_NUMBER.get(number);
  }
}
