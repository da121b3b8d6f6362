package org.forkshell.kernel.linux;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
import org.forkshell.posix.WaitingCalls;
import org.jspecify.annotations.Nullable;

/**
 * The system calls that are the kernel's alone: nothing is to be known of them but their numbers,
 * what their arguments are, and whether they may wait for somebody. Each has a row here, and one
 * piece of code makes them all; so whoever has rehearsed one before the first fork has rehearsed
 * all.
 */
final class DirectCalls {
  /** Sizes on 64 bits, in bytes. */
  private static final int EPOLL_EVENT =
      System.getProperty("os.arch", "").equals("amd64") ? 12 : 16;

  private static final int ITIMERSPEC = 32;
  private static final int TIMESPEC = 16;
  private static final int SIGEVENT = 64;
  private static final int SIGSET = 8;
  private static final int STATFS = 120;
  private static final int STAT = 144;
  private static final int SYSINFO = 112;
  private static final int RLIMIT = 16;
  private static final int MQ_ATTR = 64;

  /** What an argument of the kernel's is made of. */
  private enum Kind {
    /** An int of the program's. */
    WORD,
    /** A long. */
    LONG,
    /** A descriptor; ours are none of the program's. */
    DESCRIPTOR,
    /** A pointer to a string. */
    STRING,
    /** A pointer to what the kernel reads. */
    READ,
    /** A pointer to where the kernel writes. */
    WRITTEN,
    /** The same, as many units as another argument says. */
    READ_COUNTED,
    WRITTEN_COUNTED,
    /** The address of memory that the kernel does something about. */
    RANGE,
    /** The same number always, which the program does not give. */
    CONSTANT
  }

  /**
   * @param size the bytes that a pointer points to, or the value of a constant
   * @param by which argument says how many
   */
  private record Argument(Kind kind, long size, int by) {}

  private static final Argument WORD = new Argument(Kind.WORD, 0, 0);
  private static final Argument LONG = new Argument(Kind.LONG, 0, 0);
  private static final Argument DESCRIPTOR = new Argument(Kind.DESCRIPTOR, 0, 0);
  private static final Argument STRING = new Argument(Kind.STRING, 0, 0);
  private static final Argument ZERO = constant(0);

  private static Argument constant(long value) {
    return new Argument(Kind.CONSTANT, value, 0);
  }

  private static Argument read(int size) {
    return new Argument(Kind.READ, size, 0);
  }

  private static Argument written(int size) {
    return new Argument(Kind.WRITTEN, size, 0);
  }

  private static Argument readBy(int count) {
    return new Argument(Kind.READ_COUNTED, 1, count);
  }

  private static Argument writtenBy(int count, int unit) {
    return new Argument(Kind.WRITTEN_COUNTED, unit, count);
  }

  /** Memory that begins here and is as long as argument {@code length} says. */
  private static Argument range(int length) {
    return new Argument(Kind.RANGE, 1, length);
  }

  /** What else there is to know of a call. */
  private enum Manner {
    /** It answers at once. */
    QUICK,
    /** Descriptors may mean something else after it. */
    OPENS,
    /** It may wait for somebody. */
    WAITS,
    /** The same, and is never made again after a handler, whatever SA_RESTART says: signal(7). */
    WAITS_ONCE
  }

  private record Row(int number, Manner manner, Argument[] arguments) {}

  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

  private final WaitingCalls waiting;
  private final Pointers pointers;
  private final KernelCalls kernel;
  private final @Nullable Row[] rows = new @Nullable Row[SystemCall.values().length];
  private final long[] values = new long[6];

  DirectCalls(WaitingCalls waiting, Memory memory, KernelCalls kernel) {
    this.waiting = waiting;
    this.pointers = new Pointers(memory);
    this.kernel = kernel;
    descriptors();
    files();
    clocks();
    schedulers();
    identities();
    others();
  }

  private void row(SystemCall call, int x86, int arm, Manner manner, Argument... arguments) {
    rows[call.ordinal()] = new Row(ARM ? arm : x86, manner, arguments);
  }

  private void row(SystemCall call, int x86, int arm, Argument... arguments) {
    row(call, x86, arm, Manner.QUICK, arguments);
  }

  private void descriptors() {
    row(SystemCall.epoll_create1, 291, 20, Manner.OPENS, WORD);
    row(SystemCall.__epoll_ctl, 233, 21, DESCRIPTOR, WORD, DESCRIPTOR, read(EPOLL_EVENT));
    row(
        SystemCall.__epoll_wait,
        281,
        22,
        Manner.WAITS_ONCE,
        DESCRIPTOR,
        writtenBy(2, EPOLL_EVENT),
        WORD,
        WORD,
        ZERO,
        constant(SIGSET));
    row(SystemCall.__eventfd, 290, 19, Manner.OPENS, WORD, WORD);
    row(SystemCall.__signalfd, 289, 74, Manner.OPENS, DESCRIPTOR, read(SIGSET), constant(8), WORD);
    row(SystemCall.timerfd_create, 283, 85, Manner.OPENS, WORD, WORD);
    row(
        SystemCall.timerfd_settime,
        286,
        86,
        DESCRIPTOR,
        WORD,
        read(ITIMERSPEC),
        written(ITIMERSPEC));
    row(SystemCall.timerfd_gettime, 287, 87, DESCRIPTOR, written(ITIMERSPEC));
    row(SystemCall.inotify_init1, 294, 26, Manner.OPENS, WORD);
    row(SystemCall.inotify_add_watch, 254, 27, DESCRIPTOR, STRING, WORD);
    row(SystemCall.inotify_rm_watch, 255, 28, DESCRIPTOR, WORD);
    row(SystemCall.memfd_create, 319, 279, Manner.OPENS, STRING, WORD);
    row(SystemCall.pidfd_open, 434, 434, Manner.OPENS, WORD, WORD);
    row(SystemCall.pidfd_send_signal, 424, 424, DESCRIPTOR, WORD, read(128), WORD);
    row(SystemCall.__mq_open, 240, 180, Manner.OPENS, STRING, WORD, WORD, read(MQ_ATTR));
    row(SystemCall.__mq_unlink, 241, 181, STRING);
    row(
        SystemCall.mq_timedsend,
        242,
        182,
        Manner.WAITS,
        DESCRIPTOR,
        readBy(2),
        LONG,
        WORD,
        read(TIMESPEC));
    row(
        SystemCall.mq_timedreceive,
        243,
        183,
        Manner.WAITS,
        DESCRIPTOR,
        writtenBy(2, 1),
        LONG,
        written(4),
        read(TIMESPEC));
    row(SystemCall.__mq_notify, 244, 184, DESCRIPTOR, read(SIGEVENT));
    row(SystemCall.__mq_getsetattr, 245, 185, DESCRIPTOR, read(MQ_ATTR), written(MQ_ATTR));
  }

  private void files() {
    row(SystemCall.__openat, 257, 56, Manner.OPENS, DESCRIPTOR, STRING, WORD, WORD);
    row(SystemCall.mkdirat, 258, 34, DESCRIPTOR, STRING, WORD);
    row(SystemCall.unlinkat, 263, 35, DESCRIPTOR, STRING, WORD);
    row(SystemCall.renameat, 264, 38, DESCRIPTOR, STRING, DESCRIPTOR, STRING);
    row(SystemCall.linkat, 265, 37, DESCRIPTOR, STRING, DESCRIPTOR, STRING, WORD);
    row(SystemCall.symlinkat, 266, 36, STRING, DESCRIPTOR, STRING);
    row(SystemCall.readlinkat, 267, 78, DESCRIPTOR, STRING, writtenBy(3, 1), LONG);
    row(SystemCall.__fchmodat, 268, 53, DESCRIPTOR, STRING, WORD);
    row(SystemCall.fchownat, 260, 54, DESCRIPTOR, STRING, WORD, WORD, WORD);
    row(SystemCall.__faccessat, 269, 48, DESCRIPTOR, STRING, WORD);
    row(SystemCall.fstatat, 262, 79, DESCRIPTOR, STRING, written(STAT), WORD);
    row(SystemCall.utimensat, 280, 88, DESCRIPTOR, STRING, read(ITIMERSPEC), WORD);
    row(SystemCall.mknodat, 259, 33, DESCRIPTOR, STRING, WORD, LONG);
    row(SystemCall.statfs, 137, 43, STRING, written(STATFS));
    row(SystemCall.fstatfs, 138, 44, DESCRIPTOR, written(STATFS));
    row(SystemCall.fallocate, 285, 47, DESCRIPTOR, WORD, LONG, LONG);
    row(SystemCall.sendfile, 40, 71, Manner.WAITS, DESCRIPTOR, DESCRIPTOR, written(8), LONG);
    row(
        SystemCall.splice,
        275,
        76,
        Manner.WAITS,
        DESCRIPTOR,
        written(8),
        DESCRIPTOR,
        written(8),
        LONG,
        WORD);
    row(SystemCall.tee, 276, 77, Manner.WAITS, DESCRIPTOR, DESCRIPTOR, LONG, WORD);
    row(
        SystemCall.copy_file_range,
        326,
        285,
        DESCRIPTOR,
        written(8),
        DESCRIPTOR,
        written(8),
        LONG,
        WORD);
    row(SystemCall.chroot, 161, 51, STRING);
    row(SystemCall.mount, 165, 40, STRING, STRING, STRING, LONG, STRING);
    row(SystemCall.umount2, 166, 39, STRING, WORD);
  }

  private void clocks() {
    row(SystemCall.clock_getres, 229, 114, WORD, written(TIMESPEC));
    row(SystemCall.clock_settime, 227, 112, WORD, read(TIMESPEC));
    row(SystemCall.__timer_create, 222, 107, WORD, read(SIGEVENT), written(4));
    row(SystemCall.__timer_settime, 223, 110, WORD, WORD, read(ITIMERSPEC), written(ITIMERSPEC));
    row(SystemCall.__timer_gettime, 224, 108, WORD, written(ITIMERSPEC));
    row(SystemCall.__timer_getoverrun, 225, 109, WORD);
    row(SystemCall.__timer_delete, 226, 111, WORD);
  }

  private void schedulers() {
    row(SystemCall.sched_setscheduler, 144, 119, WORD, WORD, read(4));
    row(SystemCall.sched_getscheduler, 145, 120, WORD);
    row(SystemCall.sched_setparam, 142, 118, WORD, read(4));
    row(SystemCall.sched_getparam, 143, 121, WORD, written(4));
    row(SystemCall.sched_get_priority_max, 146, 125, WORD);
    row(SystemCall.sched_get_priority_min, 147, 126, WORD);
    row(SystemCall.sched_rr_get_interval, 148, 127, WORD, written(TIMESPEC));
    row(SystemCall.__sched_setaffinity, 203, 122, WORD, LONG, readBy(1));
    row(SystemCall.__sched_getaffinity, 204, 123, WORD, LONG, writtenBy(1, 1));
    row(SystemCall.getcpu, 309, 168, written(4), written(4), ZERO);
    row(SystemCall.__prlimit, 302, 261, WORD, WORD, read(RLIMIT), written(RLIMIT));
  }

  private void identities() {
    row(SystemCall.getgroups, 115, 158, WORD, writtenBy(0, 4));
    row(SystemCall.__setgroups, 116, 159, LONG, new Argument(Kind.READ_COUNTED, 4, 0));
    row(SystemCall.getresuid, 118, 148, written(4), written(4), written(4));
    row(SystemCall.getresgid, 120, 150, written(4), written(4), written(4));
    row(SystemCall.setresuid, 117, 147, WORD, WORD, WORD);
    row(SystemCall.setresgid, 119, 149, WORD, WORD, WORD);
    row(SystemCall.__sethostname, 170, 161, readBy(1), LONG);
    row(SystemCall.setns, 308, 268, DESCRIPTOR, WORD);
    row(SystemCall.personality, 135, 92, LONG);
  }

  private void others() {
    row(
        SystemCall.__futex,
        202,
        98,
        Manner.WAITS,
        written(4),
        WORD,
        WORD,
        read(TIMESPEC),
        written(4),
        WORD);
    row(SystemCall.getrandom, 318, 278, Manner.WAITS, writtenBy(1, 1), LONG, WORD);
    row(SystemCall.sysinfo, 99, 179, written(SYSINFO));
    row(SystemCall.madvise, 28, 233, range(1), LONG, WORD);
    row(SystemCall.mlock, 149, 228, range(1), LONG);
    row(SystemCall.munlock, 150, 229, range(1), LONG);
  }

  boolean handles(SystemCall call) {
    return rows[call.ordinal()] != null;
  }

  /** Whether a call goes on after a handler with SA_RESTART. */
  boolean mayRestart(SystemCall call) {
    Row row = rows[call.ordinal()];
    return row == null || row.manner != Manner.WAITS_ONCE;
  }

  /** The result of one of the calls that {@link #handles} names. */
  long answer(SystemCall call) {
    Row row = rows[call.ordinal()];
    if (row == null) {
      throw new AssertionError(call);
    }
    int given = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = 0;
    }
    for (int i = 0; i < row.arguments.length; i++) {
      Argument argument = row.arguments[i];
      values[i] = argument.kind == Kind.CONSTANT ? argument.size : value(argument, given++);
    }
    boolean waits = row.manner == Manner.WAITS || row.manner == Manner.WAITS_ONCE;
    if (waits) {
      kernel.blocked();
    }
    long result;
    do {
      result =
          waiting.direct(
              row.number, values[0], values[1], values[2], values[3], values[4], values[5]);
    } while (kernel.again(result));
    if (waits) {
      return kernel.unblocked(result);
    }
    return row.manner == Manner.OPENS ? kernel.changed(result) : kernel.checked(result);
  }

  private long value(Argument argument, int index) {
    long given = kernel.argument(index);
    return switch (argument.kind) {
      case WORD -> (int) given;
      case LONG, CONSTANT -> given;
      case DESCRIPTOR -> kernel.descriptor(index);
      case STRING -> pointers.string(given);
      case READ -> pointers.readable(given, argument.size);
      case WRITTEN -> pointers.writable(given, argument.size);
      case READ_COUNTED -> pointers.readable(given, size(argument));
      case WRITTEN_COUNTED -> pointers.writable(given, size(argument));
      case RANGE -> pointers.range(given, size(argument));
    };
  }

  private long size(Argument argument) {
    return Math.max(0, kernel.argument(argument.by)) * argument.size;
  }
}
