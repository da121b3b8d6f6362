package org.forkshell.codegen.translation;

/**
 * For AArch64: "Arm Architecture Reference Manual for A-profile architecture", chapters C4 and C6.
 */
final class ArmAssembler extends Assembler {
  /** For an operand, also of doubles. */
  private static final int SPARE = 4;

  /** For numbers that are too large for an instruction. */
  private static final int FAR = 17;

  /** In an instruction on words: the same one on long words. */
  private static final int IS_LONG = 0x8000_0000;

  /** In a load or store: the offset is in a register. */
  private static final int BY_REGISTER = 0x0020_6800;

  /** In an addition: it is a subtraction, or the other way round. */
  private static final int OPPOSITE = 0x4000_0000;

  @Override
  void lead(int from, int to) {
    intAt(from, intAt(from) | (to - from) >> 2 & 0x3FF_FFFF);
  }

  @Override
  void put(FixedStep step) {
    if (step.arm >>> 32 != 0) {
      putInt((int) (step.arm >>> 32));
    }
    if (step.arm != 0) {
      putInt((int) step.arm);
    }
  }

  private void registers(int opcode, int target, int left, int right) {
    putInt(opcode | right << 16 | left << 5 | target);
  }

  private static int size(Width width) {
    return width == Width.LONG ? IS_LONG : 0;
  }

  private void memory(int opcode, int register, int base, int offset) {
    if (offset >= -256 && offset < 256) {
      putInt(opcode | (offset & 0x1FF) << 12 | base << 5 | register);
    } else {
      set(FAR, Width.LONG, offset);
      registers(opcode | BY_REGISTER, register, base, FAR);
    }
  }

  @Override
  void load(int register, Width width, int base, int offset) {
    memory(width.armLoad, register, base, offset);
    if (width == Width.FLOAT) {
      put(FixedStep.WIDEN);
    }
  }

  @Override
  void store(int register, Width width, int base, int offset) {
    if (width == Width.FLOAT) {
      put(FixedStep.NARROW);
    }
    memory(width.armStore, register, base, offset);
  }

  @Override
  void address(int register, int base, int offset) {
    sum(Operation.ADD.arm | IS_LONG, register, base, offset);
  }

  /** An addition, subtraction or comparison with a number. */
  private void sum(int opcode, int target, int left, int number) {
    if (number > -4096 && number < 4096) {
      int withNumber = opcode + 0x0600_0000 ^ (number < 0 ? OPPOSITE : 0);
      putInt(withNumber | Math.abs(number) << 10 | left << 5 | target);
    } else {
      set(FAR, Width.LONG, number);
      registers(opcode, target, left, FAR);
    }
  }

  @Override
  void set(int register, Width width, long number) {
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

  @Override
  void compute(Operation operation, Width width, int base, int offset) {
    load(SPARE, width, base, offset);
    registers(operation.arm | size(width), A, A, SPARE);
  }

  @Override
  void computeNumber(Operation operation, Width width, int number) {
    int opcode = operation.arm | size(width);
    int count = number & 31;
    switch (operation) {
      case ADD, SUB, COMPARE -> sum(opcode, A, A, number);
      case SHL -> putInt(opcode | (-count & 31) << 16 | 31 - count << 10 | A << 5 | A);
      case SHR, USHR -> putInt(opcode | count << 16 | 31 << 10 | A << 5 | A);
      default -> {
        set(SPARE, width, number);
        registers(opcode, A, A, SPARE);
      }
    }
  }

  @Override
  void link(int next, int back) {
    address(T, ORIGIN, back);
    address(SPARE, FRAME, next);
    putInt(0xA900_0C82); // stp x2, x3, [x4]
    address(FRAME, SPARE, 0);
    putInt(0xF81F_0FFE); // str x30, [sp, -16]!, which FixedStep.RETURNED takes back
  }

  @Override
  void distance(int address, int from, int most) {
    load(SPARE, Width.LONG, STATE, from);
    registers(Operation.SUB.arm | IS_LONG, T, address, SPARE);
    load(SPARE, Width.LONG, STATE, most);
    registers(Operation.COMPARE.arm | IS_LONG, 0, T, SPARE);
  }

  @Override
  void jump(int label) {
    refer(label, 0x1400_0000);
  }

  @Override
  void jumpIf(Condition condition, boolean is, int label) {
    int opcode = 0x5400_0000 | condition.arm ^ (is ? 0 : 1);
    int far = place(label) == NOWHERE ? 0 : place(label) - size();
    if (far < 0 && far > -(1 << 20)) {
      putInt(opcode | (far >> 2 & 0x7_FFFF) << 5);
    } else {
      // A jump on a condition does not reach as far as another.
      putInt(opcode ^ 1 | 2 << 5);
      jump(label);
    }
  }

  @Override
  void call(int label) {
    refer(label, 0x9400_0000);
  }

  @Override
  void fromDouble(Width to, int unfit) {
    registers(Operation.COMPARE_D.arm, A, A, A);
    jumpIf(Condition.UNORDERED, unfit);
    registers(0x9E78_0000, A, A, 0); // fcvtzs x0, d0
    // This processor gives the nearest number for what does not fit.
    if (to == Width.LONG) {
      set(SPARE, Width.LONG, Long.MAX_VALUE);
      registers(Operation.COMPARE.arm | IS_LONG, 0, A, SPARE);
      jumpIf(Condition.EQUAL, unfit);
    } else {
      putInt(0xEB20_C01F); // cmp x0, w0, sxtw
      jumpIf(Condition.NOT_EQUAL, unfit);
    }
  }
}
