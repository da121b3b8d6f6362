package org.forkshell.machine;

/** strtol(3), strtod(3) and their kin. */
final class NumberReader {
  private static final int INVALID = 22;
  private static final int OUT_OF_RANGE = 34;

  /** A double holds these powers of ten exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final Memory memory;
  private final ThreadArea area;
  private final DecimalDouble decimal = new DecimalDouble();
  private long at;

  NumberReader(Memory memory, ThreadArea area) {
    this.memory = memory;
    this.area = area;
  }

  private byte peek() {
    return memory.loadByte(at);
  }

  private void fail(int error) {
    memory.pokeInt(area.errno(), error);
  }

  /** Skips white space and a sign, and says whether that was a minus. */
  private boolean begin(long text) {
    at = text;
    byte c = peek();
    while (c == ' ' || (c >= '\t' && c <= '\r')) {
      at++;
      c = peek();
    }
    if (c == '-' || c == '+') {
      at++;
    }
    return c == '-';
  }

  private static int digit(byte c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
  }

  /**
   * An integer of 64 bits.
   *
   * @param end where the address after the number goes, or 0
   */
  long integer(long text, long end, int wantedBase, boolean signed) {
    if (wantedBase < 0 || wantedBase == 1 || wantedBase > 36) {
      fail(INVALID);
      return 0;
    }
    boolean negative = begin(text);
    int base = wantedBase;
    if ((base == 0 || base == 16) && peek() == '0' && (memory.loadByte(at + 1) | 0x20) == 'x') {
      if (digit(memory.loadByte(at + 2)) < 16) {
        at += 2;
      }
      base = 16;
    } else if (base == 0) {
      base = peek() == '0' ? 8 : 10;
    }
    long first = at;
    long value = 0;
    boolean tooLarge = false;
    for (int digit = digit(peek()); digit < base; digit = digit(peek())) {
      long high = Math.multiplyHigh(value, base) + (value < 0 ? base : 0);
      long next = value * base + digit;
      tooLarge |= high != 0 || Long.compareUnsigned(next, value * base) < 0;
      value = next;
      at++;
    }
    if (end != 0) {
      memory.storeLong(end, at == first ? text : at);
    }
    if (!signed) {
      if (tooLarge) {
        fail(OUT_OF_RANGE);
        return -1;
      }
      return negative ? -value : value;
    }
    if (tooLarge || (value < 0 && !(negative && value == Long.MIN_VALUE))) {
      fail(OUT_OF_RANGE);
      return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return negative ? -value : value;
  }

  /**
   * A floating-point number.
   *
   * @param end where the address after the number goes, or 0
   * @param single whether it is to be rounded to a float
   */
  double floating(long text, long end, boolean single) {
    boolean negative = begin(text);
    double value;
    int lower = peek() | 0x20;
    if (digit(peek()) > 9 && peek() != '.') {
      if (lower == 'i' && isWord("inf")) {
        at += 3;
        if (isWord("inity")) {
          at += 5;
        }
        value = Double.POSITIVE_INFINITY;
      } else if (lower == 'n' && isWord("nan")) {
        at += 3;
        skipNote();
        value = Double.NaN;
      } else {
        at = text;
        value = 0;
        negative = false;
      }
    } else if (peek() == '0' && (memory.loadByte(at + 1) | 0x20) == 'x' && hasHexDigit(at + 2)) {
      at += 2;
      value = hexadecimal(single);
    } else {
      long first = at;
      value = decimal(single);
      if (value < 0) {
        at = text;
        value = 0;
        negative = false;
      } else if (Double.isInfinite(value)) {
        fail(OUT_OF_RANGE);
      } else if (value < (single ? Float.MIN_NORMAL : Double.MIN_NORMAL) && isNotZero(first)) {
        fail(OUT_OF_RANGE);
      }
    }
    if (end != 0) {
      memory.storeLong(end, at);
    }
    return negative ? -value : value;
  }

  private boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ((memory.loadByte(at + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code (…)} after nan. */
  private void skipNote() {
    if (peek() != '(') {
      return;
    }
    long here = at;
    do {
      at++;
    } while (digit(peek()) < 36 || peek() == '_');
    at = peek() == ')' ? at + 1 : here;
  }

  private boolean hasHexDigit(long from) {
    byte c = memory.loadByte(from);
    return digit(c) < 16 || (c == '.' && digit(memory.loadByte(from + 1)) < 16);
  }

  /** Whether the digits from {@code first} on are not all zeros. */
  private boolean isNotZero(long first) {
    for (long i = first; i < at; i++) {
      byte c = memory.loadByte(i);
      if (c >= '1' && c <= '9') {
        return true;
      }
      if ((c | 0x20) == 'e') {
        break;
      }
    }
    return false;
  }

  /** Reads digits with a point and an exponent; -1 if there is no digit. */
  private double decimal(boolean single) {
    decimal.clear();
    long mantissa = 0;
    int digits = 0;
    int point = 0;
    boolean any = false;
    boolean behindPoint = false;
    while (true) {
      byte c = peek();
      if (c >= '0' && c <= '9') {
        any = true;
        if (digits > 0 || c != '0') {
          decimal.append(c - '0');
          if (digits < 18) {
            mantissa = mantissa * 10 + c - '0';
          }
          digits++;
          if (!behindPoint) {
            point++;
          }
        } else if (behindPoint) {
          point--;
        }
      } else if (c == '.' && !behindPoint) {
        behindPoint = true;
      } else {
        break;
      }
      at++;
    }
    if (!any) {
      return -1;
    }
    int exponent = exponent('e');
    if (digits == 0) {
      return 0;
    }
    long scaled = (long) point + exponent;
    long power = scaled - digits;
    // Two exact numbers and one rounding: the nearest double.
    if (!single && digits <= 18 && mantissa <= 1L << 53 && power >= -22 && power <= 22) {
      return power < 0 ? mantissa / POWERS[(int) -power] : mantissa * POWERS[(int) power];
    }
    decimal.point = (int) Math.max(-100_000, Math.min(100_000, scaled));
    return single ? decimal.toDouble(24, -126, 127) : decimal.toDouble(53, -1022, 1023);
  }

  /** Reads {@code e+5}, if that is what comes. */
  private int exponent(int letter) {
    if ((peek() | 0x20) != letter) {
      return 0;
    }
    long here = at;
    at++;
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      at++;
    }
    if (digit(peek()) > 9) {
      at = here;
      return 0;
    }
    int exponent = 0;
    for (int digit = digit(peek()); digit < 10; digit = digit(peek())) {
      exponent = Math.min(exponent * 10 + digit, 1_000_000);
      at++;
    }
    return negative ? -exponent : exponent;
  }

  private double hexadecimal(boolean single) {
    long mantissa = 0;
    int exponent = 0;
    boolean behindPoint = false;
    while (true) {
      byte c = peek();
      int digit = digit(c);
      if (digit < 16) {
        if (mantissa >>> 58 == 0) {
          mantissa = mantissa << 4 | digit;
          exponent -= behindPoint ? 4 : 0;
        } else {
          // The last bit stands for all that follow.
          mantissa |= digit != 0 ? 1 : 0;
          exponent += behindPoint ? 0 : 4;
        }
      } else if (c == '.' && !behindPoint) {
        behindPoint = true;
      } else {
        break;
      }
      at++;
    }
    exponent += exponent('p');
    double value = scale(mantissa, exponent, single ? 24 : 53, single ? -149 : -1074);
    if (value >= (single ? 0x1p128 : Double.POSITIVE_INFINITY)) {
      value = Double.POSITIVE_INFINITY;
    }
    if (mantissa != 0
        && (Double.isInfinite(value) || value < (single ? Float.MIN_NORMAL : Double.MIN_NORMAL))) {
      fail(OUT_OF_RANGE);
    }
    return value;
  }

  /** The number mantissa * 2^exponent with at most so many bits, none below 2^lowest. */
  private static double scale(long mantissa, int exponent, int bits, int lowest) {
    long rest = mantissa;
    int power = exponent;
    int cut = Math.max(64 - Long.numberOfLeadingZeros(rest) - bits, lowest - power);
    if (cut >= 63) {
      return 0;
    }
    if (cut > 0) {
      long half = 1L << (cut - 1);
      long lost = rest & ((half << 1) - 1);
      rest >>>= cut;
      if (lost > half || (lost == half && (rest & 1) != 0)) {
        rest++;
      }
      power += cut;
    }
    return Math.scalb((double) rest, power);
  }
}
