package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.CallRow;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SignalFrame;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.SignalGate;
import org.forkshell.process.Signal;

/**
 * A thread's signal mask, and the handlers that it runs. The kernel knows which signals are caught,
 * ignored, blocked and pending; of a caught one it calls the {@link SignalGate}'s code, and between
 * two instructions the machine calls the program's handler.
 *
 * <p>From the moment a signal is noted until its handler begins, the kernel blocks all others.
 * Whatever changes the mask therefore blocks all first ({@link #hold}) and then looks whether one
 * is noted: that one is handled before, and the call made again.
 */
final class SignalHandlers {
  private static final int SA_NOCLDWAIT = 2;
  private static final int SA_RESTART = 0x1000_0000;
  private static final int SA_NODEFER = 0x4000_0000;
  private static final int SA_RESETHAND = 0x8000_0000;
  private static final int SIGCHLD = Signal.SIGCHLD.number();
  private static final long UNBLOCKABLE =
      bit(Signal.SIGKILL.number()) | bit(Signal.SIGSTOP.number());

  private final LinuxKernel kernel;
  private final ThreadEvents events;
  private final Memory memory;
  private final SignalGate gate;
  private final SignalDispositions signals;
  private final Machine machine;
  private final long noted;
  private final SignalActions actions;
  private final AlternateStack stack;
  private final Cancellation cancellation = new Cancellation();

  private long mask;
  private long maskOfLine;
  private long afterSuspension;
  private boolean suspended;
  private boolean heldForFork;

  SignalHandlers(LinuxKernel kernel, SignalGate gate) {
    this.kernel = kernel;
    this.events = kernel.events();
    this.memory = kernel.process().memory;
    this.gate = gate;
    this.signals = kernel.process().signals;
    this.actions = kernel.process().actions;
    this.machine = kernel.machine();
    this.stack = new AlternateStack(kernel);
    this.noted = gate.noted();
  }

  /** A thread begins whose signals the kernel blocks, all of them; {@code blocked} is its mask. */
  void beginThread(long blocked) {
    mask = blocked;
    suspended = false;
    cancellation.begin();
    stack.begin();
    release();
  }

  /** The thread's mask. */
  long mask() {
    return mask;
  }

  /** Whether and when this thread may be cancelled. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** The stack for handlers that want it. */
  AlternateStack stack() {
    return stack;
  }

  /** Sets the function that ends a thread which is cancelled. */
  int cancelHandler(long handler) {
    longAt(actions.at(Cancellation.SIGCANCEL), handler);
    signals.catchCancel(gate, SignalGate.ALL_BUT_WAKE);
    actions.catchesFromNowOn();
    return 0;
  }

  /** Whether the noted signal is the one that wants this thread to end. */
  boolean isCancelNoted() {
    return longAt(noted) == Cancellation.SIGCANCEL;
  }

  /** Whether the thread ends instead of making a call. */
  boolean cancels(CallRow row) {
    return cancellation.begins(row);
  }

  /** Whether the program is to go on in a handler. */
  boolean isDue() {
    return longAt(noted) != 0 || cancellation.isDue();
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
    // Another thread may set a handler before the fork is over.
    heldForFork = actions.catches() || kernel.process().lock.isShared();
    return !heldForFork || hold();
  }

  void releaseAfterFork() {
    if (heldForFork) {
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
    if (cancellation.isDue() && !isNoted()) {
      cancel();
      return;
    }
    while (isNoted()) {
      int signal = (int) longAt(noted);
      if (signal == Cancellation.SIGCANCEL) {
        longAt(noted, 0);
        cancellation.wanted();
        release();
        if (cancellation.isDue() && !isNoted()) {
          cancel();
        }
        continue;
      }
      long handler = actions.handler(signal);
      boolean alternate =
          (actions.flags(signal) & Linux.SA_ONSTACK) != 0 && stack.size() != 0 && !stack.isInUse();
      long frame =
          alternate && !memory.isWritable(stack.start(), stack.size())
              ? 0
              : machine.interrupt(handler, signal, stack.start(), alternate ? stack.size() : 0);
      if (frame == 0) {
        kernel.noRoomForHandler();
        return;
      }
      events.handlerBegins(frame);
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
      events.handling(signal);
      release();
    }
  }

  /** The thread goes on in the function that ends it. */
  private void cancel() {
    cancellation.done();
    long handler = actions.handler(Cancellation.SIGCANCEL);
    long frame = machine.interrupt(handler, Cancellation.SIGCANCEL);
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

  /** A handler has returned: the mask from before it holds again. */
  void handlerReturned() {
    if (hold()) {
      mask = memory.peekLong(machine.framePointer() + SignalFrame.MASK) & ~UNBLOCKABLE;
      release();
      events.handlerReturned(machine.framePointer());
    }
  }

  /** Another mask holds from now on; {@link #release} tells the kernel. */
  void changeMask(long wanted) {
    mask = wanted & ~UNBLOCKABLE;
  }

  /** Another mask holds until a signal comes; gives it as the kernel is to have it. */
  long beginSuspension(long wanted) {
    afterSuspension = mask;
    suspended = true;
    changeMask(wanted);
    return mask & SignalGate.ALL_BUT_WAKE;
  }

  /** Unless a handler is to run first, the mask from before holds again. */
  void endSuspension() {
    if (!isNoted()) {
      suspended = false;
      mask = afterSuspension;
      release();
    }
  }

  private static long bit(int signal) {
    return 1L << (signal - 1);
  }
}
