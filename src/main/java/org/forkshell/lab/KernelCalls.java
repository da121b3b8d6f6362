package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.machine.code.AddressSpace;
import org.forkshell.machine.code.SystemCall;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.WaitingCalls;
import org.forkshell.process.Event.Call;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;

/**
 * The real kernel as driver of a machine: each system call that the program asks for is made, and
 * its answer put back.
 */
final class KernelCalls {
  private static final int WNOHANG = 1;
  private static final int WNOWAIT = 0x0100_0000;
  private static final int CLD_EXITED = 1;
  private static final int CLD_KILLED = 2;
  private static final int CLD_DUMPED = 3;
  private static final int CLD_CONTINUED = 6;
  // Sizes and offsets of siginfo_t and struct rusage on 64 bits.
  private static final int SIGINFO = 128;
  private static final int SI_CODE = 8;
  private static final int SI_PID = 16;
  private static final int SI_STATUS = 24;
  private static final int RUSAGE = 144;
  private static final int STAT = 144;
  private static final int PR_SET_PDEATHSIG = 1;
  private static final int PR_GET_PDEATHSIG = 2;
  private static final int PR_SET_NAME = 15;
  private static final int PR_GET_NAME = 16;
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int PR_GET_CHILD_SUBREAPER = 37;
  private static final int NAME = 16;
  private static final int F_DUPFD = 0;
  private static final int F_GETFD = 1;
  private static final int F_SETFD = 2;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int F_GETLK = 5;
  private static final int F_SETLK = 6;
  private static final int F_SETLKW = 7;
  private static final int F_OFD_GETLK = 36;
  private static final int F_OFD_SETLK = 37;
  private static final int F_OFD_SETLKW = 38;
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int F_SETPIPE_SZ = 1031;
  private static final int F_GETPIPE_SZ = 1032;

  /** sys/stat.h declares struct stat as it is on x86-64; elsewhere its members lie differently. */
  private static final boolean STAT_AS_DECLARED = System.getProperty("os.arch", "").equals("amd64");

  private static final long ERRNO = Memory.addressOf(AddressSpace.ERRNO);

  private final Posix posix;
  private final Processes processes;
  private final Libc libc;
  private final Memory memory;
  private final Machine machine;
  private final long board;
  private final EventSender events;
  private final ProcessLimit limit;
  private final Descriptors descriptors;
  private final WaitingCalls waiting;
  private final Signals signals;
  private final SignalCalls handlers;
  private final StandardStream stdout;
  private final FileCalls files;
  private final SharingCalls sharing;
  private final SocketCalls sockets;
  private final LentMemory lent;
  private final OuterPids outer;
  private final long scratch = Posix.allocate(64).address();

  private int zygote;
  private int zygoteGroup;
  private int pid;
  private int parent;
  private int children;
  private int line;
  private int interruptsSeen;
  private boolean unwatched;
  private boolean telling;
  private SystemCall asked = SystemCall.getpid;
  private boolean askedAgain;

  KernelCalls(
      Posix posix,
      SignalGate gate,
      Processes processes,
      Memory memory,
      Machine machine,
      long board,
      EventSender events) {
    this.posix = posix;
    this.processes = processes;
    this.libc = posix.libc();
    this.memory = memory;
    this.machine = machine;
    this.board = board;
    this.events = events;
    this.limit = new ProcessLimit(board);
    this.descriptors = new Descriptors(posix, board);
    this.waiting = new WaitingCalls(gate);
    this.signals = new Signals(libc);
    this.handlers = new SignalCalls(gate, waiting, libc, memory, machine, this);
    this.stdout = new StandardStream(memory, board);
    this.files = new FileCalls(libc, waiting, posix, memory, this);
    this.sharing = new SharingCalls(posix, waiting, memory, this);
    this.sockets = new SocketCalls(posix, waiting, memory, this);
    this.lent = new LentMemory(posix, memory, this);
    this.outer = new OuterPids(posix, waiting);
  }

  /** This process, as the console knows it. */
  int pid() {
    return outer.own();
  }

  /** A root process begins; descriptors 1 and 2 lead to the console where {@code relayed}. */
  void begin(boolean relayed) {
    zygote = processes.getppid();
    zygoteGroup = libc.getpgid(zygote);
    pid = processes.getpid();
    outer.begin(pid);
    parent = 0;
    telling = intAt(board + Board.EVENTS_WANTED) != 0;
    descriptors.remember(relayed);
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    tell(Kind.BORN, 0, 0, 0, 0);
  }

  /** A line begins: an interrupt from before is none of its business. */
  void beginLine(int number) {
    line = number;
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    handlers.beginLine();
  }

  /** Whether a signal has come that the program catches. */
  boolean mustHandle() {
    return handlers.isNoted();
  }

  /** Lets the program go on in its handler. */
  void handle() {
    handlers.deliver();
  }

  /** The same while it waits for a line. */
  void handleBetweenLines() {
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    handlers.deliver();
  }

  /** A handler is about to run. */
  void handling(int signal) {
    tell(Kind.HANDLED, signal, 0, 0, 0);
  }

  /** Where the kernel finds no room on the stack for a handler's frame, it ends the process. */
  void noRoomForHandler() {
    tell(Kind.FAULTED, Signal.SIGSEGV.number(), machine.framePointer(), unwritten(), 0);
    signals.dieOf(pid, Signal.SIGSEGV.number());
  }

  /** Whether the learner wants the line to be given up. */
  boolean interrupted() {
    return sharedIntAt(board + Board.INTERRUPTS) != interruptsSeen;
  }

  void sayInterrupted() {
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    tell(Kind.INTERRUPTED, 0, 0, 0, 0);
    handlers.giveUpLine();
  }

  private void tell(Kind kind, long a, long b, long c, long d) {
    if (telling) {
      events.send(kind, line, machine, a, b, c, d);
    }
  }

  private long unwritten() {
    return telling ? stdout.unwritten() : 0;
  }

  /**
   * The program did what a processor refuses: it dies of the signal that a processor would have
   * caused, unless it has a handler for that.
   *
   * @param code what siginfo_t is to say
   */
  void fault(Signal signal, int code, long address) {
    if (handlers.catchFault(signal.number(), code, address)) {
      return;
    }
    tell(Kind.FAULTED, signal.number(), address, unwritten(), 0);
    signals.dieOf(pid, signal.number());
  }

  long argument(int index) {
    return machine.systemArgument(index);
  }

  int word(int index) {
    return (int) machine.systemArgument(index);
  }

  long failure(int errno) {
    memory.pokeInt(ERRNO, errno);
    return -1;
  }

  /** The answer of a call of the C library: -1 comes with its errno. */
  long checked(long result) {
    return result == -1 ? failure(posix.errno()) : result;
  }

  /** Makes the call and puts its result where the program finds it. */
  void answer(SystemCall call) {
    if (handlers.isNoted()) {
      // It had come before.
      machine.repeat();
      handlers.deliver();
      return;
    }
    asked = call;
    askedAgain = false;
    int errno = memory.peekInt(ERRNO);
    long result = result(call);
    if (askedAgain || (result == -1 && repeats(memory.peekInt(ERRNO)))) {
      memory.pokeInt(ERRNO, errno);
      machine.repeat();
    } else {
      if (result == -1 && memory.peekInt(ERRNO) == SignalGate.GIVEN_UP) {
        memory.pokeInt(ERRNO, Errno.EINTR);
      }
      machine.result(result);
    }
    if (handlers.isNoted()) {
      handlers.deliver();
    }
  }

  /** The call is to be made again when the handlers of what has come have returned. */
  void askAgain() {
    askedAgain = true;
  }

  /**
   * Whether a call that failed with {@code errno} is made again when the handler has returned:
   * because the signal had come before it, or because SA_RESTART says so, see signal(7).
   */
  private boolean repeats(int errno) {
    if (!handlers.isNoted()) {
      return false;
    }
    return errno == SignalGate.GIVEN_UP
        ? asked != SystemCall.pause
        : errno == Errno.EINTR && handlers.restarts() && mayRestart();
  }

  private boolean mayRestart() {
    return switch (asked) {
      case pause, __nanosleep, poll, __ppoll, semop, msgsnd, msgrcv, __sigsuspend, __sigtimedwait ->
          false;
      case __sleep_while -> argument(2) == 0;
      default -> true;
    };
  }

  private long result(SystemCall call) {
    return switch (call) {
      case __write -> write(word(0), argument(1), argument(2), word(3));
      case write -> write(word(0), argument(1), argument(2), 0);
      case read -> read(word(0), argument(1), argument(2));
      case fork -> fork(false);
      case vfork -> fork(lent.lend());
      case _exit -> exit(word(0));
      case getpid -> pid;
      case getppid -> processes.getppid();
      case waitpid -> wait4(word(0), argument(1), word(2), 0);
      case wait4 -> wait4(word(0), argument(1), word(2), argument(3));
      case waitid -> waitid(word(0), word(1), argument(2), word(3));
      case kill -> kill(word(0), word(1));
      case __raise_default -> raiseDefault(word(0));
      case __nanosleep -> nanosleep(argument(0), argument(1), argument(2));
      case __clock -> clock(word(0), argument(1));
      case isatty -> isatty(word(0));
      case getuid -> processes.getuid();
      case geteuid -> processes.geteuid();
      case getgid -> processes.getgid();
      case getegid -> processes.getegid();
      case getpgrp -> processes.getpgrp();
      case setpgid -> checked(libc.setpgid(word(0), word(1)));
      case getpgid -> checked(libc.getpgid(word(0)));
      case getsid -> checked(libc.getsid(word(0)));
      case setsid -> checked(libc.setsid());
      case close -> changed(libc.close(word(0)));
      case dup -> changed(libc.dup(word(0)));
      case dup2 -> changed(libc.dup2(word(0), word(1)));
      case pipe ->
          memory.isWritable(argument(0), 8)
              ? changed(libc.pipe(argument(0)))
              : failure(Errno.EFAULT);
      case __open -> withPath(0) ? open() : failure(Errno.EFAULT);
      case lseek -> checked(libc.lseek(word(0), argument(1), word(2)));
      case execve -> execve(argument(0), argument(1), argument(2));
      case pause -> pause();
      case alarm -> libc.alarm(word(0));
      case sched_yield -> libc.sched_yield();
      case unlink -> withPath(0) ? checked(libc.unlink(argument(0))) : failure(Errno.EFAULT);
      case getcwd -> getcwd(argument(0), argument(1));
      case chdir -> withPath(0) ? checked(libc.chdir(argument(0))) : failure(Errno.EFAULT);
      case __times -> times(argument(0));
      case umask -> libc.umask(word(0));
      case access ->
          withPath(0) ? checked(libc.access(argument(0), word(1))) : failure(Errno.EFAULT);
      case nice -> checked(libc.nice(word(0)));
      case unshare -> unshare(word(0));
      case __prctl -> prctl(word(0), argument(1));
      case mkdir -> withPath(0) ? checked(libc.mkdir(argument(0), word(1))) : failure(Errno.EFAULT);
      case rmdir -> withPath(0) ? checked(libc.rmdir(argument(0))) : failure(Errno.EFAULT);
      case fsync -> checked(libc.fsync(word(0)));
      case rename ->
          withPath(0) && withPath(1)
              ? checked(libc.rename(argument(0), argument(1)))
              : failure(Errno.EFAULT);
      case __fcntl -> fcntl(word(0), word(1), argument(2));
      case stat, lstat, fstat -> stat(call, argument(1));
      case dup3 -> changed(libc.dup3(word(0), word(1), word(2)));
      case pipe2 ->
          memory.isWritable(argument(0), 8)
              ? changed(libc.pipe2(argument(0), word(1)))
              : failure(Errno.EFAULT);
      default ->
          files.handles(call)
              ? files.answer(call)
              : handlers.handles(call)
                  ? handlers.answer(call)
                  : sockets.handles(call) ? sockets.answer(call) : sharing.answer(call);
    };
  }

  boolean withPath(int index) {
    return memory.isReadable(argument(index), 1);
  }

  /** A call begins that may take as long as somebody else likes. */
  void blocked() {
    tell(Kind.BLOCKED, Call.OTHER.ordinal(), 0, 0, 0);
  }

  /** It is over: its answer, with the errno that telling must not disturb. */
  long unblocked(long result) {
    int errno = result == -1 ? posix.errno() : 0;
    tell(Kind.UNBLOCKED, Call.OTHER.ordinal(), result, 0, 0);
    return result == -1 ? failure(errno) : result;
  }

  /** The process waits for a signal. */
  void pausing() {
    tell(Kind.BLOCKED, Call.PAUSE.ordinal(), 0, 0, 0);
  }

  /** It came: the answer of pause(2) and sigsuspend(2). */
  long unpaused() {
    tell(Kind.UNBLOCKED, Call.PAUSE.ordinal(), -1, 0, 0);
    return failure(Errno.EINTR);
  }

  /** Whether a call that just failed is to be made again: only our own wake-up disturbed it. */
  boolean again(long result) {
    return persists(result) && !handlers.isNoted();
  }

  /** The same for calls that a program knows nothing of. */
  boolean persists(long result) {
    return result == -1
        && (posix.errno() == Errno.EINTR || posix.errno() == SignalGate.GIVEN_UP)
        && !interrupted();
  }

  /** Opening a named pipe waits until somebody opens its other end. */
  private long open() {
    if (!files.mayWaitToOpen(argument(0), word(1))) {
      return changed(libc.open(argument(0), word(1), word(2)));
    }
    blocked();
    int fd;
    do {
      fd = waiting.open(argument(0), word(1), word(2));
    } while (again(fd));
    descriptors.mayHaveChanged();
    return unblocked(fd);
  }

  long changed(long result) {
    descriptors.mayHaveChanged();
    return checked(result);
  }

  private long write(int fd, long bytes, long count, int reason) {
    if (count != 0 && !memory.isReadable(bytes, count)) {
      return failure(Errno.EFAULT);
    }
    int stream = telling ? descriptors.carried(fd) : 0;
    long written;
    do {
      written = waiting.write(fd, bytes, count);
    } while (again(written));
    if (!telling) {
      return checked(written);
    }
    int errno = written == -1 ? posix.errno() : 0;
    if (written == -1 && repeats(errno)) {
      return failure(errno);
    }
    if (stream != 0 && written >= 0) {
      tell(Kind.OUTPUT, stream, written, reason, 0);
    } else {
      tell(Kind.WRITTEN, fd, written, reason, errno);
    }
    return written == -1 ? failure(errno) : written;
  }

  private long read(int fd, long buffer, long count) {
    if (count != 0 && !memory.isWritable(buffer, count)) {
      return failure(Errno.EFAULT);
    }
    boolean mustWait = telling && descriptors.mustWaitToRead(fd);
    if (mustWait) {
      tell(Kind.BLOCKED, Call.READ.ordinal(), fd, 0, 0);
    }
    long got;
    do {
      got = waiting.read(fd, buffer, count);
    } while (again(got));
    int errno = got == -1 ? posix.errno() : 0;
    if (mustWait) {
      tell(Kind.UNBLOCKED, Call.READ.ordinal(), got, 0, 0);
    }
    return got == -1 ? failure(errno) : got;
  }

  /**
   * @param lends whether the child borrows this process' memory, as vfork(2) has it
   */
  private long fork(boolean lends) {
    if (!handlers.holdForFork()) {
      if (lends) {
        lent.takeBack();
      }
      return 0;
    }
    long result = forkHeld(lends);
    handlers.releaseAfterFork();
    return result;
  }

  private long forkHeld(boolean lends) {
    if (!limit.tryAdd()) {
      tell(Kind.FORK_REFUSED, Errno.EAGAIN, limit.limit(), 0, 0);
      if (lends) {
        lent.takeBack();
      }
      return failure(Errno.EAGAIN);
    }
    int index = ++children;
    int child = processes.fork();
    if (child == 0) {
      born(index, lends);
      return 0;
    }
    if (child < 0) {
      int errno = posix.errno();
      children--;
      limit.takeBack();
      if (lends) {
        lent.takeBack();
      }
      tell(Kind.FORK_REFUSED, errno, 0, 0, 0);
      return failure(errno);
    }
    tell(Kind.FORKED, outer.of(child), index, child, 0);
    if (lends) {
      blocked();
      lent.awaitReturn();
      unblocked(child);
    }
    return child;
  }

  /** In a child, which is its parent's {@code index}th: the first that it does. */
  void born(int index, boolean borrows) {
    parent = outer.own();
    pid = processes.getpid();
    outer.born(pid);
    children = 0;
    unwatched = handlers.ignoresChildren();
    if (borrows) {
      lent.borrow();
    } else {
      lent.oweNothing();
    }
    tell(Kind.BORN, parent, index, unwritten(), outer.isApart() ? pid : 0);
  }

  private long exit(int status) {
    tell(Kind.EXITING, status & 0xFF, unwritten(), 0, 0);
    limit.exiting(unwatched && processes.getppid() != zygote);
    lent.giveBack();
    posix.exit(status);
    throw new AssertionError("_exit returned");
  }

  private long wait4(int wanted, long status, int options, long usage) {
    if ((status != 0 && !memory.isWritable(status, 4))
        || (usage != 0 && !memory.isWritable(usage, RUSAGE))) {
      return failure(Errno.EFAULT);
    }
    int child = outer.collect(wanted, scratch, options | WNOHANG, usage);
    if (child == 0 && (options & WNOHANG) == 0) {
      tell(Kind.BLOCKED, Call.WAIT.ordinal(), outer.of(wanted), 0, 0);
      do {
        child = outer.collect(wanted, scratch, options, usage);
      } while (again(child));
    }
    int errno = child == -1 ? posix.errno() : 0;
    int raw = child > 0 ? intAt(scratch) : 0;
    if (child > 0) {
      if (status != 0) {
        memory.pokeInt(status, raw);
      }
      if (isEnd(raw)) {
        limit.collected(outer.collected(), raw);
      }
    }
    if (child == -1 && repeats(errno)) {
      tell(Kind.UNBLOCKED, Call.WAIT.ordinal(), -1, 0, 0);
    } else {
      tell(Kind.WAITED, child > 0 ? outer.collected() : child, raw, shown(errno), child);
    }
    return child == -1 ? failure(errno) : child;
  }

  private static int shown(int errno) {
    return errno == SignalGate.GIVEN_UP ? Errno.EINTR : errno;
  }

  /** Neither WIFSTOPPED nor WIFCONTINUED. */
  private static boolean isEnd(int status) {
    return (status & 0xFF) != 0x7F && status != 0xFFFF;
  }

  private long waitid(int kind, int id, long info, int options) {
    if (info == 0 || !memory.isWritable(info, SIGINFO)) {
      return failure(Errno.EFAULT);
    }
    int result = outer.collectInfo(kind, id, info, options | WNOHANG);
    if (result == 0 && memory.peekInt(info + SI_PID) == 0 && (options & WNOHANG) == 0) {
      tell(Kind.BLOCKED, Call.WAIT.ordinal(), id, 0, 0);
      do {
        result = outer.collectInfo(kind, id, info, options);
      } while (again(result));
    }
    if (result == -1) {
      int errno = posix.errno();
      if (repeats(errno)) {
        tell(Kind.UNBLOCKED, Call.WAIT.ordinal(), -1, 0, 0);
      } else {
        tell(Kind.WAITED, -1, 0, shown(errno), -1);
      }
      return failure(errno);
    }
    int child = memory.peekInt(info + SI_PID);
    if (child != 0 && (options & WNOWAIT) == 0) {
      int raw = statusOf(memory.peekInt(info + SI_CODE), memory.peekInt(info + SI_STATUS));
      if (isEnd(raw)) {
        limit.collected(outer.collected(), raw);
      }
      tell(Kind.WAITED, outer.collected(), raw, 0, child);
    } else {
      tell(Kind.UNBLOCKED, Call.WAIT.ordinal(), child, 0, 0);
    }
    return 0;
  }

  /** What wait(2) would have filled in for what waitid(2) tells. */
  private static int statusOf(int code, int status) {
    return switch (code) {
      case CLD_EXITED -> status << 8;
      case CLD_KILLED -> status;
      case CLD_DUMPED -> status | 0x80;
      case CLD_CONTINUED -> 0xFFFF;
      default -> status << 8 | 0x7F;
    };
  }

  private long kill(int target, int signal) {
    // -1 means every process of the user, the console and the learner's desktop among them. The
    // zygote is to its processes what init is, which lets no user's process end it.
    boolean others = target == -1 || target == zygote || target == -zygoteGroup;
    if (others && signal != 0 && !outer.isApart()) {
      tell(Kind.KILLED, target, signal, Errno.EPERM, 0);
      return failure(Errno.EPERM);
    }
    boolean self =
        Signals.exists(signal) && (target == pid || target == 0 || target == -processes.getpgrp());
    boolean ending = self && handlers.isDefault(signal);
    if (ending) {
      tell(Kind.RAISED, signal, 0, 0, 0);
    }
    int known = target == pid ? outer.own() : outer.of(target);
    int result = libc.kill(target, signal);
    int errno = result == -1 ? posix.errno() : 0;
    if (!ending) {
      tell(Kind.KILLED, known, signal, errno, 0);
    }
    return result == -1 ? failure(errno) : result;
  }

  private long raiseDefault(int signal) {
    tell(Kind.RAISED, signal, 0, 0, 0);
    signals.dieOf(pid, signal);
    return 0;
  }

  private long nanosleep(long seconds, long nanos, long remaining) {
    if (remaining != 0 && !memory.isWritable(remaining, 16)) {
      return failure(Errno.EFAULT);
    }
    longAt(scratch, seconds);
    longAt(scratch + 8, nanos);
    tell(Kind.BLOCKED, Call.SLEEP.ordinal(), seconds * 1_000_000_000 + nanos, 0, 0);
    int result;
    do {
      longAt(scratch + 16, longAt(scratch));
      longAt(scratch + 24, longAt(scratch + 8));
      result = waiting.nanosleep(scratch, scratch + 16);
      longAt(scratch, longAt(scratch + 16));
      longAt(scratch + 8, longAt(scratch + 24));
    } while (again(result));
    int errno = result == -1 ? posix.errno() : 0;
    tell(Kind.UNBLOCKED, Call.SLEEP.ordinal(), result, 0, 0);
    if (result == 0) {
      return 0;
    }
    if (errno == Errno.EINTR && remaining != 0) {
      memory.pokeLong(remaining, longAt(scratch));
      memory.pokeLong(remaining + 8, longAt(scratch + 8));
    }
    return failure(errno);
  }

  private long clock(int clock, long result) {
    return memory.isWritable(result, 16)
        ? checked(libc.clock_gettime(clock, result))
        : failure(Errno.EFAULT);
  }

  /** Unlike other calls it gives 0 on failure. */
  private long isatty(int fd) {
    boolean pretended = descriptors.isPretended(fd);
    if (pretended ? descriptors.isPretendedTerminal(fd) : libc.isatty(fd) == 1) {
      return 1;
    }
    failure(pretended ? Errno.ENOTTY : posix.errno());
    return 0;
  }

  private long prctl(int option, long argument) {
    return switch (option) {
      case PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER ->
          checked(libc.prctl(option, argument, 0, 0, 0));
      case PR_GET_PDEATHSIG, PR_GET_CHILD_SUBREAPER ->
          memory.isWritable(argument, 4)
              ? checked(libc.prctl(option, argument, 0, 0, 0))
              : failure(Errno.EFAULT);
      case PR_SET_NAME ->
          memory.isReadable(argument, 1)
              ? checked(libc.prctl(option, argument, 0, 0, 0))
              : failure(Errno.EFAULT);
      case PR_GET_NAME ->
          memory.isWritable(argument, NAME)
              ? checked(libc.prctl(option, argument, 0, 0, 0))
              : failure(Errno.EFAULT);
      default -> failure(Errno.EINVAL);
    };
  }

  private long unshare(int flags) {
    long result = checked(libc.unshare(flags));
    if (result == 0) {
      outer.unshared(flags);
    }
    return result;
  }

  private long execve(long path, long arguments, long environment) {
    if (!memory.isReadable(path, 1) || !memory.isReadable(arguments, 8)) {
      return failure(Errno.EFAULT);
    }
    tell(Kind.EXECUTING, unwritten(), 0, 0, 0);
    limit.executing(outer.own());
    lent.giveBack();
    waiting.execve(path, arguments, environment);
    int errno = posix.errno();
    limit.collected(outer.own(), -1);
    tell(Kind.EXEC_FAILED, errno, 0, 0, 0);
    return failure(errno);
  }

  /** Owners and leases send signals: those are not for programs yet. */
  private long fcntl(int fd, int command, long argument) {
    return switch (command) {
      case F_DUPFD, F_DUPFD_CLOEXEC -> changed(libc.fcntl(fd, command, argument));
      case F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_SETPIPE_SZ, F_GETPIPE_SZ ->
          checked(libc.fcntl(fd, command, argument));
      case F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW ->
          files.lock(fd, command, argument);
      default -> failure(Errno.EINVAL);
    };
  }

  private long stat(SystemCall call, long result) {
    if (!STAT_AS_DECLARED) {
      return failure(Errno.ENOSYS);
    }
    if (!memory.isWritable(result, STAT) || (call != SystemCall.fstat && !withPath(0))) {
      return failure(Errno.EFAULT);
    }
    return checked(
        switch (call) {
          case fstat -> libc.fstat(word(0), result);
          case lstat -> libc.lstat(argument(0), result);
          default -> libc.stat(argument(0), result);
        });
  }

  private long pause() {
    pausing();
    long result;
    do {
      result = waiting.ppoll(0, 0, 0, 0);
    } while (again(result));
    return unpaused();
  }

  private long getcwd(long buffer, long size) {
    if (!memory.isWritable(buffer, size)) {
      failure(Errno.EFAULT);
      return 0;
    }
    if (libc.getcwd(buffer, size) == 0) {
      failure(posix.errno());
      return 0;
    }
    return buffer;
  }

  private long times(long result) {
    if (!memory.isWritable(result, 40)) {
      return failure(Errno.EFAULT);
    }
    long elapsed = libc.times(result);
    memory.pokeLong(result + 32, elapsed);
    return elapsed == -1 ? checked(-1) : 0;
  }
}
