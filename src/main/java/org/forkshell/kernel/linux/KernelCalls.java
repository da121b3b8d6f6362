package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.WaitingCalls;
import org.forkshell.process.Event.Call;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The real kernel as driver of a machine: each system call that the program asks for is made, and
 * its answer put back.
 */
public final class KernelCalls {
  private static final int WNOHANG = 1;
  private static final int SIGPIPE = Signal.SIGPIPE.number();
  private static final int P_PID = 1;
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
  private static final int TIMER_ABSTIME = 1;
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
  private final OwnDescriptors own;
  private final ProcessLimit limit;
  private final Descriptors descriptors;
  private final WaitingCalls waiting;
  private final SignalDispositions signals;
  private final SignalCalls handlers;
  private final StandardStream stdout;
  private final FileCalls files;
  private final SharingCalls sharing;
  private final SocketCalls sockets;
  private final DirectCalls direct;
  private final TerminalCalls terminal;
  private final MessageCalls messages;
  private final TraceCalls tracing;
  private final VforkMemory lent;
  private final Cloning cloning;
  private final PidTranslation outer;
  private final Pointers pointers;
  private final Pieces pieces;
  private final long scratch = Posix.allocate(64).address();
  private final long usageRead = Posix.allocate(RUSAGE).address();
  private final long infoRead = Posix.allocate(SIGINFO).address();

  private int zygote;
  private int zygoteGroup;
  private int pid;
  private int parent;
  private int children;
  private int line;
  private int interruptsSeen;
  private int errnoBefore;
  private int lastFailure;
  private final InterruptedCall interruptedCall = new InterruptedCall();
  private boolean unwatched;
  private boolean telling;
  private SystemCall asked = SystemCall.getpid;
  private boolean askedAgain;

  public KernelCalls(
      Posix posix,
      SignalGate gate,
      Processes processes,
      Memory memory,
      Machine machine,
      long board,
      EventSender events,
      OwnDescriptors own) {
    this.posix = posix;
    this.processes = processes;
    this.libc = posix.libc();
    this.memory = memory;
    this.machine = machine;
    this.board = board;
    this.events = events;
    this.pointers = new Pointers(memory);
    this.pieces = new Pieces(memory);
    this.own = own;
    this.limit = new ProcessLimit(board);
    this.descriptors = new Descriptors(posix, board);
    this.waiting = new WaitingCalls(gate);
    this.signals = new SignalDispositions(posix);
    this.handlers = new SignalCalls(gate, waiting, posix, memory, machine, this);
    this.stdout = new StandardStream(memory, board);
    this.files = new FileCalls(libc, waiting, posix, memory, this);
    this.sharing = new SharingCalls(posix, waiting, memory, this);
    this.sockets = new SocketCalls(posix, waiting, memory, this);
    this.direct = new DirectCalls(waiting, memory, this);
    this.terminal = new TerminalCalls(posix, waiting, memory, descriptors, this);
    this.messages = new MessageCalls(waiting, memory, this);
    this.tracing = new TraceCalls(waiting, memory, this);
    this.lent = new VforkMemory(posix, memory, this);
    this.cloning = new Cloning(libc);
    this.outer = new PidTranslation(posix, waiting);
  }

  /** This process, as the console knows it. */
  public int pid() {
    return outer.own();
  }

  /**
   * A root process begins.
   *
   * @param relayed whether descriptors 1 and 2 lead to the console
   * @param ignored the signals that it ignores, bit 0 for signal 1
   */
  public void begin(boolean relayed, long ignored) {
    zygote = processes.getppid();
    zygoteGroup = libc.getpgid(zygote);
    pid = processes.getpid();
    outer.begin(pid);
    handlers.begin(ignored);
    parent = 0;
    telling = intAt(board + Board.EVENTS_WANTED) != 0;
    descriptors.remember(relayed);
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    tell(Kind.BORN, 0, 0, 0, 0);
  }

  /** A line begins: an interrupt from before is none of its business. */
  public void beginLine(int number) {
    line = number;
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    handlers.beginLine();
    errnoBefore = memory.peekInt(ERRNO);
    lastFailure = 0;
  }

  /** Why the last call in the line failed, a system call or one of the library; 0 if it did not. */
  public int errnoOfLine() {
    int now = memory.peekInt(ERRNO);
    return lastFailure != 0 ? lastFailure : now == errnoBefore ? 0 : now;
  }

  /** Whether a signal has come that the program catches. */
  public boolean mustHandle() {
    return handlers.isNoted();
  }

  /** Lets the program go on in its handler. */
  public void handle() {
    handlers.deliver();
  }

  /** The same while it waits for a line. */
  public void handleBetweenLines() {
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    handlers.deliver();
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
  private void tellReturn(int errno, Kind kind, long a, long b, long c, long d, long e, long f) {
    if (shown(errno) == Errno.EINTR && handlers.isNoted()) {
      interruptedCall.keep(kind, a, b, c, d, e, f);
    } else {
      tell(kind, a, b, c, d, e, f);
    }
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
  public boolean interrupted() {
    return sharedIntAt(board + Board.INTERRUPTS) != interruptsSeen;
  }

  public void sayInterrupted() {
    interruptsSeen = sharedIntAt(board + Board.INTERRUPTS);
    tell(Kind.INTERRUPTED, 0, 0, 0, 0);
    handlers.giveUpLine();
  }

  private void tell(Kind kind, long a, long b, long c, long d) {
    tell(kind, a, b, c, d, 0, 0);
  }

  private void tell(Kind kind, long a, long b, long c, long d, long e, long f) {
    if (telling) {
      events.send(kind, line, machine, a, b, c, d, e, f);
    }
  }

  /** How many bytes wait in stdout's buffer. */
  public long unwritten() {
    return telling ? stdout.unwritten() : 0;
  }

  /**
   * The program did what a processor refuses: it dies of the signal that a processor would have
   * caused, unless it has a handler for that.
   *
   * @param code what siginfo_t is to say
   */
  public void fault(Signal signal, int code, long address) {
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

  /** An argument that is a descriptor; what is ours is not open, as far as the program knows. */
  int descriptor(int index) {
    int fd = word(index);
    return own.contains(fd) ? -1 : fd;
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
  public void answer(SystemCall call) {
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
      lastFailure = result == -1 ? memory.peekInt(ERRNO) : 0;
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
      case pause,
          __nanosleep,
          __clock_nanosleep,
          poll,
          __ppoll,
          semop,
          msgsnd,
          msgrcv,
          __sigsuspend,
          __sigtimedwait ->
          false;
      case __sleep_while -> argument(2) == 0;
      default -> direct.mayRestart(asked);
    };
  }

  private long result(SystemCall call) {
    if (own.isMeant(call, this)) {
      return call == SystemCall.isatty ? isNone() : failure(Errno.EBADF);
    }
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
      case dup2 -> dup2();
      case pipe -> changed(libc.pipe(pointers.writable(argument(0), 8)));
      case __open -> open();
      case lseek -> checked(libc.lseek(word(0), argument(1), word(2)));
      case execve ->
          execve(path(0), pointers.readable(argument(1), 8), pointers.readable(argument(2), 8));
      case pause -> pause();
      case alarm -> libc.alarm(word(0));
      case sched_yield -> libc.sched_yield();
      case unlink -> checked(libc.unlink(path(0)));
      case __getcwd -> getcwd(argument(0), argument(1));
      case chdir -> checked(libc.chdir(path(0)));
      case __times -> times(argument(0));
      case umask -> libc.umask(word(0));
      case access -> checked(libc.access(path(0), word(1)));
      case nice -> checked(libc.nice(word(0)));
      case unshare -> unshare(word(0));
      case __prctl -> prctl(word(0), argument(1));
      case mkdir -> checked(libc.mkdir(path(0), word(1)));
      case rmdir -> checked(libc.rmdir(path(0)));
      case fsync -> checked(libc.fsync(word(0)));
      case rename -> checked(libc.rename(path(0), path(1)));
      case __fcntl -> fcntl(word(0), word(1), argument(2));
      case stat, lstat, fstat -> stat(call, argument(1));
      case dup3 -> dup3();
      case pipe2 -> changed(libc.pipe2(pointers.writable(argument(0), 8), word(1)));
      case __ioctl -> terminal.ioctl(descriptor(0), argument(1), argument(2));
      case __clone -> clone(word(0), argument(1), argument(2));
      case __clock_nanosleep -> clockSleep(word(0), word(1), argument(2), argument(3));
      case __mremap, mlockall, munlockall -> sharing.answer(call);
      case __ptrace -> tracing.ptrace(word(0), word(1), argument(2), argument(3));
      case sendmsg, recvmsg -> messages.answer(call);
      case readv -> receive(word(0), true, pieces.written(argument(1), word(2)), pieces.count());
      case writev -> send(word(0), true, pieces.read(argument(1), word(2)), pieces.count(), 0);
      case preadv -> {
        long list = pieces.written(argument(1), word(2));
        yield checked(waiting.preadv(word(0), list, pieces.count(), argument(3)));
      }
      case pwritev -> {
        long list = pieces.read(argument(1), word(2));
        yield checked(waiting.pwritev(word(0), list, pieces.count(), argument(3)));
      }
      default ->
          direct.handles(call)
              ? direct.answer(call)
              : files.handles(call)
                  ? files.answer(call)
                  : handlers.handles(call)
                      ? handlers.answer(call)
                      : sockets.handles(call) ? sockets.answer(call) : sharing.answer(call);
    };
  }

  /** Whether a descriptor is the program's output or error output on its way to the console. */
  boolean leadsToConsole(int fd) {
    return descriptors.carried(fd) != 0;
  }

  /** An argument that points to a string. */
  long path(int index) {
    return pointers.string(argument(index));
  }

  /** A call begins that may take as long as somebody else likes. */
  void blocked() {
    block(Call.OTHER, 0);
  }

  private void block(Call call, long argument) {
    block(call, argument, false);
  }

  private void block(Call call, long argument, boolean input) {
    tell(Kind.BLOCKED, call.ordinal(), argument, unwritten(), input ? 1 : 0);
  }

  private void unblock(Call call, long result, int errno) {
    boolean failed = errno != 0 && !repeats(errno) && !interrupted();
    tell(Kind.UNBLOCKED, call.ordinal(), result, 0, 0);
    if (failed) {
      tellReturn(errno, Kind.UNBLOCKED, call.ordinal(), result, shown(errno), 0, 0, 0);
    }
  }

  /** It is over: its answer, with the errno that telling must not disturb. */
  long unblocked(long result) {
    int errno = result == -1 ? posix.errno() : 0;
    unblock(Call.OTHER, result, errno);
    return result == -1 ? failure(errno) : result;
  }

  /** The process waits for a signal. */
  void pausing() {
    block(Call.PAUSE, 0);
  }

  /** It came: the answer of pause(2) and sigsuspend(2). */
  long unpaused() {
    unblock(Call.PAUSE, -1, Errno.EINTR);
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
    long path = path(0);
    if (!files.mayWaitToOpen(path, word(1))) {
      return changed(libc.open(path, word(1), word(2)));
    }
    blocked();
    int fd;
    do {
      fd = waiting.open(path, word(1), word(2));
    } while (again(fd));
    descriptors.mayHaveChanged();
    return unblocked(fd);
  }

  long changed(long result) {
    descriptors.mayHaveChanged();
    return checked(result);
  }

  private long dup2() {
    own.leave(word(1));
    return changed(libc.dup2(word(0), word(1)));
  }

  private long dup3() {
    own.leave(word(1));
    return changed(libc.dup3(word(0), word(1), word(2)));
  }

  private long write(int fd, long from, long all, int reason) {
    long count = pointers.readableCount(from, all);
    return send(fd, false, pointers.readable(from, count), count, reason);
  }

  /** write(2), or writev(2) of that many pieces. */
  private long send(int fd, boolean inPieces, long bytes, long count, int reason) {
    int stream = telling ? descriptors.carried(fd) : 0;
    // Who dies of SIGPIPE cannot tell of it afterwards.
    boolean mayDie = telling && stream == 0 && pid != 1 && handlers.isDefault(SIGPIPE);
    if (mayDie) {
      signals.holdBack(SIGPIPE);
    }
    long written;
    do {
      written = inPieces ? waiting.writev(fd, bytes, count) : waiting.write(fd, bytes, count);
    } while (again(written));
    if (!telling) {
      return checked(written);
    }
    int errno = written == -1 ? posix.errno() : 0;
    if (mayDie) {
      if (errno == Errno.EPIPE) {
        tell(Kind.FAULTED, SIGPIPE, fd, unwritten(), 0);
      }
      signals.letCome(SIGPIPE);
    }
    if (written == -1 && repeats(errno)) {
      return failure(errno);
    }
    if (stream != 0 && written >= 0) {
      tell(Kind.OUTPUT, stream, written, reason, 0);
    } else {
      tellReturn(errno, Kind.WRITTEN, fd, written, reason, errno, 0, 0);
    }
    return written == -1 ? failure(errno) : written;
  }

  private long read(int fd, long to, long room) {
    long count = pointers.writableCount(to, room);
    return receive(fd, false, pointers.writable(to, count), count);
  }

  /** read(2), or readv(2) into that many pieces. */
  private long receive(int fd, boolean inPieces, long buffer, long count) {
    boolean mustWait = telling && descriptors.mustWaitToRead(fd);
    if (mustWait) {
      block(Call.READ, fd, descriptors.isInput(fd));
    }
    long got;
    do {
      got = inPieces ? waiting.readv(fd, buffer, count) : waiting.read(fd, buffer, count);
    } while (again(got));
    int errno = got == -1 ? posix.errno() : 0;
    if (mustWait) {
      unblock(Call.READ, got, errno);
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
    long result = forkHeld(lends, null, 0, 0);
    handlers.releaseAfterFork();
    return result;
  }

  /**
   * clone(2) without a stack, which returns twice. A child that is to share its parent's memory
   * borrows it instead, and meanwhile the parent stands still.
   */
  private long clone(int flags, long parentTid, long childTid) {
    if ((flags & Cloning.CLONE_THREAD) != 0) {
      return failure(Errno.ENOSYS);
    }
    if (!handlers.holdForFork()) {
      return 0;
    }
    boolean shares = (flags & Cloning.CLONE_VM) != 0;
    long result =
        forkHeld(
            shares && lent.lend(),
            cloning.with(flags),
            pointers.writable(parentTid, 4),
            pointers.writable(childTid, 4));
    handlers.releaseAfterFork();
    return result;
  }

  private long forkHeld(boolean lends, @Nullable Cloning how, long parentTid, long childTid) {
    if (!limit.tryAdd()) {
      tell(Kind.FORK_REFUSED, Errno.EAGAIN, limit.limit(), lends ? 1 : 0, 0);
      if (lends) {
        lent.takeBack();
      }
      return failure(Errno.EAGAIN);
    }
    int index = ++children;
    boolean before = outer.childrenAreApart();
    if (how != null) {
      descriptors.mayHaveChanged();
      outer.unshared(how.flags());
    }
    int child = how == null ? processes.fork() : how.clone(parentTid, childTid);
    if (child == 0) {
      born(index, lends);
      return 0;
    }
    outer.childrenAreApart(before);
    if (child < 0) {
      int errno = posix.errno();
      children--;
      limit.takeBack();
      if (lends) {
        lent.takeBack();
      }
      tell(Kind.FORK_REFUSED, errno, 0, lends ? 1 : 0, 0);
      return failure(errno);
    }
    tell(Kind.FORKED, outer.of(child), index, child, lends ? 1 : 0);
    if (lends) {
      blocked();
      lent.awaitReturn();
      unblocked(child);
    }
    return child;
  }

  /** In a child, which is its parent's {@code index}th: the first that it does. */
  public void born(int index, boolean borrows) {
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
    int inner = outer.isApart() ? pid : 0;
    tell(Kind.BORN, parent, index, unwritten(), inner, borrows ? 1 : 0, 0);
  }

  private long exit(int status) {
    tell(Kind.EXITING, status & 0xFF, unwritten(), 0, 0);
    limit.exiting(unwatched && processes.getppid() != zygote);
    lent.giveBack();
    posix.exit(status);
    throw new AssertionError("_exit returned");
  }

  private long wait4(int wanted, long status, int options, long used) {
    long usage = used == 0 ? 0 : usageRead;
    int child = outer.collect(wanted, scratch, options | WNOHANG, usage);
    if (child == 0 && (options & WNOHANG) == 0) {
      block(Call.WAIT, outer.of(wanted));
      do {
        child = outer.collect(wanted, scratch, options, usage);
      } while (again(child));
    }
    int errno = child == -1 ? posix.errno() : 0;
    int raw = child > 0 ? intAt(scratch) : 0;
    if (child > 0) {
      if (isEnd(raw)) {
        limit.collected(outer.collected(), raw);
      }
      // The child is collected by now: that its status has no place to go does not bring it back.
      boolean statusPut = status == 0 || put(scratch, status, 4);
      if (!statusPut || (used != 0 && !put(usageRead, used, RUSAGE))) {
        tellWaited(outer.collected(), raw, Errno.EFAULT, -1, wanted);
        return failure(Errno.EFAULT);
      }
    }
    if (child == -1 && isUnheard(errno)) {
      unblock(Call.WAIT, -1, 0);
    } else {
      tellWaited(child > 0 ? outer.collected() : child, raw, errno, child, outer.of(wanted));
    }
    return child == -1 ? failure(errno) : child;
  }

  /** Copies an answer to where the program wants it; false if that is not its memory. */
  private boolean put(long answer, long to, int size) {
    if (!memory.isWritable(to, size)) {
      return false;
    }
    for (int i = 0; i < size; i += 4) {
      memory.pokeInt(to + i, intAt(answer + i));
    }
    return true;
  }

  /** Whether the program never hears that a call failed with {@code errno}. */
  private boolean isUnheard(int errno) {
    return repeats(errno) || (shown(errno) == Errno.EINTR && interrupted());
  }

  private void tellWaited(int child, int status, int errno, int returned, int wanted) {
    boolean unkept = child == -1 && handlers.ignoresChildren();
    tellReturn(errno, Kind.WAITED, child, status, shown(errno), returned, wanted, unkept ? 1 : 0);
  }

  private static int shown(int errno) {
    return errno == SignalGate.GIVEN_UP ? Errno.EINTR : errno;
  }

  /** Neither WIFSTOPPED nor WIFCONTINUED. */
  private static boolean isEnd(int status) {
    return (status & 0xFF) != 0x7F && status != 0xFFFF;
  }

  private long waitid(int kind, int id, long to, int options) {
    long info = infoRead;
    intAt(info + SI_PID, 0);
    int result = outer.collectInfo(kind, id, info, options | WNOHANG);
    if (result == 0 && intAt(info + SI_PID) == 0 && (options & WNOHANG) == 0) {
      block(Call.WAIT, kind == P_PID ? id : -1);
      do {
        result = outer.collectInfo(kind, id, info, options);
      } while (again(result));
    }
    int errno = result == -1 ? posix.errno() : 0;
    if (result == -1 && isUnheard(errno)) {
      unblock(Call.WAIT, -1, 0);
      return failure(errno);
    }
    int child = result == -1 ? 0 : intAt(info + SI_PID);
    int raw = statusOf(intAt(info + SI_CODE), intAt(info + SI_STATUS));
    boolean collected = child != 0 && (options & WNOWAIT) == 0;
    if (collected && isEnd(raw)) {
      limit.collected(outer.collected(), raw);
    }
    if (to != 0 && !putInfo(result == 0, to)) {
      errno = Errno.EFAULT;
    }
    if (collected) {
      tellWaited(outer.collected(), raw, errno, errno == 0 ? 0 : -1, id);
    } else if (errno != 0) {
      tellWaited(-1, 0, errno, -1, kind == P_PID ? id : -1);
    } else {
      unblock(Call.WAIT, child, 0);
    }
    return errno == 0 ? 0 : failure(errno);
  }

  /** The members of siginfo_t that waitid(2) writes, and no others; zeros where it failed. */
  private boolean putInfo(boolean known, long to) {
    if (!memory.isWritable(to, SIGINFO)) {
      return false;
    }
    for (int i = 0; i <= SI_STATUS; i += 4) {
      if (i != SI_CODE + 4) {
        memory.pokeInt(to + i, known ? intAt(infoRead + i) : 0);
      }
    }
    return true;
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
        SignalDispositions.exists(signal)
            && (target == pid || target == 0 || target == -processes.getpgrp());
    boolean ending = self && handlers.isDefault(signal);
    if (ending) {
      tell(Kind.RAISED, signal, unwritten(), 0, 0);
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
    tell(Kind.RAISED, signal, unwritten(), 0, 0);
    signals.dieOf(pid, signal);
    return 0;
  }

  private long nanosleep(long seconds, long nanos, long remaining) {
    longAt(scratch, seconds);
    longAt(scratch + 8, nanos);
    block(Call.SLEEP, seconds * 1_000_000_000 + nanos);
    int result;
    do {
      longAt(scratch + 16, longAt(scratch));
      longAt(scratch + 24, longAt(scratch + 8));
      result = waiting.nanosleep(scratch, scratch + 16);
      longAt(scratch, longAt(scratch + 16));
      longAt(scratch + 8, longAt(scratch + 24));
    } while (again(result));
    int errno = result == -1 ? posix.errno() : 0;
    unblock(Call.SLEEP, result, errno);
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
    tell(Kind.BLOCKED, Call.SLEEP.ordinal(), Math.max(0, length), 0, 0);
    int result;
    do {
      result = waiting.clockNanosleep(clock, flags, until, scratch + 16);
      if (result == -1 && !absolute && posix.errno() == Errno.EINTR) {
        longAt(scratch, longAt(scratch + 16));
        longAt(scratch + 8, longAt(scratch + 24));
      }
    } while (again(result));
    int errno = result == -1 ? posix.errno() : 0;
    tell(Kind.UNBLOCKED, Call.SLEEP.ordinal(), result, 0, 0);
    if (errno == Errno.EINTR && !absolute && left != 0 && !put(scratch, left, 16)) {
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

  private long isNone() {
    failure(Errno.EBADF);
    return 0;
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
          checked(libc.prctl(option, pointers.writable(argument, 4), 0, 0, 0));
      case PR_SET_NAME -> checked(libc.prctl(option, pointers.string(argument), 0, 0, 0));
      case PR_GET_NAME -> checked(libc.prctl(option, pointers.writable(argument, NAME), 0, 0, 0));
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
    tellExecuting(path, arguments);
    limit.executing(outer.own());
    lent.giveBack();
    waiting.execve(path, arguments, environment);
    int errno = posix.errno();
    limit.collected(outer.own(), -1);
    tell(Kind.EXEC_FAILED, errno, 0, 0, 0);
    return failure(errno);
  }

  private void tellExecuting(long path, long arguments) {
    if (!telling) {
      return;
    }
    boolean fits = events.add(memory, path);
    int count = 0;
    for (long at = arguments; memory.isReadable(at, 8) && memory.peekLong(at) != 0; at += 8) {
      fits = fits && events.add(memory, memory.peekLong(at));
      count++;
    }
    tell(Kind.EXECUTING, unwritten(), count, 0, 0);
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
    long to = pointers.writable(result, STAT);
    return checked(
        switch (call) {
          case fstat -> libc.fstat(word(0), to);
          case lstat -> libc.lstat(path(0), to);
          default -> libc.stat(path(0), to);
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
    long to = pointers.writable(buffer, size);
    if (to == 0 || libc.getcwd(to, size) == 0) {
      failure(to == 0 ? Errno.EFAULT : posix.errno());
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
