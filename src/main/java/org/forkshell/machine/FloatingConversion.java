package org.forkshell.machine;

/** The conversions of printf(3) that show a {@code double}: e, f, g, a, in either case. */
final class FloatingConversion {
  private final PaddedField field;
  private final DecimalDouble decimal = new DecimalDouble();

  private char conversion;
  private int precision;
  private boolean alternative;

  FloatingConversion(PaddedField field) {
    this.field = field;
  }

  /**
   * Shows a finite number that is not negative.
   *
   * @param wanted how many digits, -1 where nothing was said
   * @param hash whether a point is shown, and zeros after it, where there is nothing to show
   */
  void show(double magnitude, char as, int wanted, boolean hash) {
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
      field.append('0');
    }
    for (int i = 0; i < point; i++) {
      field.append(i < decimal.count ? '0' + decimal.digits[i] : '0');
    }
    if (fraction > 0 || withPoint) {
      field.append('.');
    }
    long rest = fraction;
    if (decimal.count > 0) {
      for (int i = point; i < decimal.count && rest > 0; i++) {
        field.append(i < 0 ? '0' : '0' + decimal.digits[i]);
        rest--;
      }
    }
    field.moreZeros(rest);
  }

  private void scientific(int fraction, boolean withPoint) {
    if (fraction < DecimalDouble.MOST) {
      decimal.round(fraction + 1);
    }
    int exponent = decimal.count == 0 ? 0 : decimal.point - 1;
    field.append(decimal.count == 0 ? '0' : '0' + decimal.digits[0]);
    if (fraction > 0 || withPoint) {
      field.append('.');
    }
    long rest = fraction;
    for (int i = 1; i < decimal.count; i++) {
      field.append('0' + decimal.digits[i]);
      rest--;
    }
    field.moreZeros(rest);
    field.suffix(conversion == 'e' || conversion == 'g' ? 'e' : 'E');
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
    int shown = alternative ? significant : Math.max(1, decimal.count);
    if (fixed) {
      fixed(Math.max(0, shown - 1 - exponent), alternative);
    } else {
      scientific(shown - 1, alternative);
    }
  }

  private void hexadecimal(double magnitude) {
    boolean upper = conversion == 'A';
    String digits = upper ? Rendering.UPPER_DIGITS : Rendering.LOWER_DIGITS;
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
    field.prefix('0');
    field.prefix(upper ? 'X' : 'x');
    field.append('0' + (int) (mantissa >>> 52));
    long fraction = mantissa & ((1L << 52) - 1);
    if (precision > 0 || (precision < 0 && fraction != 0) || alternative) {
      field.append('.');
    }
    int shown = 0;
    while (precision < 0 ? fraction != 0 : shown < Math.min(precision, 13)) {
      field.append(digits.charAt((int) (fraction >>> 48)));
      fraction = fraction << 4 & ((1L << 52) - 1);
      shown++;
    }
    field.moreZeros(Math.max(0, precision - 13));
    field.suffix(upper ? 'P' : 'p');
    exponent(exponent, 1);
  }

  private void exponent(int exponent, int fewest) {
    field.suffix(exponent < 0 ? '-' : '+');
    int rest = Math.abs(exponent);
    if (rest >= 1000) {
      field.suffix('0' + rest / 1000);
    }
    if (rest >= 100) {
      field.suffix('0' + rest / 100 % 10);
    }
    if (rest >= 10 || fewest > 1) {
      field.suffix('0' + rest / 10 % 10);
    }
    field.suffix('0' + rest % 10);
  }
}
