package org.forkshell.ir;

import org.forkshell.ir.TypedExpression.Floating;
import org.forkshell.ir.TypedExpression.Store;
import org.forkshell.ir.TypedExpression.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Values that are known before the program runs: numbers, and addresses of objects and functions
 * (C11 6.6).
 */
public final class StaticValue {
  /** An address: {@code symbol} and {@code addend} bytes more. */
  public record Address(Symbol symbol, long addend) {}

  private StaticValue() {}

  /** Puts a value into an image; false if it is not constant. */
  public static boolean put(Image image, Store store) {
    TypedExpression value = store.value();
    Type type = store.type();
    int size = (int) type.size();
    if (value instanceof Whole whole) {
      if (store.width() > 0) {
        image.putBits(store.offset(), whole.value(), store.shift(), store.width(), size);
      } else {
        image.put(store.offset(), whole.value(), size);
      }
      return true;
    }
    if (value instanceof Floating floating) {
      if (size == 4) {
        image.put(store.offset(), Float.floatToRawIntBits((float) floating.value()), 4);
      } else {
        image.put(store.offset(), Double.doubleToRawLongBits(floating.value()), 8);
      }
      return true;
    }
    if (type.size() == 8) {
      Address address = address(value);
      if (address != null) {
        image.putAddress(store.offset(), address.symbol(), address.addend());
        return true;
      }
    }
    if (value instanceof TypedExpression.StaticPlace place
        && place.object().name().isEmpty()
        && type.isRecord()) {
      return copy(image, store, place);
    }
    return false;
  }

  /** A compound literal's value. */
  private static boolean copy(Image image, Store store, TypedExpression.StaticPlace place) {
    Image from = place.object().image();
    if (from == null) {
      return false;
    }
    byte[] bytes = from.bytes();
    for (int i = 0; i < bytes.length; i++) {
      image.put(store.offset() + i, bytes[i], 1);
    }
    for (Image.Address address : from.addresses()) {
      image.putAddress(store.offset() + address.at(), address.target(), address.addend());
    }
    return true;
  }

  /** The address that a constant expression means, or null. */
  public static @Nullable Address address(TypedExpression value) {
    if (value instanceof TypedExpression.AddressOf of) {
      return place(of.place());
    }
    if (value instanceof TypedExpression.FunctionAddress function) {
      return new Address(function.function(), 0);
    }
    if (value instanceof TypedExpression.Convert convert && convert.type().size() == 8) {
      return address(convert.operand());
    }
    if (value instanceof TypedExpression.Offset offset && offset.index() instanceof Whole index) {
      Address base = address(offset.pointer());
      long distance = index.value() * offset.scale();
      return base == null
          ? null
          : new Address(
              base.symbol(),
              offset.subtract() ? base.addend() - distance : base.addend() + distance);
    }
    return null;
  }

  private static @Nullable Address place(TypedExpression.Place place) {
    if (place instanceof TypedExpression.StaticPlace object && !object.object().isThreadLocal()) {
      return new Address(object.object(), object.offset());
    }
    if (place instanceof TypedExpression.Memory memory) {
      Address base = address(memory.pointer());
      return base == null ? null : new Address(base.symbol(), base.addend() + memory.offset());
    }
    return null;
  }
}
