package org.forkshell.codegen.translation;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.TranslatedCode;

/**
 * For x86-64: "Intel 64 and IA-32 Architectures Software Developer's Manual", volume 2. Registers
 * that a called function keeps hold what machine code needs all the time.
 */
final class X86Assembler extends Assembler {
  private static final int RDX = T;
  private static final int FRAME = 3; // rbx
  private static final int RSP = 4;
  private static final int ORIGIN = 5; // rbp
  // Where code, data and the stack begin, negative.
  private static final int CODE = 6; // rsi
  private static final int DATA = 7; // rdi
  private static final int STACK = 11;
  private static final int READABLE = 8;
  private static final int WRITABLE = 9;
  private static final int STACK_LIMIT = 10;
  private static final int FUEL = 12;
  private static final int STATE = 13;
  private static final int START = 14;
  private static final int TABLE = 15;

  private static final int[] KEPT = {FRAME, ORIGIN, FUEL, STATE, START, TABLE};

  /** In front of an opcode of two bytes. */
  private static final int TWO = 0x0F00;

  private static final int DOUBLE = 0xF2;
  private static final int SINGLE = 0xF3;
  private static final int HALVES = 0x66;

  private static final int LOAD = 0x8B;
  private static final int STORE = 0x89;
  private static final int LEA = 0x8D;
  private static final int COMPARE = 0x3B;
  private static final int MULTIPLY = TWO | 0xAF;

  @Override
  void lead(int from, int to) {
    intAt(from, to - (from + 4));
  }

  // Encoding.

  private void opcode(int prefix, boolean isLong, int opcode, int register, int base) {
    if (prefix != 0) {
      put(prefix);
    }
    int rex = (isLong ? 8 : 0) | (register >> 3) << 2 | base >> 3;
    if (rex != 0) {
      put(0x40 | rex);
    }
    if (opcode >= TWO) {
      put(opcode >> 8);
    }
    put(opcode);
  }

  /** An instruction with a register and the memory at {@code base + displacement}. */
  private void memory(
      int prefix, boolean isLong, int opcode, int register, int base, int displacement) {
    opcode(prefix, isLong, opcode, register, base);
    int mode = (register & 7) << 3 | base & 7;
    if (displacement == 0 && (base & 7) != ORIGIN) {
      put(mode);
    } else if (displacement == (byte) displacement) {
      put(0x40 | mode);
      put(displacement);
    } else {
      put(0x80 | mode);
      putInt(displacement);
    }
  }

  private void memory(boolean isLong, int opcode, int register, int base, int displacement) {
    memory(0, isLong, opcode, register, base, displacement);
  }

  /** An instruction with two registers, of which the second may be a further part of the opcode. */
  private void registers(boolean isLong, int opcode, int register, int other) {
    opcode(0, isLong, opcode, register, other);
    put(0xC0 | (register & 7) << 3 | other & 7);
  }

  /** lea: {@code target = left + (right << shift)}. */
  private void sum(int target, int left, int right, int shift) {
    put(0x48 | target >> 3 << 2 | right >> 3 << 1 | left >> 3);
    put(LEA);
    put((target & 7) << 3 | 4);
    put(shift << 6 | (right & 7) << 3 | left & 7);
  }

  private void immediate(boolean isLong, int extension, int register, int number) {
    boolean isShort = number == (byte) number;
    registers(isLong, isShort ? 0x83 : 0x81, extension, register);
    if (isShort) {
      put(number);
    } else {
      putInt(number);
    }
  }

  private void set(int register, long number) {
    opcode(0, true, 0xB8 | register & 7, 0, register);
    putInt((int) number);
    putInt((int) (number >> 32));
  }

  private static int code(Condition condition) {
    return switch (condition) {
      case EQUAL -> 4;
      case NOT_EQUAL -> 5;
      case LESS -> 12;
      case GREATER_OR_EQUAL -> 13;
      case LESS_OR_EQUAL -> 14;
      case GREATER -> 15;
      case BELOW -> 2;
      case ABOVE_OR_EQUAL -> 3;
      case BELOW_OR_EQUAL -> 6;
      case ABOVE -> 7;
      case NEGATIVE -> 8;
      case NOT_NEGATIVE -> 9;
    };
  }

  // Coming and going.

  @Override
  void entry() {
    registers(true, 0xC1, 4, A); // shl $4, %rax
    put(4);
    registers(true, 0x2B, A, CODE);
    memory(true, STORE, A, STATE, TranslatedCode.PC);
    memory(true, STORE, FRAME, STATE, TranslatedCode.FP);
    memory(false, STORE, FUEL, STATE, TranslatedCode.FUEL);
    memory(true, LOAD, RSP, STATE, TranslatedCode.SP);
    for (int i = KEPT.length; --i >= 0; ) {
      opcode(0, false, 0x58 | KEPT[i] & 7, 0, KEPT[i]); // pop
    }
    put(0xC3); // ret
    pad(TranslatedCode.ENTRY);
    for (int register : KEPT) {
      opcode(0, false, 0x50 | register & 7, 0, register); // push
    }
    // A native method gets the JVM's environment and its class before its parameters.
    registers(true, STORE, RDX, STATE);
    memory(true, STORE, RSP, STATE, TranslatedCode.SP);
    memory(true, LOAD, A, STATE, TranslatedCode.PC);
    memory(true, LOAD, FRAME, STATE, TranslatedCode.FP);
    memory(false, LOAD, FUEL, STATE, TranslatedCode.FUEL);
    memory(true, LOAD, READABLE, STATE, TranslatedCode.READABLE);
    memory(true, LOAD, WRITABLE, STATE, TranslatedCode.WRITABLE);
    memory(true, LOAD, STACK_LIMIT, STATE, TranslatedCode.STACK_LIMIT);
    memory(true, LOAD, STACK, STATE, TranslatedCode.STACK);
    registers(true, 0xF7, 3, STACK); // neg
    set(ORIGIN, AddressSpace.ORIGIN);
    set(CODE, -AddressSpace.ORIGIN - AddressSpace.CODE);
    set(DATA, -AddressSpace.ORIGIN - AddressSpace.DATA);
    set(START, AddressSpace.ORIGIN + TranslatedCode.START);
    set(TABLE, AddressSpace.ORIGIN + TranslatedCode.TABLE);
    pushUncalled();
    registers(true, 0x03, A, CODE);
    registers(true, 0xC1, 5, A); // shr
    put(4);
    jumpByTable();
    pad(UNCALLED);
    pushUncalled();
    pad(STRANGE_RETURN);
    int leave = label();
    memory(true, LOAD, A, FRAME, 0);
    instructionNumber();
    jumpIf(Condition.ABOVE_OR_EQUAL, leave);
    memory(true, LOAD, T, FRAME, 8);
    registers(true, 0x03, T, STACK);
    memory(true, COMPARE, T, STATE, TranslatedCode.FRAMES);
    jumpIf(Condition.ABOVE, leave);
    memory(true, LOAD, FRAME, FRAME, 8);
    jumpByTable();
    bind(leave);
    registers(false, LOAD, A, B);
    int beginning = label();
    bind(beginning, 0);
    jump(beginning);
  }

  private void pad(int place) {
    while (size() < place) {
      put(0x90);
    }
  }

  private void pushUncalled() {
    memory(true, LEA, T, START, UNCALLED);
    put(0x50 | T);
  }

  @Override
  void jump(int label) {
    put(0xE9);
    refer(size(), label);
    putInt(0);
  }

  @Override
  void jumpIf(Condition condition, int label) {
    put(0x0F);
    put(0x80 | code(condition));
    refer(size(), label);
    putInt(0);
  }

  @Override
  void jumpByTable() {
    code();
    registers(false, 0xFF, 4, T); // jmp *%rdx
  }

  /** {@code T} = where the code of the instruction is whose number {@code A} is. */
  private void code() {
    // mov (%r15,%rax,4), %edx
    put(0x41);
    put(LOAD);
    put(0x14);
    put(0x87);
    registers(true, 0x03, T, START);
  }

  @Override
  void instructionNumber() {
    registers(true, 0x03, A, CODE);
    // Those that are no multiple of an instruction's size become very high.
    registers(true, 0xC1, 1, A); // ror $4, %rax
    put(4);
    put(0x48);
    put(0x3D); // cmp
    putInt(TranslatedCode.INSTRUCTIONS);
  }

  // Values.

  @Override
  void constant(int number) {
    put(0xB8);
    putInt(number);
  }

  @Override
  void longConstant(long number) {
    if (number == (int) number) {
      registers(true, 0xC7, 0, A);
      putInt((int) number);
    } else {
      set(A, number);
    }
  }

  @Override
  void load(int register, Width width, int slot) {
    load(register, width, FRAME, slot);
  }

  private void load(int register, Width width, int base, int displacement) {
    switch (width) {
      case BYTE -> memory(false, TWO | 0xBE, register, base, displacement);
      case UNSIGNED_BYTE -> memory(false, TWO | 0xB6, register, base, displacement);
      case HALF -> memory(false, TWO | 0xBF, register, base, displacement);
      case UNSIGNED_HALF -> memory(false, TWO | 0xB7, register, base, displacement);
      case WORD -> memory(false, LOAD, register, base, displacement);
      case EXTENDED_WORD -> memory(true, 0x63, register, base, displacement);
      case LONG -> memory(true, LOAD, register, base, displacement);
    }
  }

  @Override
  void store(int register, Width width, int slot) {
    store(register, width, FRAME, slot);
  }

  private void store(int register, Width width, int base, int displacement) {
    switch (width) {
      case BYTE, UNSIGNED_BYTE -> memory(false, 0x88, register, base, displacement);
      case HALF, UNSIGNED_HALF -> memory(HALVES, false, STORE, register, base, displacement);
      case WORD -> memory(false, STORE, register, base, displacement);
      case EXTENDED_WORD, LONG -> memory(true, STORE, register, base, displacement);
    }
  }

  @Override
  void loadThrough(int register, Width width) {
    load(register, width, A, 0);
  }

  @Override
  void storeThrough(int register, Width width) {
    store(register, width, A, 0);
  }

  @Override
  void loadGlobal(int register, Width width, int offset) {
    load(register, width, ORIGIN, offset);
  }

  @Override
  void storeGlobal(int register, Width width, int offset) {
    store(register, width, ORIGIN, offset);
  }

  @Override
  void slotAddress(int slot) {
    memory(true, LEA, A, FRAME, slot);
  }

  @Override
  void address(int offset) {
    memory(true, LEA, A, ORIGIN, offset);
  }

  @Override
  void addState(int field) {
    memory(true, 0x03, A, STATE, field);
  }

  @Override
  void compute(Operation operation, boolean isLong, int slot) {
    int opcode =
        switch (operation) {
          case ADD -> 0x03;
          case SUB -> 0x2B;
          case AND -> 0x23;
          case OR -> 0x0B;
          case XOR -> 0x33;
          case MUL -> MULTIPLY;
        };
    memory(isLong, opcode, A, FRAME, slot);
  }

  @Override
  void computeNumber(Operation operation, boolean isLong, int number) {
    switch (operation) {
      case ADD -> immediate(isLong, 0, A, number);
      case OR -> immediate(isLong, 1, A, number);
      case AND -> immediate(isLong, 4, A, number);
      case SUB -> immediate(isLong, 5, A, number);
      case XOR -> immediate(isLong, 6, A, number);
      case MUL -> {
        registers(isLong, 0x69, A, A);
        putInt(number);
      }
    }
  }

  @Override
  void copy() {
    registers(true, LOAD, B, A);
  }

  @Override
  void index(int slot) {
    load(B, Width.EXTENDED_WORD, slot);
    sum(A, A, B, 2);
  }

  @Override
  void extend() {
    registers(true, 0x63, A, A);
  }

  private static int code(Shift shift) {
    return switch (shift) {
      case LEFT -> 4;
      case RIGHT -> 7;
      case UNSIGNED_RIGHT -> 5;
    };
  }

  @Override
  void shift(Shift shift, boolean isLong) {
    registers(isLong, 0xD3, code(shift), A);
  }

  @Override
  void shiftNumber(Shift shift, boolean isLong, int count) {
    registers(isLong, 0xC1, code(shift), A);
    put(count);
  }

  @Override
  void negate(boolean isLong) {
    registers(isLong, 0xF7, 3, A);
  }

  @Override
  void invert(boolean isLong) {
    registers(isLong, 0xF7, 2, A);
  }

  @Override
  void changeSign() {
    registers(true, TWO | 0xBA, 7, A); // btc
    put(63);
  }

  @Override
  void divide(boolean isSigned, boolean isLong, boolean remainder, int refused) {
    if (isSigned) {
      // Divisors of 0 and -1 are those that may be refused.
      memory(isLong, LEA, T, B, 1);
      immediate(isLong, 7, T, 1);
      jumpIf(Condition.BELOW_OR_EQUAL, refused);
      opcode(0, isLong, 0x99, 0, 0); // cltd, cqto
      registers(isLong, 0xF7, 7, B);
    } else {
      registers(isLong, 0x85, B, B);
      jumpIf(Condition.EQUAL, refused);
      registers(false, 0x31, RDX, RDX);
      registers(isLong, 0xF7, 6, B);
    }
    if (remainder) {
      registers(isLong, LOAD, A, RDX);
    }
  }

  @Override
  void compare(boolean isLong, int slot) {
    memory(isLong, COMPARE, A, FRAME, slot);
  }

  @Override
  void compareNumber(boolean isLong, int number) {
    immediate(isLong, 7, A, number);
  }

  @Override
  void truth(Condition condition) {
    truth(code(condition), A);
    registers(false, TWO | 0xB6, A, A); // movzbl
  }

  private void truth(int code, int register) {
    registers(false, TWO | 0x90 | code, 0, register);
  }

  // What a thread may do.

  @Override
  void burn() {
    registers(false, 0xFF, 1, FUEL); // dec
  }

  @Override
  void unburn() {
    registers(false, 0xFF, 0, FUEL); // inc
  }

  @Override
  void testWatchesCalls() {
    memory(false, 0x83, 7, STATE, TranslatedCode.WATCHES_CALLS);
    put(0);
  }

  @Override
  void checkAddress(boolean forWriting) {
    sum(T, A, forWriting ? DATA : CODE, 0);
    registers(true, COMPARE, T, forWriting ? WRITABLE : READABLE);
  }

  @Override
  void checkMapping() {
    registers(true, LOAD, T, A);
    memory(true, 0x2B, T, STATE, TranslatedCode.MAPPINGS);
    memory(true, COMPARE, T, STATE, TranslatedCode.MAPPED);
  }

  @Override
  void checkStack(int size) {
    memory(true, LEA, A, FRAME, -size);
    registers(true, COMPARE, A, STACK_LIMIT);
  }

  @Override
  void pushFrame(int size, int back) {
    int link = Opcode.SIZE;
    memory(true, LEA, T, ORIGIN, back);
    memory(true, STORE, T, FRAME, -size - link);
    memory(true, STORE, FRAME, FRAME, -size - link + 8);
    memory(true, LEA, FRAME, FRAME, -size - link);
  }

  @Override
  void call(int label) {
    put(0xE8);
    refer(size(), label);
    putInt(0);
  }

  @Override
  void callByTable() {
    code();
    registers(false, 0xFF, 2, T); // call *%rdx
  }

  @Override
  void giveBack(int number) {
    put(0xB8 | B);
    putInt(number);
    put(0xC3); // ret
  }

  @Override
  void popFrame(int size, int back, int strange) {
    memory(true, LEA, T, ORIGIN, back);
    memory(true, 0x39, T, FRAME, 0); // cmp
    jumpIf(Condition.NOT_EQUAL, strange);
    memory(true, LEA, T, FRAME, size + Opcode.SIZE);
    memory(true, 0x39, T, FRAME, 8);
    jumpIf(Condition.NOT_EQUAL, strange);
    registers(true, LOAD, FRAME, T);
  }

  // Doubles.

  @Override
  void loadDouble(int slot) {
    memory(DOUBLE, false, TWO | 0x10, 0, FRAME, slot);
  }

  @Override
  void storeDouble(int slot) {
    memory(DOUBLE, false, TWO | 0x11, 0, FRAME, slot);
  }

  @Override
  void loadFloat(int slot) {
    memory(SINGLE, false, TWO | 0x5A, 0, FRAME, slot);
  }

  @Override
  void storeFloat(int slot) {
    narrow();
    memory(SINGLE, false, TWO | 0x11, 0, FRAME, slot);
  }

  @Override
  void loadFloatThrough() {
    memory(SINGLE, false, TWO | 0x5A, 0, A, 0);
  }

  @Override
  void storeFloatThrough() {
    narrow();
    memory(SINGLE, false, TWO | 0x11, 0, A, 0);
  }

  private void narrow() {
    put(DOUBLE);
    registers(false, TWO | 0x5A, 0, 0); // cvtsd2ss
  }

  @Override
  void computeDouble(DoubleOperation operation, int slot) {
    int opcode =
        switch (operation) {
          case ADD -> 0x58;
          case SUB -> 0x5C;
          case MUL -> 0x59;
          case DIV -> 0x5E;
        };
    memory(DOUBLE, false, TWO | opcode, 0, FRAME, slot);
  }

  @Override
  void roundToFloat() {
    narrow();
    put(SINGLE);
    registers(false, TWO | 0x5A, 0, 0); // cvtss2sd
  }

  @Override
  void toDouble(boolean fromLong) {
    registers(false, TWO | 0x57, 0, 0); // xorps: what was there need not be waited for
    put(DOUBLE);
    registers(fromLong, TWO | 0x2A, 0, A);
  }

  @Override
  void fromDouble(boolean toLong, int unfit) {
    // The processor gives the smallest number for what does not fit, as is wanted.
    put(DOUBLE);
    registers(toLong, TWO | 0x2C, A, 0);
  }

  @Override
  void compareDoubles(Condition condition, int b, int c) {
    boolean isOrder = condition == Condition.LESS || condition == Condition.LESS_OR_EQUAL;
    // What is unordered is neither above nor at least equal.
    loadDouble(isOrder ? c : b);
    memory(HALVES, false, TWO | 0x2E, 0, FRAME, isOrder ? b : c); // ucomisd
    if (isOrder) {
      truth(condition == Condition.LESS ? Condition.ABOVE : Condition.ABOVE_OR_EQUAL);
      return;
    }
    boolean equal = condition == Condition.EQUAL;
    truth(equal ? 11 : 10, A); // not unordered, unordered
    truth(code(condition), B);
    registers(false, equal ? 0x21 : 0x09, B, A);
    registers(false, TWO | 0xB6, A, A);
  }
}
