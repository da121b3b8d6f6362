package org.forkshell.machine;

/**
 * A decimal number of up to {@link #MOST} digits, {@code 0.d1 d2 d3 … * 10^point}: enough to hold
 * any double exactly (767 digits), and to say of any longer number on which side of a double it
 * lies. One object serves again and again.
 */
final class DecimalDouble {
  static final int MOST = 800;

  /** 10 * 2^59 is the largest intermediate result that fits a long. */
  private static final int MOST_SHIFT = 59;

  private static final long MASK_60 = (1L << 60) - 1;

  final byte[] digits = new byte[MOST + 20];
  int count;
  int point;

  /** Whether digits other than zero were left out at the end. */
  private boolean more;

  void clear() {
    count = 0;
    point = 0;
    more = false;
  }

  /** Takes the exact value of a finite double that is not negative. */
  void set(double value) {
    clear();
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & ((1L << 52) - 1);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << 52;
    }
    exponent -= 1075;
    if (mantissa == 0) {
      return;
    }
    if (exponent >= 0) {
      if (exponent <= 10) {
        setLong(mantissa << exponent);
      } else {
        setLong(mantissa);
        shift(exponent);
      }
    } else if (exponent >= -60) {
      setLong(mantissa >>> -exponent);
      appendFraction((mantissa & ((1L << -exponent) - 1)) << (60 + exponent), 0);
    } else if (exponent >= -120) {
      int left = 120 + exponent;
      appendFraction(mantissa >>> (60 - left), (mantissa << left) & MASK_60);
    } else {
      setLong(mantissa);
      shift(exponent);
    }
    trim();
  }

  private void setLong(long value) {
    int length = 0;
    for (long rest = value; rest != 0; rest /= 10) {
      length++;
    }
    count = length;
    point = length;
    long rest = value;
    for (int i = length - 1; i >= 0; i--) {
      long tenth = rest / 10;
      digits[i] = (byte) (rest - tenth * 10);
      rest = tenth;
    }
  }

  /** Appends the digits of (high * 2^60 + low) / 2^120. */
  private void appendFraction(long high, long low) {
    long h = high;
    long l = low;
    while ((h | l) != 0) {
      l *= 10;
      h = h * 10 + (l >>> 60);
      l &= MASK_60;
      int digit = (int) (h >>> 60);
      h &= MASK_60;
      if (count == 0 && digit == 0) {
        point--;
      } else {
        digits[count++] = (byte) digit;
      }
    }
  }

  /**
   * Appends a digit read from a text; {@link #point} is the caller's. Leading zeros do not come.
   */
  void append(int digit) {
    if (count < MOST) {
      digits[count++] = (byte) digit;
    } else if (digit != 0) {
      more = true;
    }
  }

  /** Drops zeros at the end. */
  void trim() {
    while (count > 0 && digits[count - 1] == 0) {
      count--;
    }
    if (count == 0) {
      point = 0;
    }
  }

  /** Multiplies by a power of two. */
  void shift(int by) {
    int left = by;
    while (left > 0 && count > 0) {
      int step = Math.min(left, MOST_SHIFT);
      shiftLeft(step);
      left -= step;
    }
    while (left < 0 && count > 0) {
      int step = Math.min(-left, MOST_SHIFT);
      shiftRight(step);
      left += step;
    }
  }

  private void shiftLeft(int by) {
    // 2^by has at most this many digits more.
    int room = by * 1233 / 4096 + 1;
    int to = count + room;
    long carry = 0;
    for (int from = count - 1; from >= 0; from--) {
      carry += (long) digits[from] << by;
      long tenth = carry / 10;
      digits[--to] = (byte) (carry - tenth * 10);
      carry = tenth;
    }
    while (to > 0) {
      long tenth = carry / 10;
      digits[--to] = (byte) (carry - tenth * 10);
      carry = tenth;
    }
    int length = count + room;
    int zeros = 0;
    while (zeros < length && digits[zeros] == 0) {
      zeros++;
    }
    count = Math.min(length - zeros, MOST);
    point += room - zeros;
    for (int i = zeros + count; i < length; i++) {
      more |= digits[i] != 0;
    }
    System.arraycopy(digits, zeros, digits, 0, count);
    trim();
  }

  private void shiftRight(int by) {
    int from = 0;
    long value = 0;
    while (value >>> by == 0) {
      if (from < count) {
        value = value * 10 + digits[from];
      } else {
        value *= 10;
      }
      from++;
    }
    point -= from - 1;
    long mask = (1L << by) - 1;
    int to = 0;
    while (from < count) {
      int digit = (int) (value >>> by);
      value = (value & mask) * 10 + digits[from];
      from++;
      digits[to++] = (byte) digit;
    }
    int length = to;
    while (value != 0) {
      int digit = (int) (value >>> by);
      value = (value & mask) * 10;
      if (length < MOST) {
        digits[length++] = (byte) digit;
      } else if (digit != 0) {
        more = true;
      }
    }
    count = length;
    trim();
  }

  /** Rounds to {@code length} digits, which may be negative or more than there are. */
  void round(int length) {
    if (length >= count) {
      return;
    }
    if (length < 0) {
      clear();
      return;
    }
    boolean up = roundsUp(length);
    count = length;
    if (!up) {
      trim();
      return;
    }
    while (count > 0 && digits[count - 1] == 9) {
      count--;
    }
    if (count > 0) {
      digits[count - 1]++;
    } else {
      digits[0] = 1;
      count = 1;
      point++;
    }
  }

  /** Halves go to the even neighbour, as the processor's default says. */
  private boolean roundsUp(int length) {
    if (length < 0 || length >= count) {
      return false;
    }
    if (digits[length] == 5 && length + 1 == count && !more) {
      return length > 0 && (digits[length - 1] & 1) != 0;
    }
    return digits[length] >= 5;
  }

  /** The integer part, rounded; the number is below 10^18. */
  private long toLong() {
    long value = 0;
    int i = 0;
    for (; i < point && i < count; i++) {
      value = value * 10 + digits[i];
    }
    for (; i < point; i++) {
      value *= 10;
    }
    return roundsUp(point) ? value + 1 : value;
  }

  /**
   * The nearest binary number.
   *
   * @param bits of the mantissa with its first bit: 53 or 24
   * @param smallest exponent of a normal number: -1022 or -126
   * @param largest exponent: 1023 or 127
   */
  double toDouble(int bits, int smallest, int largest) {
    trim();
    if (count == 0 || point < -330) {
      return 0;
    }
    if (point > 310) {
      return Double.POSITIVE_INFINITY;
    }
    // Scale to 0.5 <= value < 1.
    int exponent = 0;
    while (point > 0) {
      int step = powerBelow(point);
      shift(-step);
      exponent += step;
    }
    while (point < 0 || digits[0] < 5) {
      int step = powerBelow(-point);
      shift(step);
      exponent -= step;
    }
    // The mantissa counts from 1 to 2.
    exponent--;
    if (exponent < smallest) {
      int step = smallest - exponent;
      shift(-step);
      exponent += step;
    }
    if (exponent > largest) {
      return Double.POSITIVE_INFINITY;
    }
    shift(bits);
    long mantissa = toLong();
    if (mantissa == 1L << bits) {
      mantissa >>= 1;
      exponent++;
      if (exponent > largest) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return Math.scalb((double) mantissa, exponent - bits + 1);
  }

  /** A power of two that leaves a number with {@code length} digits before the point above 1/10. */
  private static int powerBelow(int length) {
    return length == 0 ? 1 : Math.min(MOST_SHIFT, Math.max(1, length * 3));
  }
}
