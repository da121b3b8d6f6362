package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.abi.CallRow;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.abi.TranslatedCode;
import org.forkshell.kernel.Answer;
import org.forkshell.kernel.Fault;
import org.forkshell.kernel.Kernel;
import org.forkshell.kernel.Task;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.WaitingCalls;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;

/**
 * The kernel of this machine: each system call that the program asks for is made, in the process
 * that asks, and its answer put back. Most calls are the kernel's alone, by their row in the {@link
 * SystemCall call table}; those that are not have a {@link CallGroup}.
 */
public final class LinuxKernel implements Kernel {
  private static final CallRow[] ROWS = rows();

  private final LinuxProcess process;
  private final Posix posix;
  private final Memory memory;
  private final Machine machine;
  private final SignalGate gate;
  private final WaitingCalls waiting;
  private final SignalHandlers handlers;
  private final RaceWatch races;
  private final Arguments arguments;
  private final ThreadEvents events;
  private final CallGroups groups;

  /** Whether it executes lines of the prompt: a process' first thread does. */
  private boolean takesLines;

  private int interruptsSeen;
  private int errnoBefore;
  private int lastFailure;
  private int failure;
  private SystemCall asked = SystemCall.getpid;
  private boolean askedAgain;
  private boolean gone;

  /** For one thread of a process. */
  public LinuxKernel(LinuxProcess process, SignalGate gate, Machine machine) {
    this.process = process;
    this.posix = process.posix;
    this.memory = process.memory;
    this.machine = machine;
    this.gate = gate;
    this.waiting = new WaitingCalls(gate, process.lock);
    this.arguments = new Arguments(process, machine);
    this.events = new ThreadEvents(this);
    this.races = new RaceWatch(this);
    this.handlers = new SignalHandlers(this, gate);
    this.groups = new CallGroups(this);
    machine.executesMachineCode(Posix.reserve(TranslatedCode.STATE_SIZE));
  }

  private static CallRow[] rows() {
    SystemCall[] calls = SystemCall.values();
    CallRow[] rows = new CallRow[calls.length];
    for (SystemCall call : calls) {
      rows[call.ordinal()] = call.row();
    }
    return rows;
  }

  LinuxProcess process() {
    return process;
  }

  Machine machine() {
    return machine;
  }

  SignalGate gate() {
    return gate;
  }

  WaitingCalls waiting() {
    return waiting;
  }

  /** What this thread tells. */
  ThreadEvents events() {
    return events;
  }

  SignalHandlers handlers() {
    return handlers;
  }

  RaceWatch races() {
    return races;
  }

  /** This process, as the console knows it. */
  public int pid() {
    return process.outer.own();
  }

  /**
   * A root process begins, with its first thread.
   *
   * @param relayed whether descriptors 1 and 2 lead to the console
   * @param ignored the signals that it ignores, bit 0 for signal 1
   */
  public void begin(boolean relayed, long ignored) {
    process.begin(relayed, ignored);
    gate.open();
    isFirst(process.outer.own());
    takesLines = true;
    interruptsSeen = sharedIntAt(process.board + Board.INTERRUPTS);
    events.tell(Kind.BORN, 0, 0, 0, 0);
  }

  /** This is the first and only thread of process {@code pid} now. */
  void isFirst(int pid) {
    events.thread(pid);
  }

  /** In a child of fork, which is its parent's {@code index}th: the first that it does. */
  void born(int index, boolean borrows) {
    groups.processes().born(index, borrows);
  }

  /**
   * A thread begins that is not the first.
   *
   * @param itsLine of the log, in which it was started
   * @param blocked its signal mask
   */
  void beginThread(int itsTid, int itsLine, long blocked) {
    events.thread(itsTid);
    events.line(itsLine);
    takesLines = false;
    lastFailure = 0;
    gate.open();
    races.begins(itsTid);
    handlers.beginThread(blocked);
  }

  /**
   * The thread ends; what is left to do is to end its kernel thread.
   *
   * @param stack what is to be unmapped, with its length in bytes; 0 for nothing
   * @param word where the kernel puts 0 when the thread is gone, and wakes who waits for that; 0
   *     for nowhere
   */
  void endThread(long stack, long size, long word) {
    races.ends();
    process.firstHasEnded |= takesLines;
    events.tell(Kind.THREAD_ENDED, 0, 0, 0, 0);
    process.signals.mask(Linux.SIG_SETMASK, ~0L);
    posix.setTidAddress(word);
    if (size != 0) {
      posix.libc().munmap(stack, size);
    }
  }

  /** Whether no other thread of the process runs now. */
  public boolean isAlone() {
    return process.threads.areFree();
  }

  /** Does once, and without effect, what a thread needs before any other may be forked. */
  void rehearse() {
    posix.errno();
    handlers.isNoted();
  }

  /** What this process tells next is told by this thread. */
  public void speaks() {
    events.speaks();
  }

  /** Whether it executes lines of the prompt. */
  boolean takesLines() {
    return takesLines;
  }

  /** A line begins: an interrupt from before is none of its business. */
  public void beginLine(int number) {
    events.line(number);
    interruptsSeen = sharedIntAt(process.board + Board.INTERRUPTS);
    handlers.beginLine();
    errnoBefore = machine.errno();
    lastFailure = 0;
  }

  /** Why the last call in the line failed, a system call or one of the library; 0 if it did not. */
  public int errnoOfLine() {
    int now = machine.errno();
    return lastFailure != 0 ? lastFailure : now == errnoBefore ? 0 : now;
  }

  @Override
  public boolean isSignalled(Task task) {
    return handlers.isDue();
  }

  @Override
  public void deliver(Task task) {
    process.lock.enterKernel();
    handlers.deliver();
    process.lock.leaveKernel();
  }

  /** Lets the program go on in its handlers while it waits for a line, in the kernel. */
  public void deliverBetweenLines() {
    interruptsSeen = sharedIntAt(process.board + Board.INTERRUPTS);
    handlers.deliver();
  }

  /** Where the kernel finds no room on the stack for a handler's frame, it ends the process. */
  void noRoomForHandler() {
    events.tell(
        Kind.FAULTED, Signal.SIGSEGV.number(), machine.framePointer(), events.unwritten(), 0);
    process.signals.dieOf(process.pid, Signal.SIGSEGV.number());
  }

  /** Whether the learner wants the line to be given up. */
  boolean interrupted() {
    return takesLines && sharedIntAt(process.board + Board.INTERRUPTS) != interruptsSeen;
  }

  @Override
  public boolean isInterrupted(Task task) {
    return interrupted();
  }

  @Override
  public void interrupted(Task task) {
    interruptsSeen = sharedIntAt(process.board + Board.INTERRUPTS);
    process.lock.enterKernel();
    events.tell(Kind.INTERRUPTED, 0, 0, 0, 0);
    handlers.giveUpLine();
    process.lock.leaveKernel();
  }

  /** How many bytes wait in stdout's buffer. */
  public long unwritten() {
    return events.unwritten();
  }

  @Override
  public Answer fault(Task task, Fault fault, long address) {
    int signal = fault.signal().number();
    process.lock.enterKernel();
    if (!handlers.catchFault(signal, fault.code(), address)) {
      events.tell(Kind.FAULTED, signal, address, events.unwritten(), 0);
      process.signals.dieOf(process.pid, signal);
    }
    process.lock.leaveKernel();
    return Answer.DONE;
  }

  @Override
  public void race(Task task) {
    process.lock.enterKernel();
    races.tell();
    process.lock.leaveKernel();
  }

  @Override
  public void unsafeCall(Task task) {
    process.lock.enterKernel();
    events.tell(Kind.UNSAFE_CALL, 0, 0, 0, 0);
    process.lock.leaveKernel();
  }

  @Override
  public void pause(Task task) {
    process.lock.letFork();
  }

  @Override
  public void computes(Task task) {
    process.lock.enterKernel();
    process.console.endWithIt();
    process.lock.leaveKernel();
  }

  @Override
  public void yield(Task task) {
    posix.libc().sched_yield();
  }

  /** The call fails with {@code errno}; gives -1. */
  long failure(int errno) {
    failure = errno;
    return -1;
  }

  /** The answer of a call of the C library: -1 comes with its errno. */
  long checked(long result) {
    return result == -1 ? failure(posix.errno()) : result;
  }

  @Override
  public Answer call(Task task, SystemCall call) {
    process.lock.enterKernel();
    Answer answer = locked(task, call);
    process.lock.leaveKernel();
    return answer;
  }

  private Answer locked(Task task, SystemCall call) {
    CallRow row = ROWS[call.ordinal()];
    if (handlers.isNoted() || handlers.cancels(row)) {
      // It had come before.
      return Answer.AGAIN;
    }
    asked = call;
    askedAgain = false;
    gone = false;
    long result = result(call, row);
    if (gone) {
      return Answer.GONE;
    }
    if (row.opens()) {
      process.descriptors.mayHaveChanged();
    }
    if (askedAgain || (result == -1 && repeats(failure))) {
      return Answer.AGAIN;
    }
    if (result != -1) {
      lastFailure = 0;
      return task.done(result);
    }
    int errno = shown(failure);
    lastFailure = row.failed() == -1 ? errno : 0;
    return task.failed(errno);
  }

  /** The thread has made its last call. */
  long gone() {
    gone = true;
    return 0;
  }

  /** The call is to be made again when the handlers of what has come have returned. */
  void askAgain() {
    askedAgain = true;
  }

  /**
   * Whether a call that failed with {@code errno} is made again when the handler has returned:
   * because the signal had come before it, or because SA_RESTART says so, see signal(7).
   */
  boolean repeats(int errno) {
    if (!handlers.isNoted()) {
      return false;
    }
    if (handlers.isCancelNoted()) {
      return errno == SignalGate.GIVEN_UP || errno == Errno.EINTR;
    }
    return errno == SignalGate.GIVEN_UP
        ? asked != SystemCall.pause
        : errno == Errno.EINTR && handlers.restarts() && mayRestart();
  }

  private boolean mayRestart() {
    // With a time limit futex(2) is not made again.
    return asked == SystemCall.__sleep_while
        ? arguments.at(2) == 0
        : ROWS[asked.ordinal()].restarts();
  }

  private long result(SystemCall call, CallRow row) {
    int refused = arguments.take(call);
    if (refused != 0) {
      return failure(refused);
    }
    return groups.have(call) ? groups.answer(call) : direct(row);
  }

  /** Makes a call that is the kernel's alone. */
  private long direct(CallRow row) {
    if (row.waits() == null) {
      return checked(make());
    }
    events.blocked();
    return events.unblocked(make());
  }

  /** Hands the arguments to the kernel, again if only our own wake-up disturbed it. */
  long make() {
    int number = ROWS[asked.ordinal()].number();
    long result;
    do {
      result =
          waiting.direct(
              number,
              arguments.at(0),
              arguments.at(1),
              arguments.at(2),
              arguments.at(3),
              arguments.at(4),
              arguments.at(5));
    } while (again(result));
    return result;
  }

  Arguments arguments() {
    return arguments;
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

  /** The answer of a call after which descriptors may mean something else. */
  long changed(long result) {
    process.descriptors.mayHaveChanged();
    return checked(result);
  }

  /** Copies an answer to where the program wants it; false if that is not its memory. */
  boolean put(long answer, long to, int size) {
    if (!memory.isWritable(to, size)) {
      return false;
    }
    for (int i = 0; i < size; i += 4) {
      memory.pokeInt(to + i, intAt(answer + i));
    }
    return true;
  }

  /** Whether the program never hears that a call failed with {@code errno}. */
  boolean isUnheard(int errno) {
    return repeats(errno) || (shown(errno) == Errno.EINTR && interrupted());
  }

  static int shown(int errno) {
    return errno == SignalGate.GIVEN_UP ? Errno.EINTR : errno;
  }
}
