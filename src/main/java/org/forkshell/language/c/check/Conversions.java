package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.FunctionAddress;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/**
 * Implicit conversions: of arrays and functions to pointers, of values to where they are put (C11
 * 6.3.2.1, 6.5.16.1).
 */
final class Conversions {
  private final Checker checker;

  Conversions(Checker checker) {
    this.checker = checker;
  }

  /** Turns an array into the address of its first element, and a function into its address. */
  TypedExpression decayed(TypedExpression expression) {
    Type type = expression.type();
    if (type.isArray()) {
      if (expression instanceof Place place) {
        takeAddress(place);
        return Fold.addressOf(Type.pointerTo(type.element()), place);
      }
      if (expression instanceof TypedExpression.Comma comma) {
        TypedExpression second = decayed(comma.second());
        return new TypedExpression.Comma(second.type(), comma.first(), second);
      }
      throw new AssertionError("an array without a place: " + expression);
    }
    if (expression instanceof FunctionAddress address && type.isFunction()) {
      return new FunctionAddress(Type.pointerTo(type), address.function());
    }
    if (type.isFunction() && expression instanceof Place place) {
      return Fold.addressOf(Type.pointerTo(type), place);
    }
    return expression;
  }

  /** Notes that a local object can be reached through pointers from now on. */
  static void takeAddress(TypedExpression place) {
    if (place instanceof TypedExpression.LocalPlace local) {
      local.variable().takeAddress();
    } else if (place instanceof TypedExpression.Element element) {
      takeAddress(element.array());
    }
  }

  /** Whether it is the null pointer constant 0 or {@code (void *)0} (C11 6.3.2.3 p3). */
  static boolean isNull(TypedExpression expression) {
    return expression instanceof TypedExpression.Whole whole
        && whole.value() == 0
        && (whole.type().isInteger()
            || (whole.type().isPointer() && whole.type().target().isVoid()));
  }

  /**
   * Converts a value to the type of what it is assigned to, passed to, returned as.
   *
   * @param written the value in the text
   * @param at where a message about it points
   * @param role the last part of the messages' keys: {@code assign}, {@code argument}, {@code
   *     return}, {@code initialise}
   * @param detail an argument of the messages, such as the function's name
   */
  TypedExpression assigned(
      TypedExpression value,
      Type target,
      Expression written,
      Span at,
      String role,
      Object... detail) {
    Type from = value.type();
    Type to = target.unqualified();
    if (value.isWrong() || to.isErroneous()) {
      return WRONG;
    }
    if (from.isVoid()) {
      return checker.wrong(at, "check.void.value");
    }
    if (to.isArithmetic() && from.isArithmetic()) {
      return Fold.convert(value, to);
    }
    if (to.isPointer() && from.isPointer()) {
      pointers(value, from.target(), to.target(), from, to, at);
      return Fold.convert(value, to);
    }
    if (to.isBool() && from.isPointer()) {
      return Fold.convert(value, to);
    }
    if (to.isPointer() && from.isInteger()) {
      if (!isNull(value)) {
        checker.doubts.numberAsPointer(at, from, to, written);
      }
      return Fold.convert(value, to);
    }
    if (to.isInteger() && from.isPointer()) {
      checker.warning(at, "check.pointer.to.int", TypeText.of(from), TypeText.of(to));
      return Fold.convert(value, to);
    }
    if (to instanceof Type.Record r
        && from instanceof Type.Record s
        && r.definition() == s.definition()) {
      return value;
    }
    if (role.equals("argument")) {
      return checker.wrong(
          at, "check.type.argument", TypeText.of(from), TypeText.of(to), detail[0], detail[1]);
    }
    return checker.wrong(at, "check.type." + role, TypeText.of(from), TypeText.of(to));
  }

  private void pointers(
      TypedExpression value, Type from, Type to, Type fromPointer, Type toPointer, Span at) {
    if (from.isConst() && !to.isConst()) {
      // gcc gives string literals the type char[], so this is a const that the program wrote.
      checker.warning(at, "check.const.lost", TypeText.of(fromPointer), TypeText.of(toPointer));
      return;
    }
    if (from.isVoid() || to.isVoid() || isNull(value)) {
      return;
    }
    Type a = from.withConst(false);
    Type b = to.withConst(false);
    boolean signOnly = a.isInteger() && b.isInteger() && a.size() == b.size();
    if (!signOnly && !TypeRules.compatible(a, b) && !sameBelowConst(a, b)) {
      checker.warning(at, "check.pointer.types", TypeText.of(fromPointer), TypeText.of(toPointer));
    }
  }

  /**
   * {@code char **} where {@code char *const *} is wanted: wrong for gcc too only when pedantic.
   */
  private static boolean sameBelowConst(Type a, Type b) {
    while (true) {
      if (a.isPointer() && b.isPointer()) {
        a = a.target().withConst(false);
        b = b.target().withConst(false);
      } else if (a.isArray() && b.isArray()) {
        return TypeRules.compatible(a.element().withConst(false), b.element().withConst(false));
      } else {
        return TypeRules.compatible(a, b);
      }
    }
  }

  /** The value of a condition: any scalar. */
  TypedExpression condition(TypedExpression value, Span at) {
    if (value.isWrong() || value.type().isScalar()) {
      return value;
    }
    if (value.type().isVoid()) {
      return checker.wrong(at, "check.void.value");
    }
    return checker.wrong(at, "check.condition", TypeText.of(value.type()));
  }

  /** The value of an operand that is promoted; bit-fields narrower than an int become ints. */
  static TypedExpression promoted(TypedExpression value) {
    return Fold.convert(value, promotedType(value));
  }

  static Type promotedType(TypedExpression value) {
    if (value instanceof TypedExpression.BitField field && field.width() <= 32) {
      return field.width() == 32 && field.type().isUnsigned() ? Type.UNSIGNED : Type.INT;
    }
    return TypeRules.promoted(value.type());
  }
}
