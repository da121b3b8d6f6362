package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.doubleAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

/** The instructions that only compute, from slots of a frame to a slot. */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * @param a the host's address of the slot that the first operand names, if it names one; the same
   *     for the others
   * @param number the third operand as a number
   * @return false where C leaves a division undefined and a processor refuses it, and for an opcode
   *     that is none
   */
  static boolean compute(int op, long a, long b, long c, int number) {
    switch (op >> 4) {
      case 5:
        switch (op) {
          case Op.MUL_L:
            longAt(a, longAt(b) * longAt(c));
            return true;
          case Op.UDIV_W:
            if (intAt(c) == 0) {
              return false;
            }
            intAt(a, Integer.divideUnsigned(intAt(b), intAt(c)));
            return true;
          case Op.UREM_W:
            if (intAt(c) == 0) {
              return false;
            }
            intAt(a, Integer.remainderUnsigned(intAt(b), intAt(c)));
            return true;
          case Op.AND_W:
            intAt(a, intAt(b) & intAt(c));
            return true;
          case Op.OR_W:
            intAt(a, intAt(b) | intAt(c));
            return true;
          case Op.XOR_W:
            intAt(a, intAt(b) ^ intAt(c));
            return true;
          case Op.SHL_W:
            intAt(a, intAt(b) << intAt(c));
            return true;
          case Op.SHR_W:
            intAt(a, intAt(b) >> intAt(c));
            return true;
          case Op.USHR_W:
            intAt(a, intAt(b) >>> intAt(c));
            return true;
          case Op.NEG_W:
            intAt(a, -intAt(b));
            return true;
          case Op.NOT_W:
            intAt(a, ~intAt(b));
            return true;
          case Op.SHRI_W:
            intAt(a, intAt(b) >> number);
            return true;
          case Op.USHRI_W:
            intAt(a, intAt(b) >>> number);
            return true;
          case Op.DIV_L:
            if (overflows(longAt(b), longAt(c))) {
              return false;
            }
            longAt(a, longAt(b) / longAt(c));
            return true;
          case Op.REM_L:
            if (overflows(longAt(b), longAt(c))) {
              return false;
            }
            longAt(a, longAt(b) % longAt(c));
            return true;
          case Op.UDIV_L:
            if (longAt(c) == 0) {
              return false;
            }
            longAt(a, Long.divideUnsigned(longAt(b), longAt(c)));
            return true;
          default:
            return false;
        }
      case 6:
        switch (op) {
          case Op.UREM_L:
            if (longAt(c) == 0) {
              return false;
            }
            longAt(a, Long.remainderUnsigned(longAt(b), longAt(c)));
            return true;
          case Op.AND_L:
            longAt(a, longAt(b) & longAt(c));
            return true;
          case Op.OR_L:
            longAt(a, longAt(b) | longAt(c));
            return true;
          case Op.XOR_L:
            longAt(a, longAt(b) ^ longAt(c));
            return true;
          case Op.SHL_L:
            longAt(a, longAt(b) << intAt(c));
            return true;
          case Op.SHR_L:
            longAt(a, longAt(b) >> intAt(c));
            return true;
          case Op.USHR_L:
            longAt(a, longAt(b) >>> intAt(c));
            return true;
          case Op.NEG_L:
            longAt(a, -longAt(b));
            return true;
          case Op.NOT_L:
            longAt(a, ~longAt(b));
            return true;
          case Op.EQ_W:
            intAt(a, intAt(b) == intAt(c) ? 1 : 0);
            return true;
          case Op.NE_W:
            intAt(a, intAt(b) != intAt(c) ? 1 : 0);
            return true;
          case Op.LT_W:
            intAt(a, intAt(b) < intAt(c) ? 1 : 0);
            return true;
          case Op.LE_W:
            intAt(a, intAt(b) <= intAt(c) ? 1 : 0);
            return true;
          case Op.ULT_W:
            intAt(a, intAt(b) + Integer.MIN_VALUE < intAt(c) + Integer.MIN_VALUE ? 1 : 0);
            return true;
          case Op.ULE_W:
            intAt(a, intAt(b) + Integer.MIN_VALUE <= intAt(c) + Integer.MIN_VALUE ? 1 : 0);
            return true;
          case Op.EQ_L:
            intAt(a, longAt(b) == longAt(c) ? 1 : 0);
            return true;
          default:
            return false;
        }
      case 7:
        switch (op) {
          case Op.NE_L:
            intAt(a, longAt(b) != longAt(c) ? 1 : 0);
            return true;
          case Op.LT_L:
            intAt(a, longAt(b) < longAt(c) ? 1 : 0);
            return true;
          case Op.LE_L:
            intAt(a, longAt(b) <= longAt(c) ? 1 : 0);
            return true;
          case Op.ULT_L:
            intAt(a, longAt(b) + Long.MIN_VALUE < longAt(c) + Long.MIN_VALUE ? 1 : 0);
            return true;
          case Op.ULE_L:
            intAt(a, longAt(b) + Long.MIN_VALUE <= longAt(c) + Long.MIN_VALUE ? 1 : 0);
            return true;
          case Op.UEXTEND:
            longAt(a, intAt(b) & 0xFFFF_FFFFL);
            return true;
          case Op.SHLI_W:
            intAt(a, intAt(b) << number);
            return true;
          case Op.NEG_D:
            doubleAt(a, -doubleAt(b));
            return true;
          case Op.EQ_D:
            intAt(a, doubleAt(b) == doubleAt(c) ? 1 : 0);
            return true;
          case Op.NE_D:
            intAt(a, doubleAt(b) != doubleAt(c) ? 1 : 0);
            return true;
          case Op.LT_D:
            intAt(a, doubleAt(b) < doubleAt(c) ? 1 : 0);
            return true;
          case Op.LE_D:
            intAt(a, doubleAt(b) <= doubleAt(c) ? 1 : 0);
            return true;
          case Op.SUB_L:
            longAt(a, longAt(b) - longAt(c));
            return true;
          case Op.L_TO_D:
            doubleAt(a, longAt(b));
            return true;
          case Op.UL_TO_D:
            doubleAt(a, unsigned(longAt(b)));
            return true;
          case Op.D_TO_W:
            intAt(a, word(doubleAt(b)));
            return true;
          default:
            return false;
        }
      case 8:
        switch (op) {
          case Op.D_TO_L:
            longAt(a, longWord(doubleAt(b)));
            return true;
          case Op.D_TO_UL:
            longAt(a, unsignedLongWord(doubleAt(b)));
            return true;
          case Op.ROUND_F:
            doubleAt(a, (float) doubleAt(b));
            return true;
          default:
            return false;
        }
      default:
        return false;
    }
  }

  static boolean overflows(int dividend, int divisor) {
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
