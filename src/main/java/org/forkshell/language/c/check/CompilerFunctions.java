package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The functions that gcc itself is, known without a header, of any type: argument lists, what is
 * known of an expression, arithmetic that tells of its overflow, and operations on memory that
 * other processes share, each in one step.
 */
final class CompilerFunctions {
  private static final String HEADER = "bits/builtins.h";

  /** In the order in which the library numbers them. */
  private static final List<String> ARITHMETIC = List.of("add", "sub", "mul");

  private final Checker checker;
  private final AtomicFunctions atomics;

  CompilerFunctions(Checker checker) {
    this.checker = checker;
    this.atomics = new AtomicFunctions(checker);
  }

  /** What a call of such a function is; null if it is none. */
  @Nullable TypedExpression call(String name, Expression.Call call) {
    if (name.startsWith("__builtin_")) {
      return builtin(name.substring("__builtin_".length()), call);
    }
    return atomics.call(name, call);
  }

  private @Nullable TypedExpression builtin(String name, Expression.Call call) {
    List<Expression> given = call.arguments();
    int count = given.size();
    if (name.endsWith("_overflow")) {
      return count == 3 ? overflow(name.substring(0, name.length() - 9), call) : null;
    }
    switch (name) {
      case "va_start" -> {
        FunctionContext function = checker.function();
        Place list = count == 2 ? list(given.get(0)) : null;
        return list == null || function == null
            ? checker.wrong(call.span(), "check.va.start")
            : new TypedExpression.ArgumentsStart(list, function.parameterSlots());
      }
      case "va_end" -> {
        return count == 1
            ? new TypedExpression.Convert(Type.VOID, checker.expressions.value(given.get(0)))
            : checker.wrong(call.span(), "check.va.start");
      }
      case "va_copy" -> {
        Place list = count == 2 ? list(given.get(0)) : null;
        if (list == null) {
          return checker.wrong(call.span(), "check.va.start");
        }
        TypedExpression from = checker.expressions.value(given.get(1));
        TypedExpression copy = new TypedExpression.Assign(list.type(), list, from);
        return from.isWrong() ? WRONG : new TypedExpression.Convert(Type.VOID, copy);
      }
      case "expect", "expect_with_probability", "assume_aligned" -> {
        return count >= 2 ? checker.expressions.value(given.get(0)) : null;
      }
      case "constant_p" -> {
        if (count != 1) {
          return null;
        }
        checker.declarations.beginUnevaluated();
        TypedExpression value = checker.expressions.value(given.get(0));
        checker.declarations.endUnevaluated();
        return value.isWrong() ? WRONG : Fold.whole(Type.INT, Fold.isConstant(value) ? 1 : 0);
      }
      case "choose_expr" -> {
        if (count != 3) {
          return null;
        }
        TypedExpression.Whole first = checker.expressions.constant(given.get(0));
        return first == null
            ? WRONG
            : checker.expressions.value(given.get(first.value() != 0 ? 1 : 2));
      }
      case "prefetch" -> {
        return count == 0 ? null : Fold.convert(checker.expressions.value(given.get(0)), Type.VOID);
      }
      default -> {
        return null;
      }
    }
  }

  /** {@code add}, or {@code uaddl} with the types in its name. */
  private @Nullable TypedExpression overflow(String name, Expression.Call call) {
    Type type = null;
    String operation = name;
    if (!ARITHMETIC.contains(name)) {
      if (name.length() < 4 || !ARITHMETIC.contains(name.substring(1, 4))) {
        return null;
      }
      operation = name.substring(1, 4);
      boolean unsigned = name.charAt(0) == 'u';
      boolean word = name.length() == 4;
      type = unsigned ? word ? Type.UNSIGNED : Type.UNSIGNED_LONG : word ? Type.INT : Type.LONG;
    }
    TypedExpression a = operand(call.arguments().get(0), type);
    TypedExpression b = operand(call.arguments().get(1), type);
    TypedExpression to = checker.expressions.used(call.arguments().get(2));
    if (a.isWrong() || b.isWrong() || to.isWrong()) {
      return WRONG;
    }
    if (!a.type().isInteger()
        || !b.type().isInteger()
        || !to.type().isPointer()
        || !to.type().target().isInteger()) {
      return null;
    }
    Type result = to.type().target();
    return library(
        call.span(),
        "__overflow",
        number(ARITHMETIC.indexOf(operation)),
        Fold.convert(a, Type.LONG),
        number(a.type().isUnsigned() ? 1 : 0),
        Fold.convert(b, Type.LONG),
        number(b.type().isUnsigned() ? 1 : 0),
        Fold.convert(to, Type.VOID_POINTER),
        number(result.size()),
        number(result.isUnsigned() ? 1 : 0));
  }

  private TypedExpression operand(Expression given, @Nullable Type type) {
    TypedExpression value = checker.expressions.used(given);
    return type == null || value.isWrong() || !value.type().isArithmetic()
        ? value
        : Fold.convert(value, type);
  }

  private static TypedExpression number(long value) {
    return Fold.whole(Type.INT, value);
  }

  private TypedExpression library(Span at, String name, TypedExpression... arguments) {
    return library(checker, at, name, arguments);
  }

  /** A call of what the library has for the compiler. */
  static TypedExpression library(
      Checker checker, Span at, String name, TypedExpression... arguments) {
    if (!(checker.linkage().declared(HEADER, name) instanceof Symbol.Function function)) {
      throw new AssertionError(name);
    }
    checker.declarations.use(function, at);
    return new TypedExpression.Call(
        function.type().returns(), at, function, null, List.of(arguments), arguments.length, null);
  }

  private @Nullable Place list(Expression expression) {
    return checker.expressions.raw(expression) instanceof Place place && place.type().isPointer()
        ? place
        : null;
  }
}
