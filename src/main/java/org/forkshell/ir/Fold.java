package org.forkshell.ir;

import static org.forkshell.ir.TypedExpression.WRONG;

import org.forkshell.ir.TypedExpression.Comparison;
import org.forkshell.ir.TypedExpression.Convert;
import org.forkshell.ir.TypedExpression.Floating;
import org.forkshell.ir.TypedExpression.Offset;
import org.forkshell.ir.TypedExpression.Whole;

/**
 * Builds typed expressions and computes at once what is constant, exactly as the machine would when
 * it runs.
 */
public final class Fold {
  private Fold() {}

  public static Whole whole(Type type, long value) {
    return new Whole(type, wrapped(value, type));
  }

  public static Whole truth(boolean value) {
    return new Whole(Type.INT, value ? 1 : 0);
  }

  /**
   * The value that an object of an integer or pointer type holds after {@code value} was put into
   * it.
   */
  public static long wrapped(long value, Type type) {
    if (type.isBool()) {
      return value != 0 ? 1 : 0;
    }
    boolean unsigned = type.isUnsigned();
    return switch ((int) type.size()) {
      case 1 -> unsigned ? value & 0xff : (byte) value;
      case 2 -> unsigned ? value & 0xffff : (short) value;
      case 4 -> unsigned ? value & 0xffff_ffffL : (int) value;
      default -> value;
    };
  }

  private static double rounded(double value, Type type) {
    return type.size() == 4 ? (float) value : value;
  }

  public static boolean isZero(TypedExpression constant) {
    return constant instanceof Whole whole
        ? whole.value() == 0
        : constant instanceof Floating floating && floating.value() == 0;
  }

  public static boolean isConstant(TypedExpression expression) {
    return expression instanceof Whole || expression instanceof Floating;
  }

  /** A conversion between scalars, or to void. */
  public static TypedExpression convert(TypedExpression operand, Type to) {
    Type type = to.unqualified();
    if (operand.isWrong() || type.isErroneous()) {
      return WRONG;
    }
    if (operand.type().unqualified().is(type)) {
      return operand;
    }
    if (operand instanceof Whole whole && type.isScalar()) {
      if (!type.isFloating()) {
        return whole(type, whole.value());
      }
      boolean huge = whole.type().isUnsigned() && whole.value() < 0;
      double value = huge ? unsignedToDouble(whole.value()) : whole.value();
      return new Floating(
          type, type.size() == 4 && !huge ? (float) whole.value() : rounded(value, type));
    }
    if (operand instanceof Floating floating && type.isArithmetic()) {
      return type.isFloating()
          ? new Floating(type, rounded(floating.value(), type))
          : type.isBool()
              ? truth(floating.value() != 0)
              : whole(type, toInteger(floating.value(), type));
    }
    return new Convert(type, operand);
  }

  private static double unsignedToDouble(long bits) {
    // Halved so that it is positive; the lost bit is kept because it decides how to round.
    return ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  private static long toInteger(double value, Type type) {
    if (type.size() < 4 || (type.size() == 4 && !type.isUnsigned())) {
      return (int) value;
    }
    if (type.size() == 8 && type.isUnsigned() && value >= 0x1p63) {
      return (long) (value - 0x1p63) ^ Long.MIN_VALUE;
    }
    return (long) value;
  }

  /** Both operands have type {@code type}, except that a shift's right one is a word. */
  public static TypedExpression arithmetic(
      Type type, BinaryOperator operator, TypedExpression left, TypedExpression right) {
    if (left instanceof Whole a && right instanceof Whole b) {
      boolean faults =
          (operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER)
              && (b.value() == 0
                  || (!type.isUnsigned() && b.value() == -1 && a.value() == smallest(type)));
      if (!faults) {
        return whole(type, compute(type, operator, a.value(), b.value()));
      }
    }
    if (left instanceof Floating a && right instanceof Floating b) {
      return new Floating(type, rounded(compute(operator, a.value(), b.value()), type));
    }
    return new TypedExpression.Arithmetic(type, operator, left, right);
  }

  private static long smallest(Type type) {
    return type.size() == 4 ? Integer.MIN_VALUE : Long.MIN_VALUE;
  }

  private static long compute(Type type, BinaryOperator operator, long a, long b) {
    boolean unsigned = type.isUnsigned();
    int bits = type.size() == 8 ? 63 : 31;
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> unsigned ? Long.divideUnsigned(a, b) : a / b;
      case REMAINDER -> unsigned ? Long.remainderUnsigned(a, b) : a % b;
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case SHIFT_LEFT -> a << (b & bits);
      case SHIFT_RIGHT -> unsigned ? a >>> (b & bits) : a >> (b & bits);
      case AND -> a & b;
      case XOR -> a ^ b;
      case OR -> a | b;
      default -> throw new AssertionError(operator);
    };
  }

  private static double compute(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      default -> throw new AssertionError(operator);
    };
  }

  /** Both operands have the same type. */
  public static TypedExpression comparison(
      BinaryOperator operator, TypedExpression left, TypedExpression right) {
    if (left instanceof Whole a && right instanceof Whole b) {
      int order =
          left.type().isUnsigned()
              ? Long.compareUnsigned(a.value(), b.value())
              : Long.compare(a.value(), b.value());
      return truth(
          switch (operator) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            default -> throw new AssertionError(operator);
          });
    }
    if (left instanceof Floating a && right instanceof Floating b) {
      double x = a.value();
      double y = b.value();
      return truth(
          switch (operator) {
            case LESS -> x < y;
            case LESS_EQUAL -> x <= y;
            case GREATER -> x > y;
            case GREATER_EQUAL -> x >= y;
            case EQUAL -> x == y;
            case NOT_EQUAL -> x != y;
            default -> throw new AssertionError(operator);
          });
    }
    return new Comparison(operator, left, right);
  }

  public static TypedExpression not(TypedExpression operand) {
    return isConstant(operand) ? truth(isZero(operand)) : new TypedExpression.Not(operand);
  }

  public static TypedExpression negate(TypedExpression operand) {
    if (operand instanceof Whole whole) {
      return whole(whole.type(), -whole.value());
    }
    return operand instanceof Floating floating
        ? new Floating(floating.type(), -floating.value())
        : new TypedExpression.Negate(operand.type().unqualified(), operand);
  }

  public static TypedExpression complement(TypedExpression operand) {
    return operand instanceof Whole whole
        ? whole(whole.type(), ~whole.value())
        : new TypedExpression.Complement(operand.type().unqualified(), operand);
  }

  public static TypedExpression logical(boolean and, TypedExpression left, TypedExpression right) {
    if (isConstant(left)) {
      if (isZero(left) == and) {
        return truth(!and);
      }
      return isConstant(right) ? truth(!isZero(right)) : comparisonWithZero(right);
    }
    return new TypedExpression.Logical(and, left, right);
  }

  private static TypedExpression comparisonWithZero(TypedExpression operand) {
    return not(not(operand));
  }

  /** {@code pointer + index * scale} or minus; what is constant of it is added up. */
  public static TypedExpression offset(
      Type type, TypedExpression pointer, TypedExpression index, long scale, boolean subtract) {
    if (index instanceof Whole whole) {
      return moved(type, pointer, subtract ? -whole.value() * scale : whole.value() * scale);
    }
    return new Offset(type, pointer, index, scale, subtract);
  }

  /** A pointer {@code distance} bytes further on. */
  public static TypedExpression moved(Type type, TypedExpression pointer, long distance) {
    if (pointer instanceof Whole whole) {
      return new Whole(type, whole.value() + distance);
    }
    if (pointer instanceof TypedExpression.AddressOf address
        && !(address.place() instanceof TypedExpression.Element)) {
      TypedExpression.Place place = moved(address.place(), address.place().type(), distance);
      return new TypedExpression.AddressOf(type, place);
    }
    if (distance == 0) {
      return convert(pointer, type);
    }
    if (pointer instanceof Offset offset
        && offset.index() instanceof Whole whole
        && offset.scale() == 1) {
      return new Offset(
          type, offset.pointer(), new Whole(Type.LONG, whole.value() + distance), 1, false);
    }
    return new Offset(type, pointer, new Whole(Type.LONG, distance), 1, false);
  }

  /** The place {@code distance} bytes after another, of another type. */
  public static TypedExpression.Place moved(TypedExpression.Place place, Type type, long distance) {
    if (place instanceof TypedExpression.LocalPlace local) {
      return new TypedExpression.LocalPlace(type, local.variable(), local.offset() + distance);
    }
    if (place instanceof TypedExpression.StaticPlace object) {
      return new TypedExpression.StaticPlace(type, object.object(), object.offset() + distance);
    }
    if (place instanceof TypedExpression.Memory memory) {
      return new TypedExpression.Memory(type, memory.pointer(), memory.offset() + distance);
    }
    if (place instanceof TypedExpression.Wrong) {
      return place;
    }
    return new TypedExpression.Memory(
        type, new TypedExpression.AddressOf(Type.pointerTo(place.type()), place), distance);
  }

  /** The place a pointer points to. */
  public static TypedExpression.Place target(Type type, TypedExpression pointer) {
    if (pointer instanceof TypedExpression.AddressOf address) {
      boolean same = address.place().type().is(type);
      return same ? address.place() : moved(address.place(), type, 0);
    }
    if (pointer instanceof Offset offset
        && offset.index() instanceof Whole whole
        && offset.scale() == 1) {
      long distance = offset.subtract() ? -whole.value() : whole.value();
      if (distance == (int) distance) {
        return new TypedExpression.Memory(type, offset.pointer(), distance);
      }
    }
    return new TypedExpression.Memory(type, pointer, 0);
  }

  /** The address of a place. */
  public static TypedExpression addressOf(Type type, TypedExpression.Place place) {
    if (place instanceof TypedExpression.Memory memory) {
      return moved(type, memory.pointer(), memory.offset());
    }
    return new TypedExpression.AddressOf(type, place);
  }
}
