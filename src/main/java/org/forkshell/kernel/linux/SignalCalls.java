package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SignalGate;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;

/**
 * What a program says about signals: which it catches and blocks, and for which it waits. What it
 * says holds in {@link SignalHandlers}.
 */
final class SignalCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__ppoll,
          SystemCall.__sigaction,
          SystemCall.__sigprocmask,
          SystemCall.__sigpending,
          SystemCall.__sigsuspend,
          SystemCall.__sigtimedwait,
          SystemCall.__sigqueue,
          SystemCall.sigaltstack,
          SystemCall.__sigreturn);

  private static final int SA_NOCLDSTOP = 1;
  private static final int SA_NOCLDWAIT = 2;
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int SIGSTOP = Signal.SIGSTOP.number();
  private static final int LAST = SignalActions.LAST;
  private static final int ACTION = SignalActions.SIZE;

  private final SignalHandlers handlers;
  private final SignalGate gate;
  private final SignalDispositions signals;
  private final SignalActions actions;
  private final long scratch = Posix.reserve(128);

  SignalCalls(LinuxKernel kernel) {
    super(kernel);
    this.handlers = kernel.handlers();
    this.gate = kernel.gate();
    this.signals = process.signals;
    this.actions = process.actions;
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __ppoll -> ppoll(argument(0), argument(1), argument(2), argument(3));
      case __sigaction -> action(word(0), argument(1), argument(2));
      case __sigprocmask -> mask(word(0), argument(1), argument(2));
      case __sigpending -> pending(argument(0));
      case __sigsuspend -> suspend(argument(0));
      case __sigtimedwait -> await(argument(0), argument(1), argument(2));
      case __sigqueue -> checked(libc.sigqueue(word(0), word(1), argument(2)));
      case sigaltstack -> handlers.stack().change(argument(0), argument(1));
      case __sigreturn -> back();
      default -> throw new AssertionError(call);
    };
  }

  /** A handler has returned. */
  private long back() {
    handlers.handlerReturned();
    return 0;
  }

  private long action(int signal, long action, long old) {
    if (signal <= 0
        || signal > LAST
        || signal == 32
        || signal == 33
        || (action != 0 && (signal == SIGKILL || signal == SIGSTOP))) {
      return failure(Errno.EINVAL);
    }
    if (action != 0 && !memory.isReadable(action, ACTION)) {
      return fault();
    }
    boolean wantsOld = old != 0 && memory.isWritable(old, ACTION);
    if (!handlers.hold()) {
      return 0;
    }
    long at = actions.at(signal);
    for (int i = 0; i < ACTION; i += 8) {
      long before = longAt(at + i);
      if (action != 0) {
        longAt(at + i, memory.peekLong(action + i));
      }
      if (wantsOld) {
        memory.pokeLong(old + i, before);
      }
    }
    if (action != 0) {
      tellKernel(signal);
    }
    handlers.release();
    return old == 0 || wantsOld ? 0 : fault();
  }

  private void tellKernel(int signal) {
    long handler = actions.handler(signal);
    int flags = actions.flags(signal) & (SA_NOCLDSTOP | SA_NOCLDWAIT);
    if (signal == Board.WAKE_SIGNAL) {
      return;
    }
    if (handler == 0 || handler == Linux.SIG_IGN) {
      signals.set(signal, handler, flags, 0);
    } else {
      actions.catchesFromNowOn();
      signals.set(
          signal,
          gate.catcher(),
          flags | Linux.SA_SIGINFO | Linux.SA_ONSTACK,
          SignalGate.ALL_BUT_WAKE);
    }
  }

  private long mask(int how, long set, long old) {
    if (set != 0 && !memory.isReadable(set, 8)) {
      return fault();
    }
    if (set != 0
        && how != Linux.SIG_BLOCK
        && how != Linux.SIG_UNBLOCK
        && how != Linux.SIG_SETMASK) {
      return failure(Errno.EINVAL);
    }
    if (!handlers.hold()) {
      return 0;
    }
    long before = handlers.mask();
    if (set != 0) {
      long bits = memory.peekLong(set);
      long wanted =
          how == Linux.SIG_BLOCK ? before | bits : how == Linux.SIG_UNBLOCK ? before & ~bits : bits;
      handlers.changeMask(wanted);
    }
    handlers.release();
    if (old != 0 && !memory.isWritable(old, 8)) {
      return fault();
    }
    if (old != 0) {
      memory.pokeLong(old, before);
    }
    return 0;
  }

  private long pending(long set) {
    if (!memory.isWritable(set, 8)) {
      return fault();
    }
    libc.sigpending(scratch);
    memory.pokeLong(set, longAt(scratch) & handlers.mask());
    return 0;
  }

  private long suspend(long set) {
    if (!memory.isReadable(set, 8)) {
      return fault();
    }
    if (!handlers.hold()) {
      return 0;
    }
    events.pausing();
    int result;
    longAt(scratch, handlers.beginSuspension(memory.peekLong(set)));
    do {
      result = waiting.sigsuspend(scratch);
    } while (kernel.again(result));
    handlers.endSuspension();
    return events.unpaused();
  }

  private long ppoll(long fds, long count, long timeout, long set) {
    if ((count != 0 && !memory.isWritable(fds, 8 * count))
        || (timeout != 0 && !memory.isReadable(timeout, 16))
        || (set != 0 && !memory.isReadable(set, 8))) {
      return fault();
    }
    // The kernel writes into it how much time is left; the C library's does not.
    long copy = timeout == 0 ? 0 : scratch + 16;
    if (timeout != 0) {
      longAt(copy, memory.peekLong(timeout));
      longAt(copy + 8, memory.peekLong(timeout + 8));
    }
    if (set != 0) {
      if (!handlers.hold()) {
        return 0;
      }
      longAt(scratch, handlers.beginSuspension(memory.peekLong(set)));
    }
    events.blocked();
    long ready;
    do {
      ready = waiting.ppoll(fds, count, copy, set == 0 ? 0 : scratch);
    } while (kernel.again(ready));
    if (set != 0) {
      handlers.endSuspension();
    }
    return events.unblocked(ready);
  }

  private long await(long set, long info, long timeout) {
    if (!memory.isReadable(set, 8) || (timeout != 0 && !memory.isReadable(timeout, 16))) {
      return fault();
    }
    longAt(scratch, memory.peekLong(set) & SignalGate.ALL_BUT_WAKE);
    events.pausing();
    long signal;
    do {
      signal = waiting.sigtimedwait(scratch, info, timeout);
    } while (kernel.again(signal));
    return events.unblocked(signal);
  }

  private long fault() {
    return failure(Errno.EFAULT);
  }
}
