package org.forkshell.abi;

/**
 * What an argument of a system call is to the kernel, so that a program's pointers and descriptors
 * are looked at in one place.
 *
 * @param size the bytes that a pointer points to, the size of a unit of it, or a constant's value
 * @param by which argument of the program's says how many units there are
 */
public record Argument(Kind kind, long size, int by) {
  /** The kinds of arguments. */
  public enum Kind {
    /** An int of the program's. */
    WORD,
    /** A long, or a pointer that whoever makes the call looks at. */
    LONG,
    /** A descriptor; those that the tool needs for itself are none of the program's. */
    DESCRIPTOR,
    /** A descriptor that is to be a socket, as far as the program knows. */
    SOCKET,
    /** A pointer to a string. */
    STRING,
    /** A pointer to what the kernel reads. */
    READ,
    /** A pointer to where the kernel writes. */
    WRITTEN,
    /** A pointer to as many units as another argument says, which the kernel reads. */
    READ_COUNTED,
    /** A pointer to as many units as another argument says, where the kernel writes. */
    WRITTEN_COUNTED,
    /** The same, where the kernel reads as much as there is rather than nothing. */
    READ_UP_TO,
    /** The same, where the kernel writes as much as there is room for. */
    WRITTEN_UP_TO,
    /** Where the kernel writes at most as many bytes as the int says that another points to. */
    WRITTEN_BY_LENGTH,
    /** The address of memory that the kernel does something about, so many bytes of it. */
    RANGE,
    /** The same number always, which the program does not give. */
    CONSTANT
  }

  public static final Argument WORD = new Argument(Kind.WORD, 0, 0);
  public static final Argument LONG = new Argument(Kind.LONG, 0, 0);
  public static final Argument DESCRIPTOR = new Argument(Kind.DESCRIPTOR, 0, 0);
  public static final Argument SOCKET = new Argument(Kind.SOCKET, 0, 0);
  public static final Argument STRING = new Argument(Kind.STRING, 0, 0);

  /** What the kernel wants and the program does not give. */
  public static Argument constant(long value) {
    return new Argument(Kind.CONSTANT, value, 0);
  }

  /** A pointer through which the kernel reads {@code size} bytes, or null. */
  public static Argument read(int size) {
    return new Argument(Kind.READ, size, 0);
  }

  /** A pointer through which the kernel writes {@code size} bytes, or null. */
  public static Argument written(int size) {
    return new Argument(Kind.WRITTEN, size, 0);
  }

  /** So many units as argument {@code count} says, which the kernel reads. */
  public static Argument readBy(int count, int unit) {
    return new Argument(Kind.READ_COUNTED, unit, count);
  }

  /** So many units as argument {@code count} says, where the kernel writes. */
  public static Argument writtenBy(int count, int unit) {
    return new Argument(Kind.WRITTEN_COUNTED, unit, count);
  }

  /** At most as many bytes as argument {@code count} says, which the kernel reads. */
  public static Argument readUpTo(int count) {
    return new Argument(Kind.READ_UP_TO, 1, count);
  }

  /** At most as many bytes as argument {@code count} says, where the kernel writes. */
  public static Argument writtenUpTo(int count) {
    return new Argument(Kind.WRITTEN_UP_TO, 1, count);
  }

  /** At most as many bytes as argument {@code length} points to. */
  public static Argument writtenByLength(int length) {
    return new Argument(Kind.WRITTEN_BY_LENGTH, 1, length);
  }

  /** Memory that begins here and is as long as argument {@code length} says. */
  public static Argument range(int length) {
    return new Argument(Kind.RANGE, 1, length);
  }
}
