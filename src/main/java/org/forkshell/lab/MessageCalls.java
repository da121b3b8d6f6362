package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/** sendmsg(2) and recvmsg(2): pieces of messages, and descriptors that go along with them. */
final class MessageCalls {
  // struct msghdr on 64 bits: name, its length, pieces, their count, control, its length, flags.
  private static final int HEADER = 56;
  private static final int PIECE = 16;
  private static final int MOST_PIECES = 1024;

  private final WaitingCalls waiting;
  private final Memory memory;
  private final Pointers pointers;
  private final KernelCalls kernel;
  private final long header = Posix.allocate(HEADER).address();
  private final long pieces = Posix.allocate(PIECE * MOST_PIECES).address();

  MessageCalls(WaitingCalls waiting, Memory memory, KernelCalls kernel) {
    this.waiting = waiting;
    this.memory = memory;
    this.pointers = new Pointers(memory);
    this.kernel = kernel;
  }

  long answer(SystemCall call) {
    long message = kernel.argument(1);
    boolean receives = call == SystemCall.recvmsg;
    if (!memory.isReadable(message, HEADER)) {
      return kernel.failure(Errno.EFAULT);
    }
    long count = memory.peekLong(message + 24);
    long list = memory.peekLong(message + 16);
    if (count < 0 || count > MOST_PIECES) {
      return kernel.failure(Errno.EMSGSIZE);
    }
    if (!memory.isReadable(list, count * PIECE)) {
      return kernel.failure(Errno.EFAULT);
    }
    for (int i = 0; i < HEADER; i += 8) {
      longAt(header + i, memory.peekLong(message + i));
    }
    longAt(header, pointer(receives, message, memory.peekInt(message + 8)));
    longAt(header + 16, pieces);
    longAt(header + 32, pointer(receives, message + 32, memory.peekLong(message + 40)));
    for (long i = 0; i < count * PIECE; i += PIECE) {
      longAt(pieces + i, pointer(receives, list + i, memory.peekLong(list + i + 8)));
      longAt(pieces + i + 8, memory.peekLong(list + i + 8));
    }
    return receives ? receive(message) : send();
  }

  private long pointer(boolean written, long at, long size) {
    long pointer = memory.peekLong(at);
    return written ? pointers.writable(pointer, size) : pointers.readable(pointer, size);
  }

  private long send() {
    long sent;
    do {
      sent = waiting.sendmsg(kernel.descriptor(0), header, kernel.word(2));
    } while (kernel.again(sent));
    return kernel.checked(sent);
  }

  private long receive(long message) {
    kernel.blocked();
    long got;
    do {
      got = waiting.recvmsg(kernel.descriptor(0), header, kernel.word(2));
    } while (kernel.again(got));
    if (got >= 0) {
      memory.pokeInt(message + 8, intAt(header + 8));
      memory.pokeLong(message + 40, longAt(header + 40));
      memory.pokeInt(message + 48, intAt(header + 48));
      // Descriptors may have come along.
      kernel.changed(got);
    }
    return kernel.unblocked(got);
  }
}
