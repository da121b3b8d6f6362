package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Argument;
import org.forkshell.abi.CallRow;
import org.forkshell.abi.Cpu;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Segment;
import org.forkshell.abi.StreamLayout;
import org.forkshell.abi.SystemCall;
import org.forkshell.abi.Wait;
import org.forkshell.abi.Waiting;
import org.forkshell.kernel.Answer;
import org.forkshell.kernel.Driver;
import org.forkshell.kernel.Fault;
import org.forkshell.kernel.Gate;
import org.forkshell.kernel.Kernel;
import org.forkshell.kernel.Task;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.wire.Board;

/**
 * Makes the system calls that most children make, in a way that the kernel refuses. A JVM links
 * what it executes for the first time. What the zygote has linked no child links again, and neither
 * are the pages of the JVM's own code that this takes mapped into every child: without this, a
 * child that only exits has 110 page faults instead of 52.
 */
public final class CallRehearsal {
  /** With descriptor or pid -1, null, WNOHANG: none of them does anything. */
  private static final SystemCall[] HARMLESS = {
    SystemCall.__write,
    SystemCall.write,
    SystemCall.read,
    SystemCall.getpid,
    SystemCall.getppid,
    SystemCall.waitpid,
    SystemCall.wait4,
    SystemCall.kill,
    SystemCall.__nanosleep,
    SystemCall.isatty,
    SystemCall.close,
    SystemCall.dup2,
    SystemCall.pipe,
    SystemCall.execve
  };

  /** So many that what the calls ask of the machine is compiled. */
  private static final int ROUNDS = 20;

  /** So many of the rarer ones that what they have of their own is linked, and most is compiled. */
  private static final int RARE_ROUNDS = 15;

  private static final int SIGSET = 128;
  private static final int PAGE = 4096;

  /** SIGURG: ignored unless somebody catches it. */
  private static final int NOBODYS_SIGNAL = 23;

  /** Flags that clone(2) refuses. */
  private static final int SIGHAND_WITHOUT_MEMORY = 0x800;

  // In the code: the instructions that load the arguments, one after another, and the call.
  private static final int FIRST_ARGUMENT = 1;
  private static final int CALL = 5;

  private static final int FRAME = 256;
  private static final int ARGUMENTS = 128;

  private final Posix posix;
  private final SignalGate gate;
  private final Processes processes;
  private final Memory memory;
  private final Machine machine;
  private final Task task;
  private final long board;
  private final EventSender nobody;

  /**
   * @param board where the board of the zygote is mapped
   */
  public CallRehearsal(
      Posix posix, SignalGate gate, Processes processes, Memory memory, long board) {
    this.gate = gate;
    this.posix = posix;
    this.processes = processes;
    this.memory = memory;
    this.machine = new Machine(memory);
    this.task = new Task(machine);
    this.board = board;
    this.nobody = new EventSender(posix, -1);
  }

  /** What a forked process may need of this package. */
  public static List<Class<?>> classes() {
    return List.of(
        LinuxKernel.class,
        LinuxProcess.class,
        FutexLock.class,
        KernelLock.class,
        ThreadPool.class,
        ProgramThread.class,
        ThreadCalls.class,
        RaceWatch.class,
        RaceMemory.class,
        SignalActions.class,
        InterruptedCall.class,
        Pointers.class,
        IoVectors.class,
        FileCalls.class,
        ResourceLimits.class,
        Answer.class,
        Driver.class,
        Fault.class,
        Gate.class,
        Kernel.class,
        Task.class,
        ConsoleWatch.class,
        Arguments.class,
        Argument.class,
        CallRow.class,
        Cpu.class,
        Wait.class,
        Waiting.class,
        CallGroup.class,
        CallGroups.class,
        ThreadEvents.class,
        ProcessCalls.class,
        WaitCalls.class,
        TimeCalls.class,
        TransferCalls.class,
        TerminalCalls.class,
        MessageCalls.class,
        TraceCalls.class,
        Cloning.class,
        SharingCalls.class,
        SocketCalls.class,
        VforkMemory.class,
        Descriptors.class,
        OwnDescriptors.class,
        SignalDispositions.class,
        SignalCalls.class,
        SignalHandlers.class,
        AlternateStack.class,
        Cancellation.class,
        StandardStream.class,
        PidTranslation.class,
        ProcessLimit.class,
        EventSender.class,
        Errno.class);
  }

  /**
   * Makes the commonest once more, when nothing is compiled any more: compiled code links its calls
   * as it makes them for the first time.
   */
  public void again() {
    LinuxKernel kernel = kernel(posix);
    intAt(board + Board.EVENTS_WANTED, 1);
    kernel.begin(true, 0);
    common(new Driver(kernel, Gate.OPEN));
    intAt(board + Board.EVENTS_WANTED, 0);
  }

  private void common(Driver driver) {
    for (SystemCall call : HARMLESS) {
      ask(driver, call, -1, 0, Linux.WNOHANG);
    }
    // Nothing, to the console.
    ask(driver, SystemCall.__write, 1, place(), 0);
    ask(driver, SystemCall.write, 1, place(), 0);
  }

  /** Makes them all. */
  public void run() {
    memory.put(new Segment(AddressSpace.CODE, code().array()));
    intAt(board + Board.EVENTS_WANTED, 1);
    // A program's stdout with nothing in it.
    longAt(board + Board.STDOUT_STREAM, AddressSpace.FIRST_OBJECT);
    memory.pokeInt(
        Memory.addressOf(AddressSpace.FIRST_OBJECT) + StreamLayout.FLAGS, StreamLayout.PUTTING);
    LinuxKernel kernel = kernel(posix);
    Driver driver = new Driver(kernel, Gate.OPEN);
    Driver last = new Driver(kernel(posix.withoutExit()), Gate.OPEN);
    kernel.begin(true, 0);
    Libc libc = posix.libc();
    long mask = Posix.reserve(SIGSET);
    libc.sigprocmask(Linux.SIG_SETMASK, 0, mask);
    for (int i = 0; i < ROUNDS; i++) {
      kernel.born(i, false);
      common(driver);
      exit(last);
    }
    for (int i = 0; i < RARE_ROUNDS; i++) {
      signals(kernel, driver);
      rest(driver);
    }
    kernel.process().rehearse();
    thread(kernel, driver);
    kernel.race(task);
    kernel.unsafeCall(task);
    libc.sigprocmask(Linux.SIG_SETMASK, mask, 0);
    longAt(board + Board.STDOUT_STREAM, 0);
    intAt(board + Board.EVENTS_WANTED, 0);
    intAt(board + Board.LIVE, 0);
  }

  /** One thread that ends at once, and another in its place. */
  private void thread(LinuxKernel kernel, Driver driver) {
    long how = Memory.addressOf(AddressSpace.FIRST_OBJECT) + PAGE;
    long tid = how + 128;
    for (int i = 0; i < RARE_ROUNDS; i++) {
      memory.pokeLong(how, tid + PAGE);
      memory.pokeLong(how + 8, tid + 4 * PAGE);
      memory.pokeLong(how + 16, tid + 8);
      memory.pokeLong(how + 32, Memory.addressOf(AddressSpace.CODE + 6L * Opcode.SIZE));
      memory.pokeLong(how + 48, tid);
      ask(driver, SystemCall.__thread_start, how, 0, 0);
      while (!kernel.isAlone()) {
        posix.libc().sched_yield();
      }
    }
  }

  /** A handler comes and goes, without a signal. */
  private void signals(LinuxKernel kernel, Driver driver) {
    long action = Memory.addressOf(AddressSpace.FIRST_OBJECT) + PAGE;
    memory.pokeLong(action, Memory.addressOf(AddressSpace.CODE));
    ask(driver, SystemCall.__sigaction, NOBODYS_SIGNAL, action, action + 64);
    ask(driver, SystemCall.__sigprocmask, 0, action + 64, action + 128);
    ask(driver, SystemCall.__sigpending, action + 64, 0, 0);
    ask(driver, SystemCall.sigaltstack, action + 192, action + 192, 0);
    ask(driver, SystemCall.__ppoll, 0, 0, action + 192);
    ask(driver, SystemCall.__sigtimedwait, action + 192, 0, action + 192);
    longAt(gate.noted(), NOBODYS_SIGNAL);
    ask(driver, SystemCall.getpid, 0, 0, 0);
    longAt(gate.noted(), NOBODYS_SIGNAL);
    kernel.isSignalled(task);
    kernel.deliver(task);
    ask(driver, SystemCall.__sigreturn, 0, 0, 0);
    memory.pokeLong(action, 0);
    ask(driver, SystemCall.__sigaction, NOBODYS_SIGNAL, action, 0);
  }

  /** One of each kind that has code of its own; the kernel refuses them all, or does nothing. */
  private void rest(Driver driver) {
    long place = place();
    ask(driver, SystemCall.epoll_create1, -1, 0, 0);
    ask(driver, SystemCall.__epoll_wait, -1, place, 1);
    ask(driver, SystemCall.mq_timedsend, -1, place, 1);
    ask(driver, SystemCall.madvise, place, 1, -1);
    ask(driver, SystemCall.__openat, -1, 0, 0);
    ask(driver, SystemCall.__setgroups, -1, place, 0);
    ask(driver, SystemCall.__ioctl, -1, Linux.TCGETS, place);
    ask(driver, SystemCall.__ioctl, 1, Linux.TCGETS, place);
    ask(driver, SystemCall.__clone, SIGHAND_WITHOUT_MEMORY, 0, 0);
    ask(driver, SystemCall.__clock_nanosleep, -1, 0, place);
    ask(driver, SystemCall.__mremap, place, 0, 0);
    ask(driver, SystemCall.mlockall, 0, 0, 0);
    ask(driver, SystemCall.munlockall, 0, 0, 0);
    ask(driver, SystemCall.__ptrace, -1, -1, place);
    ask(driver, SystemCall.sendmsg, -1, place, 0);
    ask(driver, SystemCall.recvmsg, -1, place, 0);
    ask(driver, SystemCall.sendmsg, -1, 0, 0);
    ask(driver, SystemCall.recvmsg, -1, 0, 0);
    ask(driver, SystemCall.readv, -1, place, 1);
    ask(driver, SystemCall.writev, -1, place, 1);
    ask(driver, SystemCall.preadv, -1, place, 1);
    ask(driver, SystemCall.pwritev, -1, place, 1);
  }

  private static long place() {
    return Memory.addressOf(AddressSpace.FIRST_OBJECT) + PAGE;
  }

  /** Makes a call as a program does. */
  private void ask(Driver driver, SystemCall call, long a, long b, long c) {
    argument(0, a);
    argument(1, b);
    argument(2, c);
    memory.pokeInt(instruction(CALL) + 8, call.ordinal());
    machine.enter(AddressSpace.CODE);
    driver.run(task);
  }

  private void argument(int index, long value) {
    memory.pokeInt(instruction(FIRST_ARGUMENT + index) + 8, (int) value);
    memory.pokeInt(instruction(FIRST_ARGUMENT + index) + 12, (int) (value >> Integer.SIZE));
  }

  private static long instruction(int index) {
    return Memory.addressOf(AddressSpace.CODE) + (long) index * Opcode.SIZE;
  }

  private LinuxKernel kernel(Posix posix) {
    LinuxProcess process =
        new LinuxProcess(
            posix,
            gate,
            processes,
            memory,
            board,
            nobody,
            new OwnDescriptors(posix, nobody),
            new ConsoleWatch(posix, nobody));
    return new LinuxKernel(process, gate, machine);
  }

  private void exit(Driver last) {
    try {
      ask(last, SystemCall._exit, 0, 0, 0);
    } catch (AssertionError returned) {
      // As it says.
      return;
    }
  }

  private static ByteBuffer code() {
    ByteBuffer code = ByteBuffer.allocate(Opcode.SIZE * 8).order(ByteOrder.nativeOrder());
    emit(code, Opcode.ENTER, FRAME, 0, 0);
    emit(code, Opcode.LDI_L, -ARGUMENTS, 0, 0);
    emit(code, Opcode.LDI_L, -ARGUMENTS + 8, 0, 0);
    emit(code, Opcode.LDI_L, -ARGUMENTS + 16, 0, 0);
    emit(code, Opcode.LDI_L, -ARGUMENTS + 24, 0, 0);
    emit(code, Opcode.SYSTEM, ARGUMENTS, SystemCall.getpid.ordinal(), 0);
    emit(code, Opcode.HALT, 0, 0, 0);
    return code;
  }

  private static void emit(ByteBuffer code, Opcode opcode, int a, int b, int c) {
    code.putInt(opcode.ordinal()).putInt(a).putInt(b).putInt(c);
  }
}
