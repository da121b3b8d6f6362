package org.forkshell.codegen.translation;

/** For x86-64: "Intel 64 and IA-32 Architectures Software Developer's Manual", volume 2. */
final class X86Assembler extends Assembler {
  private static final int LEA = 0x48_008D;

  @Override
  void lead(int from, int to) {
    intAt(from, to - (from + 4));
  }

  @Override
  void put(FixedStep step) {
    long code = step.x86;
    for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
      if (code >>> shift != 0) {
        put((int) (code >>> shift));
      }
    }
  }

  /** An opcode as {@link Assembler.Width} has it. */
  private void opcode(int opcode, int register, int base) {
    if (opcode >>> 24 != 0) {
      put(opcode >>> 24);
    }
    int rex = opcode >> 16 & 0xFF | register >> 3 << 2 | base >> 3;
    if (rex != 0) {
      put(0x40 | rex);
    }
    if ((opcode & 0xFF00) != 0) {
      put(0x0F);
    }
    put(opcode);
  }

  /** An instruction with a register and memory. */
  private void memory(int opcode, int register, int base, int offset) {
    opcode(opcode, register, base);
    int mode = (register & 7) << 3 | base & 7;
    if (offset == 0 && (base & 7) != ORIGIN) {
      put(mode);
    } else if (offset == (byte) offset) {
      put(0x40 | mode);
      put(offset);
    } else {
      put(0x80 | mode);
      putInt(offset);
    }
  }

  /** An instruction with two registers, of which the first may be a further part of the opcode. */
  private void registers(int opcode, int register, int other) {
    opcode(opcode, register, other);
    put(0xC0 | (register & 7) << 3 | other & 7);
  }

  private static int size(Width width) {
    return width == Width.LONG ? 0x48_0000 : 0;
  }

  @Override
  void load(int register, Width width, int base, int offset) {
    memory(width.x86Load, register, base, offset);
  }

  @Override
  void store(int register, Width width, int base, int offset) {
    if (width == Width.FLOAT) {
      put(FixedStep.NARROW);
    }
    memory(width.x86Store, register, base, offset);
  }

  @Override
  void address(int register, int base, int offset) {
    memory(LEA, register, base, offset);
  }

  @Override
  void set(int register, Width width, long number) {
    if (width == Width.WORD || number >>> 32 == 0) {
      opcode(0xB8 | register & 7, 0, register);
      putInt((int) number);
    } else if (number == (int) number) {
      registers(0x48_00C7, 0, register);
      putInt((int) number);
    } else {
      opcode(0x48_00B8 | register & 7, 0, register);
      putInt((int) number);
      putInt((int) (number >> 32));
    }
  }

  @Override
  void compute(Operation operation, Width width, int base, int offset) {
    memory(operation.x86 | size(width), A, base, offset);
  }

  @Override
  void computeNumber(Operation operation, Width width, int number) {
    int size = size(width);
    boolean isShort = number == (byte) number;
    switch (operation) {
      case SHL, SHR, USHR -> {
        isShort = true;
        registers(0xC1 | size, operation.x86, A);
      }
      case MUL -> registers((isShort ? 0x6B : 0x69) | size, A, A);
      default -> {
        if (isShort) {
          registers(0x83 | size, operation.x86 >> 3, A);
        } else {
          opcode(operation.x86 + 2 | size, 0, A);
        }
      }
    }
    if (isShort) {
      put(number);
    } else {
      putInt(number);
    }
  }

  @Override
  void link(int next, int back) {
    address(T, ORIGIN, back);
    store(T, Width.LONG, FRAME, next);
    store(FRAME, Width.LONG, FRAME, next + 8);
    address(FRAME, FRAME, next);
  }

  @Override
  void distance(int address, int from, int most) {
    registers(0x48_008B, T, address);
    memory(Operation.SUB.x86 | 0x48_0000, T, STATE, from);
    memory(Operation.COMPARE.x86 | 0x48_0000, T, STATE, most);
  }

  @Override
  void jump(int label) {
    put(0xE9);
    refer(label, 0);
  }

  @Override
  void jumpIf(Condition condition, boolean is, int label) {
    put(0x0F);
    put(0x80 | condition.x86 ^ (is ? 0 : 1));
    refer(label, 0);
  }

  @Override
  void call(int label) {
    put(0xE8);
    refer(label, 0);
  }

  @Override
  void fromDouble(Width to, int unfit) {
    // The processor gives the smallest number for what does not fit, as is wanted.
    registers(0xF200_0F2C | size(to), A, A); // cvttsd2si
  }
}
