package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Posix;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/**
 * Tells the console what happens in this process. One record, written again and again: nothing is
 * allocated.
 */
public final class EventSender {
  private static final int MESSAGE = 56;

  private final Posix posix;
  private int socket;
  private final long record = Posix.reserve(EventRecord.SIZE + EventRecord.MAX_TEXT);
  private int text;

  /** A struct msghdr of sendmsg(2), for the record and what follows it. */
  private final long message = Posix.reserve(MESSAGE);

  /** Its two struct iovec. */
  private final long vector = Posix.reserve(32);

  /**
   * @param socket the descriptor of a SOCK_SEQPACKET socket, so that a message is whole or not
   *     there
   */
  public EventSender(Posix posix, int socket) {
    this.posix = posix;
    this.socket = socket;
    longAt(vector, record);
    longAt(vector + 8, EventRecord.SIZE);
    longAt(message + 16, vector);
    longAt(message + 24, 2);
  }

  public int socket() {
    return socket;
  }

  /** It has another descriptor now. */
  public void socket(int descriptor) {
    socket = descriptor;
  }

  /** Says which thread sends from now on, by the id that the console knows it by. */
  public void thread(int tid) {
    intAt(record + EventRecord.TID, tid);
  }

  /**
   * Adds a text to the next message, and a zero byte, as far as there is room.
   *
   * @param at the address of bytes that end with a zero, or with what is not the program's memory
   * @return whether all of it found room
   */
  boolean add(Memory memory, long at) {
    while (text < EventRecord.MAX_TEXT) {
      byte next = memory.isReadable(at, 1) ? byteAt(at) : 0;
      byteAt(record + EventRecord.SIZE + text++, next);
      at++;
      if (next == 0) {
        return true;
      }
    }
    return false;
  }

  /** Says that something happened outside of any program. */
  public void send(Kind kind, int line, long a, long b, long c) {
    send(kind, line, a, b, c, 0);
  }

  /** The same, with one argument more. */
  public void send(Kind kind, int line, long a, long b, long c, long d) {
    intAt(record + EventRecord.CALLS, 0);
    longAt(record + EventRecord.FRAME, 0);
    send(kind, line, a, b, c, d, 0, 0);
  }

  /** Says that something happened where {@code machine} stands. */
  public void send(
      Kind kind, int line, Machine machine, long a, long b, long c, long d, long e, long f) {
    place(kind, machine);
    send(kind, line, a, b, c, d, e, f);
  }

  /**
   * Says that a program writes, and sends the bytes along.
   *
   * @return whether that was possible; if not, nothing was said
   */
  boolean sendOutput(int line, Machine machine, int stream, long bytes, long count, int reason) {
    place(Kind.OUTPUT, machine);
    fill(Kind.OUTPUT, line, stream, count, reason, 1, 0, 0);
    longAt(vector + 16, bytes);
    longAt(vector + 24, count);
    while (posix.libc().sendmsg(socket, message, Linux.MSG_NOSIGNAL) < 0) {
      if (posix.errno() != Errno.EINTR) {
        return false;
      }
    }
    return true;
  }

  private void place(Kind kind, Machine machine) {
    long calls = record + EventRecord.CALLS;
    // Who makes a system call stands after it already; who may not go on, or is to begin a
    // handler, stands before.
    boolean before =
        kind == Kind.FAULTED
            || kind == Kind.HANDLED
            || kind == Kind.UNSAFE_CALL
            || machine.codeOffset() <= 0;
    int behind = before ? 0 : 1;
    intAt(calls, (int) machine.codeOffset() - behind);
    int depth = 1;
    long frame = machine.framePointer();
    longAt(record + EventRecord.FRAME, frame);
    while (depth < EventRecord.MAX_CALLS && machine.isFrame(frame)) {
      intAt(calls + 4L * depth++, (int) machine.returnOffset(frame));
      long caller = machine.callerFrame(frame);
      if (caller <= frame) {
        break;
      }
      frame = caller;
    }
    if (depth < EventRecord.MAX_CALLS) {
      intAt(calls + 4L * depth, 0);
    }
  }

  private void send(Kind kind, int line, long a, long b, long c, long d, long e, long f) {
    fill(kind, line, a, b, c, d, e, f);
    int size = EventRecord.SIZE + text;
    text = 0;
    // A console that is gone is the zygote's business; this process goes on until it is ended.
    while (posix.libc().send(socket, record, size, Linux.MSG_NOSIGNAL) < 0
        && posix.errno() == Errno.EINTR) {}
  }

  private void fill(Kind kind, int line, long a, long b, long c, long d, long e, long f) {
    intAt(record + EventRecord.KIND, kind.ordinal());
    intAt(record + EventRecord.LINE, line);
    longAt(record + EventRecord.NANOS, System.nanoTime());
    longAt(record + EventRecord.ARGUMENTS, a);
    longAt(record + EventRecord.ARGUMENTS + 8, b);
    longAt(record + EventRecord.ARGUMENTS + 16, c);
    longAt(record + EventRecord.ARGUMENTS + 24, d);
    longAt(record + EventRecord.ARGUMENTS + 32, e);
    longAt(record + EventRecord.ARGUMENTS + 40, f);
  }
}
