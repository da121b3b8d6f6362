package org.forkshell.codegen.translation;

import java.util.Arrays;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.TranslatedCode;

/**
 * Writes machine code in steps that both processors have, to registers that have the same numbers
 * in both. A step may change {@link #T}, and others where it says so.
 *
 * <p>Memory is at an offset from the address in a register. A label is a number that stands for a
 * place.
 */
abstract class Assembler {
  /** For values, as the first of two operands and as the result; also the register for doubles. */
  static final int A = 0;

  /** For values. */
  static final int B = 1;

  /** For addresses; no value survives a step in it. */
  static final int T = 2;

  // Where the frame of the function, the address space and the state of the thread are.
  static final int FRAME = 3;
  static final int ORIGIN = 5;
  static final int STATE = 13;

  /** Here and at the entrance alone: the stack pointer, or a copy of it. */
  private static final int SP = 4;

  // Where code and data begin, negative, how far behind them memory may be used, and what else
  // there is of a thread's state in registers.
  private static final int CODE = 6;
  private static final int DATA = 7;
  private static final int READABLE = 8;
  private static final int WRITABLE = 9;
  private static final int STACK_LIMIT = 10;
  private static final int FUEL = 12;

  // Where machine code begins, and the table.
  private static final int START = 14;
  private static final int TABLE = 15;

  /**
   * What is read from memory or written there. A row has the opcodes that load and store: for
   * x86-64 with a prefix in the highest byte, 48 in the next for long operands, and 0F in the next
   * where the opcode has two bytes; for AArch64 those whose offset has nine bits.
   */
  enum Width {
    BYTE(0x0FBE, 0x88, 0x38C0_0000, 0x3800_0000),
    UNSIGNED_BYTE(0x0FB6, 0x88, 0x3840_0000, 0x3800_0000),
    HALF(0x0FBF, 0x6600_0089, 0x78C0_0000, 0x7800_0000),
    UNSIGNED_HALF(0x0FB7, 0x6600_0089, 0x7840_0000, 0x7800_0000),
    WORD(0x8B, 0x89, 0xB840_0000, 0xB800_0000),
    /** A word of memory, zero-extended to a long word. */
    UNSIGNED_WORD(0x8B, 0x89, 0xB840_0000, 0xB800_0000),
    /** A word of memory, sign-extended to a long word. */
    EXTENDED_WORD(0x48_0063, 0x48_0089, 0xB880_0000, 0xF800_0000),
    LONG(0x48_008B, 0x48_0089, 0xF840_0000, 0xF800_0000),
    /** A float of memory, a double in its register. */
    FLOAT(0xF300_0F5A, 0xF300_0F11, 0xBC40_0000, 0xBC00_0000),
    DOUBLE(0xF200_0F10, 0xF200_0F11, 0xFC40_0000, 0xFC00_0000);

    final int x86Load;
    final int x86Store;
    final int armLoad;
    final int armStore;

    Width(int x86Load, int x86Store, int armLoad, int armStore) {
      this.x86Load = x86Load;
      this.x86Store = x86Store;
      this.armLoad = armLoad;
      this.armStore = armStore;
    }

    /** What it is in a slot. */
    Width inSlot() {
      return this == FLOAT ? DOUBLE : this == LONG ? LONG : WORD;
    }
  }

  /** What is done to {@link #A} and an operand: memory for x86-64, a register for AArch64. */
  enum Operation {
    ADD(0x03, 0x0B00_0000),
    SUB(0x2B, 0x4B00_0000),
    AND(0x23, 0x0A00_0000),
    OR(0x0B, 0x2A00_0000),
    XOR(0x33, 0x4A00_0000),
    /** Changes nothing but the {@link Condition}. */
    COMPARE(0x3B, 0x6B00_001F),
    MUL(0x0FAF, 0x1B00_7C00),
    // By a number alone: on x86-64 what makes the opcode C1 that shift, on AArch64 a bit field.
    SHL(4, 0x5300_0000),
    SHR(7, 0x1300_0000),
    USHR(5, 0x5300_0000),
    ADD_D(0xF200_0F58, 0x1E60_2800),
    SUB_D(0xF200_0F5C, 0x1E60_3800),
    MUL_D(0xF200_0F59, 0x1E60_0800),
    DIV_D(0xF200_0F5E, 0x1E60_1800),
    COMPARE_D(0x6600_0F2E, 0x1E60_2000);

    final int x86;
    final int arm;

    Operation(int x86, int arm) {
      this.x86 = x86;
      this.arm = arm;
    }
  }

  /** What a comparison or {@link FixedStep#BURN} came to. The last bit makes it the opposite. */
  enum Condition {
    EQUAL(4, 0),
    NOT_EQUAL(5, 1),
    LESS(12, 11),
    LESS_OR_EQUAL(14, 13),
    GREATER(15, 12),
    GREATER_OR_EQUAL(13, 10),
    BELOW(2, 3),
    BELOW_OR_EQUAL(6, 9),
    ABOVE(7, 8),
    ABOVE_OR_EQUAL(3, 2),
    NEGATIVE(8, 4),
    UNORDERED(10, 6);

    final int x86;
    final int arm;

    Condition(int x86, int arm) {
      this.x86 = x86;
      this.arm = arm;
    }

    /** The same of the two values in the other order. */
    Condition swapped() {
      return switch (this) {
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        case BELOW -> ABOVE;
        case BELOW_OR_EQUAL -> ABOVE_OR_EQUAL;
        case ABOVE -> BELOW;
        case ABOVE_OR_EQUAL -> BELOW_OR_EQUAL;
        case EQUAL, NOT_EQUAL, NEGATIVE, UNORDERED -> this;
      };
    }
  }

  /**
   * From the beginning: where a function returns to whose caller was not called by machine code, or
   * was so before it was left.
   */
  private static final int UNCALLED = 256;

  /** Where a return goes that is not as the call was. */
  static final int STRANGE_RETURN = 272;

  /** Where code begins, with a line of the processor's cache: fib(27) is a tenth quicker so. */
  private static final int BEHIND = 384;

  static final int NOWHERE = Integer.MIN_VALUE;

  private byte[] bytes = new byte[1 << 14];
  private int size;

  // Labels: where they stand.
  private int[] places = new int[1 << 11];
  private int labels;

  // Places that name a label: the place and the label in turn.
  private int[] references = new int[1 << 11];
  private int referenceCount;

  /** How many bytes there are. */
  final int size() {
    return size;
  }

  final void put(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  final void putInt(int value) {
    if (size + 4 > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    intAt(size, value);
    size += 4;
  }

  final int intAt(int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  final void intAt(int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) (value >> 16);
    bytes[at + 3] = (byte) (value >> 24);
  }

  /** As many new labels, of which the first is given. */
  final int labels(int count) {
    int first = labels;
    labels += count;
    if (labels > places.length) {
      places = Arrays.copyOf(places, Math.max(labels, 2 * places.length));
    }
    Arrays.fill(places, first, labels, NOWHERE);
    return first;
  }

  /** The label stands here. */
  final void bind(int label) {
    places[label] = size;
  }

  /** A new label, which stands at a place that may lie before all that is written here. */
  final int labelAt(int place) {
    int label = labels(1);
    places[label] = place;
    return label;
  }

  /** Where a label stands, or {@link #NOWHERE}. */
  final int place(int label) {
    return places[label];
  }

  /** Puts four bytes that are to lead to a label. */
  final void refer(int label, int bits) {
    if (referenceCount + 2 > references.length) {
      references = Arrays.copyOf(references, 2 * references.length);
    }
    references[referenceCount++] = size;
    references[referenceCount++] = label;
    putInt(bits);
  }

  /** All that was written, once every label stands somewhere. */
  final byte[] finish() {
    for (int i = 0; i < referenceCount; i += 2) {
      lead(references[i], places[references[i + 1]]);
    }
    return Arrays.copyOf(bytes, size);
  }

  /**
   * What lies at the beginning: first what brings the state up to date and comes back, in front of
   * the instruction whose number {@link #A} is, then the function that is called, which takes over
   * the state and goes on where that says, then what returns go to that find no caller.
   */
  final void entry() {
    put(FixedStep.TO_ADDRESS);
    store(A, Width.LONG, STATE, TranslatedCode.PC);
    store(FRAME, Width.LONG, STATE, TranslatedCode.FP);
    store(FUEL, Width.WORD, STATE, TranslatedCode.FUEL);
    load(SP, Width.LONG, STATE, TranslatedCode.SP);
    put(FixedStep.GIVE);
    put(FixedStep.GO_BACK);
    pad(TranslatedCode.ENTRY);
    put(FixedStep.COME);
    put(FixedStep.TAKE);
    store(SP, Width.LONG, STATE, TranslatedCode.SP);
    load(A, Width.LONG, STATE, TranslatedCode.PC);
    load(FRAME, Width.LONG, STATE, TranslatedCode.FP);
    load(FUEL, Width.WORD, STATE, TranslatedCode.FUEL);
    load(READABLE, Width.LONG, STATE, TranslatedCode.READABLE);
    load(WRITABLE, Width.LONG, STATE, TranslatedCode.WRITABLE);
    load(STACK_LIMIT, Width.LONG, STATE, TranslatedCode.STACK_LIMIT);
    set(ORIGIN, Width.LONG, AddressSpace.ORIGIN);
    set(CODE, Width.LONG, -AddressSpace.ORIGIN - AddressSpace.CODE);
    set(DATA, Width.LONG, -AddressSpace.ORIGIN - AddressSpace.DATA);
    set(START, Width.LONG, AddressSpace.ORIGIN + TranslatedCode.START);
    set(TABLE, Width.LONG, AddressSpace.ORIGIN + TranslatedCode.TABLE);
    address(T, START, UNCALLED);
    put(FixedStep.RETURN_TO);
    put(FixedStep.TO_NUMBER);
    put(FixedStep.LOOK_UP);
    put(FixedStep.GO);
    pad(UNCALLED);
    address(T, START, UNCALLED);
    put(FixedStep.RETURN_TO);
    pad(STRANGE_RETURN);
    int leave = labels(1);
    load(A, Width.LONG, FRAME, 0);
    instructionNumber(leave);
    load(T, Width.LONG, FRAME, 8);
    distance(T, TranslatedCode.STACK, TranslatedCode.FRAMES);
    jumpIf(Condition.ABOVE, leave);
    load(FRAME, Width.LONG, FRAME, 8);
    put(FixedStep.LOOK_UP);
    put(FixedStep.GO);
    bind(leave);
    put(FixedStep.GIVEN_BACK);
    jump(labelAt(0));
    pad(BEHIND);
  }

  private void pad(int place) {
    while (size < place) {
      put(FixedStep.PAD);
    }
  }

  /** {@link #A} is an address of an instruction and becomes its number. */
  final void instructionNumber(int none) {
    put(FixedStep.TO_NUMBER);
    computeNumber(Operation.COMPARE, Width.LONG, TranslatedCode.INSTRUCTIONS);
    jumpIf(Condition.ABOVE_OR_EQUAL, none);
  }

  /** Makes the four bytes at {@code from} lead to the place {@code to}. */
  abstract void lead(int from, int to);

  abstract void put(FixedStep step);

  abstract void load(int register, Width width, int base, int offset);

  abstract void store(int register, Width width, int base, int offset);

  abstract void address(int register, int base, int offset);

  /** A register = a number, of which nothing but the lower half is needed if it is a word. */
  abstract void set(int register, Width width, long number);

  /** {@code A} = {@code A} op memory. */
  abstract void compute(Operation operation, Width width, int base, int offset);

  /** {@code A} = {@code A} op number. */
  abstract void computeNumber(Operation operation, Width width, int number);

  /**
   * Makes the next frame, which lies at an offset from this one, with where its function returns.
   */
  abstract void link(int next, int back);

  /** Compares how far an address lies behind a field of the state with another field. */
  abstract void distance(int address, int from, int most);

  abstract void jump(int label);

  final void jumpIf(Condition condition, int label) {
    jumpIf(condition, true, label);
  }

  /** Jumps if it {@code is} so, or if it is not. */
  abstract void jumpIf(Condition condition, boolean is, int label);

  abstract void call(int label);

  /**
   * {@code A} = the double towards zero.
   *
   * @param unfit where to go if it does not fit; it may go there if it does
   */
  abstract void fromDouble(Width to, int unfit);
}
