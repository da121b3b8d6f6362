package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Placement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;

/** Types as written to types as meant. */
final class TypeChecker {
  /** The size of the largest object. */
  static final long LARGEST = 0x2000_0000L;

  /** A page: where a page lies is the same in every process. */
  private static final int LARGEST_ALIGNMENT = 4096;

  private final Checker checker;
  private final RecordChecker records;

  // Several declarators share one syntax of a structure, and it must stay one type.
  private final Map<TypeSyntax, Type> known = new IdentityHashMap<>();
  private final List<TypedExpression> sizes = new ArrayList<>();
  private int prototypes;

  TypeChecker(Checker checker) {
    this.checker = checker;
    this.records = new RecordChecker(checker);
  }

  Type type(TypeSyntax syntax) {
    if (syntax instanceof TypeSyntax.Keyword keyword) {
      return Type.of(keyword.basic(), false);
    }
    if (syntax instanceof TypeSyntax.Pointer pointer) {
      return Type.pointerTo(type(pointer.to()));
    }
    if (syntax instanceof TypeSyntax.Named named) {
      return named(named);
    }
    if (syntax instanceof TypeSyntax.Const constant) {
      return type(constant.type()).withConst(true);
    }
    if (syntax instanceof TypeSyntax.Atomic atomic) {
      return atomic(atomic);
    }
    if (syntax instanceof TypeSyntax.Function function) {
      return function(function);
    }
    if (syntax instanceof TypeSyntax.Array array) {
      return array(array);
    }
    Type found = known.get(syntax);
    if (found == null) {
      found = tagged(syntax);
      known.put(syntax, found);
    }
    return found;
  }

  private Type atomic(TypeSyntax.Atomic atomic) {
    Type type = type(atomic.type());
    if (type.isArray() || type.isFunction()) {
      checker.error(atomic.span(), "check.atomic.type", TypeText.of(type));
      return Type.ERRONEOUS;
    }
    return type.atomic();
  }

  /** The largest alignment that is asked for, in bytes; 1 where none is. */
  int alignment(Placement placement) {
    int largest = 1;
    for (Expression wanted : placement.alignments()) {
      TypedExpression value = checker.expressions.value(wanted);
      if (value instanceof Whole whole
          && Long.bitCount(whole.value()) <= 1
          && whole.value() >= 0
          && whole.value() <= LARGEST_ALIGNMENT) {
        largest = Math.max(largest, (int) whole.value());
      } else if (!value.isWrong()) {
        checker.error(wanted.span(), "check.alignment", LARGEST_ALIGNMENT);
      }
    }
    return largest;
  }

  private Type tagged(TypeSyntax syntax) {
    if (syntax instanceof TypeSyntax.Record record) {
      return records.record(record, false);
    }
    if (syntax instanceof TypeSyntax.Enum enumeration) {
      return records.enumeration(enumeration, false);
    }
    if (syntax instanceof TypeSyntax.TypeOf of) {
      return checker.expressions.raw(of.expression()).type();
    }
    throw new AssertionError(syntax);
  }

  /**
   * A type that a declaration without declarators gives: {@code struct node;} is a new one in this
   * scope.
   */
  void tag(TypeSyntax syntax) {
    if (syntax instanceof TypeSyntax.Record record) {
      known.put(syntax, records.record(record, true));
    } else if (syntax instanceof TypeSyntax.Enum enumeration) {
      known.put(syntax, records.enumeration(enumeration, true));
    } else {
      type(syntax);
    }
  }

  private Type named(TypeSyntax.Named named) {
    Symbol symbol = checker.scope().find(named.name());
    if (symbol instanceof Symbol.Typedef typedef) {
      return typedef.type();
    }
    if (named.name().equals("__builtin_va_list")) {
      return Type.CHAR_POINTER;
    }
    checker.error(named.span(), "check.type.unknown", named.name());
    return Type.ERRONEOUS;
  }

  private Type array(TypeSyntax.Array array) {
    Type of = type(array.of());
    if (of.isErroneous()) {
      return of;
    }
    if (!of.isComplete()) {
      checker.error(array.span(), "check.array.element", TypeText.of(of));
      return Type.ERRONEOUS;
    }
    if (array.length() == null) {
      return new Type.Array(of, Type.Array.UNKNOWN);
    }
    Span at = array.length().span();
    TypedExpression length = checker.expressions.value(array.length());
    if (length.isWrong()) {
      return Type.ERRONEOUS;
    }
    if (!length.type().isInteger()) {
      checker.error(at, "check.array.length.type", TypeText.of(length.type()));
      return Type.ERRONEOUS;
    }
    if (!(length instanceof Whole whole) || of instanceof Type.VariableArray) {
      return variableArray(of, length, at);
    }
    if (whole.value() < 0 && !whole.type().isUnsigned()) {
      checker.error(at, "check.array.negative", whole.value());
      return Type.ERRONEOUS;
    }
    if (Math.multiplyHigh(whole.value(), of.size()) != 0
        || whole.value() * of.size() > LARGEST
        || whole.value() * of.size() < 0) {
      checker.error(at, "check.array.large");
      return Type.ERRONEOUS;
    }
    return new Type.Array(of, whole.value());
  }

  private Type variableArray(Type of, TypedExpression length, Span at) {
    if (prototypes > 0) {
      return new Type.Array(
          of instanceof Type.VariableArray ? Type.ERRONEOUS : of, Type.Array.UNKNOWN);
    }
    FunctionContext function = checker.function();
    if (function == null || (function.isPrompt() && checker.scope() instanceof FileScope)) {
      checker.error(at, "check.array.constant");
      return Type.ERRONEOUS;
    }
    Symbol.Local bytes = Symbol.Local.hidden(Type.UNSIGNED_LONG);
    TypedExpression count = Fold.convert(length, Type.UNSIGNED_LONG);
    TypedExpression product =
        Fold.arithmetic(Type.UNSIGNED_LONG, BinaryOperator.MULTIPLY, count, sizeOf(of));
    sizes.add(
        new TypedExpression.Assign(
            Type.UNSIGNED_LONG,
            new TypedExpression.LocalPlace(Type.UNSIGNED_LONG, bytes, 0),
            product));
    return new Type.VariableArray(of, bytes);
  }

  /** The size of a complete type, computed when the program runs if need be. */
  static TypedExpression sizeOf(Type type) {
    if (type instanceof Type.VariableArray array) {
      return new TypedExpression.LocalPlace(Type.UNSIGNED_LONG, array.bytes(), 0);
    }
    if (type instanceof Type.Array array && array.of() instanceof Type.VariableArray) {
      throw new AssertionError(type);
    }
    return new Whole(Type.UNSIGNED_LONG, type.size());
  }

  /** What must be computed before the types read since the last call can be used. */
  List<TypedExpression> takeSizes() {
    if (sizes.isEmpty()) {
      return List.of();
    }
    List<TypedExpression> taken = List.copyOf(sizes);
    sizes.clear();
    return taken;
  }

  private Type function(TypeSyntax.Function function) {
    Type returns = type(function.returns());
    if (returns.isArray() || returns.isFunction()) {
      checker.error(function.span(), "check.function.returns", TypeText.of(returns));
      returns = Type.ERRONEOUS;
    }
    prototypes++;
    Scope outer = checker.scope();
    checker.enter(new Scope(outer));
    List<Type> parameters = new ArrayList<>(function.parameters().size());
    for (TypeSyntax.Parameter parameter : function.parameters()) {
      Type type = parameter(parameter.type());
      if (type.isVoid() && parameter.name() == null && function.parameters().size() == 1) {
        break;
      }
      if (type.isVoid()) {
        checker.error(parameter.span(), "check.void.parameter");
        type = Type.ERRONEOUS;
      }
      parameters.add(type.unqualified());
      if (parameter.name() != null) {
        checker.scope().put(new Symbol.Local(parameter.name(), parameter.span(), type));
      }
    }
    checker.enter(outer);
    prototypes--;
    return new Type.Function(
        returns.unqualified(),
        List.copyOf(parameters),
        function.variadic(),
        function.unspecified());
  }

  /** A parameter's type: an array is a pointer, and so is a function (C11 6.7.6.3 p7). */
  Type parameter(TypeSyntax syntax) {
    if (syntax instanceof TypeSyntax.Array outermost) {
      Type of = type(outermost.of());
      return of.isErroneous() ? of : Type.pointerTo(of);
    }
    Type type = type(syntax);
    if (type.isFunction()) {
      return Type.pointerTo(type);
    }
    return type.isArray() ? Type.pointerTo(type.element()) : type;
  }
}
