package org.forkshell.machine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import sun.misc.Unsafe;

/**
 * Memory by the host's addresses, unchecked: a wrong address ends the JVM. The one user of {@code
 * sun.misc.Unsafe}; a JVM that does without it will need only this class to change.
 */
public final class RawMemory {
  private static final Unsafe UNSAFE = unsafe();

  /**
   * From so many bytes on the JVM is faster, though to call it takes as long as hundreds of them.
   */
  private static final int MUCH = 1024;

  private RawMemory() {}

  public static int intAt(long host) {
    return UNSAFE.getInt(host);
  }

  public static long longAt(long host) {
    return UNSAFE.getLong(host);
  }

  public static double doubleAt(long host) {
    return UNSAFE.getDouble(host);
  }

  public static float floatAt(long host) {
    return UNSAFE.getFloat(host);
  }

  public static short shortAt(long host) {
    return UNSAFE.getShort(host);
  }

  public static byte byteAt(long host) {
    return UNSAFE.getByte(host);
  }

  public static void intAt(long host, int value) {
    UNSAFE.putInt(host, value);
  }

  public static void longAt(long host, long value) {
    UNSAFE.putLong(host, value);
  }

  public static void doubleAt(long host, double value) {
    UNSAFE.putDouble(host, value);
  }

  public static void floatAt(long host, float value) {
    UNSAFE.putFloat(host, value);
  }

  public static void shortAt(long host, int value) {
    UNSAFE.putShort(host, (short) value);
  }

  public static void byteAt(long host, int value) {
    UNSAFE.putByte(host, (byte) value);
  }

  // The same, faster in a loop. What the quick compiler knows to be null it loads as a constant of
  // ten bytes before every access; of a variable it does not know it, and keeps that in a register.

  static int intAt(@Nullable Object none, long host) {
    return UNSAFE.getInt(none, host);
  }

  static long longAt(@Nullable Object none, long host) {
    return UNSAFE.getLong(none, host);
  }

  static double doubleAt(@Nullable Object none, long host) {
    return UNSAFE.getDouble(none, host);
  }

  static byte byteAt(@Nullable Object none, long host) {
    return UNSAFE.getByte(none, host);
  }

  static void intAt(@Nullable Object none, long host, int value) {
    UNSAFE.putInt(none, host, value);
  }

  static void longAt(@Nullable Object none, long host, long value) {
    UNSAFE.putLong(none, host, value);
  }

  static void doubleAt(@Nullable Object none, long host, double value) {
    UNSAFE.putDouble(none, host, value);
  }

  static void byteAt(@Nullable Object none, long host, int value) {
    UNSAFE.putByte(none, host, (byte) value);
  }

  /** Adds to an int that other processes change too, and gives the value from before. */
  public static int add(long host, int delta) {
    return UNSAFE.getAndAddInt(null, host, delta);
  }

  /** Adds to a long that other processes change too, and gives the value from before. */
  static long add(long host, long delta) {
    return UNSAFE.getAndAddLong(null, host, delta);
  }

  /** Puts an int where other processes put theirs, and gives what stood there. */
  static int exchange(long host, int value) {
    return UNSAFE.getAndSetInt(null, host, value);
  }

  /** Puts a long where other processes put theirs, and gives what stood there. */
  static long exchange(long host, long value) {
    return UNSAFE.getAndSetLong(null, host, value);
  }

  /** What other processes change too, as it is now: so many bytes, sign-extended. */
  static long shared(long host, int size) {
    return size == 8
        ? UNSAFE.getLongVolatile(null, host)
        : size == 4
            ? UNSAFE.getIntVolatile(null, host)
            : size == 2 ? UNSAFE.getShortVolatile(null, host) : UNSAFE.getByteVolatile(null, host);
  }

  /** What was written before is seen by all before what is read after. */
  static void fence() {
    UNSAFE.fullFence();
  }

  /** Puts {@code value} where {@code expected} stands, unless another process was quicker. */
  public static boolean exchange(long host, int expected, int value) {
    return UNSAFE.compareAndSwapInt(null, host, expected, value);
  }

  /**
   * Puts {@code value} where {@code expected} stands, unless another process was quicker, and gives
   * what stood there.
   */
  static long swapIf(long host, long expected, long value) {
    while (true) {
      long before = UNSAFE.getLongVolatile(null, host);
      if (before != expected || UNSAFE.compareAndSwapLong(null, host, expected, value)) {
        return before;
      }
    }
  }

  /** An int that other processes change too, as it is now. */
  public static int sharedIntAt(long host) {
    return UNSAFE.getIntVolatile(null, host);
  }

  static long allocate(long size) {
    return UNSAFE.allocateMemory(size);
  }

  static void free(long host) {
    UNSAFE.freeMemory(host);
  }

  static void copy(byte[] from, long to) {
    UNSAFE.copyMemory(from, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, to, from.length);
  }

  /** Copies bytes as memmove(3) does. */
  static void copy(long from, long to, long count) {
    if (count > MUCH) {
      UNSAFE.copyMemory(from, to, count);
    } else if (count >= 8) {
      copyLongs(from, to, count);
    } else if (count >= 4) {
      int first = intAt(from);
      int last = intAt(from + count - 4);
      intAt(to, first);
      intAt(to + count - 4, last);
    } else if (count > 0) {
      byte first = byteAt(from);
      byte middle = byteAt(from + count / 2);
      byte last = byteAt(from + count - 1);
      byteAt(to, first);
      byteAt(to + count / 2, middle);
      byteAt(to + count - 1, last);
    }
  }

  /** At least 8 of them. */
  private static void copyLongs(long from, long to, long count) {
    long first = longAt(from);
    long last = longAt(from + count - 8);
    if (to < from || to >= from + count) {
      for (long i = 8; i < count - 8; i += 8) {
        longAt(to + i, longAt(from + i));
      }
    } else {
      for (long i = count - 16; i > 0; i -= 8) {
        longAt(to + i, longAt(from + i));
      }
    }
    longAt(to, first);
    longAt(to + count - 8, last);
  }

  static void fill(long to, int value, long count) {
    if (count > MUCH) {
      UNSAFE.setMemory(to, count, (byte) value);
    } else if (count >= 8) {
      long bytes = (value & 0xff) * 0x0101010101010101L;
      for (long i = 0; i < count - 8; i += 8) {
        longAt(to + i, bytes);
      }
      longAt(to + count - 8, bytes);
    } else {
      for (long i = 0; i < count; i++) {
        byteAt(to + i, value);
      }
    }
  }

  private static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("this JVM has no sun.misc.Unsafe", e);
    }
  }
}
