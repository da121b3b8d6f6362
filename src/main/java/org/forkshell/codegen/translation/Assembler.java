package org.forkshell.codegen.translation;

import java.util.Arrays;

/**
 * Writes machine code in steps that both processors have, to registers that both have: {@link #A},
 * {@link #B} and {@link #T} for computing, and one each for the frame pointer, the fuel, the state
 * of the thread and the beginnings of code, data and machine code. A step may change {@link #T}.
 *
 * <p>A slot is an offset from the frame pointer. A label is a number that stands for a place.
 */
abstract class Assembler {
  /** For values, as the first of two operands and as the result. */
  static final int A = 0;

  /** For values. */
  static final int B = 1;

  /** For addresses; no value survives a step in it. */
  static final int T = 2;

  /** What is read from memory or written there. */
  enum Width {
    BYTE,
    UNSIGNED_BYTE,
    HALF,
    UNSIGNED_HALF,
    WORD,
    /** A word of memory, sign-extended to a long word. */
    EXTENDED_WORD,
    LONG
  }

  enum Operation {
    ADD,
    SUB,
    AND,
    OR,
    XOR,
    MUL
  }

  enum Shift {
    LEFT,
    RIGHT,
    UNSIGNED_RIGHT
  }

  /** What a comparison came to, or for the last two the step that burns fuel. */
  enum Condition {
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER_OR_EQUAL,
    LESS_OR_EQUAL,
    GREATER,
    BELOW,
    ABOVE_OR_EQUAL,
    BELOW_OR_EQUAL,
    ABOVE,
    NEGATIVE,
    NOT_NEGATIVE;

    private static final Condition[] ALL = values();

    Condition inverse() {
      return ALL[ordinal() ^ 1];
    }

    /** The same of the two values in the other order. */
    Condition swapped() {
      return switch (this) {
        case LESS -> GREATER;
        case GREATER -> LESS;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        case BELOW -> ABOVE;
        case ABOVE -> BELOW;
        case BELOW_OR_EQUAL -> ABOVE_OR_EQUAL;
        case ABOVE_OR_EQUAL -> BELOW_OR_EQUAL;
        default -> this;
      };
    }
  }

  enum DoubleOperation {
    ADD,
    SUB,
    MUL,
    DIV
  }

  /**
   * From the beginning: where a function returns to whose caller was not called by machine code, or
   * was so before it was left.
   */
  static final int UNCALLED = 256;

  /** Where a return goes that is not as the call was. */
  static final int STRANGE_RETURN = 272;

  static final int NOWHERE = Integer.MIN_VALUE;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  // Labels: where they stand.
  private int[] places = new int[1 << 8];
  private int labels;

  // Places that name a label: the place and the label in turn.
  private int[] references = new int[1 << 8];
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
    put(value);
    put(value >> 8);
    put(value >> 16);
    put(value >> 24);
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

  final int label() {
    return labels(1);
  }

  /** The label stands here. */
  final void bind(int label) {
    bind(label, size);
  }

  /** The label stands at a place, which may lie before all that is written here. */
  final void bind(int label, int place) {
    places[label] = place;
  }

  /** Where a label stands, or {@link #NOWHERE}. */
  final int place(int label) {
    return places[label];
  }

  /** The four bytes at a place are to lead to a label. */
  final void refer(int at, int label) {
    if (referenceCount + 2 > references.length) {
      references = Arrays.copyOf(references, 2 * references.length);
    }
    references[referenceCount++] = at;
    references[referenceCount++] = label;
  }

  /** All that was written, once every label stands somewhere. */
  final byte[] finish() {
    for (int i = 0; i < referenceCount; i += 2) {
      lead(references[i], places[references[i + 1]]);
    }
    return Arrays.copyOf(bytes, size);
  }

  /** Makes the four bytes at {@code from} lead to the place {@code to}. */
  abstract void lead(int from, int to);

  /**
   * What lies at the beginning: first what brings the state up to date and comes back, in front of
   * the instruction whose number {@link #A} is, then the function that is called, which takes over
   * the state and goes on where that says, then what is at {@link #UNCALLED}.
   */
  abstract void entry();

  /** {@code A} = a number. */
  abstract void constant(int number);

  /** {@code A} = a long number. */
  abstract void longConstant(long number);

  abstract void load(int register, Width width, int slot);

  abstract void store(int register, Width width, int slot);

  /** From the address in {@link #A}. */
  abstract void loadThrough(int register, Width width);

  /** To the address in {@link #A}. */
  abstract void storeThrough(int register, Width width);

  /** From an offset in the address space. */
  abstract void loadGlobal(int register, Width width, int offset);

  abstract void storeGlobal(int register, Width width, int offset);

  /** {@code A} = the address of a slot. */
  abstract void slotAddress(int slot);

  /** {@code A} = the address at an offset in the address space. */
  abstract void address(int offset);

  /** {@code A} += a field of the state. */
  abstract void addState(int field);

  /** {@code A} = {@code A} op slot. */
  abstract void compute(Operation operation, boolean isLong, int slot);

  /** {@code A} = {@code A} op number. */
  abstract void computeNumber(Operation operation, boolean isLong, int number);

  /** {@code B} = {@code A}. */
  abstract void copy();

  /** {@code A} += four times the word in a slot. */
  abstract void index(int slot);

  /** The long word {@code A} = the word {@code A}. */
  abstract void extend();

  /** {@code A} = {@code A} shifted by {@code B}. */
  abstract void shift(Shift shift, boolean isLong);

  abstract void shiftNumber(Shift shift, boolean isLong, int count);

  /** {@code A} = -{@code A}. */
  abstract void negate(boolean isLong);

  /** {@code A} = ~{@code A}. */
  abstract void invert(boolean isLong);

  /** {@code A} = {@code A} with its highest bit changed, a long word. */
  abstract void changeSign();

  /**
   * {@code A} = {@code A} / {@code B}, or what remains. What a processor refuses goes to {@code
   * refused}, and some of what it does not.
   */
  abstract void divide(boolean isSigned, boolean isLong, boolean remainder, int refused);

  /** Compares {@code A} with a slot. */
  abstract void compare(boolean isLong, int slot);

  abstract void compareNumber(boolean isLong, int number);

  /** {@code A} = 1 if it is so, 0 otherwise. */
  abstract void truth(Condition condition);

  abstract void jump(int label);

  abstract void jumpIf(Condition condition, int label);

  /** Takes one from the fuel: {@link Condition#NEGATIVE} if there was none. */
  abstract void burn();

  /** Gives it back. */
  abstract void unburn();

  /** {@link Condition#NOT_EQUAL} if calls are watched. */
  abstract void testWatchesCalls();

  /**
   * {@link #A} is an address: {@link Condition#ABOVE} if eight bytes there are not part of what the
   * program begins with or its heap.
   */
  abstract void checkAddress(boolean forWriting);

  /** {@link Condition#ABOVE} if it is not part of the mappings or the stack either. */
  abstract void checkMapping();

  /** {@link Condition#BELOW} if a frame of that size is too much for the stack. */
  abstract void checkStack(int size);

  /**
   * Makes the frame of a function to be called.
   *
   * @param size of the caller's frame
   * @param back the offset in the address space of where the caller goes on
   */
  abstract void pushFrame(int size, int back);

  /**
   * {@link #A} is an address of an instruction and becomes its number: {@link
   * Condition#ABOVE_OR_EQUAL} if it is none.
   */
  abstract void instructionNumber();

  /** Goes to the machine code of the instruction whose number {@link #A} is. */
  abstract void jumpByTable();

  // Calls use the processor's own stack, which it predicts returns by. Nothing depends on it: a
  // return that does not come back from where it went is made without it.

  abstract void call(int label);

  abstract void callByTable();

  /** Comes back from a call, with the number of the instruction that does. */
  abstract void giveBack(int number);

  /**
   * After a call, when the called function has come back: its frame goes.
   *
   * @param strange where it goes if it is not what {@link #pushFrame} made
   */
  abstract void popFrame(int size, int back, int strange);

  // Doubles: there is one register.

  abstract void loadDouble(int slot);

  abstract void storeDouble(int slot);

  abstract void loadFloat(int slot);

  abstract void storeFloat(int slot);

  /** From the address in {@link #A}. */
  abstract void loadFloatThrough();

  abstract void storeFloatThrough();

  abstract void computeDouble(DoubleOperation operation, int slot);

  abstract void roundToFloat();

  /** The double = the word in {@code A}, or the long word. */
  abstract void toDouble(boolean fromLong);

  /**
   * {@code A} = the double towards zero.
   *
   * @param unfit where to go if it does not fit; it may go there if it does
   */
  abstract void fromDouble(boolean toLong, int unfit);

  /**
   * {@code A} = 1 if slot {@code b} compares so with slot {@code c}, 0 otherwise.
   *
   * @param condition of EQUAL, NOT_EQUAL, LESS and LESS_OR_EQUAL
   */
  abstract void compareDoubles(Condition condition, int b, int c);
}
