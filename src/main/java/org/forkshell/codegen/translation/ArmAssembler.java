package org.forkshell.codegen.translation;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.TranslatedCode;

/**
 * For AArch64: "Arm Architecture Reference Manual for A-profile architecture", chapters C4 and C6.
 * Registers that a called function keeps hold what machine code needs all the time.
 */
final class ArmAssembler extends Assembler {
  private static final int SPARE = 3;
  private static final int CODE = 4;
  private static final int DATA = 5;
  private static final int READABLE = 6;
  private static final int WRITABLE = 7;
  private static final int FAR = 17;
  private static final int FRAME = 19;
  private static final int ORIGIN = 20;
  private static final int FUEL = 21;
  private static final int STATE = 22;
  private static final int START = 23;
  private static final int TABLE = 24;
  private static final int LINK = 30;

  /** The stack pointer, or zero: the instruction decides. */
  private static final int SP = 31;

  private static final int ZERO = 31;

  /** In an instruction on words: the same one on long words. */
  private static final int IS_LONG = 0x8000_0000;

  // Loads and stores with an offset of nine bits.
  private static final int LOAD_DOUBLE = 0xFC40_0000;
  private static final int STORE_DOUBLE = 0xFC00_0000;
  private static final int LOAD_FLOAT = 0xBC40_0000;
  private static final int STORE_FLOAT = 0xBC00_0000;
  private static final int LOAD_LONG = 0xF840_0000;
  private static final int LOAD_WORD = 0xB840_0000;

  /** In one of those: the offset is in a register. */
  private static final int BY_REGISTER = 0x0020_6800;

  private static final int ADD = 0x0B00_0000;
  private static final int SUB = 0x4B00_0000;
  private static final int COMPARE = 0x6B00_0000;
  private static final int ADD_NUMBER = 0x1100_0000;
  private static final int SUB_NUMBER = 0x5100_0000;
  private static final int COMPARE_NUMBER = 0x7100_0000;
  private static final int MOVE = 0x2A00_0000;

  private static final int UNORDERED = 6;

  @Override
  void lead(int from, int to) {
    intAt(from, intAt(from) | (to - from) >> 2 & 0x3FF_FFFF);
  }

  // Encoding.

  private static int size(boolean isLong) {
    return isLong ? IS_LONG : 0;
  }

  private void registers(int opcode, int target, int left, int right) {
    putInt(opcode | right << 16 | left << 5 | target);
  }

  private void number(int opcode, int target, int left, int number) {
    putInt(opcode | number << 10 | left << 5 | target);
  }

  private static boolean isSmall(int number) {
    return number >= 0 && number < 4096;
  }

  private void move(int target, int from) {
    registers(MOVE | IS_LONG, target, ZERO, from);
  }

  private void memory(int opcode, int register, int base, int displacement) {
    if (displacement >= -256 && displacement < 256) {
      putInt(opcode | (displacement & 0x1FF) << 12 | base << 5 | register);
    } else {
      set(FAR, displacement);
      registers(opcode | BY_REGISTER, register, base, FAR);
    }
  }

  private void set(int register, long number) {
    // The sixteen bits that come last are put in first, with all others 0 or 1.
    boolean isNegative = number < 0;
    int first = -1;
    for (int i = 0; i < 4; i++) {
      int part = (int) (number >>> 16 * i) & 0xFFFF;
      if (part != (isNegative ? 0xFFFF : 0) || i == 3 && first < 0) {
        int opcode = first >= 0 ? 0xF280_0000 : isNegative ? 0x9280_0000 : 0xD280_0000;
        int bits = first < 0 && isNegative ? ~part & 0xFFFF : part;
        putInt(opcode | i << 21 | bits << 5 | register);
        first = i;
      }
    }
  }

  private static int code(Condition condition) {
    return switch (condition) {
      case EQUAL -> 0;
      case NOT_EQUAL -> 1;
      case ABOVE_OR_EQUAL -> 2;
      case BELOW -> 3;
      case NEGATIVE -> 4;
      case NOT_NEGATIVE -> 5;
      case ABOVE -> 8;
      case BELOW_OR_EQUAL -> 9;
      case GREATER_OR_EQUAL -> 10;
      case LESS -> 11;
      case GREATER -> 12;
      case LESS_OR_EQUAL -> 13;
    };
  }

  // Coming and going.

  private void pair(int opcode, int register, int displacement) {
    putInt(opcode | (displacement >> 3 & 0x7F) << 15 | (register + 1) << 10 | SP << 5 | register);
  }

  @Override
  void entry() {
    registers(ADD | IS_LONG | 4 << 10, A, CODE, A);
    memory(storing(Width.LONG), A, STATE, TranslatedCode.PC);
    memory(storing(Width.LONG), FRAME, STATE, TranslatedCode.FP);
    memory(storing(Width.WORD), FUEL, STATE, TranslatedCode.FUEL);
    memory(LOAD_LONG, SPARE, STATE, TranslatedCode.SP);
    number(ADD_NUMBER | IS_LONG, SP, SPARE, 0);
    pair(0xA940_0000, 29, 48); // ldp x29, x30, [sp, 48]
    pair(0xA940_0000, 23, 32);
    pair(0xA940_0000, 21, 16);
    pair(0xA8C0_0000, 19, 64); // ldp x19, x20, [sp], 64
    putInt(0xD65F_03C0); // ret
    pad(TranslatedCode.ENTRY);
    pair(0xA980_0000, 19, -64); // stp x19, x20, [sp, -64]!
    pair(0xA900_0000, 21, 16);
    pair(0xA900_0000, 23, 32);
    pair(0xA900_0000, 29, 48);
    // A native method gets the JVM's environment and its class before its parameters.
    move(STATE, 2);
    number(ADD_NUMBER | IS_LONG, SPARE, SP, 0);
    memory(storing(Width.LONG), SPARE, STATE, TranslatedCode.SP);
    memory(LOAD_LONG, A, STATE, TranslatedCode.PC);
    memory(LOAD_LONG, FRAME, STATE, TranslatedCode.FP);
    memory(LOAD_WORD, FUEL, STATE, TranslatedCode.FUEL);
    memory(LOAD_LONG, READABLE, STATE, TranslatedCode.READABLE);
    memory(LOAD_LONG, WRITABLE, STATE, TranslatedCode.WRITABLE);
    set(ORIGIN, AddressSpace.ORIGIN);
    set(CODE, AddressSpace.ORIGIN + AddressSpace.CODE);
    set(DATA, AddressSpace.ORIGIN + AddressSpace.DATA);
    set(START, AddressSpace.ORIGIN + TranslatedCode.START);
    set(TABLE, AddressSpace.ORIGIN + TranslatedCode.TABLE);
    sum(LINK, START, UNCALLED);
    registers(SUB | IS_LONG, A, A, CODE);
    shiftNumber(Shift.UNSIGNED_RIGHT, true, 4);
    jumpByTable();
    // Here the link register leads here, too.
    pad(STRANGE_RETURN);
    int leave = label();
    memory(LOAD_LONG, A, FRAME, 0);
    instructionNumber();
    jumpIf(Condition.ABOVE_OR_EQUAL, leave);
    memory(LOAD_LONG, SPARE, FRAME, 8);
    distance(SPARE, TranslatedCode.STACK, TranslatedCode.FRAMES);
    jumpIf(Condition.ABOVE, leave);
    memory(LOAD_LONG, FRAME, FRAME, 8);
    jumpByTable();
    bind(leave);
    move(A, B);
    int beginning = label();
    bind(beginning, 0);
    jump(beginning);
  }

  private void pad(int place) {
    while (size() < place) {
      putInt(0xD503_201F); // nop
    }
  }

  @Override
  void jump(int label) {
    refer(size(), label);
    putInt(0x1400_0000);
  }

  @Override
  void jumpIf(Condition condition, int label) {
    jumpIf(code(condition), label);
  }

  private void jumpIf(int condition, int label) {
    int far = place(label) == NOWHERE ? 0 : place(label) - size();
    if (far < 0 && far > -(1 << 20)) {
      putInt(0x5400_0000 | (far >> 2 & 0x7_FFFF) << 5 | condition);
    } else {
      // A jump on a condition does not reach as far as another.
      putInt(0x5400_0000 | 2 << 5 | condition ^ 1);
      jump(label);
    }
  }

  @Override
  void jumpByTable() {
    code();
    putInt(0xD61F_0000 | T << 5); // br
  }

  /** {@code T} = where the code of the instruction is whose number {@code A} is. */
  private void code() {
    registers(0xB860_7800, T, TABLE, A); // ldr w2, [x24, x0, lsl 2]
    registers(ADD | IS_LONG, T, T, START);
  }

  @Override
  void instructionNumber() {
    registers(SUB | IS_LONG, A, A, CODE);
    // Those that are no multiple of an instruction's size become very high.
    registers(0x93C0_0000 | 4 << 10, A, A, A); // ror
    set(SPARE, TranslatedCode.INSTRUCTIONS);
    registers(COMPARE | IS_LONG, ZERO, A, SPARE);
  }

  // Values.

  @Override
  void constant(int number) {
    set(A, number);
  }

  @Override
  void longConstant(long number) {
    set(A, number);
  }

  private static int loading(Width width) {
    return switch (width) {
      case BYTE -> 0x38C0_0000;
      case UNSIGNED_BYTE -> 0x3840_0000;
      case HALF -> 0x78C0_0000;
      case UNSIGNED_HALF -> 0x7840_0000;
      case WORD -> LOAD_WORD;
      case EXTENDED_WORD -> 0xB880_0000;
      case LONG -> LOAD_LONG;
    };
  }

  private static int storing(Width width) {
    return switch (width) {
      case BYTE, UNSIGNED_BYTE -> 0x3800_0000;
      case HALF, UNSIGNED_HALF -> 0x7800_0000;
      case WORD -> 0xB800_0000;
      case EXTENDED_WORD, LONG -> 0xF800_0000;
    };
  }

  @Override
  void load(int register, Width width, int slot) {
    memory(loading(width), register, FRAME, slot);
  }

  @Override
  void store(int register, Width width, int slot) {
    memory(storing(width), register, FRAME, slot);
  }

  @Override
  void loadThrough(int register, Width width) {
    memory(loading(width), register, A, 0);
  }

  @Override
  void storeThrough(int register, Width width) {
    memory(storing(width), register, A, 0);
  }

  @Override
  void loadGlobal(int register, Width width, int offset) {
    memory(loading(width), register, ORIGIN, offset);
  }

  @Override
  void storeGlobal(int register, Width width, int offset) {
    memory(storing(width), register, ORIGIN, offset);
  }

  @Override
  void slotAddress(int slot) {
    sum(A, FRAME, slot);
  }

  @Override
  void address(int offset) {
    sum(A, ORIGIN, offset);
  }

  private void sum(int target, int base, int number) {
    if (isSmall(number)) {
      number(ADD_NUMBER | IS_LONG, target, base, number);
    } else if (isSmall(-number)) {
      number(SUB_NUMBER | IS_LONG, target, base, -number);
    } else {
      set(FAR, number);
      registers(ADD | IS_LONG, target, base, FAR);
    }
  }

  @Override
  void addState(int field) {
    memory(LOAD_LONG, T, STATE, field);
    registers(ADD | IS_LONG, A, A, T);
  }

  @Override
  void compute(Operation operation, boolean isLong, int slot) {
    load(SPARE, isLong ? Width.LONG : Width.WORD, slot);
    compute(operation, isLong);
  }

  private void compute(Operation operation, boolean isLong) {
    int opcode =
        switch (operation) {
          case ADD -> ADD;
          case SUB -> SUB;
          case AND -> 0x0A00_0000;
          case OR -> 0x2A00_0000;
          case XOR -> 0x4A00_0000;
          case MUL -> 0x1B00_7C00;
        };
    registers(opcode | size(isLong), A, A, SPARE);
  }

  @Override
  void computeNumber(Operation operation, boolean isLong, int number) {
    if (operation == Operation.ADD && isLong) {
      sum(A, A, number);
    } else {
      set(SPARE, number);
      compute(operation, isLong);
    }
  }

  @Override
  void copy() {
    move(B, A);
  }

  @Override
  void index(int slot) {
    load(B, Width.EXTENDED_WORD, slot);
    registers(ADD | IS_LONG | 2 << 10, A, A, B);
  }

  @Override
  void extend() {
    registers(0x9340_7C00, A, A, 0); // sxtw
  }

  @Override
  void shift(Shift shift, boolean isLong) {
    int opcode =
        switch (shift) {
          case LEFT -> 0x1AC0_2000;
          case UNSIGNED_RIGHT -> 0x1AC0_2400;
          case RIGHT -> 0x1AC0_2800;
        };
    registers(opcode | size(isLong), A, A, B);
  }

  @Override
  void shiftNumber(Shift shift, boolean isLong, int count) {
    int bits = isLong ? 64 : 32;
    int opcode = (shift == Shift.RIGHT ? 0x1300_0000 : 0x5300_0000) | (isLong ? 0x8040_0000 : 0);
    boolean isLeft = shift == Shift.LEFT;
    int rotated = isLeft ? -count & bits - 1 : count;
    int last = isLeft ? bits - 1 - count : bits - 1;
    putInt(opcode | rotated << 16 | last << 10 | A << 5 | A);
  }

  @Override
  void negate(boolean isLong) {
    registers(SUB | size(isLong), A, ZERO, A);
  }

  @Override
  void invert(boolean isLong) {
    registers(0x2A20_0000 | size(isLong), A, ZERO, A);
  }

  @Override
  void changeSign() {
    putInt(0xD241_0000 | A << 5 | A); // eor x0, x0, 1 << 63
  }

  @Override
  void divide(boolean isSigned, boolean isLong, boolean remainder, int refused) {
    int size = size(isLong);
    if (isSigned) {
      // This processor refuses nothing: divisors of 0 and -1 are those that are to be refused.
      number(ADD_NUMBER | size, T, B, 1);
      number(COMPARE_NUMBER | size, ZERO, T, 1);
      jumpIf(Condition.BELOW_OR_EQUAL, refused);
    } else {
      number(COMPARE_NUMBER | size, ZERO, B, 0);
      jumpIf(Condition.EQUAL, refused);
    }
    registers((isSigned ? 0x1AC0_0C00 : 0x1AC0_0800) | size, SPARE, A, B);
    if (remainder) {
      registers(0x1B00_8000 | size | A << 10, A, SPARE, B); // a = a - quotient * b
    } else {
      move(A, SPARE);
    }
  }

  @Override
  void compare(boolean isLong, int slot) {
    load(SPARE, isLong ? Width.LONG : Width.WORD, slot);
    registers(COMPARE | size(isLong), ZERO, A, SPARE);
  }

  @Override
  void compareNumber(boolean isLong, int number) {
    if (isSmall(number)) {
      number(COMPARE_NUMBER | size(isLong), ZERO, A, number);
    } else {
      set(SPARE, number);
      registers(COMPARE | size(isLong), ZERO, A, SPARE);
    }
  }

  @Override
  void truth(Condition condition) {
    putInt(0x1A9F_07E0 | (code(condition) ^ 1) << 12 | A); // cset
  }

  // What a thread may do.

  @Override
  void burn() {
    number(COMPARE_NUMBER, FUEL, FUEL, 1); // subs
  }

  @Override
  void unburn() {
    number(ADD_NUMBER, FUEL, FUEL, 1);
  }

  @Override
  void testWatchesCalls() {
    memory(LOAD_WORD, SPARE, STATE, TranslatedCode.WATCHES_CALLS);
    number(COMPARE_NUMBER, ZERO, SPARE, 0);
  }

  @Override
  void checkAddress(boolean forWriting) {
    registers(SUB | IS_LONG, T, A, forWriting ? DATA : CODE);
    registers(COMPARE | IS_LONG, ZERO, T, forWriting ? WRITABLE : READABLE);
  }

  @Override
  void checkMapping() {
    distance(A, TranslatedCode.MAPPINGS, TranslatedCode.MAPPED);
  }

  /** Compares how far an address lies behind a field of the state with another field. */
  private void distance(int address, int from, int most) {
    memory(LOAD_LONG, T, STATE, from);
    registers(SUB | IS_LONG, T, address, T);
    memory(LOAD_LONG, SPARE, STATE, most);
    registers(COMPARE | IS_LONG, ZERO, T, SPARE);
  }

  @Override
  void checkStack(int size) {
    sum(A, FRAME, -size);
    memory(LOAD_LONG, SPARE, STATE, TranslatedCode.STACK_LIMIT);
    registers(COMPARE | IS_LONG, ZERO, A, SPARE);
  }

  @Override
  void pushFrame(int size, int back) {
    sum(T, ORIGIN, back);
    sum(SPARE, FRAME, -size - Opcode.SIZE);
    putInt(0xA900_0000 | FRAME << 10 | SPARE << 5 | T); // stp
    move(FRAME, SPARE);
  }

  @Override
  void call(int label) {
    putInt(0xF81F_0FE0 | LINK); // str x30, [sp, -16]!
    refer(size(), label);
    putInt(0x9400_0000); // bl
  }

  @Override
  void callByTable() {
    code();
    putInt(0xF81F_0FE0 | LINK);
    putInt(0xD63F_0000 | T << 5); // blr
  }

  @Override
  void giveBack(int number) {
    set(B, number);
    putInt(0xD65F_03C0); // ret
  }

  @Override
  void popFrame(int size, int back, int strange) {
    putInt(0xF841_07E0 | LINK); // ldr x30, [sp], 16
    sum(T, ORIGIN, back);
    memory(LOAD_LONG, SPARE, FRAME, 0);
    registers(COMPARE | IS_LONG, ZERO, SPARE, T);
    jumpIf(Condition.NOT_EQUAL, strange);
    sum(T, FRAME, size + Opcode.SIZE);
    memory(LOAD_LONG, SPARE, FRAME, 8);
    registers(COMPARE | IS_LONG, ZERO, SPARE, T);
    jumpIf(Condition.NOT_EQUAL, strange);
    move(FRAME, T);
  }

  // Doubles.

  @Override
  void loadDouble(int slot) {
    memory(LOAD_DOUBLE, 0, FRAME, slot);
  }

  @Override
  void storeDouble(int slot) {
    memory(STORE_DOUBLE, 0, FRAME, slot);
  }

  @Override
  void loadFloat(int slot) {
    memory(LOAD_FLOAT, 0, FRAME, slot);
    widen();
  }

  @Override
  void storeFloat(int slot) {
    narrow();
    memory(STORE_FLOAT, 0, FRAME, slot);
  }

  @Override
  void loadFloatThrough() {
    memory(LOAD_FLOAT, 0, A, 0);
    widen();
  }

  @Override
  void storeFloatThrough() {
    narrow();
    memory(STORE_FLOAT, 0, A, 0);
  }

  private void widen() {
    putInt(0x1E22_C000); // fcvt d0, s0
  }

  private void narrow() {
    putInt(0x1E62_4000); // fcvt s0, d0
  }

  @Override
  void computeDouble(DoubleOperation operation, int slot) {
    memory(LOAD_DOUBLE, 1, FRAME, slot);
    int opcode =
        switch (operation) {
          case ADD -> 0x1E60_2800;
          case SUB -> 0x1E60_3800;
          case MUL -> 0x1E60_0800;
          case DIV -> 0x1E60_1800;
        };
    registers(opcode, 0, 0, 1);
  }

  @Override
  void roundToFloat() {
    narrow();
    widen();
  }

  @Override
  void toDouble(boolean fromLong) {
    registers(0x1E62_0000 | size(fromLong), 0, A, 0); // scvtf
  }

  @Override
  void fromDouble(boolean toLong, int unfit) {
    registers(0x1E60_2000, 0, 0, 0); // fcmp d0, d0
    jumpIf(UNORDERED, unfit);
    registers(0x9E78_0000, A, 0, 0); // fcvtzs x0, d0
    // This processor gives the nearest number for what does not fit.
    if (toLong) {
      set(SPARE, Long.MAX_VALUE);
      registers(COMPARE | IS_LONG, ZERO, A, SPARE);
      jumpIf(Condition.EQUAL, unfit);
    } else {
      registers(0x9340_7C00, SPARE, A, 0); // sxtw
      registers(COMPARE | IS_LONG, ZERO, A, SPARE);
      jumpIf(Condition.NOT_EQUAL, unfit);
    }
  }

  @Override
  void compareDoubles(Condition condition, int b, int c) {
    loadDouble(b);
    memory(LOAD_DOUBLE, 1, FRAME, c);
    registers(0x1E60_2000, 0, 0, 1); // fcmp d0, d1
    // What is unordered is neither negative nor lower or the same.
    truth(
        switch (condition) {
          case LESS -> Condition.NEGATIVE;
          case LESS_OR_EQUAL -> Condition.BELOW_OR_EQUAL;
          default -> condition;
        });
  }
}
