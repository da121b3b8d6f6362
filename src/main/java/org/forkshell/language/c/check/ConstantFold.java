package org.forkshell.language.c.check;

import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Image;
import org.forkshell.ir.StaticValue;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AddressOf;
import org.forkshell.ir.TypedExpression.Arithmetic;
import org.forkshell.ir.TypedExpression.Comparison;
import org.forkshell.ir.TypedExpression.Convert;
import org.forkshell.ir.TypedExpression.Element;
import org.forkshell.ir.TypedExpression.Floating;
import org.forkshell.ir.TypedExpression.FunctionAddress;
import org.forkshell.ir.TypedExpression.Memory;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.StaticPlace;
import org.forkshell.ir.TypedExpression.Whole;
import org.jspecify.annotations.Nullable;

/**
 * What gcc computes in an initialiser of static storage duration beyond C11 6.6: the values of
 * {@code const} objects whose own initialiser it has seen, and what follows from two addresses in
 * one object.
 */
final class ConstantFold {
  private ConstantFold() {}

  /** The same expression, as constant as it can be made. */
  static TypedExpression of(TypedExpression value) {
    if (value instanceof Place place) {
      return value.type().isScalar() ? object(place) : value;
    }
    if (value instanceof Convert convert) {
      return Fold.convert(of(convert.operand()), convert.type());
    }
    if (value instanceof TypedExpression.Negate negate) {
      return Fold.negate(of(negate.operand()));
    }
    if (value instanceof TypedExpression.Complement complement) {
      return Fold.complement(of(complement.operand()));
    }
    if (value instanceof Arithmetic arithmetic) {
      return arithmetic(arithmetic);
    }
    if (value instanceof Comparison comparison) {
      return comparison(comparison.operator(), of(comparison.left()), of(comparison.right()));
    }
    if (value instanceof TypedExpression.Not not) {
      return Fold.not(truth(of(not.operand())));
    }
    if (value instanceof TypedExpression.Logical logical) {
      return Fold.logical(logical.and(), truth(of(logical.left())), truth(of(logical.right())));
    }
    if (value instanceof TypedExpression.Conditional conditional) {
      TypedExpression condition = truth(of(conditional.condition()));
      return Fold.isConstant(condition)
          ? of(Fold.isZero(condition) ? conditional.otherwise() : conditional.then())
          : value;
    }
    if (value instanceof TypedExpression.Offset offset) {
      return Fold.offset(
          offset.type(),
          of(offset.pointer()),
          of(offset.index()),
          offset.scale(),
          offset.subtract());
    }
    if (value instanceof AddressOf address) {
      StaticPlace place = place(address.place());
      return place == null ? value : new AddressOf(address.type(), place);
    }
    return value;
  }

  /** The value of an object that cannot change. */
  private static TypedExpression object(Place place) {
    if (place instanceof TypedExpression.LocalPlace local && local.offset() == 0) {
      TypedExpression known = local.variable().constant();
      return known == null ? place : known;
    }
    StaticPlace at = place(place);
    Image image = at == null || !isUnchanging(at.object()) ? null : at.object().image();
    int size = (int) place.type().size();
    if (at == null
        || image == null
        || at.offset() < 0
        || at.offset() + size > image.bytes().length) {
      return place;
    }
    for (Image.Address address : image.addresses()) {
      if (address.at() == at.offset() && size == 8) {
        return address(place.type(), address.target(), address.addend());
      }
    }
    return number(place.type(), image.bytes(), (int) at.offset());
  }

  private static boolean isUnchanging(Symbol.Static object) {
    return object.isReadOnly() || (object.isThreadLocal() && object.type().isConst());
  }

  private static TypedExpression address(Type type, Symbol target, long addend) {
    if (target instanceof Symbol.Static object) {
      return new AddressOf(type, new StaticPlace(Type.CHAR, object, addend));
    }
    if (target instanceof Symbol.Function function && addend == 0) {
      return new FunctionAddress(type, function);
    }
    throw new AssertionError(target);
  }

  private static TypedExpression number(Type type, byte[] bytes, int at) {
    long bits = 0;
    for (int i = (int) type.size() - 1; i >= 0; i--) {
      bits = bits << 8 | bytes[at + i] & 0xff;
    }
    if (!type.isFloating()) {
      return Fold.whole(type.unqualified(), bits);
    }
    double value =
        type.size() == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    return new Floating(type.unqualified(), value);
  }

  /** The place in an object of static storage duration that is meant, or null. */
  private static @Nullable StaticPlace place(Place place) {
    if (place instanceof StaticPlace known) {
      return known;
    }
    if (place instanceof Element element && of(element.index()) instanceof Whole index) {
      StaticPlace array = place(element.array());
      if (array == null) {
        return null;
      }
      return new StaticPlace(
          element.type(), array.object(), array.offset() + index.value() * element.type().size());
    }
    if (place instanceof Memory memory) {
      StaticValue.Address address = StaticValue.address(of(memory.pointer()));
      return address != null && address.symbol() instanceof Symbol.Static object
          ? new StaticPlace(memory.type(), object, address.addend() + memory.offset())
          : null;
    }
    return null;
  }

  private static TypedExpression arithmetic(Arithmetic value) {
    TypedExpression left = of(value.left());
    TypedExpression right = of(value.right());
    if (value.operator() == BinaryOperator.SUBTRACT && value.type().size() == 8) {
      Long distance = distance(left, right);
      if (distance != null) {
        return Fold.whole(value.type(), distance);
      }
    }
    return Fold.arithmetic(value.type(), value.operator(), left, right);
  }

  private static TypedExpression comparison(
      BinaryOperator operator, TypedExpression left, TypedExpression right) {
    Long distance = distance(left, right);
    if (distance != null) {
      return Fold.comparison(operator, Fold.whole(Type.LONG, distance), Fold.whole(Type.LONG, 0));
    }
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      boolean differ =
          (Fold.isZero(left) && StaticValue.address(right) != null)
              || (Fold.isZero(right) && StaticValue.address(left) != null);
      if (differ) {
        return Fold.truth(operator == BinaryOperator.NOT_EQUAL);
      }
    }
    return Fold.comparison(operator, left, right);
  }

  /** How many bytes lie between two addresses in one object; null where that is not known. */
  private static @Nullable Long distance(TypedExpression left, TypedExpression right) {
    StaticValue.Address to = StaticValue.address(left);
    StaticValue.Address from = StaticValue.address(right);
    return to != null && from != null && to.symbol() == from.symbol()
        ? to.addend() - from.addend()
        : null;
  }

  /** An address is true. */
  private static TypedExpression truth(TypedExpression value) {
    return StaticValue.address(value) == null ? value : Fold.truth(true);
  }
}
