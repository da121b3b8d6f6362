package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event.Call;
import org.forkshell.wire.EventRecord.Kind;

/** Clocks, and sleeping for a time or until a signal comes. */
final class TimeCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__nanosleep,
          SystemCall.__clock_nanosleep,
          SystemCall.__clock,
          SystemCall.__times,
          SystemCall.alarm,
          SystemCall.pause);

  private static final int TIMER_ABSTIME = 1;

  private final long scratch = Posix.reserve(32);

  TimeCalls(LinuxKernel kernel) {
    super(kernel);
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __nanosleep -> nanosleep(argument(0), argument(1), argument(2));
      case __clock_nanosleep -> clockSleep(word(0), word(1), argument(2), argument(3));
      case __clock -> clock(word(0), argument(1));
      case __times -> times(argument(0));
      case alarm -> libc.alarm(word(0));
      case pause -> pause();
      default -> throw new AssertionError(call);
    };
  }

  private long nanosleep(long seconds, long nanos, long remaining) {
    longAt(scratch, seconds);
    longAt(scratch + 8, nanos);
    events.block(Call.SLEEP, seconds * 1_000_000_000 + nanos);
    int result;
    do {
      longAt(scratch + 16, longAt(scratch));
      longAt(scratch + 24, longAt(scratch + 8));
      result = waiting.nanosleep(scratch, scratch + 16);
      longAt(scratch, longAt(scratch + 16));
      longAt(scratch + 8, longAt(scratch + 24));
    } while (kernel.again(result));
    int errno = result == -1 ? posix.errno() : 0;
    events.unblock(Call.SLEEP, result, errno);
    if (result == 0) {
      return 0;
    }
    if (errno == Errno.EINTR && remaining != 0) {
      if (!memory.isWritable(remaining, 16)) {
        return failure(Errno.EFAULT);
      }
      memory.pokeLong(remaining, longAt(scratch));
      memory.pokeLong(remaining + 8, longAt(scratch + 8));
    }
    return failure(errno);
  }

  /** clock_nanosleep(2): by how long, or until when. */
  private long clockSleep(int clock, int flags, long wanted, long left) {
    boolean absolute = (flags & TIMER_ABSTIME) != 0;
    long until = pointers.readable(wanted, 16);
    boolean known = memory.isReadable(wanted, 16);
    long length = known ? memory.peekLong(wanted) * 1_000_000_000 + memory.peekLong(wanted + 8) : 0;
    if (absolute && libc.clock_gettime(clock, scratch) == 0) {
      length -= longAt(scratch) * 1_000_000_000 + longAt(scratch + 8);
    }
    if (known && !absolute) {
      longAt(scratch, memory.peekLong(wanted));
      longAt(scratch + 8, memory.peekLong(wanted + 8));
      until = scratch;
    }
    events.tell(Kind.BLOCKED, Call.SLEEP.ordinal(), Math.max(0, length), 0, 0);
    int result;
    do {
      result = waiting.clockNanosleep(clock, flags, until, scratch + 16);
      if (result == -1 && !absolute && posix.errno() == Errno.EINTR) {
        longAt(scratch, longAt(scratch + 16));
        longAt(scratch + 8, longAt(scratch + 24));
      }
    } while (kernel.again(result));
    int errno = result == -1 ? posix.errno() : 0;
    events.tell(Kind.UNBLOCKED, Call.SLEEP.ordinal(), result, 0, 0);
    if (errno == Errno.EINTR && !absolute && left != 0 && !kernel.put(scratch, left, 16)) {
      return failure(Errno.EFAULT);
    }
    return errno == 0 ? 0 : failure(errno);
  }

  private long clock(int clock, long result) {
    // The C library may answer without the kernel, and writes there itself.
    return memory.isWritable(result, 16)
        ? checked(libc.clock_gettime(clock, result))
        : failure(Errno.EFAULT);
  }

  private long times(long result) {
    if (!memory.isWritable(result, 40)) {
      return failure(Errno.EFAULT);
    }
    long elapsed = libc.times(result);
    memory.pokeLong(result + 32, elapsed);
    return elapsed == -1 ? checked(-1) : 0;
  }

  private long pause() {
    events.pausing();
    long result;
    do {
      result = waiting.ppoll(0, 0, 0, 0);
    } while (kernel.again(result));
    return events.unpaused();
  }
}
