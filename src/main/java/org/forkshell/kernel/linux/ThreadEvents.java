package org.forkshell.kernel.linux;

import org.forkshell.abi.Errno;
import org.forkshell.machine.Machine;
import org.forkshell.process.Event.Call;
import org.forkshell.wire.EventRecord.Kind;

/**
 * What a thread tells the console, with which thread it is, as the console knows it, and which line
 * it executes: mostly that a call has to wait, and how that ended.
 */
final class ThreadEvents {
  private final LinuxKernel kernel;
  private final LinuxProcess process;
  private final Machine machine;
  private final InterruptedCall interruptedCall = new InterruptedCall();

  /** The thread's id; a first thread's is the pid. */
  private int tid;

  private int line;

  ThreadEvents(LinuxKernel kernel) {
    this.kernel = kernel;
    this.process = kernel.process();
    this.machine = kernel.machine();
  }

  /** They are this thread's now. */
  void thread(int itsTid) {
    tid = itsTid;
  }

  /** Whose they are, by the id that the console knows it by. */
  int thread() {
    return tid;
  }

  /** It executes that line of the log. */
  void line(int number) {
    line = number;
  }

  /** Which line of the log it executes. */
  int line() {
    return line;
  }

  /** What this process tells next is told by this thread. */
  void speaks() {
    process.events.thread(tid);
  }

  void tell(Kind kind, long a, long b, long c, long d) {
    tell(kind, a, b, c, d, 0, 0);
  }

  void tell(Kind kind, long a, long b, long c, long d, long e, long f) {
    if (process.telling) {
      process.events.thread(tid);
      process.events.send(kind, line, machine, a, b, c, d, e, f);
    }
  }

  /**
   * Tells of bytes that are written to the console's stream 1 or 2, and hands them over with that.
   *
   * @return false where that cannot be, and they have to be written to their descriptor
   */
  boolean tellOutput(int stream, long bytes, long count, int reason) {
    process.events.thread(tid);
    return process.events.sendOutput(line, machine, stream, bytes, count, reason);
  }

  /** How many bytes wait in stdout's buffer. */
  long unwritten() {
    return process.telling ? process.stdout.unwritten() : 0;
  }

  /** A handler has its frame on the stack. */
  void handlerBegins(long frame) {
    interruptedCall.handlerBegins(frame);
  }

  /** A handler has returned. */
  void handlerReturned(long frame) {
    InterruptedCall call = interruptedCall;
    if (call.returnsWith(frame)) {
      tell(
          call.kind(),
          call.argument(0),
          call.argument(1),
          call.argument(2),
          call.argument(3),
          call.argument(4),
          call.argument(5));
    }
  }

  /** Tells of a call that failed with {@code errno}, or did not; not before it returns. */
  void tellReturn(int errno, Kind kind, long a, long b, long c, long d, long e, long f) {
    if (LinuxKernel.shown(errno) == Errno.EINTR && kernel.handlers().isNoted()) {
      interruptedCall.keep(kind, a, b, c, d, e, f);
    } else {
      tell(kind, a, b, c, d, e, f);
    }
  }

  /** A handler is about to run. */
  void handling(int signal) {
    tell(Kind.HANDLED, signal, 0, 0, 0);
  }

  /** A call begins that may take as long as somebody else likes. */
  void blocked() {
    block(Call.OTHER, 0);
  }

  void block(Call call, long argument) {
    block(call, argument, false);
  }

  void block(Call call, long argument, boolean input) {
    tell(Kind.BLOCKED, call.ordinal(), argument, unwritten(), input ? 1 : 0);
  }

  void unblock(Call call, long result, int errno) {
    boolean failed = errno != 0 && !kernel.repeats(errno) && !kernel.interrupted();
    tell(Kind.UNBLOCKED, call.ordinal(), result, 0, 0);
    if (failed) {
      tellReturn(errno, Kind.UNBLOCKED, call.ordinal(), result, LinuxKernel.shown(errno), 0, 0, 0);
    }
  }

  /** It is over: its answer, with the errno that telling must not disturb. */
  long unblocked(long result) {
    int errno = result == -1 ? process.posix.errno() : 0;
    unblock(Call.OTHER, result, errno);
    return result == -1 ? kernel.failure(errno) : result;
  }

  /** The process waits for a signal. */
  void pausing() {
    block(Call.PAUSE, 0);
  }

  /** It came: the answer of pause(2) and sigsuspend(2). */
  long unpaused() {
    unblock(Call.PAUSE, -1, Errno.EINTR);
    return kernel.failure(Errno.EINTR);
  }
}
