package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.doubleAt;
import static org.forkshell.machine.RawMemory.floatAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.machine.code.AddressSpace;
import org.forkshell.machine.code.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a program: where it stands and its frame. {@link #run} computes until the program
 * is over, needs the kernel, does something a processor refuses, or has used up its fuel. It never
 * blocks and knows no kernel, so the same program can be driven by the real one or by a model.
 *
 * <p>In a program process this class's methods are the only compiled code, and compilation is over
 * before the first fork.
 */
public final class Machine {
  /** Why {@link #run} came back. */
  public enum Stop {
    /** The program, or the line typed, is at its end. */
    HALTED,
    /** It asks for {@link #systemCall}; go on after {@link #result}. */
    SYSTEM_CALL,
    /** The fuel is used up; it can go on. */
    FUEL,
    /** It touched memory that it does not have, see {@link #faultAddress}: SIGSEGV. */
    MEMORY_FAULT,
    /** An integer division by zero, or of the smallest number by -1: SIGFPE. */
    DIVISION_FAULT,
    /** It went where there are no instructions: SIGSEGV in C. */
    NO_INSTRUCTION
  }

  private static final long CODE_START = AddressSpace.ORIGIN + AddressSpace.CODE;
  private static final long CODE_END = AddressSpace.ORIGIN + AddressSpace.CONSTANTS;

  private static final long STACK_START = AddressSpace.ORIGIN + AddressSpace.STACK;
  private static final long STACK_END = AddressSpace.ORIGIN + AddressSpace.STACK_END;

  /**
   * Below a frame pointer: the space that a call's own two words take above the called function's
   * frame.
   */
  private static final int LINK = 16;

  private final Memory memory;
  private final Natives natives;

  // Both are host addresses while the machine runs and when it stands still.
  private long pc;
  private long fp;
  private int fuel;
  private int systemCall;
  private long arguments;
  private long faultAddress;

  public Machine(Memory memory) {
    this.memory = memory;
    this.natives = new Natives(memory);
  }

  /**
   * Stands still at the first instruction of a function that has no caller: when it returns, the
   * machine halts.
   */
  public void enter(long codeOffset) {
    long bias = memory.bias();
    // Room for arguments above the frame, as a caller would have made it.
    fp = AddressSpace.ORIGIN + AddressSpace.ARGUMENTS - 16 * LINK + bias;
    longAt(fp, AddressSpace.ORIGIN + AddressSpace.HALT);
    intAt(AddressSpace.ORIGIN + AddressSpace.HALT + bias, Op.HALT);
    longAt(fp + 8, fp - bias);
    pc = AddressSpace.ORIGIN + codeOffset + bias;
  }

  /** Gives the entered function an argument. */
  public void argument(int index, long value) {
    longAt(fp + LINK + 8L * index, value);
  }

  /** Which {@link org.forkshell.machine.code.SystemCall} is wanted, by ordinal. */
  public int systemCall() {
    return systemCall;
  }

  /** An argument of the system call wanted. */
  public long systemArgument(int index) {
    return longAt(arguments + 8L * index);
  }

  /** Answers the system call. */
  public void result(long value) {
    longAt(arguments, value);
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
    return pc - memory.bias() - AddressSpace.ORIGIN;
  }

  /** The frame pointer, an address of the program. */
  public long framePointer() {
    return fp - memory.bias();
  }

  /** Whether a frame can lie at {@code frame}: a program may have written over its own stack. */
  public boolean isFrame(long frame) {
    return !noFrame(frame);
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
    fuel = limit;
    try {
      return loop();
    } catch (MemoryFault fault) {
      faultAddress = fault.address();
      return Stop.MEMORY_FAULT;
    }
  }

  private Stop fault(long pc, long fp, long address) {
    stand(pc, fp);
    faultAddress = address;
    return Stop.MEMORY_FAULT;
  }

  private Stop stop(Stop reason, long pc, long fp) {
    stand(pc, fp);
    return reason;
  }

  private void stand(long pc, long fp) {
    this.pc = pc;
    this.fp = fp;
  }

  private static boolean noCode(long address) {
    return address < CODE_START || address >= CODE_END || (address & (Opcode.SIZE - 1)) != 0;
  }

  private static boolean noFrame(long address) {
    return address < STACK_START || address > STACK_END - LINK;
  }

  private Stop loop() {
    final Memory memory = this.memory;
    final long bias = memory.bias();
    long pc = this.pc;
    long fp = this.fp;
    for (; ; pc += Opcode.SIZE) {
      int op = intAt(pc);
      switch (op >> 4) {
        case 0:
          switch (op) {
            case Op.JMP:
              pc = jump(pc, intAt(pc + 4));
              break;
            case Op.JLT_W:
              if (intAt(fp + intAt(pc + 4)) < intAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JLTI_W:
              if (intAt(fp + intAt(pc + 4)) < intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.ADD_W:
              intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) + intAt(fp + intAt(pc + 12)));
              break;
            case Op.ADDI_W:
              intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) + intAt(pc + 12));
              break;
            case Op.MOV_W:
              intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)));
              break;
            case Op.MOV_L:
              longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)));
              break;
            case Op.LDI_W:
              intAt(fp + intAt(pc + 4), intAt(pc + 8));
              break;
            case Op.JZ_W:
              if (intAt(fp + intAt(pc + 4)) == 0) {
                pc = jump(pc, intAt(pc + 8));
              }
              break;
            case Op.JNZ_W:
              if (intAt(fp + intAt(pc + 4)) != 0) {
                pc = jump(pc, intAt(pc + 8));
              }
              break;
            case Op.JEQI_W:
              if (intAt(fp + intAt(pc + 4)) == intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JNEI_W:
              if (intAt(fp + intAt(pc + 4)) != intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.LDG_W:
              intAt(fp + intAt(pc + 4), intAt(global(pc + 8, bias)));
              break;
            case Op.STG_W:
              intAt(global(pc + 4, bias), intAt(fp + intAt(pc + 8)));
              break;
            case Op.JGEI_W:
              if (intAt(fp + intAt(pc + 4)) >= intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            default: // JLE_W
              if (intAt(fp + intAt(pc + 4)) <= intAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
          }
          break;
        case 1:
          switch (op) {
            case Op.CALL:
              {
                long callee = fp - intAt(pc + 4) - LINK;
                longAt(callee, pc + Opcode.SIZE - bias);
                longAt(callee + 8, fp - bias);
                fp = callee;
                pc = global(pc + 8, bias) - Opcode.SIZE;
                break;
              }
            case Op.ENTER:
              // One page is left for the arguments and the link of a call.
              if (fp - bias - intAt(pc + 4) < memory.stackStart() + 4096) {
                return fault(pc, fp, fp - bias - intAt(pc + 4));
              }
              if (--fuel < 0) {
                fuel = 0;
                return stop(Stop.FUEL, pc, fp);
              }
              break;
            case Op.RET:
              {
                long back = longAt(fp);
                long caller = longAt(fp + 8);
                // A program may have written over its own stack.
                if (noCode(back) || noFrame(caller)) {
                  return fault(pc, fp, noCode(back) ? back : caller);
                }
                pc = back + bias - Opcode.SIZE;
                fp = caller + bias;
                break;
              }
            case Op.LD_W:
              {
                long address = longAt(fp + intAt(pc + 8)) + intAt(pc + 12);
                if (!memory.isReadable(address, 4)) {
                  return fault(pc, fp, address);
                }
                intAt(fp + intAt(pc + 4), intAt(address + bias));
                break;
              }
            case Op.ST_W:
              {
                long address = longAt(fp + intAt(pc + 4)) + intAt(pc + 12);
                if (!memory.isWritable(address, 4)) {
                  return fault(pc, fp, address);
                }
                intAt(address + bias, intAt(fp + intAt(pc + 8)));
                break;
              }
            case Op.LD_L:
              {
                long address = longAt(fp + intAt(pc + 8)) + intAt(pc + 12);
                if (!memory.isReadable(address, 8)) {
                  return fault(pc, fp, address);
                }
                longAt(fp + intAt(pc + 4), longAt(address + bias));
                break;
              }
            case Op.ST_L:
              {
                long address = longAt(fp + intAt(pc + 4)) + intAt(pc + 12);
                if (!memory.isWritable(address, 8)) {
                  return fault(pc, fp, address);
                }
                longAt(address + bias, longAt(fp + intAt(pc + 8)));
                break;
              }
            case Op.LD_B:
              {
                long address = longAt(fp + intAt(pc + 8)) + intAt(pc + 12);
                if (!memory.isReadable(address, 1)) {
                  return fault(pc, fp, address);
                }
                intAt(fp + intAt(pc + 4), byteAt(address + bias));
                break;
              }
            case Op.ST_B:
              {
                long address = longAt(fp + intAt(pc + 4)) + intAt(pc + 12);
                if (!memory.isWritable(address, 1)) {
                  return fault(pc, fp, address);
                }
                byteAt(address + bias, intAt(fp + intAt(pc + 8)));
                break;
              }
            case Op.INDEX:
              longAt(
                  fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) + 4L * intAt(fp + intAt(pc + 12)));
              break;
            case Op.ADD_L:
              longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) + longAt(fp + intAt(pc + 12)));
              break;
            case Op.ADDI_L:
              longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) + intAt(pc + 12));
              break;
            case Op.SUB_W:
              intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) - intAt(fp + intAt(pc + 12)));
              break;
            case Op.MUL_W:
              intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) * intAt(fp + intAt(pc + 12)));
              break;
            case Op.JLEI_W:
              if (intAt(fp + intAt(pc + 4)) <= intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            default: // JGTI_W
              if (intAt(fp + intAt(pc + 4)) > intAt(pc + 8)) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
          }
          break;
        case 2:
          switch (op) {
            case Op.JEQ_W:
              if (intAt(fp + intAt(pc + 4)) == intAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JNE_W:
              if (intAt(fp + intAt(pc + 4)) != intAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JULT_W:
              if (unsigned(intAt(fp + intAt(pc + 4))) < unsigned(intAt(fp + intAt(pc + 8)))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JULE_W:
              if (unsigned(intAt(fp + intAt(pc + 4))) <= unsigned(intAt(fp + intAt(pc + 8)))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JZ_L:
              if (longAt(fp + intAt(pc + 4)) == 0) {
                pc = jump(pc, intAt(pc + 8));
              }
              break;
            case Op.JNZ_L:
              if (longAt(fp + intAt(pc + 4)) != 0) {
                pc = jump(pc, intAt(pc + 8));
              }
              break;
            case Op.JEQ_L:
              if (longAt(fp + intAt(pc + 4)) == longAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JNE_L:
              if (longAt(fp + intAt(pc + 4)) != longAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JLT_L:
              if (longAt(fp + intAt(pc + 4)) < longAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JLE_L:
              if (longAt(fp + intAt(pc + 4)) <= longAt(fp + intAt(pc + 8))) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JULT_L:
              if (longAt(fp + intAt(pc + 4)) + Long.MIN_VALUE
                  < longAt(fp + intAt(pc + 8)) + Long.MIN_VALUE) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.JULE_L:
              if (longAt(fp + intAt(pc + 4)) + Long.MIN_VALUE
                  <= longAt(fp + intAt(pc + 8)) + Long.MIN_VALUE) {
                pc = jump(pc, intAt(pc + 12));
              }
              break;
            case Op.NATIVE:
              stand(pc, fp);
              natives.call(intAt(pc + 8), fp - bias - intAt(pc + 4));
              break;
            case Op.SYSTEM:
              systemCall = intAt(pc + 8);
              arguments = fp - intAt(pc + 4);
              return stop(Stop.SYSTEM_CALL, pc + Opcode.SIZE, fp);
            case Op.CALLR:
              {
                long target = longAt(fp + intAt(pc + 8));
                if (noCode(target)) {
                  return fault(pc, fp, target);
                }
                long callee = fp - intAt(pc + 4) - LINK;
                longAt(callee, pc + Opcode.SIZE - bias);
                longAt(callee + 8, fp - bias);
                fp = callee;
                pc = target + bias - Opcode.SIZE;
                break;
              }
            default: // HALT
              return stop(Stop.HALTED, pc, fp);
          }
          break;
        case 3:
          {
            Stop refused = reach(op, pc, fp, bias);
            if (refused != null) {
              return refused;
            }
            break;
          }
        default:
          if (!Arithmetic.compute(op, pc, fp)) {
            return stop(op < Op.COUNT ? Stop.DIVISION_FAULT : Stop.NO_INSTRUCTION, pc, fp);
          }
          break;
      }
      if (fuel < 0) {
        fuel = 0;
        return stop(Stop.FUEL, pc + Opcode.SIZE, fp);
      }
    }
  }

  /** Where to go on, less the step that the loop makes of itself; a jump back burns fuel. */
  private long jump(long pc, int instructions) {
    if (instructions <= 0) {
      fuel--;
    }
    return pc + Opcode.SIZE * (long) (instructions - 1);
  }

  private static long unsigned(int word) {
    return word & 0xFFFF_FFFFL;
  }

  private static long global(long operand, long bias) {
    return AddressSpace.ORIGIN + unsigned(intAt(operand)) + bias;
  }

  /** The rarer ways to reach memory, and those that make addresses. */
  private @Nullable Stop reach(int op, long pc, long fp, long bias) {
    final Memory memory = this.memory;
    long a = fp + intAt(pc + 4);
    long b = fp + intAt(pc + 8);
    switch (op) {
      case Op.LDI_L:
        longAt(a, unsigned(intAt(pc + 8)) | ((long) intAt(pc + 12) << 32));
        return null;
      case Op.LEA:
        longAt(a, b - bias);
        return null;
      case Op.LEAG:
        longAt(a, global(pc + 8, 0));
        return null;
      case Op.LDG_L:
        longAt(a, longAt(global(pc + 8, bias)));
        return null;
      case Op.STG_L:
        longAt(global(pc + 4, bias), longAt(b));
        return null;
      case Op.MOV_B:
        intAt(a, byteAt(b));
        return null;
      case Op.MOV_UB:
        intAt(a, byteAt(b) & 0xFF);
        return null;
      case Op.MOV_H:
        intAt(a, shortAt(b));
        return null;
      case Op.COPY:
        stand(pc, fp);
        memory.copy(longAt(a), longAt(b), intAt(pc + 12));
        return null;
      case Op.CLEAR:
        stand(pc, fp);
        memory.fill(longAt(a), 0, intAt(pc + 8));
        return null;
      case Op.ST_H:
        {
          long address = longAt(a) + intAt(pc + 12);
          if (!memory.isWritable(address, 2)) {
            return fault(pc, fp, address);
          }
          shortAt(address + bias, intAt(b));
          return null;
        }
      case Op.ST_F:
        {
          long address = longAt(a) + intAt(pc + 12);
          if (!memory.isWritable(address, 4)) {
            return fault(pc, fp, address);
          }
          floatAt(address + bias, (float) doubleAt(b));
          return null;
        }
      default:
        {
          long address = longAt(b) + intAt(pc + 12);
          if (!memory.isReadable(address, op == Op.LD_UB ? 1 : op == Op.LD_F ? 4 : 2)) {
            return fault(pc, fp, address);
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
