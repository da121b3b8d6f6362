package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.SystemCall;
import org.forkshell.process.Event.Call;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/** read(2) and write(2) with their relatives: what a program's bytes go through. */
final class TransferCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__write,
          SystemCall.write,
          SystemCall.read,
          SystemCall.readv,
          SystemCall.writev,
          SystemCall.preadv,
          SystemCall.pwritev);

  private static final int SIGPIPE = Signal.SIGPIPE.number();

  private final Descriptors descriptors;
  private final SignalHandlers handlers;
  private final SignalDispositions signals;
  private final IoVectors pieces;

  TransferCalls(LinuxKernel kernel) {
    super(kernel);
    this.descriptors = process.descriptors;
    this.handlers = kernel.handlers();
    this.signals = process.signals;
    this.pieces = new IoVectors(memory, posix);
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __write -> send(word(0), false, argument(1), argument(2), word(3));
      case write -> send(word(0), false, argument(1), argument(2), 0);
      case read -> receive(word(0), false, argument(1), argument(2));
      case readv -> receive(word(0), true, pieces.written(argument(1), word(2)), pieces.count());
      case writev -> send(word(0), true, pieces.read(argument(1), word(2)), pieces.count(), 0);
      case preadv -> {
        long list = pieces.written(argument(1), word(2));
        yield checked(waiting.preadv(word(0), list, pieces.count(), argument(3)));
      }
      case pwritev -> {
        long list = pieces.read(argument(1), word(2));
        yield checked(waiting.pwritev(word(0), list, pieces.count(), argument(3)));
      }
      default -> throw new AssertionError(call);
    };
  }

  /** write(2), or writev(2) of that many pieces. */
  private long send(int fd, boolean inPieces, long bytes, long count, int reason) {
    int stream = process.telling ? descriptors.carried(fd) : 0;
    if (stream != 0
        && !inPieces
        && isHandedOver(count)
        && events.tellOutput(stream, bytes, count, reason)) {
      return count;
    }
    // Who dies of SIGPIPE cannot tell of it afterwards.
    boolean mayDie =
        process.telling && stream == 0 && process.pid != 1 && handlers.isDefault(SIGPIPE);
    if (mayDie) {
      signals.holdBack(SIGPIPE);
    }
    long written;
    process.enterStream(stream);
    do {
      written = inPieces ? waiting.writev(fd, bytes, count) : waiting.write(fd, bytes, count);
    } while (kernel.again(written));
    if (!process.telling) {
      return checked(written);
    }
    int errno = written == -1 ? posix.errno() : 0;
    long result = tell(fd, stream, reason, written, errno, mayDie);
    process.leaveStream(stream);
    return result;
  }

  /**
   * Whether so many bytes go to the console with the word that they do. Not while somebody may
   * write who tells nothing: then their order is that in which the kernel gets them.
   */
  private boolean isHandedOver(long count) {
    return count >= 0
        && count <= EventRecord.MAX_OUTPUT
        && intAt(process.board + Board.STRANGERS) == 0;
  }

  private long tell(int fd, int stream, int reason, long written, int errno, boolean mayDie) {
    if (mayDie) {
      if (errno == Errno.EPIPE) {
        events.tell(Kind.FAULTED, SIGPIPE, fd, events.unwritten(), 0);
      }
      signals.letCome(SIGPIPE);
    }
    if (written == -1 && kernel.repeats(errno)) {
      return failure(errno);
    }
    if (stream != 0 && written >= 0) {
      events.tell(Kind.OUTPUT, stream, written, reason, 0);
    } else {
      events.tellReturn(errno, Kind.WRITTEN, fd, written, reason, errno, 0, 0);
    }
    return written == -1 ? failure(errno) : written;
  }

  /** read(2), or readv(2) into that many pieces. */
  private long receive(int fd, boolean inPieces, long buffer, long count) {
    boolean mustWait = process.telling && descriptors.mustWaitToRead(fd);
    if (mustWait) {
      events.block(Call.READ, fd, descriptors.isInput(fd));
    }
    long got;
    do {
      got = inPieces ? waiting.readv(fd, buffer, count) : waiting.read(fd, buffer, count);
    } while (kernel.again(got));
    int errno = got == -1 ? posix.errno() : 0;
    if (mustWait) {
      events.unblock(Call.READ, got, errno);
    }
    return got == -1 ? failure(errno) : got;
  }
}
