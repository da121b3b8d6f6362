package org.forkshell.machine;

/**
 * The conversions of printf(3) that show a {@code double}: e, f, g, a, in either case. What they
 * come to is the struct {@code __shown} of {@code bits/format.h}.
 */
final class FloatingConversion {
  private static final String LOWER_DIGITS = "0123456789abcdef";
  private static final String UPPER_DIGITS = "0123456789ABCDEF";

  private static final int LENGTH = 0;
  private static final int ZEROS = 8;
  private static final int SUFFIX_LENGTH = 16;
  private static final int SUFFIX = 24;
  private static final int DIGITS = 32;
  private static final int SIZE = DIGITS + 1824;

  private final Memory memory;
  private final DecimalDouble decimal = new DecimalDouble();

  private long shown;
  private int length;
  private long zeros;
  private int suffixLength;

  private char conversion;
  private int precision;
  private boolean alternative;

  FloatingConversion(Memory memory) {
    this.memory = memory;
  }

  /**
   * Shows a finite number that is not negative.
   *
   * @param wanted how many digits, -1 where nothing was said
   * @param hash whether a point is shown, and zeros after it, where there is nothing to show
   * @param to the address of what is shown
   */
  void show(double magnitude, char as, int wanted, boolean hash, long to) {
    memory.checkWritable(to, SIZE);
    shown = to;
    length = 0;
    zeros = 0;
    suffixLength = 0;
    convert(magnitude, as, wanted, hash);
    memory.pokeLong(shown + LENGTH, length);
    memory.pokeLong(shown + ZEROS, zeros);
    memory.pokeLong(shown + SUFFIX_LENGTH, suffixLength);
  }

  private void append(int digit) {
    memory.pokeByte(shown + DIGITS + length++, digit);
  }

  private void suffix(int c) {
    memory.pokeByte(shown + SUFFIX + suffixLength++, c);
  }

  private void convert(double magnitude, char as, int wanted, boolean hash) {
    conversion = as;
    precision = wanted;
    alternative = hash;
    switch (conversion) {
      case 'f':
      case 'F':
        decimal.set(magnitude);
        fixed(precision < 0 ? 6 : precision, alternative);
        break;
      case 'e':
      case 'E':
        decimal.set(magnitude);
        scientific(precision < 0 ? 6 : precision, alternative);
        break;
      case 'g':
      case 'G':
        decimal.set(magnitude);
        general();
        break;
      default:
        hexadecimal(magnitude);
    }
  }

  private void fixed(int fraction, boolean withPoint) {
    if (fraction < DecimalDouble.MOST * 2) {
      decimal.round(decimal.point + fraction);
    }
    int point = decimal.point;
    if (point <= 0) {
      append('0');
    }
    for (int i = 0; i < point; i++) {
      append(i < decimal.count ? '0' + decimal.digits[i] : '0');
    }
    if (fraction > 0 || withPoint) {
      append('.');
    }
    long rest = fraction;
    if (decimal.count > 0) {
      for (int i = point; i < decimal.count && rest > 0; i++) {
        append(i < 0 ? '0' : '0' + decimal.digits[i]);
        rest--;
      }
    }
    zeros = rest;
  }

  private void scientific(int fraction, boolean withPoint) {
    if (fraction < DecimalDouble.MOST) {
      decimal.round(fraction + 1);
    }
    int exponent = decimal.count == 0 ? 0 : decimal.point - 1;
    append(decimal.count == 0 ? '0' : '0' + decimal.digits[0]);
    if (fraction > 0 || withPoint) {
      append('.');
    }
    long rest = fraction;
    for (int i = 1; i < decimal.count; i++) {
      append('0' + decimal.digits[i]);
      rest--;
    }
    zeros = rest;
    suffix(conversion == 'e' || conversion == 'g' ? 'e' : 'E');
    exponent(exponent, 2);
  }

  private void general() {
    int significant = precision < 0 ? 6 : Math.max(1, precision);
    if (significant < DecimalDouble.MOST) {
      decimal.round(significant);
    }
    int exponent = decimal.count == 0 ? 0 : decimal.point - 1;
    boolean fixed = exponent >= -4 && exponent < significant;
    // Without # zeros at the end are not shown.
    int wanted = alternative ? significant : Math.max(1, decimal.count);
    if (fixed) {
      fixed(Math.max(0, wanted - 1 - exponent), alternative);
    } else {
      scientific(wanted - 1, alternative);
    }
  }

  private void hexadecimal(double magnitude) {
    boolean upper = conversion == 'A';
    String digits = upper ? UPPER_DIGITS : LOWER_DIGITS;
    long bits = Double.doubleToRawLongBits(magnitude);
    int exponent = (int) (bits >>> 52);
    long mantissa = bits & ((1L << 52) - 1);
    if (exponent == 0) {
      exponent = mantissa == 0 ? 0 : -1022;
    } else {
      mantissa |= 1L << 52;
      exponent -= 1023;
    }
    if (precision >= 0 && precision < 13) {
      int cut = 52 - 4 * precision;
      long half = 1L << (cut - 1);
      long rest = mantissa & ((half << 1) - 1);
      mantissa -= rest;
      if (rest > half || (rest == half && (mantissa >>> cut & 1) != 0)) {
        mantissa += half << 1;
      }
    }
    append('0' + (int) (mantissa >>> 52));
    long fraction = mantissa & ((1L << 52) - 1);
    if (precision > 0 || (precision < 0 && fraction != 0) || alternative) {
      append('.');
    }
    int digitCount = 0;
    while (precision < 0 ? fraction != 0 : digitCount < Math.min(precision, 13)) {
      append(digits.charAt((int) (fraction >>> 48)));
      fraction = fraction << 4 & ((1L << 52) - 1);
      digitCount++;
    }
    zeros = Math.max(0, precision - 13);
    suffix(upper ? 'P' : 'p');
    exponent(exponent, 1);
  }

  private void exponent(int exponent, int fewest) {
    suffix(exponent < 0 ? '-' : '+');
    int rest = Math.abs(exponent);
    if (rest >= 1000) {
      suffix('0' + rest / 1000);
    }
    if (rest >= 100) {
      suffix('0' + rest / 100 % 10);
    }
    if (rest >= 10 || fewest > 1) {
      suffix('0' + rest / 10 % 10);
    }
    suffix('0' + rest % 10);
  }
}
