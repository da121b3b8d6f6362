package org.forkshell.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Operand;
import org.forkshell.abi.Segment;
import org.forkshell.abi.TranslatedCode;
import org.forkshell.kernel.linux.CallRehearsal;
import org.forkshell.kernel.linux.RaceMemory;
import org.forkshell.machine.Machine;
import org.forkshell.machine.MachineCode;
import org.forkshell.machine.Memory;
import org.forkshell.machine.Rehearsal;
import org.forkshell.posix.GateCode;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.NativeMethodBody;
import org.forkshell.posix.Posix;
import org.forkshell.posix.ProcessMark;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.SystemCallException;
import org.forkshell.posix.WaitingCalls;
import org.forkshell.process.Event;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.Hazard;
import org.forkshell.wire.Hello;
import org.forkshell.wire.Inherited;
import org.forkshell.wire.LogEntry;
import org.forkshell.wire.ZygoteCommand;

/**
 * Does everything once that the zygote and a program process will do, and the machine's work often
 * enough to be compiled: after the first fork no thread is left that could load, link or compile.
 */
final class ZygoteWarmUp {
  /** More calls than the compiler's threshold, which the zygote's flags set low. */
  private static final int ROUNDS = 20;

  private static final List<Class<?>> USED_BY_FORKS =
      List.of(
          Zygote.class,
          ConsoleConnection.class,
          Reaper.class,
          Children.class,
          Foreground.class,
          ParentDeathSignal.class,
          UnsafeException.class,
          ZygoteCommand.class,
          Hazard.class,
          Hello.class,
          Inherited.class,
          ProgramProcess.class,
          MachineCodeRoom.class,
          ProcessMark.class,
          GivenDescriptors.class,
          SharedBoard.class,
          HighDescriptor.class,
          Libc.class,
          Posix.class,
          Processes.class,
          GateCode.class,
          SignalGate.class,
          SystemCallException.class,
          WaitingCalls.class,
          Board.class,
          LogEntry.class,
          EventRecord.class,
          Event.class,
          Signal.class);

  private static final int MADV_DONTNEED = 4;
  private static final long ORIGIN = AddressSpace.ORIGIN;

  private final Posix posix;
  private final Processes processes;
  private final Memory memory;
  private final MachineCodeRoom machineCode;
  private final CallRehearsal calls;
  private final ThreadQuiescence quiet;

  ZygoteWarmUp(
      Posix posix,
      SignalGate gate,
      Processes processes,
      Memory memory,
      MachineCodeRoom machineCode,
      SharedBoard board) {
    this.machineCode = machineCode;
    this.calls = new CallRehearsal(posix, gate, processes, memory, board.address());
    this.posix = posix;
    this.processes = processes;
    this.memory = memory;
    this.quiet = new ThreadQuiescence(posix);
  }

  void run() {
    instructions();
    new Rehearsal(memory).run(ROUNDS);
    races();
    classes();
    calls();
    calls.run();
    quiet.await();
    // What is not compiled by now stays as it is. A child that asks for a compilation waits for a
    // compiler that is not there, in pthread_cond_broadcast(3), where the zygote's compiler was
    // waiting at the fork.
    if (!new VmFlags(posix).clear("UseCompiler")) {
      throw new UnsafeException(Hazard.COMPILER_RUNS);
    }
    quiet.await();
    calls.again();
    forgetMemory();
    HugePages.make(posix);
  }

  /** What a forked process may need, with the classes of the same nests. */
  static List<Class<?>> usedByForks() {
    List<Class<?>> all = new ArrayList<>(USED_BY_FORKS);
    all.addAll(Rehearsal.classes());
    all.addAll(CallRehearsal.classes());
    return all;
  }

  /** Loads and initialises what only forked processes use: a program's JVM can read no jar. */
  private static void classes() {
    try {
      for (Class<?> used : usedByForks()) {
        for (Class<?> member : used.getNestMembers()) {
          Class.forName(member.getName());
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** A program that holds every instruction once, jumps going to the next one. */
  private void instructions() {
    ByteBuffer code =
        ByteBuffer.allocate(Opcode.SIZE * (Opcode.values().length + 8))
            .order(ByteOrder.nativeOrder());
    emit(code, Opcode.ENTER, 256, 0, 0);
    emit(code, Opcode.LEAG, -8, (int) AddressSpace.FIRST_OBJECT, 0);
    emit(code, Opcode.LDI_L, -16, 8, 0);
    emit(code, Opcode.LEAG, -24, (int) AddressSpace.FIRST_OBJECT + 64, 0);
    for (Opcode opcode : Opcode.values()) {
      if (isHarmless(opcode)) {
        emit(code, opcode, operand(opcode, 0), operand(opcode, 1), operand(opcode, 2));
      }
    }
    emit(code, Opcode.HALT, 0, 0, 0);
    memory.put(new Segment(AddressSpace.CODE, code.array()));
    Machine machine = new Machine(memory);
    machine.executesMachineCode(Posix.reserve(TranslatedCode.STATE_SIZE));
    NativeMethodBody.set(MachineCode.class, "execute", MachineCodeRoom.ENTRY);
    machineCode.rehearse(1);
    for (int i = 0; i < ROUNDS; i++) {
      machine.enter(AddressSpace.CODE);
      machine.argument(0, 1);
      machine.run(1000);
    }
    machineCode.clear();
  }

  private static boolean isHarmless(Opcode opcode) {
    return switch (opcode) {
      case CALL, CALLR, RET, ENTER, NATIVE, SYSTEM, HALT -> false;
      default -> true;
    };
  }

  /**
   * Slot -8 holds an address, -16 the number 8, results go to -128, so that every operand is a good
   * one.
   */
  private static int operand(Opcode opcode, int index) {
    Operand kind = opcode.operand(index);
    return switch (kind) {
      case TARGET -> -128;
      case SOURCE -> isAddress(opcode, index) ? -8 : -16;
      case NUMBER ->
          switch (opcode) {
            case COPY, CLEAR -> 8;
            case CHANGE -> AtomicOperation.ADD.on(8);
            default -> 1;
          };
      case JUMP -> 1;
      case ADDRESS -> (int) AddressSpace.FIRST_OBJECT;
      default -> 0;
    };
  }

  private static boolean isAddress(Opcode opcode, int index) {
    String name = opcode.name();
    return name.startsWith("LD_")
        || (name.startsWith("ST_") && index == 0)
        || (name.startsWith("SWAP_") && index == 1)
        || opcode == Opcode.CHANGE
        || opcode == Opcode.COPY
        || opcode == Opcode.CLEAR;
  }

  private static void emit(ByteBuffer code, Opcode opcode, int a, int b, int c) {
    code.putInt(opcode.ordinal()).putInt(a).putInt(b).putInt(c);
  }

  private void races() {
    long room = RaceMemory.map(posix);
    if (room != -1) {
      new Rehearsal(memory).races(room, ROUNDS);
      RaceMemory.unmap(posix, room);
    }
    memory.races().forget();
  }

  /** Links what forked processes call: with arguments that the kernel refuses, nothing happens. */
  private void calls() {
    Libc libc = posix.libc();
    libc.read(-1, 0, 0);
    libc.write(-1, 0, 0);
    libc.send(-1, 0, 0, 0);
    libc.waitpid(-1, 0, 1);
    libc.wait4(-1, 0, 1, 0);
    libc.kill(processes.getpid(), 0);
    libc.poll(0, 0, 0);
    libc.fstat(-1, 0);
    libc.nanosleep(0, 0);
    libc.setpgid(-1, -1);
    libc.dup2(-1, -1);
    libc.close(-1);
    libc.prctl(-1, 0, 0, 0, 0);
    libc.pipe(0);
    libc.fcntl(-1, 0, 0);
    libc.ioctl(-1, 0, 0);
    libc.open(0, 0, 0);
    libc.signalfd(-1, 0, 0);
    libc.sigprocmask(0, 0, 0);
    libc.sigaction(-1, 0, 0);
    processes.getppid();
    posix.errno();
  }

  /** Gives the pages back that the warm-up touched: no program is to find or to pay for them. */
  private void forgetMemory() {
    posix.libc().madvise(ORIGIN, AddressSpace.SIZE, MADV_DONTNEED);
  }
}
