package org.forkshell.codegen.translation;

import static org.forkshell.codegen.translation.Assembler.A;
import static org.forkshell.codegen.translation.Assembler.B;
import static org.forkshell.codegen.translation.Assembler.FRAME;
import static org.forkshell.codegen.translation.Assembler.ORIGIN;
import static org.forkshell.codegen.translation.Assembler.STATE;
import static org.forkshell.codegen.translation.Assembler.Width.DOUBLE;
import static org.forkshell.codegen.translation.Assembler.Width.FLOAT;
import static org.forkshell.codegen.translation.Assembler.Width.LONG;
import static org.forkshell.codegen.translation.Assembler.Width.WORD;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Operand;
import org.forkshell.abi.Segment;
import org.forkshell.abi.TranslatedCode;
import org.forkshell.codegen.translation.Assembler.Condition;
import org.forkshell.codegen.translation.Assembler.Operation;
import org.forkshell.codegen.translation.Assembler.Width;

/**
 * What each instruction of a segment becomes. Where the interpreter would stop, and for what is too
 * rare or too long, machine code is left in front of the instruction, and the interpreter does it.
 */
final class Templates {
  private static final Opcode[] OPCODES = Opcode.values();

  // Why code is out of the way: what is to be done before machine code is left.
  private static final int LEAVE = 0;
  private static final int REFUEL = 1;
  private static final int MAPPING = 2;

  /** No slot. */
  private static final int NOTHING = Integer.MIN_VALUE;

  private final Assembler out;
  private final int[] code;
  private final int first;
  private final int count;
  private final boolean isFinal;
  private final int labels;
  private final int leave;
  private final int strangeReturn;

  // Code out of the way: what, its label, the instruction, and where it goes on.
  private int[] aside = new int[1 << 10];
  private int asideCount;

  /** The instructions that others jump to. */
  private final boolean[] isTarget;

  /** Those at which machine code can be entered: they need nothing that the one before left. */
  private final boolean[] isEntry;

  // The instruction at work: which it is, its operands, and the label of leave(), or -1.
  private int at;
  private int a;
  private int b;
  private int c;
  private int leaving;

  // The slot that A is the same as: when the instruction begins, and when it has been done.
  private int usable = NOTHING;
  private boolean usableIsLong;
  private int held = NOTHING;
  private boolean heldIsLong;

  /**
   * @param isFinal whether none of the functions will be replaced
   * @param beginning where all machine code begins, seen from what {@code out} writes
   */
  Templates(Assembler out, Segment segment, boolean isFinal, int beginning) {
    this.out = out;
    this.code = new int[segment.bytes().length / 4];
    ByteBuffer.wrap(segment.bytes()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(code);
    this.first = number(segment.offset());
    this.count = code.length / 4;
    this.isFinal = isFinal;
    this.labels = out.labels(count + 1);
    this.leave = out.labelAt(beginning);
    this.strangeReturn = out.labelAt(beginning + Assembler.STRANGE_RETURN);
    this.isTarget = new boolean[count];
    this.isEntry = new boolean[count];
    Arrays.fill(isEntry, true);
  }

  private static int number(long offset) {
    return (int) ((offset - AddressSpace.CODE) / Opcode.SIZE);
  }

  /** Writes it all, at the end code that is seldom run. */
  void translate() {
    for (at = 0; at < count; at++) {
      Opcode opcode = read();
      noteTarget(opcode, 0, a);
      noteTarget(opcode, 1, b);
      noteTarget(opcode, 2, c);
    }
    for (at = 0; at < count; at++) {
      Opcode opcode = read();
      leaving = -1;
      usable = isTarget[at] ? NOTHING : held;
      usableIsLong = heldIsLong;
      held = NOTHING;
      out.bind(labels + at);
      translate(opcode);
    }
    out.bind(labels + count);
    leaveAt(count);
    for (int i = 0; i < asideCount; i += 4) {
      out.bind(aside[i + 1]);
      if (aside[i] == REFUEL) {
        out.put(FixedStep.UNBURN);
      } else if (aside[i] == MAPPING) {
        out.distance(A, TranslatedCode.MAPPINGS, TranslatedCode.MAPPED);
        out.jumpIf(Condition.BELOW_OR_EQUAL, aside[i + 3]);
      }
      leaveAt(aside[i + 2]);
    }
  }

  /** The part of the table for what was translated, which begins {@code from} in all code. */
  Segment table(int from) {
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = isEntry[i] ? from + out.place(labels + i) : 0;
    }
    ByteBuffer table = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    table.asIntBuffer().put(places);
    return new Segment(TranslatedCode.TABLE + 4L * first, table.array());
  }

  private Opcode read() {
    a = code[4 * at + 1];
    b = code[4 * at + 2];
    c = code[4 * at + 3];
    return OPCODES[code[4 * at]];
  }

  private void noteTarget(Opcode opcode, int operand, int far) {
    if (opcode.operand(operand) == Operand.JUMP && isHere(at + far)) {
      isTarget[at + far] = true;
    }
  }

  private boolean isHere(int index) {
    return index >= 0 && index < count;
  }

  private void leaveAt(int index) {
    out.set(A, WORD, first + index);
    out.jump(leave);
  }

  private int aside(int what, int index, int back) {
    if (asideCount + 4 > aside.length) {
      aside = Arrays.copyOf(aside, 2 * aside.length);
    }
    int label = out.labels(1);
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

  /** Where an instruction is. One that was not translated with this one is for the interpreter. */
  private int target(int index) {
    return isHere(index) ? labels + index : aside(LEAVE, index, 0);
  }

  private void translate(Opcode opcode) {
    switch (opcode) {
      case JMP -> jump(a);
      case JLT_W -> jump(WORD, Condition.LESS);
      case JLTI_W -> jumpNumber(WORD, Condition.LESS, b, c);
      case ADD_W -> compute(Operation.ADD, WORD);
      case ADDI_W -> computeNumber(Operation.ADD, WORD);
      case MOV_W -> move(WORD, WORD);
      case MOV_L -> move(LONG, LONG);
      case LDI_W -> constant(WORD, b);
      case JZ_W -> jumpNumber(WORD, Condition.EQUAL, 0, b);
      case JNZ_W -> jumpNumber(WORD, Condition.NOT_EQUAL, 0, b);
      case JEQI_W -> jumpNumber(WORD, Condition.EQUAL, b, c);
      case JNEI_W -> jumpNumber(WORD, Condition.NOT_EQUAL, b, c);
      case LDG_W -> loadGlobal(WORD);
      case STG_W -> storeGlobal(WORD);
      case JGEI_W -> jumpNumber(WORD, Condition.GREATER_OR_EQUAL, b, c);
      case JLE_W -> jump(WORD, Condition.LESS_OR_EQUAL);

      case CALL -> call();
      case ENTER -> enter();
      case RET -> giveBack();
      case LD_W -> load(WORD);
      case ST_W -> store(WORD);
      case LD_L -> load(LONG);
      case ST_L -> store(LONG);
      case LD_B -> load(Width.BYTE);
      case ST_B -> store(Width.BYTE);
      case INDEX -> compute(FixedStep.INDEX, LONG, Width.EXTENDED_WORD);
      case ADD_L -> compute(Operation.ADD, LONG);
      case ADDI_L -> computeNumber(Operation.ADD, LONG);
      case SUB_W -> compute(Operation.SUB, WORD);
      case MUL_W -> compute(Operation.MUL, WORD);
      case JLEI_W -> jumpNumber(WORD, Condition.LESS_OR_EQUAL, b, c);
      case JGTI_W -> jumpNumber(WORD, Condition.GREATER, b, c);

      case JEQ_W -> jump(WORD, Condition.EQUAL);
      case JNE_W -> jump(WORD, Condition.NOT_EQUAL);
      case JULT_W -> jump(WORD, Condition.BELOW);
      case JULE_W -> jump(WORD, Condition.BELOW_OR_EQUAL);
      case JZ_L -> jumpNumber(LONG, Condition.EQUAL, 0, b);
      case JNZ_L -> jumpNumber(LONG, Condition.NOT_EQUAL, 0, b);
      case JEQ_L -> jump(LONG, Condition.EQUAL);
      case JNE_L -> jump(LONG, Condition.NOT_EQUAL);
      case JLT_L -> jump(LONG, Condition.LESS);
      case JLE_L -> jump(LONG, Condition.LESS_OR_EQUAL);
      case JULT_L -> jump(LONG, Condition.BELOW);
      case JULE_L -> jump(LONG, Condition.BELOW_OR_EQUAL);
      case CALLR -> callThrough();

      case ANDI_W -> computeNumber(Operation.AND, WORD);
      case LDG_L -> loadGlobal(LONG);
      case STG_L -> storeGlobal(LONG);
      case LEA -> address(FRAME);
      case LEAG -> address(ORIGIN);
      case LDI_L -> constant(LONG, (long) c << 32 | b & 0xFFFF_FFFFL);
      case EXTEND -> move(Width.EXTENDED_WORD, LONG);
      case W_TO_D -> change(FixedStep.W_TO_D, WORD, DOUBLE);
      case MULI_W -> computeNumber(Operation.MUL, WORD);
      case MULI_L -> computeNumber(Operation.MUL, LONG);
      case DIV_D -> compute(Operation.DIV_D, DOUBLE);
      case DIV_W -> divide(FixedStep.DIV_W, FixedStep.DIVISOR_W, WORD);
      case REM_W -> divide(FixedStep.REM_W, FixedStep.DIVISOR_W, WORD);
      case ADD_D -> compute(Operation.ADD_D, DOUBLE);
      case SUB_D -> compute(Operation.SUB_D, DOUBLE);
      case MUL_D -> compute(Operation.MUL_D, DOUBLE);

      case LD_UB -> load(Width.UNSIGNED_BYTE);
      case LD_H -> load(Width.HALF);
      case LD_UH -> load(Width.UNSIGNED_HALF);
      case LD_F -> load(FLOAT);
      case ST_H -> store(Width.HALF);
      case ST_F -> store(FLOAT);
      case MOV_B -> move(Width.BYTE, WORD);
      case MOV_UB -> move(Width.UNSIGNED_BYTE, WORD);
      case MOV_H -> move(Width.HALF, WORD);
      case MOV_UH -> move(Width.UNSIGNED_HALF, WORD);
      case MOV_F -> move(FLOAT, DOUBLE);
      case PUT_B -> move(WORD, Width.BYTE);
      case PUT_H -> move(WORD, Width.HALF);
      case PUT_F -> move(DOUBLE, FLOAT);

      case MUL_L -> compute(Operation.MUL, LONG);
      case UDIV_W -> divide(FixedStep.UDIV_W, FixedStep.UDIVISOR_W, WORD);
      case UREM_W -> divide(FixedStep.UREM_W, FixedStep.UDIVISOR_W, WORD);
      case AND_W -> compute(Operation.AND, WORD);
      case OR_W -> compute(Operation.OR, WORD);
      case XOR_W -> compute(Operation.XOR, WORD);
      case SHL_W -> compute(FixedStep.SHL_W, WORD, WORD);
      case SHR_W -> compute(FixedStep.SHR_W, WORD, WORD);
      case USHR_W -> compute(FixedStep.USHR_W, WORD, WORD);
      case NEG_W -> change(FixedStep.NEG_W, WORD, WORD);
      case NOT_W -> change(FixedStep.NOT_W, WORD, WORD);
      case SHRI_W -> computeNumber(Operation.SHR, WORD);
      case USHRI_W -> computeNumber(Operation.USHR, WORD);
      case DIV_L -> divide(FixedStep.DIV_L, FixedStep.DIVISOR_L, LONG);
      case REM_L -> divide(FixedStep.REM_L, FixedStep.DIVISOR_L, LONG);
      case UDIV_L -> divide(FixedStep.UDIV_L, FixedStep.UDIVISOR_L, LONG);

      case UREM_L -> divide(FixedStep.UREM_L, FixedStep.UDIVISOR_L, LONG);
      case AND_L -> compute(Operation.AND, LONG);
      case OR_L -> compute(Operation.OR, LONG);
      case XOR_L -> compute(Operation.XOR, LONG);
      case SHL_L -> compute(FixedStep.SHL_L, LONG, WORD);
      case SHR_L -> compute(FixedStep.SHR_L, LONG, WORD);
      case USHR_L -> compute(FixedStep.USHR_L, LONG, WORD);
      case NEG_L -> change(FixedStep.NEG_L, LONG, LONG);
      case NOT_L -> change(FixedStep.NOT_L, LONG, LONG);
      case EQ_W -> truth(WORD, b, c, FixedStep.IS_EQUAL);
      case NE_W -> truth(WORD, b, c, FixedStep.IS_NOT_EQUAL);
      case LT_W -> truth(WORD, b, c, FixedStep.IS_LESS);
      case LE_W -> truth(WORD, b, c, FixedStep.IS_LESS_OR_EQUAL);
      case ULT_W -> truth(WORD, b, c, FixedStep.IS_BELOW);
      case ULE_W -> truth(WORD, b, c, FixedStep.IS_BELOW_OR_EQUAL);
      case EQ_L -> truth(LONG, b, c, FixedStep.IS_EQUAL);

      case NE_L -> truth(LONG, b, c, FixedStep.IS_NOT_EQUAL);
      case LT_L -> truth(LONG, b, c, FixedStep.IS_LESS);
      case LE_L -> truth(LONG, b, c, FixedStep.IS_LESS_OR_EQUAL);
      case ULT_L -> truth(LONG, b, c, FixedStep.IS_BELOW);
      case ULE_L -> truth(LONG, b, c, FixedStep.IS_BELOW_OR_EQUAL);
      case UEXTEND -> move(Width.UNSIGNED_WORD, LONG);
      case SHLI_W -> computeNumber(Operation.SHL, WORD);
      case NEG_D -> change(FixedStep.NEG_D, LONG, LONG);
      case EQ_D -> truth(DOUBLE, b, c, FixedStep.IS_EQUAL_D);
      case NE_D -> truth(DOUBLE, b, c, FixedStep.IS_NOT_EQUAL_D);
      case LT_D -> truth(DOUBLE, c, b, FixedStep.IS_GREATER_D);
      case LE_D -> truth(DOUBLE, c, b, FixedStep.IS_GREATER_OR_EQUAL_D);
      case SUB_L -> compute(Operation.SUB, LONG);
      case L_TO_D -> change(FixedStep.L_TO_D, LONG, DOUBLE);
      case UL_TO_D -> unsignedToDouble();
      case D_TO_W -> fromDouble(WORD, true);

      case D_TO_L -> fromDouble(LONG, true);
      case D_TO_UL -> fromDouble(LONG, false);
      case ROUND_F -> change(FixedStep.ROUND_F, DOUBLE, DOUBLE);
      case LEAT -> threadLocal();
      case CALLU -> callUnlessWatched();

      case NATIVE, SYSTEM, HALT, COPY, CLEAR -> leaveAt(at);
      case CHANGE, SWAP_B, SWAP_H, SWAP_W, SWAP_L -> leaveAt(at);
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
    out.put(FixedStep.BURN);
    out.jumpIf(Condition.NEGATIVE, false, target(at + far));
    out.jump(aside(REFUEL, at, 0));
  }

  private void jump(Width width, Condition condition) {
    boolean isSwapped = holds(width, b);
    take(width, isSwapped ? b : a);
    out.compute(Operation.COMPARE, width, FRAME, isSwapped ? a : b);
    hold(width, isSwapped ? b : a);
    jumpIf(isSwapped ? condition.swapped() : condition, c);
  }

  private void jumpNumber(Width width, Condition condition, int number, int far) {
    take(width, a);
    out.computeNumber(Operation.COMPARE, width, number);
    hold(width, a);
    jumpIf(condition, far);
  }

  private void jumpIf(Condition condition, int far) {
    if (far > 0) {
      out.jumpIf(condition, target(at + far));
    } else {
      out.jumpIf(condition, false, labels + at + 1);
      burnAndJump(far);
    }
  }

  // Functions.

  private void enter() {
    out.address(A, FRAME, -a);
    out.put(FixedStep.CHECK_STACK);
    out.jumpIf(Condition.BELOW, leave());
    out.put(FixedStep.BURN);
    out.jumpIf(Condition.NEGATIVE, aside(REFUEL, at, 0));
  }

  private void call() {
    int index = number(b) - first;
    out.link(-a - Opcode.SIZE, back());
    if (isFinal && isHere(index)) {
      out.call(labels + index);
    } else {
      out.set(A, WORD, first + index);
      out.put(FixedStep.LOOK_UP);
      out.put(FixedStep.CALL);
    }
    popFrame();
  }

  private void callUnlessWatched() {
    out.load(A, WORD, STATE, TranslatedCode.WATCHES_CALLS);
    out.computeNumber(Operation.COMPARE, WORD, 0);
    out.jumpIf(Condition.NOT_EQUAL, leave());
    call();
  }

  private void callThrough() {
    take(LONG, b);
    out.instructionNumber(leave());
    out.link(-a - Opcode.SIZE, back());
    out.put(FixedStep.LOOK_UP);
    out.put(FixedStep.CALL);
    popFrame();
  }

  /** Goes back to this frame, if what links it is what was made. */
  private void popFrame() {
    out.put(FixedStep.RETURNED);
    out.address(A, ORIGIN, back());
    out.compute(Operation.COMPARE, LONG, FRAME, 0);
    out.jumpIf(Condition.NOT_EQUAL, strangeReturn);
    out.address(A, FRAME, a + Opcode.SIZE);
    out.compute(Operation.COMPARE, LONG, FRAME, 8);
    out.jumpIf(Condition.NOT_EQUAL, strangeReturn);
    out.put(FixedStep.MOVE_FRAME);
  }

  /** The offset of where a call that is made here comes back to. */
  private int back() {
    return (int) AddressSpace.CODE + (first + at + 1) * Opcode.SIZE;
  }

  /** Comes back, with the number of the instruction that does. */
  private void giveBack() {
    out.set(B, WORD, first + at);
    out.put(FixedStep.RETURN);
  }

  // Values.

  /** {@code A} = a slot, unless it is that already. */
  private void take(Width width, int slot) {
    if (!holds(width, slot)) {
      out.load(A, width, FRAME, slot);
      return;
    }
    isEntry[at] = false;
    if (width == Width.EXTENDED_WORD) {
      out.put(FixedStep.EXTEND);
    }
  }

  /** A slot = {@code A}. */
  private void keep(Width width, int slot) {
    out.store(A, width, FRAME, slot);
    if (width == WORD || width == LONG) {
      hold(width, slot);
    }
  }

  /** Whether {@code A} is known to be the same as a slot. The upper half of a word is not known. */
  private boolean holds(Width width, int slot) {
    return usable == slot
        && (width == WORD || width == Width.EXTENDED_WORD || width == LONG && usableIsLong);
  }

  /** It is, after this instruction. */
  private void hold(Width width, int slot) {
    held = slot;
    heldIsLong = width == LONG;
  }

  private void move(Width from, Width to) {
    take(from, b);
    keep(to, a);
  }

  private void change(FixedStep step, Width from, Width to) {
    take(from, b);
    out.put(step);
    keep(to, a);
  }

  private void constant(Width width, long number) {
    out.set(A, width, number);
    keep(width, a);
  }

  private void compute(Operation operation, Width width) {
    boolean isSwapped = operation != Operation.SUB && holds(width, c);
    take(width, isSwapped ? c : b);
    out.compute(operation, width, FRAME, isSwapped ? b : c);
    keep(width, a);
  }

  private void computeNumber(Operation operation, Width width) {
    take(width, b);
    out.computeNumber(operation, width, c);
    keep(width, a);
  }

  private void compute(FixedStep step, Width width, Width other) {
    take(width, b);
    out.load(B, other, FRAME, c);
    out.put(step);
    keep(width, a);
  }

  private void divide(FixedStep step, FixedStep check, Width width) {
    take(width, b);
    out.load(B, width, FRAME, c);
    out.put(check);
    out.jumpIf(Condition.BELOW_OR_EQUAL, leave());
    out.put(step);
    keep(width, a);
  }

  private void truth(Width width, int left, int right, FixedStep is) {
    take(width, left);
    out.compute(width == DOUBLE ? Operation.COMPARE_D : Operation.COMPARE, width, FRAME, right);
    out.put(is);
    out.put(FixedStep.TRUTH);
    keep(WORD, a);
  }

  // Memory.

  /** {@code A} = an address that may be used. */
  private void reach(int slot, FixedStep check) {
    take(LONG, slot);
    if (c != 0) {
      out.computeNumber(Operation.ADD, LONG, c);
    }
    out.put(check);
    int fits = out.labels(1);
    out.jumpIf(Condition.ABOVE, aside(MAPPING, at, fits));
    out.bind(fits);
  }

  private void load(Width from) {
    reach(b, FixedStep.CHECK_READ);
    out.load(A, from, A, 0);
    keep(from.inSlot(), a);
  }

  private void store(Width to) {
    Width width = to.inSlot();
    // There is one register for doubles.
    int value = to == FLOAT ? A : B;
    if (a != b && holds(width, b)) {
      take(width, b);
      out.put(FixedStep.COPY);
      usable = NOTHING;
      reach(a, FixedStep.CHECK_WRITE);
    } else {
      reach(a, FixedStep.CHECK_WRITE);
      out.load(value, width, FRAME, b);
    }
    out.store(value, to, A, 0);
  }

  private void loadGlobal(Width width) {
    out.load(A, width, ORIGIN, b);
    keep(width, a);
  }

  private void storeGlobal(Width width) {
    take(width, b);
    out.store(A, width, ORIGIN, a);
    hold(width, b);
  }

  private void address(int base) {
    out.address(A, base, b);
    keep(LONG, a);
  }

  private void threadLocal() {
    out.address(A, ORIGIN, b);
    out.compute(Operation.ADD, LONG, STATE, TranslatedCode.THREAD_LOCAL);
    keep(LONG, a);
  }

  // Doubles.

  private void unsignedToDouble() {
    take(LONG, b);
    leaveIfNegative();
    out.put(FixedStep.L_TO_D);
    keep(DOUBLE, a);
  }

  private void fromDouble(Width to, boolean isSigned) {
    take(DOUBLE, b);
    out.fromDouble(to, leave());
    if (!isSigned) {
      leaveIfNegative();
    }
    keep(to, a);
  }

  private void leaveIfNegative() {
    out.computeNumber(Operation.COMPARE, LONG, 0);
    out.jumpIf(Condition.LESS, leave());
  }
}
