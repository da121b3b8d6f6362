package org.forkshell.codegen.translation;

import static org.forkshell.codegen.translation.Assembler.A;
import static org.forkshell.codegen.translation.Assembler.B;

import java.util.Arrays;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Operand;
import org.forkshell.codegen.translation.Assembler.Condition;
import org.forkshell.codegen.translation.Assembler.DoubleOperation;
import org.forkshell.codegen.translation.Assembler.Operation;
import org.forkshell.codegen.translation.Assembler.Shift;
import org.forkshell.codegen.translation.Assembler.Width;

/**
 * What each instruction becomes. Where the interpreter would stop, and for what is too rare or too
 * long, machine code is left in front of the instruction, and the interpreter does it.
 */
final class Templates {
  private static final boolean WORD = false;
  private static final boolean LONG = true;

  // Why code is out of the way: what is to be done there.
  private static final int LEAVE = 0;
  private static final int REFUEL = 1;
  private static final int MAPPING = 2;
  private static final int FAR = 3;

  /** No slot. */
  private static final int NOTHING = Integer.MIN_VALUE;

  private final Assembler out;
  private final int first;
  private final int count;
  private final int labels;
  private final int leave;
  private final int strangeReturn;
  private final boolean isFinal;

  /** Code out of the way: what, its label, the instruction, and where it goes on. */
  private int[] aside = new int[1 << 8];

  private int asideCount;

  /** What the instruction at work has for {@link #leave()}, or -1. */
  private int leaving;

  private int at;

  /** The instructions that others jump to. */
  private final boolean[] isTarget;

  /** Those at which machine code can be entered: they need nothing that the one before left. */
  private final boolean[] isEntry;

  // The slot that A is the same as: when an instruction begins, and when it has been done.
  private int usable = NOTHING;
  private boolean usableIsLong;
  private int held = NOTHING;
  private boolean heldIsLong;

  /**
   * @param first the number of the first instruction
   * @param isFinal whether none of their functions will be replaced
   * @param beginning where all machine code begins, seen from here
   */
  Templates(Assembler out, int first, int count, boolean isFinal, int beginning) {
    this.out = out;
    this.first = first;
    this.count = count;
    this.labels = out.labels(count + 1);
    this.leave = out.label();
    out.bind(leave, beginning);
    this.strangeReturn = out.label();
    out.bind(strangeReturn, beginning + Assembler.STRANGE_RETURN);
    this.isFinal = isFinal;
    this.isTarget = new boolean[count];
    this.isEntry = new boolean[count];
    Arrays.fill(isEntry, true);
  }

  /** Notes where an instruction jumps to: for all of them, before the first is translated. */
  void look(Opcode opcode, int index, int a, int b, int c) {
    int far = far(opcode, a, b, c);
    if (far != 0 && index + far >= 0 && index + far < count) {
      isTarget[index + far] = true;
    }
  }

  private static int far(Opcode opcode, int a, int b, int c) {
    return opcode.operand(0) == Operand.JUMP
        ? a
        : opcode.operand(1) == Operand.JUMP ? b : opcode.operand(2) == Operand.JUMP ? c : 0;
  }

  /** Whether machine code can be entered at an instruction. */
  boolean isEntry(int index) {
    return isEntry[index];
  }

  /** Where the code of an instruction begins. */
  int label(int index) {
    return labels + index;
  }

  /** Ends it all: code that is seldom run. */
  void end() {
    out.bind(labels + count);
    leaveAt(count);
    for (int i = 0; i < asideCount; i += 4) {
      out.bind(aside[i + 1]);
      int index = aside[i + 2];
      switch (aside[i]) {
        case LEAVE -> leaveAt(index);
        case REFUEL -> {
          out.unburn();
          leaveAt(index);
        }
        case MAPPING -> {
          out.checkMapping();
          out.jumpIf(Condition.BELOW_OR_EQUAL, aside[i + 3]);
          leaveAt(index);
        }
        default -> {
          out.constant(first + index);
          out.jumpByTable();
        }
      }
    }
  }

  private void leaveAt(int index) {
    out.constant(first + index);
    out.jump(leave);
  }

  private int aside(int what, int index, int back) {
    if (asideCount + 4 > aside.length) {
      aside = Arrays.copyOf(aside, 2 * aside.length);
    }
    int label = out.label();
    aside[asideCount++] = what;
    aside[asideCount++] = label;
    aside[asideCount++] = index;
    aside[asideCount++] = back;
    return label;
  }

  /** A label where the instruction at work is left to the interpreter. */
  private int leave() {
    if (leaving < 0) {
      leaving = aside(LEAVE, at, 0);
    }
    return leaving;
  }

  /** Where an instruction is, which may be none of those translated with it. */
  private int target(int index) {
    return index >= 0 && index < count ? labels + index : aside(FAR, index, 0);
  }

  void translate(Opcode opcode, int index, int a, int b, int c) {
    at = index;
    leaving = -1;
    usable = isTarget[index] ? NOTHING : held;
    usableIsLong = heldIsLong;
    held = NOTHING;
    out.bind(labels + index);
    switch (opcode) {
      case JMP -> jump(a);
      case JLT_W -> jump(WORD, Condition.LESS, a, b, c);
      case JLTI_W -> jumpNumber(WORD, Condition.LESS, a, b, c);
      case ADD_W -> compute(Operation.ADD, WORD, a, b, c);
      case ADDI_W -> computeNumber(Operation.ADD, WORD, a, b, c);
      case MOV_W -> move(Width.WORD, Width.WORD, a, b);
      case MOV_L -> move(Width.LONG, Width.LONG, a, b);
      case LDI_W -> number(b, Width.WORD, a);
      case JZ_W -> jumpNumber(WORD, Condition.EQUAL, a, 0, b);
      case JNZ_W -> jumpNumber(WORD, Condition.NOT_EQUAL, a, 0, b);
      case JEQI_W -> jumpNumber(WORD, Condition.EQUAL, a, b, c);
      case JNEI_W -> jumpNumber(WORD, Condition.NOT_EQUAL, a, b, c);
      case LDG_W -> loadGlobal(Width.WORD, a, b);
      case STG_W -> storeGlobal(Width.WORD, a, b);
      case JGEI_W -> jumpNumber(WORD, Condition.GREATER_OR_EQUAL, a, b, c);
      case JLE_W -> jump(WORD, Condition.LESS_OR_EQUAL, a, b, c);

      case CALL -> call(a, b);
      case ENTER -> enter(a);
      case RET -> out.giveBack(first + at);
      case LD_W -> load(Width.WORD, Width.WORD, a, b, c);
      case ST_W -> store(Width.WORD, a, b, c);
      case LD_L -> load(Width.LONG, Width.LONG, a, b, c);
      case ST_L -> store(Width.LONG, a, b, c);
      case LD_B -> load(Width.BYTE, Width.WORD, a, b, c);
      case ST_B -> store(Width.BYTE, a, b, c);
      case INDEX -> index(a, b, c);
      case ADD_L -> compute(Operation.ADD, LONG, a, b, c);
      case ADDI_L -> computeNumber(Operation.ADD, LONG, a, b, c);
      case SUB_W -> compute(Operation.SUB, WORD, a, b, c);
      case MUL_W -> compute(Operation.MUL, WORD, a, b, c);
      case JLEI_W -> jumpNumber(WORD, Condition.LESS_OR_EQUAL, a, b, c);
      case JGTI_W -> jumpNumber(WORD, Condition.GREATER, a, b, c);

      case JEQ_W -> jump(WORD, Condition.EQUAL, a, b, c);
      case JNE_W -> jump(WORD, Condition.NOT_EQUAL, a, b, c);
      case JULT_W -> jump(WORD, Condition.BELOW, a, b, c);
      case JULE_W -> jump(WORD, Condition.BELOW_OR_EQUAL, a, b, c);
      case JZ_L -> jumpNumber(LONG, Condition.EQUAL, a, 0, b);
      case JNZ_L -> jumpNumber(LONG, Condition.NOT_EQUAL, a, 0, b);
      case JEQ_L -> jump(LONG, Condition.EQUAL, a, b, c);
      case JNE_L -> jump(LONG, Condition.NOT_EQUAL, a, b, c);
      case JLT_L -> jump(LONG, Condition.LESS, a, b, c);
      case JLE_L -> jump(LONG, Condition.LESS_OR_EQUAL, a, b, c);
      case JULT_L -> jump(LONG, Condition.BELOW, a, b, c);
      case JULE_L -> jump(LONG, Condition.BELOW_OR_EQUAL, a, b, c);
      case CALLR -> callThrough(a, b);

      case ANDI_W -> computeNumber(Operation.AND, WORD, a, b, c);
      case LDG_L -> loadGlobal(Width.LONG, a, b);
      case STG_L -> storeGlobal(Width.LONG, a, b);
      case LEA -> slotAddress(a, b);
      case LEAG -> address(a, b);
      case LDI_L -> number((long) c << 32 | b & 0xFFFF_FFFFL, Width.LONG, a);
      case EXTEND -> move(Width.EXTENDED_WORD, Width.LONG, a, b);
      case W_TO_D -> toDouble(Width.WORD, a, b);
      case MULI_W -> computeNumber(Operation.MUL, WORD, a, b, c);
      case MULI_L -> computeNumber(Operation.MUL, LONG, a, b, c);
      case DIV_D -> computeDouble(DoubleOperation.DIV, a, b, c);
      case DIV_W -> divide(true, WORD, false, a, b, c);
      case REM_W -> divide(true, WORD, true, a, b, c);
      case ADD_D -> computeDouble(DoubleOperation.ADD, a, b, c);
      case SUB_D -> computeDouble(DoubleOperation.SUB, a, b, c);
      case MUL_D -> computeDouble(DoubleOperation.MUL, a, b, c);

      case LD_UB -> load(Width.UNSIGNED_BYTE, Width.WORD, a, b, c);
      case LD_H -> load(Width.HALF, Width.WORD, a, b, c);
      case LD_UH -> load(Width.UNSIGNED_HALF, Width.WORD, a, b, c);
      case LD_F -> loadFloat(a, b, c);
      case ST_H -> store(Width.HALF, a, b, c);
      case ST_F -> storeFloat(a, b, c);
      case MOV_B -> move(Width.BYTE, Width.WORD, a, b);
      case MOV_UB -> move(Width.UNSIGNED_BYTE, Width.WORD, a, b);
      case MOV_H -> move(Width.HALF, Width.WORD, a, b);
      case MOV_UH -> move(Width.UNSIGNED_HALF, Width.WORD, a, b);
      case MOV_F -> floatToSlot(a, b);
      case PUT_B -> move(Width.WORD, Width.BYTE, a, b);
      case PUT_H -> move(Width.WORD, Width.HALF, a, b);
      case PUT_F -> slotToFloat(a, b);

      case MUL_L -> compute(Operation.MUL, LONG, a, b, c);
      case UDIV_W -> divide(false, WORD, false, a, b, c);
      case UREM_W -> divide(false, WORD, true, a, b, c);
      case AND_W -> compute(Operation.AND, WORD, a, b, c);
      case OR_W -> compute(Operation.OR, WORD, a, b, c);
      case XOR_W -> compute(Operation.XOR, WORD, a, b, c);
      case SHL_W -> shift(Shift.LEFT, WORD, a, b, c);
      case SHR_W -> shift(Shift.RIGHT, WORD, a, b, c);
      case USHR_W -> shift(Shift.UNSIGNED_RIGHT, WORD, a, b, c);
      case NEG_W -> negate(WORD, a, b);
      case NOT_W -> invert(WORD, a, b);
      case SHRI_W -> shiftNumber(Shift.RIGHT, a, b, c);
      case USHRI_W -> shiftNumber(Shift.UNSIGNED_RIGHT, a, b, c);
      case DIV_L -> divide(true, LONG, false, a, b, c);
      case REM_L -> divide(true, LONG, true, a, b, c);
      case UDIV_L -> divide(false, LONG, false, a, b, c);

      case UREM_L -> divide(false, LONG, true, a, b, c);
      case AND_L -> compute(Operation.AND, LONG, a, b, c);
      case OR_L -> compute(Operation.OR, LONG, a, b, c);
      case XOR_L -> compute(Operation.XOR, LONG, a, b, c);
      case SHL_L -> shift(Shift.LEFT, LONG, a, b, c);
      case SHR_L -> shift(Shift.RIGHT, LONG, a, b, c);
      case USHR_L -> shift(Shift.UNSIGNED_RIGHT, LONG, a, b, c);
      case NEG_L -> negate(LONG, a, b);
      case NOT_L -> invert(LONG, a, b);
      case EQ_W -> truth(WORD, Condition.EQUAL, a, b, c);
      case NE_W -> truth(WORD, Condition.NOT_EQUAL, a, b, c);
      case LT_W -> truth(WORD, Condition.LESS, a, b, c);
      case LE_W -> truth(WORD, Condition.LESS_OR_EQUAL, a, b, c);
      case ULT_W -> truth(WORD, Condition.BELOW, a, b, c);
      case ULE_W -> truth(WORD, Condition.BELOW_OR_EQUAL, a, b, c);
      case EQ_L -> truth(LONG, Condition.EQUAL, a, b, c);

      case NE_L -> truth(LONG, Condition.NOT_EQUAL, a, b, c);
      case LT_L -> truth(LONG, Condition.LESS, a, b, c);
      case LE_L -> truth(LONG, Condition.LESS_OR_EQUAL, a, b, c);
      case ULT_L -> truth(LONG, Condition.BELOW, a, b, c);
      case ULE_L -> truth(LONG, Condition.BELOW_OR_EQUAL, a, b, c);
      case UEXTEND -> extend(a, b);
      case SHLI_W -> shiftNumber(Shift.LEFT, a, b, c);
      case NEG_D -> changeSign(a, b);
      case EQ_D -> truthOfDoubles(Condition.EQUAL, a, b, c);
      case NE_D -> truthOfDoubles(Condition.NOT_EQUAL, a, b, c);
      case LT_D -> truthOfDoubles(Condition.LESS, a, b, c);
      case LE_D -> truthOfDoubles(Condition.LESS_OR_EQUAL, a, b, c);
      case SUB_L -> compute(Operation.SUB, LONG, a, b, c);
      case L_TO_D -> toDouble(Width.LONG, a, b);
      case UL_TO_D -> unsignedToDouble(a, b);
      case D_TO_W -> fromDouble(Width.WORD, a, b);

      case D_TO_L -> fromDouble(Width.LONG, a, b);
      case D_TO_UL -> unsignedFromDouble(a, b);
      case ROUND_F -> roundToFloat(a, b);
      case LEAT -> threadLocal(a, b);
      case CALLU -> callWatched(a, b);

      case NATIVE, SYSTEM, HALT -> leaveAt(at);
      case COPY, CLEAR, CHANGE, SWAP_B, SWAP_H, SWAP_W, SWAP_L -> leaveAt(at);
      case NOTE, NOTEG, NOTEA, NOTEN, ORDER -> leaveAt(at);
    }
  }

  // Jumps.

  private void jump(int far) {
    if (far <= 0) {
      burnAndJump(far);
    } else {
      out.jump(target(at + far));
    }
  }

  private void burnAndJump(int far) {
    out.burn();
    out.jumpIf(Condition.NOT_NEGATIVE, target(at + far));
    out.jump(aside(REFUEL, at, 0));
  }

  private void jump(boolean isLong, Condition condition, int a, int b, int far) {
    if (holds(isLong, b)) {
      take(width(isLong), b);
      out.compare(isLong, a);
      held(isLong, b);
      jumpIf(condition.swapped(), far);
    } else {
      take(width(isLong), a);
      out.compare(isLong, b);
      held(isLong, a);
      jumpIf(condition, far);
    }
  }

  private void jumpNumber(boolean isLong, Condition condition, int a, int number, int far) {
    take(width(isLong), a);
    out.compareNumber(isLong, number);
    held(isLong, a);
    jumpIf(condition, far);
  }

  private void jumpIf(Condition condition, int far) {
    if (far > 0) {
      out.jumpIf(condition, target(at + far));
    } else {
      out.jumpIf(condition.inverse(), labels + at + 1);
      burnAndJump(far);
    }
  }

  // Functions.

  private void enter(int size) {
    out.checkStack(size);
    out.jumpIf(Condition.BELOW, leave());
    out.burn();
    out.jumpIf(Condition.NEGATIVE, aside(REFUEL, at, 0));
  }

  private void call(int size, int function) {
    int index = (int) ((function - AddressSpace.CODE) / Opcode.SIZE) - first;
    pushFrame(size);
    if (isFinal && index >= 0 && index < count) {
      out.call(labels + index);
    } else {
      out.constant(first + index);
      out.callByTable();
    }
    popFrame(size);
  }

  private void callWatched(int size, int function) {
    out.testWatchesCalls();
    out.jumpIf(Condition.NOT_EQUAL, leave());
    call(size, function);
  }

  private void callThrough(int size, int b) {
    take(Width.LONG, b);
    out.instructionNumber();
    out.jumpIf(Condition.ABOVE_OR_EQUAL, leave());
    pushFrame(size);
    out.callByTable();
    popFrame(size);
  }

  private void pushFrame(int size) {
    out.pushFrame(size, back());
  }

  private void popFrame(int size) {
    out.popFrame(size, back(), strangeReturn);
  }

  /** Where a call that is made here comes back to. */
  private int back() {
    return (int) AddressSpace.CODE + (first + at + 1) * Opcode.SIZE;
  }

  // Values.

  /** {@code A} = a slot, unless it is that already. */
  private void take(Width width, int slot) {
    boolean isLong = width == Width.LONG;
    if (holds(isLong, slot) && (isLong || width == Width.WORD || width == Width.EXTENDED_WORD)) {
      isEntry[at] = false;
      if (width == Width.EXTENDED_WORD) {
        out.extend();
      }
    } else {
      out.load(A, width, slot);
    }
  }

  /** A slot = {@code A}. */
  private void keep(Width width, int slot) {
    out.store(A, width, slot);
    if (width == Width.WORD || width == Width.LONG) {
      held(width == Width.LONG, slot);
    }
  }

  /** Whether {@code A} is known to be the same as a slot. */
  private boolean holds(boolean isLong, int slot) {
    return usable == slot && (usableIsLong || !isLong);
  }

  /** It is, after this instruction. */
  private void held(boolean isLong, int slot) {
    held = slot;
    heldIsLong = isLong;
  }

  private static Width width(boolean isLong) {
    return isLong ? Width.LONG : Width.WORD;
  }

  private void move(Width from, Width to, int a, int b) {
    take(from, b);
    keep(to, a);
  }

  private void extend(int a, int b) {
    // Of a value that is held, the upper half may be anything.
    out.load(A, Width.WORD, b);
    keep(Width.LONG, a);
  }

  private void number(long number, Width width, int a) {
    if (width == Width.WORD) {
      out.constant((int) number);
    } else {
      out.longConstant(number);
    }
    keep(width, a);
  }

  private void compute(Operation operation, boolean isLong, int a, int b, int c) {
    boolean reversed = operation != Operation.SUB && holds(isLong, c);
    take(width(isLong), reversed ? c : b);
    out.compute(operation, isLong, reversed ? b : c);
    keep(width(isLong), a);
  }

  private void computeNumber(Operation operation, boolean isLong, int a, int b, int number) {
    take(width(isLong), b);
    out.computeNumber(operation, isLong, number);
    keep(width(isLong), a);
  }

  private void index(int a, int b, int c) {
    take(Width.LONG, b);
    out.index(c);
    keep(Width.LONG, a);
  }

  private void shift(Shift shift, boolean isLong, int a, int b, int c) {
    take(width(isLong), b);
    out.load(B, Width.WORD, c);
    out.shift(shift, isLong);
    keep(width(isLong), a);
  }

  private void shiftNumber(Shift shift, int a, int b, int count) {
    take(Width.WORD, b);
    out.shiftNumber(shift, WORD, count & 31);
    keep(Width.WORD, a);
  }

  private void negate(boolean isLong, int a, int b) {
    take(width(isLong), b);
    out.negate(isLong);
    keep(width(isLong), a);
  }

  private void invert(boolean isLong, int a, int b) {
    take(width(isLong), b);
    out.invert(isLong);
    keep(width(isLong), a);
  }

  private void divide(boolean isSigned, boolean isLong, boolean remainder, int a, int b, int c) {
    take(width(isLong), b);
    out.load(B, width(isLong), c);
    out.divide(isSigned, isLong, remainder, leave());
    keep(width(isLong), a);
  }

  private void truth(boolean isLong, Condition condition, int a, int b, int c) {
    take(width(isLong), b);
    out.compare(isLong, c);
    out.truth(condition);
    keep(Width.WORD, a);
  }

  // Memory.

  /** {@code A} = an address that may be used. */
  private void reach(int slot, int number, boolean forWriting) {
    take(Width.LONG, slot);
    if (number != 0) {
      out.computeNumber(Operation.ADD, LONG, number);
    }
    out.checkAddress(forWriting);
    int fits = out.label();
    out.jumpIf(Condition.ABOVE, aside(MAPPING, at, fits));
    out.bind(fits);
  }

  private void load(Width from, Width to, int a, int b, int number) {
    reach(b, number, false);
    out.loadThrough(A, from);
    keep(to, a);
  }

  private void store(Width to, int a, int b, int number) {
    Width width = to == Width.LONG ? to : Width.WORD;
    if (a != b && holds(to == Width.LONG, b)) {
      take(width, b);
      out.copy();
      usable = NOTHING;
      reach(a, number, true);
    } else {
      reach(a, number, true);
      out.load(B, width, b);
    }
    out.storeThrough(B, to);
  }

  private void loadGlobal(Width width, int a, int offset) {
    out.loadGlobal(A, width, offset);
    keep(width, a);
  }

  private void storeGlobal(Width width, int offset, int b) {
    take(width, b);
    out.storeGlobal(A, width, offset);
    held(width == Width.LONG, b);
  }

  private void slotAddress(int a, int b) {
    out.slotAddress(b);
    keep(Width.LONG, a);
  }

  private void address(int a, int offset) {
    out.address(offset);
    keep(Width.LONG, a);
  }

  private void threadLocal(int a, int offset) {
    out.address(offset);
    out.addState(org.forkshell.abi.TranslatedCode.THREAD_LOCAL);
    keep(Width.LONG, a);
  }

  // Doubles.

  private void computeDouble(DoubleOperation operation, int a, int b, int c) {
    out.loadDouble(b);
    out.computeDouble(operation, c);
    out.storeDouble(a);
  }

  private void changeSign(int a, int b) {
    take(Width.LONG, b);
    out.changeSign();
    keep(Width.LONG, a);
  }

  private void truthOfDoubles(Condition condition, int a, int b, int c) {
    out.compareDoubles(condition, b, c);
    keep(Width.WORD, a);
  }

  private void toDouble(Width from, int a, int b) {
    take(from, b);
    out.toDouble(from == Width.LONG);
    out.storeDouble(a);
  }

  private void unsignedToDouble(int a, int b) {
    take(Width.LONG, b);
    out.compareNumber(LONG, 0);
    out.jumpIf(Condition.LESS, leave());
    out.toDouble(true);
    out.storeDouble(a);
  }

  private void fromDouble(Width to, int a, int b) {
    out.loadDouble(b);
    out.fromDouble(to == Width.LONG, leave());
    keep(to, a);
  }

  private void unsignedFromDouble(int a, int b) {
    out.loadDouble(b);
    out.fromDouble(true, leave());
    out.compareNumber(LONG, 0);
    out.jumpIf(Condition.LESS, leave());
    keep(Width.LONG, a);
  }

  private void roundToFloat(int a, int b) {
    out.loadDouble(b);
    out.roundToFloat();
    out.storeDouble(a);
  }

  private void floatToSlot(int a, int b) {
    out.loadFloat(b);
    out.storeDouble(a);
  }

  private void slotToFloat(int a, int b) {
    out.loadDouble(b);
    out.storeFloat(a);
  }

  private void loadFloat(int a, int b, int number) {
    reach(b, number, false);
    out.loadFloatThrough();
    out.storeDouble(a);
  }

  private void storeFloat(int a, int b, int number) {
    reach(a, number, true);
    out.loadDouble(b);
    out.storeFloatThrough();
  }
}
