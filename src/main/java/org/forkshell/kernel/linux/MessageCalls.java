package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import java.util.List;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;

/** sendmsg(2) and recvmsg(2): pieces of messages, and descriptors that go along with them. */
final class MessageCalls extends CallGroup {
  static final List<SystemCall> CALLS = List.of(SystemCall.sendmsg, SystemCall.recvmsg);

  // struct msghdr on 64 bits: name, its length, pieces, their count, control, its length, flags.
  private static final int HEADER = 56;

  private final long header = Posix.reserve(HEADER);
  private final IoVectors pieces;

  MessageCalls(LinuxKernel kernel) {
    super(kernel);
    this.pieces = new IoVectors(memory, posix);
  }

  @Override
  long answer(SystemCall call) {
    long message = argument(1);
    boolean receives = call == SystemCall.recvmsg;
    if (!memory.isReadable(message, HEADER)) {
      return receives
          ? receive(message, pointers.writable(message, HEADER))
          : send(pointers.readable(message, HEADER));
    }
    long list = memory.peekLong(message + 16);
    long count = memory.peekLong(message + 24);
    for (int i = 0; i < HEADER; i += 8) {
      longAt(header + i, memory.peekLong(message + i));
    }
    longAt(header, pointer(receives, message, memory.peekInt(message + 8)));
    longAt(header + 16, receives ? pieces.written(list, count) : pieces.read(list, count));
    longAt(header + 24, pieces.count());
    longAt(header + 32, pointer(receives, message + 32, memory.peekLong(message + 40)));
    return receives ? receive(message, header) : send(header);
  }

  private long pointer(boolean written, long at, long size) {
    long pointer = memory.peekLong(at);
    return written ? pointers.writable(pointer, size) : pointers.readable(pointer, size);
  }

  private long send(long header) {
    long sent;
    do {
      sent = waiting.sendmsg(word(0), header, word(2));
    } while (kernel.again(sent));
    return checked(sent);
  }

  private long receive(long message, long header) {
    events.blocked();
    long got;
    do {
      got = waiting.recvmsg(word(0), header, word(2));
    } while (kernel.again(got));
    if (got >= 0) {
      memory.pokeInt(message + 8, intAt(header + 8));
      memory.pokeLong(message + 40, longAt(header + 40));
      memory.pokeInt(message + 48, intAt(header + 48));
      // Descriptors may have come along.
      kernel.changed(got);
    }
    return events.unblocked(got);
  }
}
