package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import java.util.ArrayList;
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

  private static final List<String> CHANGES =
      List.of("add", "sub", "or", "and", "xor", "nand", "exchange", "load");

  private final Checker checker;

  CompilerFunctions(Checker checker) {
    this.checker = checker;
  }

  /** What a call of such a function is; null if it is none. */
  @Nullable TypedExpression call(String name, Expression.Call call) {
    if (name.startsWith("__builtin_")) {
      return builtin(name.substring("__builtin_".length()), call);
    }
    if (name.startsWith("__sync_")) {
      return sync(name.substring("__sync_".length()), call);
    }
    return name.startsWith("__atomic_") ? atomic(name.substring("__atomic_".length()), call) : null;
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

  /** The older names of the operations on shared memory. */
  private @Nullable TypedExpression sync(String name, Expression.Call call) {
    if (name.startsWith("fetch_and_")) {
      return change(call, name.substring("fetch_and_".length()), false, 2);
    }
    if (name.endsWith("_and_fetch")) {
      return change(call, name.substring(0, name.length() - "_and_fetch".length()), true, 2);
    }
    return switch (name) {
      case "synchronize" -> number(0);
      case "lock_test_and_set" -> change(call, "exchange", false, 2);
      case "lock_release" -> nothing(change(call, "exchange", false, 1));
      case "val_compare_and_swap" -> compare(call, "__swap_if", true, 3);
      case "bool_compare_and_swap" -> compare(call, "__swapped_if", false, 3);
      default -> null;
    };
  }

  private @Nullable TypedExpression atomic(String name, Expression.Call call) {
    if (name.startsWith("fetch_")) {
      return change(call, name.substring("fetch_".length()), false, 3);
    }
    if (name.endsWith("_fetch")) {
      return change(call, name.substring(0, name.length() - "_fetch".length()), true, 3);
    }
    return switch (name) {
      case "thread_fence", "signal_fence" -> number(0);
      case "load_n" -> change(call, "load", false, 2);
      case "store_n" -> nothing(change(call, "exchange", false, 3));
      case "exchange_n" -> change(call, "exchange", false, 3);
      case "compare_exchange_n" -> compare(call, "__exchange_expected", false, 6);
      default -> null;
    };
  }

  /**
   * One step that changes what a pointer points to.
   *
   * @param after whether its value is the one after the change
   * @param count how many arguments it takes; an order of memory is not asked for
   */
  private @Nullable TypedExpression change(
      Expression.Call call, String operation, boolean after, int count) {
    List<TypedExpression> values = shared(call, count);
    if (values == null || !CHANGES.contains(operation)) {
      return values == null ? null : values.isEmpty() ? WRONG : null;
    }
    if (values.isEmpty()) {
      return WRONG;
    }
    Type type = values.get(0).type().target().unqualified();
    boolean hasOperand = call.arguments().size() > 1 && !operation.equals("load");
    TypedExpression operand = hasOperand ? Fold.convert(values.get(1), type) : number(0);
    TypedExpression done =
        library(
            call.span(),
            "__change",
            Fold.convert(values.get(0), Type.VOID_POINTER),
            number(CHANGES.indexOf(operation)),
            Fold.convert(operand, Type.LONG),
            number(type.size()),
            number(after ? 1 : 0));
    return done.isWrong() ? WRONG : Fold.convert(done, type);
  }

  /** A change made only if the value is the expected one. */
  private @Nullable TypedExpression compare(
      Expression.Call call, String function, boolean found, int count) {
    List<TypedExpression> values = shared(call, count);
    if (values == null || values.isEmpty()) {
      return values == null ? null : WRONG;
    }
    Type type = values.get(0).type().target().unqualified();
    TypedExpression expected = values.get(1);
    TypedExpression done =
        library(
            call.span(),
            function,
            Fold.convert(values.get(0), Type.VOID_POINTER),
            function.equals("__exchange_expected")
                ? Fold.convert(expected, Type.VOID_POINTER)
                : Fold.convert(Fold.convert(expected, type), Type.LONG),
            Fold.convert(Fold.convert(values.get(2), type), Type.LONG),
            number(type.size()));
    return done.isWrong() || !found ? done : Fold.convert(done, type);
  }

  /**
   * The arguments, of which the first points to an integer or a pointer; null if it does not, empty
   * if one of them is wrong.
   */
  private @Nullable List<TypedExpression> shared(Expression.Call call, int count) {
    if (call.arguments().size() != count) {
      return null;
    }
    List<TypedExpression> values = new ArrayList<>(count);
    for (Expression argument : call.arguments()) {
      TypedExpression value = checker.expressions.used(argument);
      if (value.isWrong()) {
        return List.of();
      }
      values.add(value);
    }
    Type first = values.get(0).type();
    boolean fits = first.isPointer() && (first.target().isInteger() || first.target().isPointer());
    for (TypedExpression value : values) {
      fits &= value.type().isInteger() || value.type().isPointer();
    }
    return fits ? values : null;
  }

  private static @Nullable TypedExpression nothing(@Nullable TypedExpression value) {
    return value == null || value.isWrong() ? value : Fold.convert(value, Type.VOID);
  }

  private static TypedExpression number(long value) {
    return Fold.whole(Type.INT, value);
  }

  private TypedExpression library(Span at, String name, TypedExpression... arguments) {
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
