package org.forkshell.machine;

/**
 * What one directive of printf(3), or a run of plain text, comes to: spaces, a prefix, zeros, a
 * body, zeros, a suffix, spaces. Only lengths and digits are kept, so that a width of a million
 * costs nothing until its bytes are put, and any part of the whole can be put alone.
 */
final class Rendering {
  static final int MOST_WIDE = 1024;

  private static final String LOWER_DIGITS = "0123456789abcdef";
  private static final String UPPER_DIGITS = "0123456789ABCDEF";

  private final Memory memory;
  private final DecimalDouble decimal = new DecimalDouble();

  private long before;
  private final byte[] prefix = new byte[4];
  private int prefixLength;
  private long zeros;
  // A body is in memory, at textStart, or else in body, between bodyStart and bodyEnd.
  private long textStart;
  private long textLength;
  private final byte[] body = new byte[MOST_WIDE + 800];
  private int bodyStart;
  private int bodyEnd;
  private long moreZeros;
  private final byte[] suffix = new byte[8];
  private int suffixLength;
  private long after;

  private boolean left;
  private boolean plus;
  private boolean space;
  private boolean alternative;
  private boolean zeroPadded;
  private int width;
  private int precision;
  private char conversion;

  // While a part is put: the first byte wanted, the one behind the last, where the first goes, and
  // how far the parts have come.
  private long from;
  private long end;
  private long to;
  private long at;

  Rendering(Memory memory) {
    this.memory = memory;
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
    nothing();
  }

  void nothing() {
    before = 0;
    prefixLength = 0;
    zeros = 0;
    textStart = 0;
    textLength = 0;
    bodyStart = 0;
    bodyEnd = 0;
    moreZeros = 0;
    suffixLength = 0;
    after = 0;
  }

  /** Bytes as they are. */
  void text(long start, long length) {
    nothing();
    textStart = start;
    textLength = length;
  }

  void paddedText(long start, long length) {
    textStart = start;
    textLength = length;
    pad(false);
  }

  /** A character, the first byte of its argument's slot. */
  void character(long slot) {
    memory.checkReadable(slot, 1);
    paddedText(slot, 1);
  }

  void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      body[i] = (byte) word.charAt(i);
    }
    bodyEnd = word.length();
    pad(false);
  }

  void wide(int index, int c) {
    body[index] = (byte) c;
  }

  void wideDone(int length) {
    bodyEnd = length;
    pad(false);
  }

  /** What no conversion is known for comes out as glibc understood it. */
  void unknown() {
    bodyEnd = 0;
    append('%');
    if (alternative) {
      append('#');
    }
    if (plus) {
      append('+');
    } else if (space) {
      append(' ');
    }
    if (left) {
      append('-');
    }
    if (zeroPadded) {
      append('0');
    }
    if (width != 0) {
      appendNumber(width);
    }
    if (precision >= 0) {
      append('.');
      appendNumber(precision);
    }
    append(conversion);
  }

  private void append(int c) {
    body[bodyEnd++] = (byte) c;
  }

  private void appendNumber(int number) {
    int divisor = 1;
    while (number / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      append('0' + number / divisor % 10);
    }
  }

  private void prefix(int c) {
    prefix[prefixLength++] = (byte) c;
  }

  private void sign(boolean negative) {
    if (negative) {
      prefix('-');
    } else if (plus) {
      prefix('+');
    } else if (space) {
      prefix(' ');
    }
  }

  void signed(long value) {
    sign(value < 0);
    digits(value < 0 ? -value : value, 10);
    padInteger();
  }

  void unsigned(long value, int base) {
    digits(value, base);
    if (alternative && base == 8 && precision <= bodyEnd - bodyStart) {
      if (bodyEnd == bodyStart || body[bodyStart] != '0') {
        body[--bodyStart] = '0';
      }
    }
    if (alternative && (base == 16 || base == 2) && value != 0) {
      prefix('0');
      prefix(conversion);
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
    prefix('0');
    prefix('x');
    padInteger();
  }

  /** The digits of an unsigned number, none for a zero of precision zero. */
  private void digits(long value, int base) {
    String digits = conversion == 'X' ? UPPER_DIGITS : LOWER_DIGITS;
    bodyEnd = 64;
    bodyStart = 64;
    if (value == 0 && precision == 0) {
      return;
    }
    long rest = value;
    if (rest < 0 && base == 10) {
      long tenth = (rest >>> 1) / 5;
      body[--bodyStart] = (byte) ('0' + (rest - tenth * 10));
      rest = tenth;
    }
    int bits = base == 16 ? 4 : base == 8 ? 3 : 1;
    do {
      if (base == 10) {
        long tenth = rest / 10;
        body[--bodyStart] = (byte) ('0' + (rest - tenth * 10));
        rest = tenth;
      } else {
        body[--bodyStart] = (byte) digits.charAt((int) rest & (base - 1));
        rest >>>= bits;
      }
    } while (rest != 0);
  }

  private void padInteger() {
    zeros = Math.max(0, precision - (bodyEnd - bodyStart));
    pad(zeroPadded && precision < 0);
  }

  private void pad(boolean withZeros) {
    long missing = width - length();
    if (missing > 0) {
      if (left) {
        after = missing;
      } else if (withZeros) {
        zeros += missing;
      } else {
        before = missing;
      }
    }
  }

  void floating(double value) {
    sign((Double.doubleToRawLongBits(value) & Long.MIN_VALUE) != 0);
    boolean upper = conversion < 'a';
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      precision = -1;
      if (Double.isNaN(value)) {
        word(upper ? "NAN" : "nan");
      } else {
        word(upper ? "INF" : "inf");
      }
      return;
    }
    double magnitude = Math.abs(value);
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
    pad(zeroPadded);
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
    moreZeros = rest;
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
    moreZeros = rest;
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
    int shown = alternative ? significant : Math.max(1, decimal.count);
    if (fixed) {
      fixed(Math.max(0, shown - 1 - exponent), alternative);
    } else {
      scientific(shown - 1, alternative);
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
    prefix('0');
    prefix(upper ? 'X' : 'x');
    append('0' + (int) (mantissa >>> 52));
    long fraction = mantissa & ((1L << 52) - 1);
    if (precision > 0 || (precision < 0 && fraction != 0) || alternative) {
      append('.');
    }
    int shown = 0;
    while (precision < 0 ? fraction != 0 : shown < Math.min(precision, 13)) {
      append(digits.charAt((int) (fraction >>> 48)));
      fraction = fraction << 4 & ((1L << 52) - 1);
      shown++;
    }
    moreZeros = Math.max(0, precision - 13);
    suffix(upper ? 'P' : 'p');
    exponent(exponent, 1);
  }

  private void suffix(int c) {
    suffix[suffixLength++] = (byte) c;
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

  long length() {
    return before
        + prefixLength
        + zeros
        + textLength
        + (bodyEnd - bodyStart)
        + moreZeros
        + suffixLength
        + after;
  }

  /** Whether it is text in memory with spaces around it at most. */
  boolean isText() {
    return textStart != 0;
  }

  long before() {
    return before;
  }

  long textStart() {
    return textStart;
  }

  long textLength() {
    return textLength;
  }

  long after() {
    return after;
  }

  /** The address behind the last newline of a text, 0 where there is none. */
  long lastNewline(Strings strings) {
    long newline = isText() ? strings.findLast(textStart, '\n', textLength) : 0;
    return newline == 0 ? 0 : newline + 1;
  }

  /**
   * Puts {@code count} bytes of the whole.
   *
   * @param first the index of the first of them
   * @param address where that goes
   */
  void put(long first, long count, long address) {
    if (count == 0) {
      return;
    }
    memory.checkWritable(address, count);
    from = first;
    end = first + count;
    to = address;
    at = 0;
    fill(' ', before);
    bytes(prefix, 0, prefixLength);
    fill('0', zeros);
    if (textLength > 0) {
      long start = Math.max(at, from);
      long stop = Math.min(at + textLength, end);
      if (start < stop) {
        memory.copy(to + start - from, textStart + start - at, stop - start);
      }
      at += textLength;
    }
    bytes(body, bodyStart, bodyEnd - bodyStart);
    fill('0', moreZeros);
    bytes(suffix, 0, suffixLength);
    fill(' ', after);
  }

  private void fill(int c, long count) {
    if (count > 0) {
      long start = Math.max(at, from);
      long stop = Math.min(at + count, end);
      if (start < stop) {
        memory.fill(to + start - from, c, stop - start);
      }
      at += count;
    }
  }

  private void bytes(byte[] source, int offset, int count) {
    long start = Math.max(at, from);
    long stop = Math.min(at + count, end);
    for (long i = start; i < stop; i++) {
      memory.pokeByte(to + i - from, source[offset + (int) (i - at)]);
    }
    at += count;
  }
}
