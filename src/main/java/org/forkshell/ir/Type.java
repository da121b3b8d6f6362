package org.forkshell.ir;

import java.util.List;

/**
 * A type of C11 as x86-64 Linux lays it out. {@code const} and {@code _Atomic} are part of a type,
 * as {@code volatile} and {@code restrict} are not: they change nothing here.
 */
public sealed interface Type {
  /**
   * In bytes. 1 for {@code void} and functions, as the common compilers have it; 0 where it is not
   * known.
   */
  long size();

  /** In bytes, a power of two. */
  int alignment();

  /** How many slots of 8 bytes an argument of this type takes. */
  default int slots() {
    return (int) ((size() + 7) / 8);
  }

  boolean isConst();

  /** The same type, const or not. An array's elements become const, a function stays what it is. */
  Type withConst(boolean constant);

  /** {@code void} and the types named by keywords. */
  record Simple(BasicType basic, boolean isConst) implements Type {
    @Override
    public long size() {
      return switch (basic) {
        case VOID, BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
        case SHORT, UNSIGNED_SHORT -> 2;
        case INT, UNSIGNED_INT, FLOAT -> 4;
        case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
        case LONG_DOUBLE -> 16;
      };
    }

    @Override
    public int alignment() {
      return (int) size();
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst ? this : of(basic, constant);
    }
  }

  record Pointer(Type to, boolean isConst) implements Type {
    @Override
    public long size() {
      return 8;
    }

    @Override
    public int alignment() {
      return 8;
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst ? this : new Pointer(to, constant);
    }
  }

  /**
   * @param length {@link #UNKNOWN} where it is not known (yet)
   */
  record Array(Type of, long length) implements Type {
    public static final long UNKNOWN = -1;

    @Override
    public long size() {
      return length == UNKNOWN ? 0 : length * of.size();
    }

    @Override
    public int alignment() {
      return of.alignment();
    }

    @Override
    public boolean isConst() {
      return of.isConst();
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst() ? this : new Array(of.withConst(constant), length);
    }
  }

  /**
   * An array whose length is known only when the program runs.
   *
   * @param bytes the hidden object that holds its size in bytes
   */
  record VariableArray(Type of, Symbol.Local bytes) implements Type {
    @Override
    public long size() {
      return 0;
    }

    @Override
    public int alignment() {
      return of.alignment();
    }

    @Override
    public boolean isConst() {
      return of.isConst();
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst() ? this : new VariableArray(of.withConst(constant), bytes);
    }
  }

  /**
   * @param unspecified calls are not held to the parameters: {@code f()}, or a definition of 1978
   */
  public record Function(Type returns, List<Type> parameters, boolean variadic, boolean unspecified)
      implements Type {
    @Override
    public long size() {
      return 1;
    }

    @Override
    public int alignment() {
      return 1;
    }

    @Override
    public boolean isConst() {
      return false;
    }

    @Override
    public Type withConst(boolean constant) {
      return this;
    }
  }

  /** A structure or union. */
  record Record(RecordDefinition definition, boolean isConst) implements Type {
    @Override
    public long size() {
      return definition.size();
    }

    @Override
    public int alignment() {
      return definition.alignment();
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst ? this : new Record(definition, constant);
    }
  }

  /**
   * {@code _Atomic}: an object of this type is read and written in one step, also where other
   * threads and processes use it (C11 6.2.5 p27). Values never have such a type.
   *
   * @param of neither const nor atomic
   */
  record Atomic(Type of, boolean isConst) implements Type {
    @Override
    public long size() {
      return of.size();
    }

    /** Of a structure that fits a register, as much as its size. */
    @Override
    public int alignment() {
      long size = of.size();
      return size <= 16 && Long.bitCount(size) == 1
          ? Math.max((int) size, of.alignment())
          : of.alignment();
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst ? this : new Atomic(of, constant);
    }
  }

  record Enumeration(EnumDefinition definition, boolean isConst) implements Type {
    @Override
    public long size() {
      return 4;
    }

    @Override
    public int alignment() {
      return 4;
    }

    @Override
    public Type withConst(boolean constant) {
      return constant == isConst ? this : new Enumeration(definition, constant);
    }
  }

  /**
   * The type of what is wrong and was already reported: it goes with everything, so that one
   * mistake is one message.
   */
  record Erroneous() implements Type {
    @Override
    public long size() {
      return 4;
    }

    @Override
    public int alignment() {
      return 4;
    }

    @Override
    public boolean isConst() {
      return false;
    }

    @Override
    public Type withConst(boolean constant) {
      return this;
    }
  }

  Type ERRONEOUS = new Erroneous();
  Simple VOID = Simples.PLAIN[BasicType.VOID.ordinal()];
  Simple BOOL = Simples.PLAIN[BasicType.BOOL.ordinal()];
  Simple CHAR = Simples.PLAIN[BasicType.CHAR.ordinal()];
  Simple INT = Simples.PLAIN[BasicType.INT.ordinal()];
  Simple UNSIGNED = Simples.PLAIN[BasicType.UNSIGNED_INT.ordinal()];
  Simple LONG = Simples.PLAIN[BasicType.LONG.ordinal()];
  Simple UNSIGNED_LONG = Simples.PLAIN[BasicType.UNSIGNED_LONG.ordinal()];
  Simple FLOAT = Simples.PLAIN[BasicType.FLOAT.ordinal()];
  Simple DOUBLE = Simples.PLAIN[BasicType.DOUBLE.ordinal()];
  Pointer CHAR_POINTER = new Pointer(CHAR, false);
  Pointer VOID_POINTER = new Pointer(VOID, false);

  static Simple of(BasicType basic, boolean constant) {
    return (constant ? Simples.CONST : Simples.PLAIN)[basic.ordinal()];
  }

  static Pointer pointerTo(Type type) {
    return new Pointer(type, false);
  }

  /**
   * Whether this is the very same type, {@code const} and all. Records would compare themselves,
   * but what does that is linked when first used, for each record anew: on a JVM that has just
   * started it took longer than everything else here.
   */
  default boolean is(Type other) {
    if (this == other) {
      return true;
    }
    if (isConst() != other.isConst()) {
      return false;
    }
    if (this instanceof Simple a && other instanceof Simple b) {
      return a.basic == b.basic;
    }
    if (this instanceof Pointer a && other instanceof Pointer b) {
      return a.to.is(b.to);
    }
    if (this instanceof Array a && other instanceof Array b) {
      return a.length == b.length && a.of.is(b.of);
    }
    if (this instanceof VariableArray a && other instanceof VariableArray b) {
      return a.bytes == b.bytes;
    }
    if (this instanceof Record a && other instanceof Record b) {
      return a.definition == b.definition;
    }
    if (this instanceof Enumeration a && other instanceof Enumeration b) {
      return a.definition == b.definition;
    }
    if (this instanceof Atomic a && other instanceof Atomic b) {
      return a.of.is(b.of);
    }
    return this instanceof Function a && other instanceof Function b && same(a, b);
  }

  private static boolean same(Function a, Function b) {
    boolean same =
        a.variadic == b.variadic
            && a.unspecified == b.unspecified
            && a.parameters.size() == b.parameters.size()
            && a.returns.is(b.returns);
    for (int i = 0; same && i < a.parameters.size(); i++) {
      same = a.parameters.get(i).is(b.parameters.get(i));
    }
    return same;
  }

  default boolean isErroneous() {
    return this instanceof Erroneous;
  }

  default boolean isVoid() {
    return this instanceof Simple simple && simple.basic == BasicType.VOID;
  }

  default boolean isBool() {
    return this instanceof Simple simple && simple.basic == BasicType.BOOL;
  }

  default boolean isInteger() {
    return this instanceof Enumeration
        || (this instanceof Simple simple
            && simple.basic != BasicType.VOID
            && simple.basic.compareTo(BasicType.FLOAT) < 0);
  }

  default boolean isFloating() {
    return this instanceof Simple simple && simple.basic.compareTo(BasicType.FLOAT) >= 0;
  }

  default boolean isArithmetic() {
    return this instanceof Enumeration
        || (this instanceof Simple simple && simple.basic != BasicType.VOID);
  }

  default boolean isPointer() {
    return this instanceof Pointer;
  }

  default boolean isScalar() {
    return isArithmetic() || isPointer();
  }

  default boolean isArray() {
    return this instanceof Array || this instanceof VariableArray;
  }

  default boolean isFunction() {
    return this instanceof Function;
  }

  default boolean isRecord() {
    return this instanceof Record;
  }

  /** One of the three character types. */
  default boolean isCharacter() {
    return this instanceof Simple simple
        && (simple.basic == BasicType.CHAR
            || simple.basic == BasicType.SIGNED_CHAR
            || simple.basic == BasicType.UNSIGNED_CHAR);
  }

  /** Whether an integer type, or a pointer, has no negative values. */
  default boolean isUnsigned() {
    if (this instanceof Simple simple) {
      return switch (simple.basic) {
        case BOOL, UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG ->
            true;
        default -> false;
      };
    }
    return this instanceof Enumeration enumeration
        ? enumeration.definition.isUnsigned()
        : isPointer();
  }

  /**
   * Whether an object of this type can be made: its size is known, at the latest when the program
   * runs.
   */
  default boolean isComplete() {
    if (this instanceof Array array) {
      return array.length != Array.UNKNOWN && array.of.isComplete();
    }
    if (this instanceof VariableArray array) {
      return array.of.isComplete();
    }
    if (this instanceof Record record) {
      return record.definition.isComplete();
    }
    if (this instanceof Atomic atomic) {
      return atomic.of.isComplete();
    }
    return !isVoid() && !isFunction();
  }

  /** The element type of an array. */
  default Type element() {
    if (this instanceof Array array) {
      return array.of;
    }
    if (this instanceof VariableArray array) {
      return array.of;
    }
    throw new AssertionError(this);
  }

  /** What a pointer points to. */
  default Type target() {
    if (this instanceof Pointer pointer) {
      return pointer.to;
    }
    throw new AssertionError(this);
  }

  /** The type of the value of an object of this type (C11 6.3.2.1 p2). */
  default Type unqualified() {
    if (this instanceof Atomic atomic) {
      return atomic.of;
    }
    return isConst() ? withConst(false) : this;
  }

  default boolean isAtomic() {
    return this instanceof Atomic;
  }

  /** The atomic version of a type that can have one. */
  default Type atomic() {
    return isAtomic() || isErroneous() ? this : new Atomic(unqualified(), isConst());
  }
}
