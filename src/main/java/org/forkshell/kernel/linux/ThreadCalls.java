package org.forkshell.kernel.linux;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.SystemCall;
import org.forkshell.wire.EventRecord.Kind;

/** How threads come to be, signal each other and end. */
final class ThreadCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__thread_start,
          SystemCall.__thread_exit,
          SystemCall.__tgkill,
          SystemCall.__cancel_mode,
          SystemCall.__cancel_handler,
          SystemCall.__test_cancel);

  private static final int TGKILL = SystemCall.__tgkill.row().number();

  // What __thread_start is given, longs: the stack's start and end, where errno is, how far the
  // thread's own objects are from the first thread's, a function and its argument, and where the
  // thread's id goes.
  private static final int START_SIZE = 56;
  private static final int STACK_END = 8;
  private static final int ERRNO = 16;
  private static final int THREAD_LOCAL = 24;
  private static final int FUNCTION = 32;
  private static final int ARGUMENT = 40;
  private static final int TID = 48;

  private final SignalHandlers handlers;

  ThreadCalls(LinuxKernel kernel) {
    super(kernel);
    this.handlers = kernel.handlers();
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __thread_start -> start(argument(0));
      case __thread_exit -> exit(argument(0), argument(1), argument(2));
      case __tgkill -> signal(word(0), word(1), word(2));
      case __cancel_mode -> handlers.cancellation().mode(word(0));
      case __cancel_handler -> handlers.cancelHandler(argument(0));
      case __test_cancel -> 0;
      default -> throw new AssertionError(call);
    };
  }

  private long start(long how) {
    if (!memory.isReadable(how, START_SIZE)) {
      return failure(Errno.EFAULT);
    }
    long to = memory.peekLong(how + TID);
    if (!memory.isWritable(to, Integer.BYTES)) {
      return failure(Errno.EFAULT);
    }
    if (!handlers.hold()) {
      return 0;
    }
    process.share();
    ProgramThread thread = process.threads.take();
    int tid = -Errno.EAGAIN;
    if (thread != null) {
      thread
          .machine()
          .area()
          .set(
              memory.peekLong(how),
              memory.peekLong(how + STACK_END),
              memory.peekLong(how + ERRNO),
              memory.peekLong(how + THREAD_LOCAL));
      kernel.races().starting(thread.machine(), memory.peekLong(how), to);
      tid =
          thread.start(
              memory.peekLong(how + FUNCTION),
              memory.peekLong(how + ARGUMENT),
              to,
              events.line(),
              handlers.mask());
    }
    handlers.release();
    if (tid < 0) {
      if (thread != null) {
        kernel.races().notStarted(thread.machine());
      }
      return failure(-tid);
    }
    process.threads.hasStarted();
    events.tell(
        Kind.THREAD_STARTED,
        tid,
        process.threads.started() + 1,
        memory.peekLong(how + THREAD_LOCAL),
        0);
    return tid;
  }

  /** Ends this thread alone; the C library sees to it that it is not the last one. */
  private long exit(long stack, long size, long word) {
    kernel.endThread(stack, isMapping(stack, size) ? size : 0, pointers.writable(word, 4));
    return kernel.gone();
  }

  private boolean isMapping(long address, long length) {
    return memory.isWritable(address, length) && address >= memory.mappingsStart();
  }

  /** tgkill(2). */
  private long signal(int group, int thread, int signal) {
    boolean ending =
        SignalDispositions.exists(signal)
            && signal != Cancellation.SIGCANCEL
            && group == process.pid
            && handlers.isDefault(signal);
    if (ending) {
      events.tell(Kind.RAISED, signal, events.unwritten(), 0, 0);
    }
    long result = libc.syscall(TGKILL, group, thread, signal, 0);
    int errno = result == -1 ? posix.errno() : 0;
    if (!ending && signal != Cancellation.SIGCANCEL) {
      events.tell(Kind.KILLED, process.outer.of(group), signal, errno, 0);
    }
    return result == -1 ? failure(errno) : result;
  }
}
