package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.doubleAt;
import static org.forkshell.machine.RawMemory.floatAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

/** The instructions that only compute, from slots of a frame to a slot. */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * @param pc the host's address of the instruction
   * @param fp the host's address of the frame
   * @return false where C leaves a division undefined and a processor refuses it, and for an opcode
   *     that is none
   */
  static boolean compute(int op, long pc, long fp) {
    switch (op >> 4) {
      case 4:
        switch (op) {
          case Op.MOV_UH:
            intAt(fp + intAt(pc + 4), shortAt(fp + intAt(pc + 8)) & 0xFFFF);
            return true;
          case Op.MOV_F:
            doubleAt(fp + intAt(pc + 4), floatAt(fp + intAt(pc + 8)));
            return true;
          case Op.PUT_B:
            byteAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)));
            return true;
          case Op.PUT_H:
            shortAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)));
            return true;
          case Op.PUT_F:
            floatAt(fp + intAt(pc + 4), (float) doubleAt(fp + intAt(pc + 8)));
            return true;
          case Op.SUB_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) - longAt(fp + intAt(pc + 12)));
            return true;
          case Op.MUL_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) * longAt(fp + intAt(pc + 12)));
            return true;
          case Op.MULI_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) * intAt(pc + 12));
            return true;
          case Op.MULI_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) * intAt(pc + 12));
            return true;
          case Op.DIV_W:
            if (overflows(intAt(fp + intAt(pc + 8)), intAt(fp + intAt(pc + 12)))) {
              return false;
            }
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) / intAt(fp + intAt(pc + 12)));
            return true;
          case Op.REM_W:
            if (overflows(intAt(fp + intAt(pc + 8)), intAt(fp + intAt(pc + 12)))) {
              return false;
            }
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) % intAt(fp + intAt(pc + 12)));
            return true;
          case Op.UDIV_W:
            if (intAt(fp + intAt(pc + 12)) == 0) {
              return false;
            }
            intAt(
                fp + intAt(pc + 4),
                Integer.divideUnsigned(intAt(fp + intAt(pc + 8)), intAt(fp + intAt(pc + 12))));
            return true;
          case Op.UREM_W:
            if (intAt(fp + intAt(pc + 12)) == 0) {
              return false;
            }
            intAt(
                fp + intAt(pc + 4),
                Integer.remainderUnsigned(intAt(fp + intAt(pc + 8)), intAt(fp + intAt(pc + 12))));
            return true;
          case Op.AND_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) & intAt(fp + intAt(pc + 12)));
            return true;
          case Op.OR_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) | intAt(fp + intAt(pc + 12)));
            return true;
          case Op.XOR_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) ^ intAt(fp + intAt(pc + 12)));
            return true;
          default:
            return false;
        }
      case 5:
        switch (op) {
          case Op.SHL_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) << intAt(fp + intAt(pc + 12)));
            return true;
          case Op.SHR_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) >> intAt(fp + intAt(pc + 12)));
            return true;
          case Op.USHR_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) >>> intAt(fp + intAt(pc + 12)));
            return true;
          case Op.NEG_W:
            intAt(fp + intAt(pc + 4), -intAt(fp + intAt(pc + 8)));
            return true;
          case Op.NOT_W:
            intAt(fp + intAt(pc + 4), ~intAt(fp + intAt(pc + 8)));
            return true;
          case Op.ANDI_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) & intAt(pc + 12));
            return true;
          case Op.SHLI_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) << intAt(pc + 12));
            return true;
          case Op.SHRI_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) >> intAt(pc + 12));
            return true;
          case Op.USHRI_W:
            intAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) >>> intAt(pc + 12));
            return true;
          case Op.DIV_L:
            if (overflows(longAt(fp + intAt(pc + 8)), longAt(fp + intAt(pc + 12)))) {
              return false;
            }
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) / longAt(fp + intAt(pc + 12)));
            return true;
          case Op.REM_L:
            if (overflows(longAt(fp + intAt(pc + 8)), longAt(fp + intAt(pc + 12)))) {
              return false;
            }
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) % longAt(fp + intAt(pc + 12)));
            return true;
          case Op.UDIV_L:
            if (longAt(fp + intAt(pc + 12)) == 0) {
              return false;
            }
            longAt(
                fp + intAt(pc + 4),
                Long.divideUnsigned(longAt(fp + intAt(pc + 8)), longAt(fp + intAt(pc + 12))));
            return true;
          case Op.UREM_L:
            if (longAt(fp + intAt(pc + 12)) == 0) {
              return false;
            }
            longAt(
                fp + intAt(pc + 4),
                Long.remainderUnsigned(longAt(fp + intAt(pc + 8)), longAt(fp + intAt(pc + 12))));
            return true;
          case Op.AND_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) & longAt(fp + intAt(pc + 12)));
            return true;
          case Op.OR_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) | longAt(fp + intAt(pc + 12)));
            return true;
          case Op.XOR_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) ^ longAt(fp + intAt(pc + 12)));
            return true;
          default:
            return false;
        }
      case 6:
        switch (op) {
          case Op.SHL_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) << intAt(fp + intAt(pc + 12)));
            return true;
          case Op.SHR_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) >> intAt(fp + intAt(pc + 12)));
            return true;
          case Op.USHR_L:
            longAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)) >>> intAt(fp + intAt(pc + 12)));
            return true;
          case Op.NEG_L:
            longAt(fp + intAt(pc + 4), -longAt(fp + intAt(pc + 8)));
            return true;
          case Op.NOT_L:
            longAt(fp + intAt(pc + 4), ~longAt(fp + intAt(pc + 8)));
            return true;
          case Op.EQ_W:
            intAt(
                fp + intAt(pc + 4),
                intAt(fp + intAt(pc + 8)) == intAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.NE_W:
            intAt(
                fp + intAt(pc + 4),
                intAt(fp + intAt(pc + 8)) != intAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LT_W:
            intAt(
                fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) < intAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LE_W:
            intAt(
                fp + intAt(pc + 4),
                intAt(fp + intAt(pc + 8)) <= intAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.ULT_W:
            intAt(
                fp + intAt(pc + 4),
                intAt(fp + intAt(pc + 8)) + Integer.MIN_VALUE
                        < intAt(fp + intAt(pc + 12)) + Integer.MIN_VALUE
                    ? 1
                    : 0);
            return true;
          case Op.ULE_W:
            intAt(
                fp + intAt(pc + 4),
                intAt(fp + intAt(pc + 8)) + Integer.MIN_VALUE
                        <= intAt(fp + intAt(pc + 12)) + Integer.MIN_VALUE
                    ? 1
                    : 0);
            return true;
          case Op.EQ_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) == longAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.NE_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) != longAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LT_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) < longAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LE_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) <= longAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.ULT_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) + Long.MIN_VALUE
                        < longAt(fp + intAt(pc + 12)) + Long.MIN_VALUE
                    ? 1
                    : 0);
            return true;
          default:
            return false;
        }
      case 7:
        switch (op) {
          case Op.ULE_L:
            intAt(
                fp + intAt(pc + 4),
                longAt(fp + intAt(pc + 8)) + Long.MIN_VALUE
                        <= longAt(fp + intAt(pc + 12)) + Long.MIN_VALUE
                    ? 1
                    : 0);
            return true;
          case Op.EXTEND:
            longAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)));
            return true;
          case Op.UEXTEND:
            longAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)) & 0xFFFF_FFFFL);
            return true;
          case Op.ADD_D:
            doubleAt(
                fp + intAt(pc + 4), doubleAt(fp + intAt(pc + 8)) + doubleAt(fp + intAt(pc + 12)));
            return true;
          case Op.SUB_D:
            doubleAt(
                fp + intAt(pc + 4), doubleAt(fp + intAt(pc + 8)) - doubleAt(fp + intAt(pc + 12)));
            return true;
          case Op.MUL_D:
            doubleAt(
                fp + intAt(pc + 4), doubleAt(fp + intAt(pc + 8)) * doubleAt(fp + intAt(pc + 12)));
            return true;
          case Op.DIV_D:
            doubleAt(
                fp + intAt(pc + 4), doubleAt(fp + intAt(pc + 8)) / doubleAt(fp + intAt(pc + 12)));
            return true;
          case Op.NEG_D:
            doubleAt(fp + intAt(pc + 4), -doubleAt(fp + intAt(pc + 8)));
            return true;
          case Op.EQ_D:
            intAt(
                fp + intAt(pc + 4),
                doubleAt(fp + intAt(pc + 8)) == doubleAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.NE_D:
            intAt(
                fp + intAt(pc + 4),
                doubleAt(fp + intAt(pc + 8)) != doubleAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LT_D:
            intAt(
                fp + intAt(pc + 4),
                doubleAt(fp + intAt(pc + 8)) < doubleAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.LE_D:
            intAt(
                fp + intAt(pc + 4),
                doubleAt(fp + intAt(pc + 8)) <= doubleAt(fp + intAt(pc + 12)) ? 1 : 0);
            return true;
          case Op.W_TO_D:
            doubleAt(fp + intAt(pc + 4), intAt(fp + intAt(pc + 8)));
            return true;
          case Op.L_TO_D:
            doubleAt(fp + intAt(pc + 4), longAt(fp + intAt(pc + 8)));
            return true;
          case Op.UL_TO_D:
            doubleAt(fp + intAt(pc + 4), unsigned(longAt(fp + intAt(pc + 8))));
            return true;
          case Op.D_TO_W:
            intAt(fp + intAt(pc + 4), word(doubleAt(fp + intAt(pc + 8))));
            return true;
          default:
            return false;
        }
      case 8:
        switch (op) {
          case Op.D_TO_L:
            longAt(fp + intAt(pc + 4), longWord(doubleAt(fp + intAt(pc + 8))));
            return true;
          case Op.D_TO_UL:
            longAt(fp + intAt(pc + 4), unsignedLongWord(doubleAt(fp + intAt(pc + 8))));
            return true;
          case Op.ROUND_F:
            doubleAt(fp + intAt(pc + 4), (float) doubleAt(fp + intAt(pc + 8)));
            return true;
          default:
            return false;
        }
      default:
        return false;
    }
  }

  private static boolean overflows(int dividend, int divisor) {
    return divisor == 0 || (divisor == -1 && dividend == Integer.MIN_VALUE);
  }

  private static boolean overflows(long dividend, long divisor) {
    return divisor == 0 || (divisor == -1 && dividend == Long.MIN_VALUE);
  }

  private static double unsigned(long value) {
    if (value >= 0) {
      return value;
    }
    // Halved with the lost bit kept, so that rounding to a double comes out the same.
    return ((value >>> 1) | (value & 1)) * 2.0;
  }

  // Java gives the nearest number where a double does not fit, x86-64 the smallest.

  private static int word(double value) {
    return value > -2147483649.0 && value < 2147483648.0 ? (int) value : Integer.MIN_VALUE;
  }

  private static long longWord(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  private static long unsignedLongWord(double value) {
    return value >= 0x1p63 ? longWord(value - 0x1p63) ^ Long.MIN_VALUE : longWord(value);
  }
}
