package org.forkshell.machine;

/** Functions of math.h where Java's differ from C's. */
final class Mathematics {
  private static final double LN_2 = 0.693147180559945309417;

  private Mathematics() {}

  /** C has 1 to the power of anything, and -1 to an infinite power, as 1; Java has NaN. */
  static double power(double x, double y) {
    if (x == 1 || (x == -1 && Double.isInfinite(y))) {
      return 1;
    }
    return StrictMath.pow(x, y);
  }

  /** Exact for powers of two. */
  static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return StrictMath.log(x);
    }
    int exponent = Math.getExponent(x);
    if (exponent < Double.MIN_EXPONENT) {
      return log2(x * 0x1p54) - 54;
    }
    double mantissa = Math.scalb(x, -exponent);
    if (mantissa == 1) {
      return exponent;
    }
    if (exponent == -1) {
      // Close to 1 the sum below would cancel.
      return StrictMath.log(x) / LN_2;
    }
    return exponent + StrictMath.log(mantissa) / LN_2;
  }

  /** Halves go away from zero. */
  static double round(double x) {
    double magnitude = Math.abs(x);
    double whole = StrictMath.floor(magnitude);
    if (magnitude - whole >= 0.5) {
      whole++;
    }
    return StrictMath.copySign(whole, x);
  }

  /** As x86-64 converts: what does not fit gives the smallest. */
  static long toLong(double x) {
    return x >= -0x1p63 && x < 0x1p63 ? (long) x : Long.MIN_VALUE;
  }
}
