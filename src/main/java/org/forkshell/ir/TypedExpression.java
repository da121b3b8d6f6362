package org.forkshell.ir;

import java.util.List;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose names are resolved and whose conversions are all written out: the operands of
 * an operation have its type, the arguments of a call those of the parameters.
 */
public sealed interface TypedExpression {
  Type type();

  /**
   * An expression that says where an object is (C11 6.3.2.1: an lvalue). Used as a value, it is the
   * object's.
   */
  sealed interface Place extends TypedExpression {}

  /**
   * @param value as its type holds it: sign- or zero-extended
   */
  record Whole(Type type, long value) implements TypedExpression {}

  record Floating(Type type, double value) implements TypedExpression {}

  record LocalPlace(Type type, Symbol.Local variable, long offset) implements Place {}

  record StaticPlace(Type type, Symbol.Static object, long offset) implements Place {}

  /** Where a pointer points, and {@code offset} bytes further on. */
  record Memory(Type type, TypedExpression pointer, long offset) implements Place {}

  /** An element of an array that has a place of its own; the index is an int or a long. */
  record Element(Type type, Place array, TypedExpression index) implements Place {}

  /**
   * @param unit the object of its declared type that holds it
   */
  record BitField(Type type, Place unit, int shift, int width) implements Place {}

  record AddressOf(Type type, Place place) implements TypedExpression {}

  /** A function, where the type is one, else its address. */
  record FunctionAddress(Type type, Symbol.Function function) implements TypedExpression {}

  record Convert(Type type, TypedExpression operand) implements TypedExpression {}

  record Negate(Type type, TypedExpression operand) implements TypedExpression {}

  record Complement(Type type, TypedExpression operand) implements TypedExpression {}

  /** An arithmetic operation; of a shift, the right operand is a word. */
  record Arithmetic(Type type, BinaryOperator operator, TypedExpression left, TypedExpression right)
      implements TypedExpression {}

  record Comparison(BinaryOperator operator, TypedExpression left, TypedExpression right)
      implements TypedExpression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** {@code !}: whether a scalar is zero. */
  record Not(TypedExpression operand) implements TypedExpression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  record Logical(boolean and, TypedExpression left, TypedExpression right)
      implements TypedExpression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  record Conditional(
      Type type, TypedExpression condition, TypedExpression then, TypedExpression otherwise)
      implements TypedExpression {}

  /**
   * {@code condition ?: otherwise}: the value of the condition, which has this type, unless it is
   * zero.
   */
  record Fallback(Type type, TypedExpression condition, TypedExpression otherwise)
      implements TypedExpression {}

  /**
   * {@code pointer + index * scale}.
   *
   * @param index of a type as wide as an int or a long
   */
  record Offset(
      Type type, TypedExpression pointer, TypedExpression index, long scale, boolean subtract)
      implements TypedExpression {}

  /**
   * A step on an object that other threads and processes may use at the same time.
   *
   * @param pointer where it is; it has 1, 2, 4 or 8 bytes
   * @param operand of this type, where that is a pointer's perhaps a long; of a load, 0
   * @param yieldsOld whether the value is the object's before, not after
   */
  record AtomicStep(
      Type type,
      AtomicOperation operation,
      TypedExpression pointer,
      TypedExpression operand,
      boolean yieldsOld)
      implements TypedExpression {}

  /**
   * Gives such an object another value if it has the one expected.
   *
   * @param of its type
   * @param expected a value of this type, or where {@code answer} says so a pointer to one
   */
  record CompareExchange(
      Type type,
      Type of,
      TypedExpression pointer,
      TypedExpression expected,
      TypedExpression desired,
      Answer answer)
      implements TypedExpression {
    /** What the value of the expression is. */
    public enum Answer {
      /** The value found. */
      FOUND,
      /** Whether it was the one expected. */
      SUCCESS,
      /** The same, and where it was not, it goes to where the expected one stands. */
      SUCCESS_OR_FOUND
    }
  }

  /**
   * The value is the target's, after. The target is not atomic: giving it a value is an {@link
   * AtomicStep}, unless it is its first one.
   */
  record Assign(Type type, Place target, TypedExpression value) implements TypedExpression {}

  /**
   * {@code target operator= value}, {@code ++} and {@code --}: computed in another type where C
   * says so. Of an atomic target, in one step.
   *
   * @param yieldsOld whether its value is the target's before, not after
   */
  record Update(
      Type type,
      Place target,
      BinaryOperator operator,
      Type computed,
      TypedExpression value,
      boolean yieldsOld)
      implements TypedExpression {}

  /**
   * @param function null where it is called through {@code pointer}
   * @param named how many of the arguments belong to parameters that the function names, or {@link
   *     #UNSPECIFIED} where its declaration does not say
   * @param result where a structure goes that is returned, else null
   */
  record Call(
      Type type,
      Span span,
      Symbol.@Nullable Function function,
      @Nullable TypedExpression pointer,
      List<TypedExpression> arguments,
      int named,
      Symbol.@Nullable Local result)
      implements TypedExpression {
    /** {@code int f();} says nothing of parameters. */
    public static final int UNSPECIFIED = -1;
  }

  record Comma(Type type, TypedExpression first, TypedExpression second)
      implements TypedExpression {}

  /** {@code va_start}: the list begins after the named parameters. */
  record ArgumentsStart(Place list, int slots) implements TypedExpression {
    @Override
    public Type type() {
      return Type.VOID;
    }
  }

  /** {@code va_arg}: the place of the list's next argument; the list moves on. */
  record NextArgument(Type type, Place list) implements Place {}

  /** {@code (type){…}}: the place of an object without a name, which gets its values each time. */
  record Compound(Type type, TypedExpression values, Place object) implements Place {}

  /** Gives an object its first values. */
  record Initialize(Place target, boolean clear, List<Store> stores) implements TypedExpression {
    @Override
    public Type type() {
      return Type.VOID;
    }
  }

  /**
   * A value for a part of an object.
   *
   * @param offset in the object; of a bit-field, of the object of its declared type
   * @param width of a bit-field in bits, or 0
   */
  record Store(long offset, Type type, int shift, int width, TypedExpression value) {}

  /**
   * Makes an array of variable length: the object {@code pointer} shall point to {@code bytes}
   * bytes.
   */
  record Allocate(Symbol.Local pointer, Symbol.Local bytes) implements TypedExpression {
    @Override
    public Type type() {
      return Type.VOID;
    }
  }

  /**
   * <code>({ … })</code>.
   *
   * @param last what it yields, where it ends in an expression
   */
  record Statements(Type type, TypedStatement.Block block, @Nullable TypedExpression last)
      implements TypedExpression {}

  /** What was wrong and already reported. */
  record Wrong(Type type) implements Place {}

  Wrong WRONG = new Wrong(Type.ERRONEOUS);

  default boolean isWrong() {
    return type().isErroneous();
  }
}
