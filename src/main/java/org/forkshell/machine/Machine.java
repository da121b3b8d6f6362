package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.doubleAt;
import static org.forkshell.machine.RawMemory.floatAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.SignalFrame;
import org.forkshell.abi.SystemCall;
import org.forkshell.abi.TranslatedCode;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a program: where it stands and its frame. {@link #run} computes until the program
 * is over, needs the kernel, does something a processor refuses, or has used up its fuel. It never
 * blocks and knows no kernel, so the same program can be driven by the real one or by a model.
 *
 * <p>In a program process this class's methods are compiled, with what a system call goes through
 * on its way to the kernel, and compilation is over before the first fork.
 */
public final class Machine {
  /** Why {@link #run} came back. */
  public enum Stop {
    /** The program, or the line typed, is at its end. */
    HALTED,
    /** It asks for {@link #systemCall}; go on after {@link #result}. */
    SYSTEM_CALL,
    /** Another thread is at work on the heap: go on when it may have finished. */
    BUSY,
    /** It has run into a data race, see {@link #racing}; it can go on. */
    RACE,
    /**
     * It is about to call what is not async-signal-safe, see {@link #watchCalls}; it can go on, and
     * is not stopped there again.
     */
    UNSAFE_CALL,
    /** The fuel is used up; it can go on. */
    FUEL,
    /** It touched memory that it does not have, see {@link #faultAddress}: SIGSEGV. */
    MEMORY_FAULT,
    /** An integer division by zero, or of the smallest number by -1: SIGFPE. */
    DIVISION_FAULT,
    /** It went where there are no instructions: SIGSEGV in C. */
    NO_INSTRUCTION
  }

  private static final long WORD = 0xFFFF_FFFFL;

  private static final long CODE_START = AddressSpace.ORIGIN + AddressSpace.CODE;
  private static final long CODE_END = AddressSpace.ORIGIN + AddressSpace.CONSTANTS;
  private static final long DATA_START = AddressSpace.ORIGIN + AddressSpace.DATA;
  private static final long STACKS_END = AddressSpace.ORIGIN + AddressSpace.STACK_END;

  /**
   * Below a frame pointer: the space that a call's own two words take above the called function's
   * frame.
   */
  private static final int LINK = 16;

  /** The end of the thread's own stack that no frame reaches into, one page. */
  private static final int RESERVE = 4096;

  private final Memory memory;
  private final ThreadArea area;

  // Of the stack that it is on, which while a handler runs may be another than the area's: where
  // frames can be, and the end that a function may not reach below.
  private long stackStart;
  private long stackEnd;
  private long stackLimit;
  private final Natives natives;
  private final RacingThread racing = new RacingThread();

  // Always null, see RawMemory.
  private @Nullable Object none;

  // Addresses of the program, as all that is kept here; the host's are computed where they are
  // used.
  private long pc;
  private long fp;
  private int fuel;
  private int systemCall;
  private long arguments;
  private long faultAddress;
  private boolean watchesCalls;

  // The state of the thread for machine code, 0 where there is none.
  private long state;

  /** The first thread of a program. */
  public Machine(Memory memory) {
    this(memory, new ThreadArea());
  }

  public Machine(Memory memory, ThreadArea area) {
    this.memory = memory;
    this.area = area;
    this.natives = new Natives(memory, area);
    ownStack();
  }

  /**
   * The same thread at the same place in another copy of the program's memory, as after fork(2).
   */
  public Machine copy(Memory other) {
    Machine copy = new Machine(other);
    copy.area.set(area);
    copy.pc = pc;
    copy.fp = fp;
    copy.systemCall = systemCall;
    copy.arguments = arguments;
    copy.faultAddress = faultAddress;
    copy.stackStart = stackStart;
    copy.stackEnd = stackEnd;
    copy.stackLimit = stackLimit;
    copy.watchesCalls = watchesCalls;
    return copy;
  }

  /** What of the memory is this thread's own. */
  public ThreadArea area() {
    return area;
  }

  /** From now on this stops at calls of what is not async-signal-safe, once at each. */
  public void watchCalls() {
    watchesCalls = true;
  }

  /**
   * From now on this executes machine code where its program was translated.
   *
   * @param state the host's address of {@link TranslatedCode#STATE_SIZE} bytes for this thread
   *     alone
   */
  public void executesMachineCode(long state) {
    this.state = state;
  }

  /** Looks for data races in the memory. */
  public Races races() {
    return memory.races();
  }

  /** What this thread is where data races are looked for. */
  public RacingThread racing() {
    return racing;
  }

  /** The thread's {@code errno}. */
  public int errno() {
    return memory.peekInt(area.errno());
  }

  /** Sets the thread's {@code errno}. */
  public void errno(int error) {
    memory.pokeInt(area.errno(), error);
  }

  /**
   * Stands still at the first instruction of a function that has no caller: when it returns, the
   * machine halts.
   */
  public void enter(long codeOffset) {
    enterAt(AddressSpace.ORIGIN + codeOffset);
  }

  /** The same, by the function's address, which a program may have got wrong. */
  public void enterAt(long address) {
    ownStack();
    // Room for arguments above the frame, as a caller would have made it.
    fp = area.stackTop() - 16 * LINK;
    memory.pokeLong(fp, AddressSpace.ORIGIN + AddressSpace.HALT);
    memory.pokeLong(fp + 8, fp);
    putReturns();
    pc = address;
  }

  /** Gives the entered function an argument. */
  public void argument(int index, long value) {
    memory.pokeLong(fp + LINK + 8L * index, value);
  }

  /** Which {@link org.forkshell.abi.SystemCall} is wanted, by ordinal. */
  public int systemCall() {
    return systemCall;
  }

  /** An argument of the system call wanted. */
  public long systemArgument(int index) {
    return memory.peekLong(arguments + 8L * index);
  }

  /** Answers the system call. */
  public void result(long value) {
    memory.pokeLong(arguments, value);
  }

  /** Asks for the same system call again instead: it was not answered. */
  public void repeat() {
    pc -= Opcode.SIZE;
  }

  /** The lowest address of the stack that is the thread's own, whichever it is on. */
  public long ownStackStart() {
    return area.stackStart();
  }

  /** The address after that stack. */
  public long ownStackEnd() {
    return area.stackEnd();
  }

  private void ownStack() {
    stackStart = area.stackStart();
    stackEnd = area.stackEnd();
    stackLimit = stackStart + RESERVE;
  }

  /** Where functions return to that have no caller. Every thread puts the same there. */
  private void putReturns() {
    memory.pokeInt(AddressSpace.ORIGIN + AddressSpace.HALT, Op.HALT);
    putSignalReturn(AddressSpace.ORIGIN + AddressSpace.SIGNAL_RETURN + memory.bias());
  }

  private static void putSignalReturn(long host) {
    intAt(host, Op.ENTER);
    intAt(host + 4, SignalFrame.SIZE);
    intAt(host + Opcode.SIZE, Op.SYSTEM);
    intAt(host + Opcode.SIZE + 4, SignalFrame.SIZE);
    intAt(host + Opcode.SIZE + 8, SystemCall.__sigreturn.ordinal());
    intAt(host + 2 * Opcode.SIZE, Op.RET);
  }

  /**
   * Calls a signal handler on the stack that the program is on, see {@link #interrupt(long, int,
   * long, long)}.
   */
  public long interrupt(long handler, int signal) {
    return interrupt(handler, signal, 0, 0);
  }

  /**
   * Calls a signal handler between two instructions: it goes on there, with the address of {@link
   * SignalFrame#INFO} and {@link SignalFrame#CONTEXT} as further arguments, and returns to where
   * the program stands now by way of {@link SystemCall#__sigreturn}.
   *
   * @param stack the lowest address of the stack that it is to run on, which is writable memory
   * @param size of that stack in bytes, 0 for the one that the program is on
   * @return the pointer of the {@link SignalFrame}, to be filled in; 0 if the stack has no room or
   *     the handler's address is none, and then nothing has happened
   */
  public long interrupt(long handler, int signal, long stack, long size) {
    long entry = pc;
    while (entry >= CODE_START && memory.peekInt(entry) != Op.ENTER) {
      entry -= Opcode.SIZE;
    }
    if (entry < CODE_START || noCode(handler)) {
      return 0;
    }
    long top = size == 0 ? fp - memory.peekInt(entry + 4) : (stack + size) & -LINK;
    long frame = top - LINK;
    long callee = frame - SignalFrame.SIZE - LINK;
    if (callee < (size == 0 ? stackLimit : stack + LINK)) {
      return 0;
    }
    if (size != 0) {
      stackStart = stack;
      stackEnd = stack + size;
      stackLimit = stack + LINK;
    }
    memory.pokeLong(frame, pc);
    memory.pokeLong(frame + 8, fp);
    memory.pokeLong(callee, AddressSpace.ORIGIN + AddressSpace.SIGNAL_RETURN + Opcode.SIZE);
    memory.pokeLong(callee + 8, frame);
    memory.pokeLong(callee + LINK, signal);
    memory.pokeLong(callee + LINK + 8, frame + SignalFrame.INFO);
    memory.pokeLong(callee + LINK + 16, frame + SignalFrame.CONTEXT);
    fp = callee;
    pc = handler;
    return frame;
  }

  /** The address that {@link Stop#MEMORY_FAULT} is about. */
  public long faultAddress() {
    return faultAddress;
  }

  /**
   * The offset in the address space of the instruction to be executed next, or of the one that
   * could not be.
   */
  public long codeOffset() {
    return pc - AddressSpace.ORIGIN;
  }

  /** The frame pointer, an address of the program. */
  public long framePointer() {
    return fp;
  }

  /** Whether a frame can lie at {@code frame}: a program may have written over its own stack. */
  public boolean isFrame(long frame) {
    return !noFrame(frame) || isOwnFrame(frame);
  }

  /** Whether it lies on the thread's own stack, whichever the thread is on. */
  private boolean isOwnFrame(long frame) {
    return frame >= area.stackStart() && frame <= area.stackEnd() - LINK;
  }

  /**
   * The code offset at which the caller of the frame at {@code frame} goes on, to walk the calls
   * outwards.
   */
  public long returnOffset(long frame) {
    return memory.peekLong(frame) - AddressSpace.ORIGIN;
  }

  /**
   * The frame pointer of the caller of the frame at {@code frame}; of the outermost frame, itself.
   */
  public long callerFrame(long frame) {
    return memory.peekLong(frame + 8);
  }

  /**
   * Computes.
   *
   * @param limit how many jumps back and calls may be made before it stops with {@link Stop#FUEL}
   */
  public Stop run(int limit) {
    try {
      fuel = limit;
      while (true) {
        if (state != 0 && MachineCode.isAt(pc)) {
          executeMachineCode();
        }
        Stop stop = loop();
        if (stop == null) {
          stop = step();
        }
        if (stop != null) {
          return stop;
        }
      }
    } catch (MemoryFault fault) {
      faultAddress = fault.address();
      return Stop.MEMORY_FAULT;
    }
  }

  /** Executes until an instruction is the interpreter's. */
  private void executeMachineCode() {
    final long state = this.state;
    longAt(state + TranslatedCode.PC, pc);
    longAt(state + TranslatedCode.FP, fp);
    intAt(state + TranslatedCode.FUEL, fuel);
    longAt(state + TranslatedCode.READABLE, memory.heapEnd() - 8 - CODE_START);
    longAt(state + TranslatedCode.WRITABLE, memory.heapEnd() - 8 - DATA_START);
    longAt(state + TranslatedCode.MAPPINGS, memory.mappingsStart());
    longAt(state + TranslatedCode.MAPPED, STACKS_END - 8 - memory.mappingsStart());
    longAt(state + TranslatedCode.STACK, stackStart);
    longAt(state + TranslatedCode.FRAMES, stackEnd - LINK - stackStart);
    longAt(state + TranslatedCode.STACK_LIMIT, stackLimit);
    longAt(state + TranslatedCode.THREAD_LOCAL, area.threadLocal());
    intAt(state + TranslatedCode.WATCHES_CALLS, watchesCalls ? 1 : 0);
    MachineCode.execute(state);
    pc = longAt(state + TranslatedCode.PC);
    fp = longAt(state + TranslatedCode.FP);
    fuel = intAt(state + TranslatedCode.FUEL);
  }

  private Stop fault(long pc, long fp, long address) {
    stand(pc, fp);
    return fault(address);
  }

  private Stop fault(long address) {
    faultAddress = address;
    return Stop.MEMORY_FAULT;
  }

  private @Nullable Stop stop(@Nullable Stop reason, long pc, long fp) {
    stand(pc, fp);
    return reason;
  }

  /** Keeps where it stands; the parameters are addresses of the host. */
  private void stand(long pc, long fp) {
    long bias = memory.bias();
    this.pc = pc - bias;
    this.fp = fp - bias;
  }

  private static boolean noCode(long address) {
    return address < CODE_START || address >= CODE_END || (address & (Opcode.SIZE - 1)) != 0;
  }

  private boolean noFrame(long address) {
    return address < stackStart || address > stackEnd - LINK;
  }

  /**
   * Executes the instructions that programs spend their time with, and returns null in front of
   * another. It calls nothing that is not inlined, and shifts nothing: for either the quick
   * compiler would move variables to the stack, in all cases of the switch.
   */
  private @Nullable Stop loop() {
    final Memory memory = this.memory;
    final Object none = this.none;
    final long bias = memory.bias();
    final long origin = AddressSpace.ORIGIN + bias;
    int fuel = this.fuel;
    long pc = this.pc + bias;
    long fp = this.fp + bias;
    // Cases that do not jump go on with the next instruction, those that do leave the switch.
    for (; ; pc += Opcode.SIZE) {
      int op = intAt(none, pc);
      int far;
      switch (op >> 4) {
        case 0:
          switch (op) {
            case Op.JMP:
              far = intAt(none, pc + 4);
              break;
            case Op.JLT_W:
              if (intAt(none, fp + intAt(none, pc + 4)) < intAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JLTI_W:
              if (intAt(none, fp + intAt(none, pc + 4)) < intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.ADD_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) + intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.ADDI_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) + intAt(none, pc + 12));
              continue;
            case Op.MOV_W:
              intAt(none, fp + intAt(none, pc + 4), intAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.MOV_L:
              longAt(none, fp + intAt(none, pc + 4), longAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.LDI_W:
              intAt(none, fp + intAt(none, pc + 4), intAt(none, pc + 8));
              continue;
            case Op.JZ_W:
              if (intAt(none, fp + intAt(none, pc + 4)) == 0) {
                far = intAt(none, pc + 8);
                break;
              }
              continue;
            case Op.JNZ_W:
              if (intAt(none, fp + intAt(none, pc + 4)) != 0) {
                far = intAt(none, pc + 8);
                break;
              }
              continue;
            case Op.JEQI_W:
              if (intAt(none, fp + intAt(none, pc + 4)) == intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JNEI_W:
              if (intAt(none, fp + intAt(none, pc + 4)) != intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.LDG_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, origin + unsigned(intAt(none, pc + 8))));
              continue;
            case Op.STG_W:
              intAt(
                  none,
                  origin + unsigned(intAt(none, pc + 4)),
                  intAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.JGEI_W:
              if (intAt(none, fp + intAt(none, pc + 4)) >= intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            default: // JLE_W
              if (intAt(none, fp + intAt(none, pc + 4)) <= intAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
          }
          break;
        case 1:
          switch (op) {
            case Op.CALL:
              {
                long callee = fp - intAt(none, pc + 4) - LINK;
                longAt(none, callee, pc + Opcode.SIZE - bias);
                longAt(none, callee + 8, fp - bias);
                fp = callee;
                pc = origin + unsigned(intAt(none, pc + 8)) - Opcode.SIZE;
                continue;
              }
            case Op.ENTER:
              if (fp - bias - intAt(none, pc + 4) < stackLimit) {
                return fault(pc, fp, fp - bias - intAt(none, pc + 4));
              }
              if (--fuel < 0) {
                return stop(Stop.FUEL, pc, fp);
              }
              continue;
            case Op.RET:
              {
                long back = longAt(none, fp);
                long caller = longAt(none, fp + 8);
                if (noCode(back) || noFrame(caller)) {
                  this.fuel = fuel;
                  return stop(null, pc, fp);
                }
                pc = back + bias - Opcode.SIZE;
                fp = caller + bias;
                continue;
              }
            case Op.LD_W:
              {
                long address = longAt(none, fp + intAt(none, pc + 8)) + intAt(none, pc + 12);
                if (memory.readable(address, 4) < 0) {
                  return fault(pc, fp, address);
                }
                intAt(none, fp + intAt(none, pc + 4), intAt(none, address + bias));
                continue;
              }
            case Op.ST_W:
              {
                long address = longAt(none, fp + intAt(none, pc + 4)) + intAt(none, pc + 12);
                if (memory.writable(address, 4) < 0) {
                  return fault(pc, fp, address);
                }
                intAt(none, address + bias, intAt(none, fp + intAt(none, pc + 8)));
                continue;
              }
            case Op.LD_L:
              {
                long address = longAt(none, fp + intAt(none, pc + 8)) + intAt(none, pc + 12);
                if (memory.readable(address, 8) < 0) {
                  return fault(pc, fp, address);
                }
                longAt(none, fp + intAt(none, pc + 4), longAt(none, address + bias));
                continue;
              }
            case Op.ST_L:
              {
                long address = longAt(none, fp + intAt(none, pc + 4)) + intAt(none, pc + 12);
                if (memory.writable(address, 8) < 0) {
                  return fault(pc, fp, address);
                }
                longAt(none, address + bias, longAt(none, fp + intAt(none, pc + 8)));
                continue;
              }
            case Op.LD_B:
              {
                long address = longAt(none, fp + intAt(none, pc + 8)) + intAt(none, pc + 12);
                if (memory.readable(address, 1) < 0) {
                  return fault(pc, fp, address);
                }
                intAt(none, fp + intAt(none, pc + 4), byteAt(none, address + bias));
                continue;
              }
            case Op.ST_B:
              {
                long address = longAt(none, fp + intAt(none, pc + 4)) + intAt(none, pc + 12);
                if (memory.writable(address, 1) < 0) {
                  return fault(pc, fp, address);
                }
                byteAt(none, address + bias, intAt(none, fp + intAt(none, pc + 8)));
                continue;
              }
            case Op.INDEX:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  longAt(none, fp + intAt(none, pc + 8))
                      + 4L * intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.ADD_L:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  longAt(none, fp + intAt(none, pc + 8)) + longAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.ADDI_L:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  longAt(none, fp + intAt(none, pc + 8)) + intAt(none, pc + 12));
              continue;
            case Op.SUB_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) - intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.MUL_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) * intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.JLEI_W:
              if (intAt(none, fp + intAt(none, pc + 4)) <= intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            default: // JGTI_W
              if (intAt(none, fp + intAt(none, pc + 4)) > intAt(none, pc + 8)) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
          }
          break;
        case 2:
          switch (op) {
            case Op.JEQ_W:
              if (intAt(none, fp + intAt(none, pc + 4)) == intAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JNE_W:
              if (intAt(none, fp + intAt(none, pc + 4)) != intAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JULT_W:
              if (unsigned(intAt(none, fp + intAt(none, pc + 4)))
                  < unsigned(intAt(none, fp + intAt(none, pc + 8)))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JULE_W:
              if (unsigned(intAt(none, fp + intAt(none, pc + 4)))
                  <= unsigned(intAt(none, fp + intAt(none, pc + 8)))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JZ_L:
              if (longAt(none, fp + intAt(none, pc + 4)) == 0) {
                far = intAt(none, pc + 8);
                break;
              }
              continue;
            case Op.JNZ_L:
              if (longAt(none, fp + intAt(none, pc + 4)) != 0) {
                far = intAt(none, pc + 8);
                break;
              }
              continue;
            case Op.JEQ_L:
              if (longAt(none, fp + intAt(none, pc + 4))
                  == longAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JNE_L:
              if (longAt(none, fp + intAt(none, pc + 4))
                  != longAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JLT_L:
              if (longAt(none, fp + intAt(none, pc + 4)) < longAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JLE_L:
              if (longAt(none, fp + intAt(none, pc + 4))
                  <= longAt(none, fp + intAt(none, pc + 8))) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JULT_L:
              if (longAt(none, fp + intAt(none, pc + 4)) + Long.MIN_VALUE
                  < longAt(none, fp + intAt(none, pc + 8)) + Long.MIN_VALUE) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.JULE_L:
              if (longAt(none, fp + intAt(none, pc + 4)) + Long.MIN_VALUE
                  <= longAt(none, fp + intAt(none, pc + 8)) + Long.MIN_VALUE) {
                far = intAt(none, pc + 12);
                break;
              }
              continue;
            case Op.NATIVE:
              this.fuel = fuel;
              return stop(null, pc, fp);
            case Op.SYSTEM:
              if (watchesCalls && isUnsafe(pc)) {
                return stop(Stop.UNSAFE_CALL, pc, fp);
              }
              systemCall = intAt(none, pc + 8);
              arguments = fp - bias - intAt(none, pc + 4);
              return stop(Stop.SYSTEM_CALL, pc + Opcode.SIZE, fp);
            case Op.CALLR:
              {
                long target = longAt(none, fp + intAt(none, pc + 8));
                if (noCode(target)) {
                  return fault(pc, fp, target);
                }
                long callee = fp - intAt(none, pc + 4) - LINK;
                longAt(none, callee, pc + Opcode.SIZE - bias);
                longAt(none, callee + 8, fp - bias);
                fp = callee;
                pc = target + bias - Opcode.SIZE;
                continue;
              }
            default: // HALT
              return stop(Stop.HALTED, pc, fp);
          }
          break;
        case 3:
          switch (op) {
            case Op.ANDI_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) & intAt(none, pc + 12));
              continue;
            case Op.LDG_L:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  longAt(none, origin + unsigned(intAt(none, pc + 8))));
              continue;
            case Op.STG_L:
              longAt(
                  none,
                  origin + unsigned(intAt(none, pc + 4)),
                  longAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.LEA:
              longAt(none, fp + intAt(none, pc + 4), fp + intAt(none, pc + 8) - bias);
              continue;
            case Op.LEAG:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  AddressSpace.ORIGIN + unsigned(intAt(none, pc + 8)));
              continue;
            case Op.LDI_L:
              longAt(none, fp + intAt(none, pc + 4), longAt(none, pc + 8));
              continue;
            case Op.EXTEND:
              longAt(none, fp + intAt(none, pc + 4), intAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.W_TO_D:
              doubleAt(none, fp + intAt(none, pc + 4), intAt(none, fp + intAt(none, pc + 8)));
              continue;
            case Op.MULI_W:
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) * intAt(none, pc + 12));
              continue;
            case Op.MULI_L:
              longAt(
                  none,
                  fp + intAt(none, pc + 4),
                  longAt(none, fp + intAt(none, pc + 8)) * intAt(none, pc + 12));
              continue;
            case Op.DIV_D:
              doubleAt(
                  none,
                  fp + intAt(none, pc + 4),
                  doubleAt(none, fp + intAt(none, pc + 8))
                      / doubleAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.DIV_W:
              if (Arithmetic.overflows(
                  intAt(none, fp + intAt(none, pc + 8)), intAt(none, fp + intAt(none, pc + 12)))) {
                return stop(Stop.DIVISION_FAULT, pc, fp);
              }
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) / intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.REM_W:
              if (Arithmetic.overflows(
                  intAt(none, fp + intAt(none, pc + 8)), intAt(none, fp + intAt(none, pc + 12)))) {
                return stop(Stop.DIVISION_FAULT, pc, fp);
              }
              intAt(
                  none,
                  fp + intAt(none, pc + 4),
                  intAt(none, fp + intAt(none, pc + 8)) % intAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.ADD_D:
              doubleAt(
                  none,
                  fp + intAt(none, pc + 4),
                  doubleAt(none, fp + intAt(none, pc + 8))
                      + doubleAt(none, fp + intAt(none, pc + 12)));
              continue;
            case Op.SUB_D:
              doubleAt(
                  none,
                  fp + intAt(none, pc + 4),
                  doubleAt(none, fp + intAt(none, pc + 8))
                      - doubleAt(none, fp + intAt(none, pc + 12)));
              continue;
            default: // MUL_D
              doubleAt(
                  none,
                  fp + intAt(none, pc + 4),
                  doubleAt(none, fp + intAt(none, pc + 8))
                      * doubleAt(none, fp + intAt(none, pc + 12)));
              continue;
          }
        default:
          this.fuel = fuel;
          return stop(null, pc, fp);
      }
      // A jump is made; one back burns fuel.
      if (far <= 0 && --fuel < 0) {
        return stop(Stop.FUEL, pc + (long) far * Opcode.SIZE, fp);
      }
      pc += (long) (far - 1) * Opcode.SIZE;
    }
  }

  private static long unsigned(int word) {
    return word & WORD;
  }

  /** Executes one instruction of those that {@link #loop} does not. */
  private @Nullable Stop step() {
    long bias = memory.bias();
    long pc = this.pc + bias;
    long fp = this.fp + bias;
    int op = intAt(pc);
    if (op >= Op.MUL_L && op < Op.LEAT) {
      // The commonest by far, with no call more than must be.
      if (!Arithmetic.compute(
          op, fp + intAt(pc + 4), fp + intAt(pc + 8), fp + intAt(pc + 12), intAt(pc + 12))) {
        return Stop.DIVISION_FAULT;
      }
      this.pc = pc + Opcode.SIZE - bias;
      return null;
    }
    if (op == Op.RET) {
      return leaveStack(fp);
    }
    if (op == Op.NATIVE) {
      if (watchesCalls && isUnsafe(pc)) {
        return Stop.UNSAFE_CALL;
      }
      if (!natives.call(intAt(pc + 8), fp - bias - intAt(pc + 4))) {
        return Stop.BUSY;
      }
      if (memory.races().isToldOfBlocks()) {
        noteBlock(intAt(pc + 8), memory.peekLong(fp - bias - intAt(pc + 4)));
      }
    } else if (op == Op.CALLU) {
      if (watchesCalls) {
        intAt(pc, Op.CALL);
        return Stop.UNSAFE_CALL;
      }
      long callee = this.fp - intAt(pc + 4) - LINK;
      memory.pokeLong(callee, this.pc + Opcode.SIZE);
      memory.pokeLong(callee + 8, this.fp);
      this.fp = callee;
      this.pc = AddressSpace.ORIGIN + unsigned(intAt(pc + 8));
      return null;
    } else if (op >> 4 == 4) {
      Stop refused = reach(op, fp + intAt(pc + 4), fp + intAt(pc + 8), intAt(pc + 12), bias);
      if (refused != null) {
        return refused;
      }
    } else if (op == Op.LEAT) {
      longAt(
          fp + intAt(pc + 4), AddressSpace.ORIGIN + unsigned(intAt(pc + 8)) + area.threadLocal());
    } else if (op >= Op.CHANGE && op <= Op.SWAP_L) {
      atomic(op, fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)), intAt(pc + 12), fp);
    } else if (op >= Op.NOTE && op < Op.COUNT) {
      int outcome = note(op, pc, fp, bias);
      if (outcome == Races.BUSY) {
        return Stop.BUSY;
      }
      if (outcome == Races.FOUND) {
        this.pc = pc + Opcode.SIZE - bias;
        return Stop.RACE;
      }
    } else if (!Arithmetic.compute(
        op, fp + intAt(pc + 4), fp + intAt(pc + 8), fp + intAt(pc + 12), intAt(pc + 12))) {
      return op < Op.COUNT ? Stop.DIVISION_FAULT : Stop.NO_INSTRUCTION;
    }
    this.pc = pc + Opcode.SIZE - bias;
    return null;
  }

  /** Whether an instruction calls what is not safe; it says so once. */
  private static boolean isUnsafe(long pc) {
    boolean isSo = intAt(pc + 12) != 0;
    intAt(pc + 12, 0);
    return isSo;
  }

  /** The instructions that data races are found by; the parameters are addresses of the host. */
  private int note(int op, long pc, long fp, long bias) {
    Races races = memory.races();
    long code = pc - bias - AddressSpace.ORIGIN;
    long frame = fp - bias - AddressSpace.ORIGIN;
    int a = intAt(pc + 4);
    int b = intAt(pc + 8);
    switch (op) {
      case Op.NOTE:
        return races.note(racing, longAt(fp + a) + b, intAt(pc + 12), code, frame);
      case Op.NOTEG:
        return races.note(racing, AddressSpace.ORIGIN + unsigned(a), b, code, frame);
      case Op.NOTEA:
        return races.note(racing, fp + a - bias, b, code, frame);
      case Op.NOTEN:
        if (!races.isOn()) {
          return Races.NOTHING;
        }
        natives.announce(b, fp - bias - a, racing);
        return races.noteStretches(racing, code, frame);
      default:
        return races.order(racing, longAt(fp + a), b);
    }
  }

  /** A function may have given the program a block, which is new whoever had it before. */
  private void noteBlock(int function, long block) {
    if (block == 0 || block == -1 || !Natives.allocates(function)) {
      return;
    }
    Races races = memory.races();
    while (!races.clear(block, natives.usable(block))) {
      continue;
    }
    races.allocated(block, 0, codeOffset());
    long frame = fp;
    for (int depth = 1; depth < Races.ALLOCATORS; depth++) {
      boolean isThere = isFrame(frame) && !noCode(memory.peekLong(frame));
      races.allocated(block, depth, isThere ? returnOffset(frame) : 0);
      frame = isThere ? callerFrame(frame) : 0;
    }
  }

  /** One step on memory that others may use at the same time. */
  private void atomic(int op, long a, long address, int c, long fp) {
    if (op == Op.SWAP_L) {
      longAt(a, memory.swapIf(address, longAt(a), longAt(fp + c), 8));
    } else if (op != Op.CHANGE) {
      int size = 1 << (op - Op.SWAP_B);
      intAt(a, (int) memory.swapIf(address, intAt(a), intAt(fp + c), size));
    } else if (AtomicOperation.size(c) == 8) {
      longAt(a, memory.change(address, AtomicOperation.ordinal(c), longAt(a), 8));
    } else {
      intAt(
          a,
          (int)
              memory.change(
                  address, AtomicOperation.ordinal(c), intAt(a), AtomicOperation.size(c)));
    }
  }

  /**
   * A return that leaves the stack: of a handler that ran on another one, or by longjmp; or the
   * program has written over its own stack.
   */
  private @Nullable Stop leaveStack(long hostFrame) {
    long back = longAt(hostFrame);
    long caller = longAt(hostFrame + 8);
    if (noCode(back) || !isOwnFrame(caller)) {
      return fault(noCode(back) ? back : caller);
    }
    ownStack();
    pc = back;
    fp = caller;
    return null;
  }

  /** The rarer ways to reach memory. */
  private @Nullable Stop reach(int op, long a, long b, int number, long bias) {
    final Memory memory = this.memory;
    switch (op) {
      case Op.MOV_B:
        intAt(a, byteAt(b));
        return null;
      case Op.MOV_UB:
        intAt(a, byteAt(b) & 0xFF);
        return null;
      case Op.MOV_H:
        intAt(a, shortAt(b));
        return null;
      case Op.MOV_UH:
        intAt(a, shortAt(b) & 0xFFFF);
        return null;
      case Op.MOV_F:
        doubleAt(a, floatAt(b));
        return null;
      case Op.PUT_B:
        byteAt(a, intAt(b));
        return null;
      case Op.PUT_H:
        shortAt(a, intAt(b));
        return null;
      case Op.PUT_F:
        floatAt(a, (float) doubleAt(b));
        return null;
      case Op.COPY:
        memory.copy(longAt(a), longAt(b), number);
        return null;
      case Op.CLEAR:
        memory.fill(longAt(a), 0, memory.peekInt(pc + 8));
        return null;
      case Op.ST_H:
        {
          long address = longAt(a) + number;
          if (memory.writable(address, 2) < 0) {
            return fault(address);
          }
          shortAt(address + bias, intAt(b));
          return null;
        }
      case Op.ST_F:
        {
          long address = longAt(a) + number;
          if (memory.writable(address, 4) < 0) {
            return fault(address);
          }
          floatAt(address + bias, (float) doubleAt(b));
          return null;
        }
      default:
        {
          long address = longAt(b) + number;
          if (memory.readable(address, op == Op.LD_UB ? 1 : op == Op.LD_F ? 4 : 2) < 0) {
            return fault(address);
          }
          if (op == Op.LD_UB) {
            intAt(a, byteAt(address + bias) & 0xFF);
          } else if (op == Op.LD_H) {
            intAt(a, shortAt(address + bias));
          } else if (op == Op.LD_UH) {
            intAt(a, shortAt(address + bias) & 0xFFFF);
          } else {
            doubleAt(a, floatAt(address + bias));
          }
          return null;
        }
    }
  }
}
