package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.Type;

/** How a scalar lies in memory, and the instructions that move it between there and a slot. */
enum Cell {
  BYTE(Opcode.LD_B, Opcode.ST_B, Opcode.MOV_B, Opcode.PUT_B),
  UNSIGNED_BYTE(Opcode.LD_UB, Opcode.ST_B, Opcode.MOV_UB, Opcode.PUT_B),
  HALF(Opcode.LD_H, Opcode.ST_H, Opcode.MOV_H, Opcode.PUT_H),
  UNSIGNED_HALF(Opcode.LD_UH, Opcode.ST_H, Opcode.MOV_UH, Opcode.PUT_H),
  WORD(Opcode.LD_W, Opcode.ST_W, Opcode.MOV_W, Opcode.MOV_W),
  LONG(Opcode.LD_L, Opcode.ST_L, Opcode.MOV_L, Opcode.MOV_L),
  FLOAT(Opcode.LD_F, Opcode.ST_F, Opcode.MOV_F, Opcode.PUT_F),
  DOUBLE(Opcode.LD_L, Opcode.ST_L, Opcode.MOV_L, Opcode.MOV_L);

  /** From an address and a distance into a slot. */
  final Opcode load;

  final Opcode store;

  /** From a place in the frame into a slot. */
  final Opcode get;

  final Opcode put;

  Cell(Opcode load, Opcode store, Opcode get, Opcode put) {
    this.load = load;
    this.store = store;
    this.get = get;
    this.put = put;
  }

  static Cell of(Type type) {
    if (type.isFloating()) {
      return type.size() == 4 ? FLOAT : DOUBLE;
    }
    boolean unsigned = type.isUnsigned();
    return switch ((int) type.size()) {
      case 1 -> unsigned ? UNSIGNED_BYTE : BYTE;
      case 2 -> unsigned ? UNSIGNED_HALF : HALF;
      case 4 -> WORD;
      case 8 -> LONG;
      default -> throw new AssertionError(type);
    };
  }

  /** Whether instructions can compute with it where it lies in the frame. */
  boolean isDirect() {
    return this == WORD || this == LONG || this == DOUBLE;
  }

  /** What the value of this cell takes in a slot: narrow ones are words there, floats doubles. */
  Cell inSlot() {
    return switch (this) {
      case LONG -> LONG;
      case FLOAT, DOUBLE -> DOUBLE;
      default -> WORD;
    };
  }

  /** The cell of a value in a slot. */
  static Cell slotOf(Type type) {
    return type.isFloating() ? DOUBLE : type.size() == 8 ? LONG : WORD;
  }
}
