package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.Type;

/**
 * What C says about pairs of types: promotion, the common type of two operands, compatibility (C11
 * 6.2.7, 6.3.1).
 */
final class TypeRules {
  private TypeRules() {}

  /** The type that an integer operand is computed in (C11 6.3.1.1). */
  static Type promoted(Type type) {
    if (type instanceof Type.Enumeration enumeration) {
      return enumeration.definition().isUnsigned() ? Type.UNSIGNED : Type.INT;
    }
    if (type instanceof Type.Simple simple
        && simple.basic() != BasicType.VOID
        && simple.basic().compareTo(BasicType.INT) < 0) {
      return Type.INT;
    }
    return type.unqualified();
  }

  /** What an argument becomes where no parameter says its type (C11 6.5.2.2 p6). */
  static Type promotedArgument(Type type) {
    return type.isInteger()
        ? promoted(type)
        : type.is(Type.FLOAT) ? Type.DOUBLE : type.unqualified();
  }

  /** The usual arithmetic conversions (C11 6.3.1.8). */
  static Type common(Type left, Type right) {
    if (left.isFloating() || right.isFloating()) {
      return Type.of(
          later(
              left.isFloating() ? basic(left) : BasicType.FLOAT,
              right.isFloating() ? basic(right) : BasicType.FLOAT),
          false);
    }
    Type a = promoted(left);
    Type b = promoted(right);
    BasicType larger = later(basic(a), basic(b));
    BasicType smaller = larger == basic(a) ? basic(b) : basic(a);
    // long long and unsigned long have one size, so the former cannot hold all of the latter's
    // values.
    if (larger == BasicType.LONG_LONG && smaller == BasicType.UNSIGNED_LONG) {
      return Type.of(BasicType.UNSIGNED_LONG_LONG, false);
    }
    return Type.of(larger, false);
  }

  private static BasicType later(BasicType a, BasicType b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  static BasicType basic(Type type) {
    if (type instanceof Type.Simple simple) {
      return simple.basic();
    }
    if (type instanceof Type.Enumeration enumeration) {
      return enumeration.definition().isUnsigned() ? BasicType.UNSIGNED_INT : BasicType.INT;
    }
    return BasicType.UNSIGNED_LONG;
  }

  /** Whether two types are compatible; {@code const} counts below the top only. */
  static boolean compatible(Type a, Type b) {
    if (a == b || a.isErroneous() || b.isErroneous()) {
      return true;
    }
    if (a.isArray() && b.isArray()) {
      return compatible(a.element(), b.element()) && lengthsFit(a, b);
    }
    if (a instanceof Type.Pointer p && b instanceof Type.Pointer q) {
      return p.to().isConst() == q.to().isConst() && compatible(p.to(), q.to());
    }
    if (a instanceof Type.Function f && b instanceof Type.Function g) {
      return compatible(f, g);
    }
    if (a instanceof Type.Record r && b instanceof Type.Record s) {
      return r.definition() == s.definition();
    }
    if (a.isAtomic() || b.isAtomic()) {
      return a.isAtomic() && b.isAtomic() && compatible(a.unqualified(), b.unqualified());
    }
    if (a instanceof Type.Enumeration e && b instanceof Type.Enumeration f) {
      return e.definition() == f.definition();
    }
    if (a instanceof Type.Enumeration || b instanceof Type.Enumeration) {
      return a.isInteger() && b.isInteger() && basic(a) == basic(b);
    }
    return a instanceof Type.Simple s && b instanceof Type.Simple t && s.basic() == t.basic();
  }

  private static boolean lengthsFit(Type a, Type b) {
    return !(a instanceof Type.Array x)
        || !(b instanceof Type.Array y)
        || x.length() == y.length()
        || x.length() == Type.Array.UNKNOWN
        || y.length() == Type.Array.UNKNOWN;
  }

  private static boolean compatible(Type.Function f, Type.Function g) {
    if (!compatible(f.returns(), g.returns())) {
      return false;
    }
    if (f.unspecified() || g.unspecified()) {
      Type.Function known = f.unspecified() ? g : f;
      if (known.unspecified()) {
        return true;
      }
      // A function declared f() takes its arguments promoted (C11 6.7.6.3 p15).
      boolean fits = !known.variadic();
      for (Type parameter : known.parameters()) {
        fits &=
            parameter.isErroneous()
                || compatible(promotedArgument(parameter), parameter.unqualified());
      }
      return fits;
    }
    if (f.variadic() != g.variadic() || f.parameters().size() != g.parameters().size()) {
      return false;
    }
    for (int i = 0; i < f.parameters().size(); i++) {
      if (!compatible(f.parameters().get(i), g.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * What two compatible declarations say together: the length of an array, the parameters of a
   * function.
   */
  static Type composite(Type a, Type b) {
    if (a instanceof Type.Array x && b instanceof Type.Array y) {
      Type of = composite(x.of(), y.of());
      return new Type.Array(of, x.length() == Type.Array.UNKNOWN ? y.length() : x.length());
    }
    if (a instanceof Type.Function f && b instanceof Type.Function g) {
      if (f.unspecified() != g.unspecified()) {
        return f.unspecified() ? g : f;
      }
      if (f.parameters().size() != g.parameters().size()) {
        return f.parameters().isEmpty() ? g : f;
      }
      List<Type> parameters = new ArrayList<>(f.parameters().size());
      for (int i = 0; i < f.parameters().size(); i++) {
        parameters.add(composite(f.parameters().get(i), g.parameters().get(i)));
      }
      return new Type.Function(
          composite(f.returns(), g.returns()),
          List.copyOf(parameters),
          f.variadic(),
          f.unspecified());
    }
    if (a instanceof Type.Pointer p && b instanceof Type.Pointer q) {
      return new Type.Pointer(composite(p.to(), q.to()), p.isConst());
    }
    return a;
  }
}
