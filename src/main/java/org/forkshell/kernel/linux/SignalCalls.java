package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import java.util.List;
import org.forkshell.abi.CallRow;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SignalFrame;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SignalGate;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;

/**
 * A program's signal handlers and its mask. The kernel knows which signals are caught, ignored,
 * blocked and pending; of a caught one it calls the {@link SignalGate}'s code, and between two
 * instructions the machine calls the program's handler.
 *
 * <p>From the moment a signal is noted until its handler begins, the kernel blocks all others.
 * Whatever changes the mask therefore blocks all first ({@link #hold}) and then looks whether one
 * is noted: that one is handled before, and the call made again.
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

  /** What pthread_cancel(3) sends, a signal that no program can catch itself, as in glibc. */
  static final int SIGCANCEL = 32;

  // What the C library's __cancel_mode is given.
  private static final int ASYNCHRONOUS = 1;
  private static final int DISABLED = 2;

  private static final int SA_NOCLDSTOP = 1;
  private static final int SA_NOCLDWAIT = 2;
  private static final int SA_RESTART = 0x1000_0000;
  private static final int SA_NODEFER = 0x4000_0000;
  private static final int SA_RESETHAND = 0x8000_0000;
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int SIGCHLD = Signal.SIGCHLD.number();
  private static final int SIGSTOP = Signal.SIGSTOP.number();
  private static final int LAST = SignalActions.LAST;
  private static final int SS_ONSTACK = 1;
  private static final int SS_DISABLE = 2;

  /** A stack_t: where it begins, flags, its size. */
  private static final int STACK = 24;

  private static final int SMALLEST_STACK = 2048;
  private static final long UNBLOCKABLE = 1L << (SIGKILL - 1) | 1L << (SIGSTOP - 1);

  private static final int ACTION = SignalActions.SIZE;

  private final SignalGate gate;
  private final SignalDispositions signals;
  private final Machine machine;
  private final long noted;
  private final SignalActions actions;
  private final long scratch = Posix.reserve(128);

  private long mask;
  private long maskOfLine;
  private long afterSuspension;
  private boolean suspended;
  private int cancelMode;

  /** Whether somebody wants this thread to end, and it has not begun to. */
  private boolean cancelWanted;

  /** Whether it is to begin now. */
  private boolean cancelDue;

  /** The stack for handlers that want it; of size 0 where there is none. */
  private long stack;

  private long stackSize;

  SignalCalls(LinuxKernel kernel, SignalGate gate) {
    super(kernel);
    this.gate = gate;
    this.signals = process.signals;
    this.actions = process.actions;
    this.machine = kernel.machine();
    this.noted = gate.noted();
  }

  /** A thread begins whose signals the kernel blocks, all of them; {@code blocked} is its mask. */
  void beginThread(long blocked) {
    mask = blocked;
    suspended = false;
    cancelMode = 0;
    cancelWanted = false;
    cancelDue = false;
    stackSize = 0;
    release();
  }

  /** The thread's mask. */
  long mask() {
    return mask;
  }

  /** When pthread_cancel(3) has an effect on this thread; gives how it was before. */
  int cancelMode(int mode) {
    int before = cancelMode;
    cancelMode = mode;
    cancelDue = cancelWanted && mode == ASYNCHRONOUS;
    return before;
  }

  /** Sets the function that ends a thread which is cancelled. */
  int cancelHandler(long handler) {
    longAt(actions.at(SIGCANCEL), handler);
    signals.catchCancel(gate, SignalGate.ALL_BUT_WAKE);
    actions.catchesFromNowOn();
    return 0;
  }

  /** Whether the noted signal is the one that wants this thread to end. */
  boolean isCancelNoted() {
    return longAt(noted) == SIGCANCEL;
  }

  /** Whether the thread ends instead of making a call. */
  boolean cancels(CallRow row) {
    cancelDue = cancelWanted && cancelMode != DISABLED && row.cancels();
    return cancelDue;
  }

  /** Whether the program is to go on in a handler. */
  boolean isDue() {
    return longAt(noted) != 0 || cancelDue;
  }

  /** Whether a caught signal has come whose handler has not begun yet. */
  boolean isNoted() {
    return longAt(noted) != 0;
  }

  /** Whether the noted signal's handler wants calls that it interrupted to be made again. */
  boolean restarts() {
    return (actions.flags((int) longAt(noted)) & SA_RESTART) != 0;
  }

  /** Whether {@code signal} would now end this process, or do what else is its default. */
  boolean isDefault(int signal) {
    return actions.handler(signal) == 0 && (mask & bit(signal)) == 0;
  }

  /** Whether the kernel keeps no ended children of this process for wait(2). */
  boolean ignoresChildren() {
    return actions.handler(SIGCHLD) == Linux.SIG_IGN
        || (actions.flags(SIGCHLD) & SA_NOCLDWAIT) != 0;
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
      case sigaltstack -> stack(argument(0), argument(1));
      case __sigreturn -> back();
      default -> throw new AssertionError(call);
    };
  }

  /** Blocks all signals; false if one was noted before, which is to be handled first. */
  boolean hold() {
    signals.mask(Linux.SIG_SETMASK, SignalGate.ALL_BUT_WAKE);
    if (isNoted()) {
      kernel.askAgain();
      return false;
    }
    return true;
  }

  /** Ends {@link #hold}: the program's own mask holds again. */
  void release() {
    signals.mask(Linux.SIG_SETMASK, mask & SignalGate.ALL_BUT_WAKE);
  }

  /**
   * Before a fork: what comes during it is the parent's or the child's, not noted in one and
   * forgotten in the other.
   */
  boolean holdForFork() {
    return !actions.catches() || hold();
  }

  void releaseAfterFork() {
    if (actions.catches()) {
      release();
    }
  }

  /** A line of the prompt begins. */
  void beginLine() {
    maskOfLine = mask;
  }

  /** The line is given up, and with it the handlers that run. */
  void giveUpLine() {
    if (mask != maskOfLine) {
      signals.mask(Linux.SIG_SETMASK, SignalGate.ALL_BUT_WAKE);
      mask = maskOfLine;
      if (!isNoted()) {
        release();
      }
    }
  }

  /** Calls the handlers of what is noted, the last one first, as Linux does. */
  void deliver() {
    if (cancelDue && !isNoted()) {
      cancel();
      return;
    }
    while (isNoted()) {
      int signal = (int) longAt(noted);
      if (signal == SIGCANCEL) {
        longAt(noted, 0);
        cancelWanted = true;
        cancelDue = cancelMode == ASYNCHRONOUS;
        release();
        if (cancelDue && !isNoted()) {
          cancel();
        }
        continue;
      }
      long handler = actions.handler(signal);
      boolean alternate =
          (actions.flags(signal) & Linux.SA_ONSTACK) != 0
              && stackSize != 0
              && !isOnAlternateStack();
      long frame =
          alternate && !memory.isWritable(stack, stackSize)
              ? 0
              : machine.interrupt(handler, signal, stack, alternate ? stackSize : 0);
      if (frame == 0) {
        kernel.noRoomForHandler();
        return;
      }
      kernel.handlerBegins(frame);
      memory.pokeLong(frame + SignalFrame.MASK, suspended ? afterSuspension : mask);
      suspended = false;
      for (int i = 0; i < SignalFrame.INFO_SIZE; i += 8) {
        memory.pokeLong(frame + SignalFrame.INFO + i, longAt(gate.info() + i));
      }
      for (int i = 0; i < SignalFrame.CONTEXT_SIZE; i += 8) {
        memory.pokeLong(frame + SignalFrame.CONTEXT + i, 0);
      }
      int flags = actions.flags(signal);
      mask |= actions.mask(signal) & ~UNBLOCKABLE;
      if ((flags & SA_NODEFER) == 0) {
        mask |= bit(signal);
      }
      if ((flags & SA_RESETHAND) != 0) {
        actions.reset(signal);
        signals.set(signal, 0);
      }
      longAt(noted, 0);
      kernel.handling(signal);
      release();
    }
  }

  /** The thread goes on in the function that ends it. */
  private void cancel() {
    cancelDue = false;
    cancelWanted = false;
    cancelMode = DISABLED;
    long frame = machine.interrupt(actions.handler(SIGCANCEL), SIGCANCEL);
    if (frame == 0) {
      kernel.noRoomForHandler();
    } else {
      memory.pokeLong(frame + SignalFrame.MASK, mask);
    }
  }

  /**
   * The program did what a processor refuses.
   *
   * @return whether it has a handler for that, which runs now
   */
  boolean catchFault(int signal, int code, long address) {
    if (actions.handler(signal) <= Linux.SIG_IGN || (mask & bit(signal)) != 0) {
      return false;
    }
    signals.mask(Linux.SIG_SETMASK, SignalGate.ALL_BUT_WAKE);
    if (!isNoted()) {
      for (int i = 0; i < SignalFrame.INFO_SIZE; i += 8) {
        longAt(gate.info() + i, 0);
      }
      intAt(gate.info(), signal);
      intAt(gate.info() + 8, code);
      longAt(gate.info() + 16, address);
      longAt(noted, signal);
    }
    // Another one that had come before has its turn; back from there the program faults again.
    deliver();
    return true;
  }

  /** A handler has returned. */
  private long back() {
    if (hold()) {
      mask = memory.peekLong(machine.framePointer() + SignalFrame.MASK) & ~UNBLOCKABLE;
      release();
      kernel.handlerReturned(machine.framePointer());
    }
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
    if (!hold()) {
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
    release();
    return old == 0 || wantsOld ? 0 : fault();
  }

  private boolean isOnAlternateStack() {
    long frame = machine.framePointer();
    return frame >= stack && frame < stack + stackSize;
  }

  /** sigaltstack(2), of which the kernel knows nothing: it never runs the program's handlers. */
  private long stack(long wanted, long old) {
    if ((wanted != 0 && !memory.isReadable(wanted, STACK))
        || (old != 0 && !memory.isWritable(old, STACK))) {
      return fault();
    }
    boolean on = isOnAlternateStack();
    long start = stack;
    long size = stackSize;
    if (wanted != 0) {
      int flags = memory.peekInt(wanted + 8);
      boolean disable = flags == SS_DISABLE;
      if (on) {
        return failure(Errno.EPERM);
      }
      if (!disable && flags != 0 && flags != SS_ONSTACK) {
        return failure(Errno.EINVAL);
      }
      long newSize = disable ? 0 : memory.peekLong(wanted + 16);
      if (!disable && newSize < SMALLEST_STACK) {
        return failure(Errno.ENOMEM);
      }
      stack = disable ? 0 : memory.peekLong(wanted);
      stackSize = newSize;
    }
    if (old != 0) {
      memory.pokeLong(old, start);
      memory.pokeLong(old + 8, on ? SS_ONSTACK : size == 0 ? SS_DISABLE : 0);
      memory.pokeLong(old + 16, size);
    }
    return 0;
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
    if (!hold()) {
      return 0;
    }
    long before = mask;
    if (set != 0) {
      long bits = memory.peekLong(set);
      long wanted =
          how == Linux.SIG_BLOCK ? mask | bits : how == Linux.SIG_UNBLOCK ? mask & ~bits : bits;
      mask = wanted & ~UNBLOCKABLE;
    }
    release();
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
    memory.pokeLong(set, longAt(scratch) & mask);
    return 0;
  }

  private long suspend(long set) {
    if (!memory.isReadable(set, 8)) {
      return fault();
    }
    if (!hold()) {
      return 0;
    }
    kernel.pausing();
    int result;
    beginSuspension(memory.peekLong(set));
    do {
      result = waiting.sigsuspend(scratch);
    } while (kernel.again(result));
    endSuspension();
    return kernel.unpaused();
  }

  private void beginSuspension(long wanted) {
    afterSuspension = mask;
    suspended = true;
    mask = wanted & ~UNBLOCKABLE;
    longAt(scratch, mask & SignalGate.ALL_BUT_WAKE);
  }

  /** Unless a handler is to run first, the mask from before holds again. */
  private void endSuspension() {
    if (!isNoted()) {
      suspended = false;
      mask = afterSuspension;
      release();
    }
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
      if (!hold()) {
        return 0;
      }
      beginSuspension(memory.peekLong(set));
    }
    kernel.blocked();
    long ready;
    do {
      ready = waiting.ppoll(fds, count, copy, set == 0 ? 0 : scratch);
    } while (kernel.again(ready));
    if (set != 0) {
      endSuspension();
    }
    return kernel.unblocked(ready);
  }

  private long await(long set, long info, long timeout) {
    if (!memory.isReadable(set, 8) || (timeout != 0 && !memory.isReadable(timeout, 16))) {
      return fault();
    }
    longAt(scratch, memory.peekLong(set) & SignalGate.ALL_BUT_WAKE);
    kernel.pausing();
    long signal;
    do {
      signal = waiting.sigtimedwait(scratch, info, timeout);
    } while (kernel.again(signal));
    return kernel.unblocked(signal);
  }

  private static long bit(int signal) {
    return 1L << (signal - 1);
  }

  private long fault() {
    return failure(Errno.EFAULT);
  }
}
