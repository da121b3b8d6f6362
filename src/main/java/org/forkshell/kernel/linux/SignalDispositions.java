package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.Cpu;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SignalGate;
import org.forkshell.wire.Board;

/** Dispositions and masks, so that signals act in a program process as they do in a C program. */
public final class SignalDispositions {
  private static final long SYS_RT_SIGPROCMASK = Cpu.number(14, 135);
  private static final int SIGSEGV = 11;
  private static final int LAST = 64;

  /** Only on x86-64 the program says where a handler returns to. */
  private static final long SA_RESTORER = Cpu.CURRENT == Cpu.AARCH64 ? 0 : 0x0400_0000;

  private static final int TGKILL = SystemCall.__tgkill.row().number();
  private static final int GETTID = SystemCall.gettid.row().number();

  /** The kernel's own struct sigaction: handler, flags, restorer, mask. */
  private static final int KERNEL_ACTION = 32;

  private static final int FLAGS = 136;

  private final Posix posix;
  private final Libc libc;
  // struct sigaction of glibc on 64 bits: handler, mask (128 bytes), flags, restorer.
  private final long action = Posix.reserve(152);
  private final long mask = Posix.reserve(8);

  public SignalDispositions(Posix posix) {
    this.posix = posix;
    this.libc = posix.libc();
  }

  /** Whether there is such a signal, which may be sent. */
  static boolean exists(int signal) {
    return signal > 0 && signal <= LAST;
  }

  /** Sets what the kernel does with a signal. */
  void set(int signal, long handler) {
    set(signal, handler, 0, 0);
  }

  /**
   * The same, with the flags and the mask of sigaction(2).
   *
   * @return 0, or -1 where there is no such signal
   */
  int set(int signal, long handler, int flags, long blocked) {
    longAt(action, handler);
    longAt(action + 8, blocked);
    for (int i = 16; i < 152; i += 8) {
      longAt(action + i, 0);
    }
    intAt(action + FLAGS, flags);
    return libc.sigaction(signal, action, 0);
  }

  /**
   * rt_sigprocmask(2), by number: the C library lets nobody block the two signals that are its own.
   */
  public void mask(int how, long bits) {
    longAt(mask, bits);
    libc.syscall(SYS_RT_SIGPROCMASK, how, mask, 0, 8);
  }

  private static long bit(int signal) {
    return 1L << (signal - 1);
  }

  /**
   * As exec leaves them to a program: all default but those that are ignored, nothing blocked; and
   * the wake-up in place.
   *
   * @param ignored bit 0 for signal 1
   */
  public void asForAProgram(long waker, long ignored) {
    // By number, since the C library lets nobody near the two signals that are its own; posix_spawn
    // leaves one of them ignored, and so does what started this JVM.
    for (int i = 0; i < KERNEL_ACTION; i += 8) {
      longAt(action + i, 0);
    }
    for (int signal = 1; signal <= LAST; signal++) {
      longAt(action, (ignored & bit(signal)) != 0 ? Linux.SIG_IGN : Linux.SIG_DFL);
      posix.setAction(signal, action);
    }
    set(Board.WAKE_SIGNAL, waker);
    mask(Linux.SIG_SETMASK, 0);
  }

  /**
   * What a terminal or a program sends around must not end the zygote, only the console's end does.
   */
  public void asForTheZygote() {
    int[] ignored = {1, 2, 3, 10, 12, 13, 14, 15, 20, 21, 22};
    for (int signal : ignored) {
      set(signal, Linux.SIG_IGN);
    }
  }

  /** Keeps a signal waiting that comes to this process. */
  void holdBack(int signal) {
    mask(Linux.SIG_BLOCK, bit(signal));
  }

  /** Lets it come. */
  void letCome(int signal) {
    mask(Linux.SIG_UNBLOCK, bit(signal));
  }

  /** Lets the gate catch the signal of pthread_cancel, near which the C library lets nobody. */
  void catchCancel(SignalGate gate, long blocked) {
    longAt(action, gate.catcher());
    longAt(action + 8, Linux.SA_SIGINFO | Linux.SA_ONSTACK | SA_RESTORER);
    longAt(action + 16, gate.restorer());
    longAt(action + 24, blocked);
    posix.setAction(Cancellation.SIGCANCEL, action);
  }

  /** Ends this process by a signal's default action, in the thread that calls this. */
  void dieOf(int pid, int signal) {
    set(signal, Linux.SIG_DFL);
    mask(Linux.SIG_UNBLOCK, bit(signal));
    libc.syscall(TGKILL, pid, libc.syscall(GETTID, 0, 0, 0, 0), signal, 0);
    // Still here: process 1 of a pid namespace is spared by signals without a handler, but not by a
    // fault of its own, which is what glibc's abort ends with as well.
    set(SIGSEGV, Linux.SIG_DFL);
    byteAt(0);
  }
}
