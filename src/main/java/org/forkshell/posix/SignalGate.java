package org.forkshell.posix;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.MemoryIO;
import com.kenai.jffi.Type;
import java.nio.ByteOrder;

/**
 * Where the signals of one thread come in. No Java can run in a signal handler, so the handler of
 * all signals is {@link GateCode}. It notes the signal and its siginfo_t in the thread's area, and
 * makes the kernel block every other one until somebody has taken note: there is never more than
 * one to be noted, what else comes waits where sigpending(2) sees it.
 *
 * <p>The same code makes the system calls that may wait. It looks for a noted signal first; should
 * one come between that look and the call, the handler sees from the interrupted program counter
 * that it did, and moves it to where the call is given up. So no signal is slept through.
 *
 * <p>And it lets the thread's kernel thread end while its Java thread remains, and starts another
 * one in its place. A forked JVM can start as many threads as it likes in this way: it allocates
 * nothing, and none of the JVM's own locks is taken.
 */
public final class SignalGate {
  /** What {@link #call} answers when a signal had come before the call was made. */
  public static final int GIVEN_UP = 512;

  /** The wake-up passes while a signal waits to be taken note of: the mask has it clear. */
  public static final long ALL_BUT_WAKE = ~(1L << 61);

  private static final int PAGE = 4096;
  private static final int READ_WRITE = 3;
  private static final int READ_EXECUTE = 5;
  private static final int PRIVATE_FIXED = 0x12;
  private static final int PRIVATE_ANONYMOUS = 0x22;

  /** Where the arguments of {@link GateCode#START} lie, after those of a call. */
  private static final int START_BLOCK = GateCode.BLOCK + 64;

  /** Behind them a stack_t of sigaltstack(2). */
  private static final int STACK = START_BLOCK + 64;

  /**
   * CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID: what makes a thread of
   * POSIX.
   */
  private static final long THREAD =
      0x100 | 0x200 | 0x400 | 0x800 | 0x1_0000 | 0x4_0000 | 0x18_0000;

  private static final MemoryIO MEMORY = MemoryIO.getInstance();
  private static final Invoker INVOKER = Invoker.getInstance();
  private static final CallContext ONE_LONG =
      CallContext.getCallContext(
          Type.SINT64, new Type[] {Type.SINT64}, CallingConvention.DEFAULT, false);

  private final Posix posix;
  private final long code;
  private final long area;

  private SignalGate(Posix posix, long code) {
    this.posix = posix;
    this.code = code;
    this.area = mapArea(posix);
  }

  /** Maps the code and the first thread's area, which processes inherit by fork. */
  public static SignalGate map(Posix posix) {
    byte[] bytes = GateCode.bytes();
    Posix.Native memory = Posix.allocate(bytes.length);
    memory.buffer().order(ByteOrder.nativeOrder()).put(bytes);
    Libc libc = posix.libc();
    // Through a file, so that no page is ever writable and executable.
    int file = libc.memfd_create(Posix.string("forkshell-signals"), 1);
    long address = posix.mmap(0, PAGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
    if (file < 0
        || address == -1
        || libc.write(file, memory.address(), bytes.length) != bytes.length
        || libc.ftruncate(file, PAGE) != 0
        || posix.mmap(address, PAGE, READ_EXECUTE, PRIVATE_FIXED, file, 0) != address) {
      throw new SystemCallException("mmap", posix.errno());
    }
    libc.close(file);
    return new SignalGate(posix, address);
  }

  /** Another thread's. */
  public SignalGate another() {
    return new SignalGate(posix, code);
  }

  private static long mapArea(Posix posix) {
    // Twice as much as is needed has the right address in it.
    long address = posix.mmap(0, 2 * GateCode.AREA, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
    if (address == -1) {
      throw new SystemCallException("mmap", posix.errno());
    }
    long area = address + GateCode.AREA - 1 & -GateCode.AREA;
    Libc libc = posix.libc();
    if (area > address) {
      libc.munmap(address, area - address);
    }
    if (area < address + GateCode.AREA) {
      libc.munmap(area + GateCode.AREA, address + GateCode.AREA - area);
    }
    return area;
  }

  /**
   * To be called by the thread itself, before the first signal may come: handlers of this thread
   * run on its area from now on.
   */
  public void open() {
    MEMORY.putLong(area, 0);
    MEMORY.putLong(area + STACK, area);
    MEMORY.putInt(area + STACK + 8, 0);
    MEMORY.putLong(area + STACK + 16, GateCode.AREA);
    posix.libc().sigaltstack(area + STACK, 0);
  }

  /** The address of the handler of a signal that a program catches. */
  public long catcher() {
    return code + GateCode.CATCH;
  }

  /** The address of the handler of the wake-up, which only ends a call that waits. */
  public long waker() {
    return code + GateCode.WAKE;
  }

  /** The address of the code to which a handler returns, on x86-64. */
  public long restorer() {
    return code + GateCode.RESTORE;
  }

  /** The address of the number of the noted signal, a long, 0 if there is none. */
  public long noted() {
    return area;
  }

  /** The address of the noted signal's siginfo_t. */
  public long info() {
    return area + 8;
  }

  /**
   * Makes a system call, unless a signal is noted.
   *
   * @return its result, the negative errno, or -{@link #GIVEN_UP}
   */
  long call(long number, long a, long b, long c, long d, long e, long f) {
    MEMORY.putLong(area + GateCode.BLOCK, number);
    MEMORY.putLong(area + GateCode.BLOCK + 8, a);
    MEMORY.putLong(area + GateCode.BLOCK + 16, b);
    MEMORY.putLong(area + GateCode.BLOCK + 24, c);
    MEMORY.putLong(area + GateCode.BLOCK + 32, d);
    MEMORY.putLong(area + GateCode.BLOCK + 40, e);
    MEMORY.putLong(area + GateCode.BLOCK + 48, f);
    return INVOKER.invokeL1(ONE_LONG, code + GateCode.CALL, area + GateCode.BLOCK);
  }

  /**
   * Ends the kernel thread that calls this, and returns in the one that {@link #startThread} makes
   * in its place. All signals must be blocked.
   */
  public void endThread() {
    INVOKER.invokeL1(ONE_LONG, code + GateCode.PARK, area + START_BLOCK);
  }

  /**
   * Makes a kernel thread in the place of one that has gone by {@link #endThread}: called by
   * another thread, on the gate of the one that is to go on.
   *
   * @param to the address where the kernel puts its id, before it runs
   * @return its id, or the negative errno
   */
  public int startThread(long to) {
    MEMORY.putLong(area + START_BLOCK + 16, THREAD);
    MEMORY.putLong(area + START_BLOCK + 24, to);
    MEMORY.putLong(area + START_BLOCK + 32, 0);
    return (int) INVOKER.invokeL1(ONE_LONG, code + GateCode.START, area + START_BLOCK);
  }
}
