package org.forkshell.machine;

/** What one directive of printf(3) makes of its argument, put into a field. */
final class Rendering {
  static final String LOWER_DIGITS = "0123456789abcdef";
  static final String UPPER_DIGITS = "0123456789ABCDEF";

  private final Memory memory;
  private final PaddedField field;
  private final FloatingConversion floating;

  private boolean left;
  private boolean plus;
  private boolean space;
  private boolean alternative;
  private boolean zeroPadded;
  private int width;
  private int precision;
  private char conversion;

  Rendering(Memory memory, PaddedField field) {
    this.memory = memory;
    this.field = field;
    this.floating = new FloatingConversion(field);
  }

  void begin(Directive directive) {
    left = directive.left();
    plus = directive.plus();
    space = directive.space();
    alternative = directive.alternative();
    zeroPadded = directive.zeros() && !left;
    width = directive.width();
    precision = directive.precision();
    conversion = directive.conversion();
    field.clear();
  }

  /** Bytes of memory, as wide as the directive asks. */
  void text(long start, long length) {
    field.body(start, length);
    pad(false);
  }

  /** A character, the first byte of its argument's slot. */
  void character(long slot) {
    memory.checkReadable(slot, 1);
    text(slot, 1);
  }

  void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      field.append(word.charAt(i));
    }
    pad(false);
  }

  /** One of several characters, ended by {@link #wideDone}. */
  void wide(int c) {
    field.append(c);
  }

  void wideDone() {
    pad(false);
  }

  /** What no conversion is known for comes out as glibc understood it. */
  void unknown() {
    field.append('%');
    if (alternative) {
      field.append('#');
    }
    if (plus) {
      field.append('+');
    } else if (space) {
      field.append(' ');
    }
    if (left) {
      field.append('-');
    }
    if (zeroPadded) {
      field.append('0');
    }
    if (width != 0) {
      appendNumber(width);
    }
    if (precision >= 0) {
      field.append('.');
      appendNumber(precision);
    }
    field.append(conversion);
  }

  private void appendNumber(int number) {
    int divisor = 1;
    while (number / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      field.append('0' + number / divisor % 10);
    }
  }

  private void sign(boolean negative) {
    if (negative) {
      field.prefix('-');
    } else if (plus) {
      field.prefix('+');
    } else if (space) {
      field.prefix(' ');
    }
  }

  void signed(long value) {
    sign(value < 0);
    digits(value < 0 ? -value : value, 10);
    padInteger();
  }

  void unsigned(long value, int base) {
    digits(value, base);
    if (alternative && base == 8 && precision <= field.bodyLength()) {
      if (field.first() != '0') {
        field.prepend('0');
      }
    }
    if (alternative && (base == 16 || base == 2) && value != 0) {
      field.prefix('0');
      field.prefix(conversion);
    }
    padInteger();
  }

  void pointer(long value) {
    if (value == 0) {
      precision = -1;
      word("(nil)");
      return;
    }
    sign(false);
    digits(value, 16);
    field.prefix('0');
    field.prefix('x');
    padInteger();
  }

  /** The digits of an unsigned number, none for a zero of precision zero. */
  private void digits(long value, int base) {
    String digits = conversion == 'X' ? UPPER_DIGITS : LOWER_DIGITS;
    field.beginDigits();
    if (value == 0 && precision == 0) {
      return;
    }
    long rest = value;
    if (rest < 0 && base == 10) {
      long tenth = (rest >>> 1) / 5;
      field.prepend('0' + (int) (rest - tenth * 10));
      rest = tenth;
    }
    int bits = base == 16 ? 4 : base == 8 ? 3 : 1;
    do {
      if (base == 10) {
        long tenth = rest / 10;
        field.prepend('0' + (int) (rest - tenth * 10));
        rest = tenth;
      } else {
        field.prepend(digits.charAt((int) rest & (base - 1)));
        rest >>>= bits;
      }
    } while (rest != 0);
  }

  private void padInteger() {
    field.zeros(Math.max(0, precision - field.bodyLength()));
    pad(zeroPadded && precision < 0);
  }

  private void pad(boolean withZeros) {
    field.pad(width, left, withZeros);
  }

  void floating(double value) {
    sign((Double.doubleToRawLongBits(value) & Long.MIN_VALUE) != 0);
    boolean upper = conversion < 'a';
    if (Double.isNaN(value)) {
      word(upper ? "NAN" : "nan");
    } else if (Double.isInfinite(value)) {
      word(upper ? "INF" : "inf");
    } else {
      floating.show(Math.abs(value), conversion, precision, alternative);
      pad(zeroPadded);
    }
  }
}
