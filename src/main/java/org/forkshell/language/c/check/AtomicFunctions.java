package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AtomicStep;
import org.forkshell.ir.TypedExpression.CompareExchange;
import org.forkshell.ir.TypedExpression.CompareExchange.Answer;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The functions for objects that threads and processes share: gcc's {@code __atomic_…} and its
 * older {@code __sync_…}, and {@code __c11_atomic_…}, which take any type, as clang calls what
 * stdatomic.h is made of. They need not be given atomic objects. Which order of memory is asked for
 * does not matter: all have the strictest.
 */
final class AtomicFunctions {
  private static final String OF_C11 = "__c11_atomic_";
  private static final String ATOMIC = "__atomic_";
  private static final String SYNC = "__sync_";

  private final Checker checker;

  AtomicFunctions(Checker checker) {
    this.checker = checker;
  }

  /** What a call of such a function is; null if it is none. */
  @Nullable TypedExpression call(String name, Expression.Call call) {
    if (name.startsWith(OF_C11)) {
      return ofC11(name.substring(OF_C11.length()), call);
    }
    if (name.startsWith(SYNC)) {
      return sync(name.substring(SYNC.length()), call);
    }
    return name.startsWith(ATOMIC) ? atomic(name.substring(ATOMIC.length()), call) : null;
  }

  private @Nullable TypedExpression sync(String name, Expression.Call call) {
    if (name.startsWith("fetch_and_")) {
      return change(call, name.substring("fetch_and_".length()), true, 2);
    }
    if (name.endsWith("_and_fetch")) {
      return change(call, name.substring(0, name.length() - "_and_fetch".length()), false, 2);
    }
    return switch (name) {
      case "synchronize" -> fence(call, 0);
      case "lock_test_and_set" -> exchange(call, 2);
      case "lock_release" -> release(call);
      case "val_compare_and_swap" -> compareValue(call, Answer.FOUND);
      case "bool_compare_and_swap" -> compareValue(call, Answer.SUCCESS);
      default -> null;
    };
  }

  private @Nullable TypedExpression atomic(String name, Expression.Call call) {
    if (name.startsWith("fetch_")) {
      return change(call, name.substring("fetch_".length()), true, 3);
    }
    if (name.endsWith("_fetch")) {
      return change(call, name.substring(0, name.length() - "_fetch".length()), false, 3);
    }
    return switch (name) {
      case "thread_fence" -> fence(call, 1);
      case "signal_fence" -> nothing(call, 1);
      case "load_n" -> load(call, 2, true);
      case "store_n" -> ignoredIfAny(exchange(call, 3));
      case "exchange_n" -> exchange(call, 3);
      case "compare_exchange_n" -> compare(call, 6, true, false);
      case "load" -> loadInto(call);
      case "store" -> storeFrom(call);
      case "exchange" -> exchangeInto(call);
      case "compare_exchange" -> compare(call, 6, false, true);
      case "test_and_set" -> flag(call, 1);
      case "clear" -> ignoredIfAny(flag(call, 0));
      case "always_lock_free", "is_lock_free" -> lockFree(call, name.startsWith("is"));
      default -> null;
    };
  }

  private @Nullable TypedExpression ofC11(String name, Expression.Call call) {
    return switch (name) {
      case "load" -> load(call, 2, false);
      case "init", "store" -> ignoredIfAny(exchangeAny(call, name.equals("init") ? 2 : 3));
      case "exchange" -> exchangeAny(call, 3);
      case "compare_exchange" -> compare(call, 5, false, false);
      default -> null;
    };
  }

  private static @Nullable AtomicOperation operation(String name) {
    return switch (name) {
      case "add" -> AtomicOperation.ADD;
      case "sub" -> AtomicOperation.SUBTRACT;
      case "or" -> AtomicOperation.OR;
      case "and" -> AtomicOperation.AND;
      case "xor" -> AtomicOperation.XOR;
      case "nand" -> AtomicOperation.NAND;
      default -> null;
    };
  }

  /** An operation on an integer, or on a pointer as if it were one: gcc counts bytes there. */
  private @Nullable TypedExpression change(
      Expression.Call call, String name, boolean yieldsOld, int count) {
    AtomicOperation operation = operation(name);
    List<TypedExpression> values = operation == null ? null : values(call, count);
    if (operation == null || values == null) {
      return null;
    }
    Type type = object(call, values, true, true);
    if (type == null) {
      return WRONG;
    }
    if (type.isBool()) {
      return wrongObject(call, values.get(0).type());
    }
    TypedExpression operand = values.get(1);
    return operand.type().isScalar()
        ? new AtomicStep(
            type,
            operation,
            values.get(0),
            Fold.convert(operand, type.isPointer() ? Type.LONG : type),
            yieldsOld)
        : wrongOperand(call, operand, type);
  }

  private @Nullable TypedExpression load(Expression.Call call, int count, boolean isNumber) {
    List<TypedExpression> values = values(call, count);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, isNumber, false);
    return type == null ? WRONG : step(AtomicOperation.LOAD, type, values.get(0), number(0));
  }

  private @Nullable TypedExpression loadInto(Expression.Call call) {
    List<TypedExpression> values = values(call, 3);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, false, false);
    return type == null
        ? WRONG
        : given(call, 1, values, type, step(AtomicOperation.LOAD, type, values.get(0), number(0)));
  }

  /** Of an integer or a pointer. */
  private @Nullable TypedExpression exchange(Expression.Call call, int count) {
    List<TypedExpression> values = values(call, count);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, true, true);
    if (type == null) {
      return WRONG;
    }
    TypedExpression value = values.get(1);
    return value.type().isScalar()
        ? step(AtomicOperation.EXCHANGE, type, values.get(0), Fold.convert(value, type))
        : wrongOperand(call, value, type);
  }

  /** Of any type: what stands between the parentheses is assigned. */
  private @Nullable TypedExpression exchangeAny(Expression.Call call, int count) {
    List<TypedExpression> values = values(call, count);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, false, true);
    TypedExpression value = type == null ? WRONG : assigned(call, 1, values, type);
    return type == null || value.isWrong()
        ? WRONG
        : step(AtomicOperation.EXCHANGE, type, values.get(0), value);
  }

  private @Nullable TypedExpression storeFrom(Expression.Call call) {
    List<TypedExpression> values = values(call, 3);
    return values == null ? null : ignored(exchangeThrough(call, values));
  }

  /** Of any type: there is a pointer to the value. */
  private TypedExpression exchangeThrough(Expression.Call call, List<TypedExpression> values) {
    Type type = object(call, values, false, true);
    TypedExpression value = type == null ? WRONG : pointed(call, 1, values, type);
    return type == null || value.isWrong()
        ? WRONG
        : step(AtomicOperation.EXCHANGE, type, values.get(0), value);
  }

  private @Nullable TypedExpression exchangeInto(Expression.Call call) {
    List<TypedExpression> values = values(call, 4);
    if (values == null) {
      return null;
    }
    TypedExpression exchanged = exchangeThrough(call, values);
    return exchanged.isWrong() ? WRONG : given(call, 2, values, exchanged.type(), exchanged);
  }

  /**
   * @param isNumber whether only integers and pointers are taken
   * @param through whether there is a pointer to the new value rather than the value
   */
  private @Nullable TypedExpression compare(
      Expression.Call call, int count, boolean isNumber, boolean through) {
    List<TypedExpression> values = values(call, count);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, isNumber, true);
    if (type == null) {
      return WRONG;
    }
    TypedExpression expected = pointed(call, 1, values, type);
    TypedExpression desired =
        through ? pointed(call, 2, values, type) : assigned(call, 2, values, type);
    return expected.isWrong() || desired.isWrong()
        ? WRONG
        : new CompareExchange(
            Type.BOOL, type, values.get(0), values.get(1), desired, Answer.SUCCESS_OR_FOUND);
  }

  private @Nullable TypedExpression compareValue(Expression.Call call, Answer answer) {
    List<TypedExpression> values = values(call, 3);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, true, true);
    if (type == null) {
      return WRONG;
    }
    for (TypedExpression value : values) {
      if (!value.type().isScalar()) {
        return wrongOperand(call, value, type);
      }
    }
    return new CompareExchange(
        answer == Answer.FOUND ? type : Type.BOOL,
        type,
        values.get(0),
        Fold.convert(values.get(1), type),
        Fold.convert(values.get(2), type),
        answer);
  }

  private @Nullable TypedExpression release(Expression.Call call) {
    List<TypedExpression> values = values(call, 1);
    if (values == null) {
      return null;
    }
    Type type = object(call, values, true, true);
    return type == null
        ? WRONG
        : ignored(
            step(AtomicOperation.EXCHANGE, type, values.get(0), Fold.convert(number(0), type)));
  }

  /** A flag is a byte, whatever the pointer points to. */
  private @Nullable TypedExpression flag(Expression.Call call, int value) {
    List<TypedExpression> values = values(call, 2);
    if (values == null) {
      return null;
    }
    TypedExpression pointer = values.get(0);
    if (pointer.isWrong()) {
      return WRONG;
    }
    return pointer.type().isPointer()
        ? step(AtomicOperation.EXCHANGE, Type.BOOL, pointer, Fold.truth(value != 0))
        : wrongObject(call, pointer.type());
  }

  /** Known when compiled, but for sizes that gcc leaves to a library. */
  private @Nullable TypedExpression lockFree(Expression.Call call, boolean asksLibrary) {
    List<TypedExpression> values = values(call, 2);
    if (values == null || !(values.get(0) instanceof Whole size)) {
      return null;
    }
    boolean fits = AtomicOperation.fits(size.value());
    return fits || !asksLibrary ? Fold.convert(Fold.truth(fits), Type.BOOL) : null;
  }

  private @Nullable TypedExpression fence(Expression.Call call, int count) {
    TypedExpression nothing = nothing(call, count);
    return nothing == null || nothing.isWrong()
        ? nothing
        : CompilerFunctions.library(checker, call.span(), "__fence");
  }

  private @Nullable TypedExpression nothing(Expression.Call call, int count) {
    return values(call, count) == null ? null : Fold.convert(number(0), Type.VOID);
  }

  private static TypedExpression step(
      AtomicOperation operation, Type type, TypedExpression pointer, TypedExpression operand) {
    return new AtomicStep(type, operation, pointer, operand, true);
  }

  /** Puts a value where an argument points. */
  private TypedExpression given(
      Expression.Call call,
      int index,
      List<TypedExpression> values,
      Type type,
      TypedExpression value) {
    TypedExpression place = pointed(call, index, values, type);
    return place instanceof TypedExpression.Place target && !place.isWrong()
        ? ignored(new TypedExpression.Assign(type, target, value))
        : WRONG;
  }

  /** What an argument points to, an object of this type. */
  private TypedExpression pointed(
      Expression.Call call, int index, List<TypedExpression> values, Type type) {
    TypedExpression pointer = values.get(index);
    if (pointer.isWrong()) {
      return WRONG;
    }
    boolean fits = pointer.type().isPointer() && pointer.type().target().size() == type.size();
    return fits ? Fold.target(type, pointer) : wrongOperand(call, pointer, Type.pointerTo(type));
  }

  private TypedExpression assigned(
      Expression.Call call, int index, List<TypedExpression> values, Type type) {
    Expression written = call.arguments().get(index);
    return checker.conversions.assigned(
        values.get(index), type, written, written.span(), "initialise");
  }

  /** The arguments, or null if they are too few; {@code __sync_…} may have more of them. */
  private @Nullable List<TypedExpression> values(Expression.Call call, int count) {
    if (call.arguments().size() < count) {
      return null;
    }
    List<TypedExpression> values = new ArrayList<>(count);
    for (Expression argument : call.arguments()) {
      values.add(checker.expressions.used(argument));
    }
    return values;
  }

  /**
   * The type of the object that the first argument points to; null if none can be, which is
   * reported, or if an argument is wrong.
   */
  private @Nullable Type object(
      Expression.Call call, List<TypedExpression> values, boolean isNumber, boolean isChanged) {
    for (TypedExpression value : values) {
      if (value.isWrong()) {
        return null;
      }
    }
    Type pointer = values.get(0).type();
    if (!pointer.isPointer()) {
      wrongObject(call, pointer);
      return null;
    }
    Type type = pointer.target().unqualified();
    if (isNumber && !type.isInteger() && !type.isPointer()) {
      wrongObject(call, pointer);
      return null;
    }
    if (isChanged && pointer.target().isConst()) {
      checker.error(call.arguments().get(0).span(), "check.atomic.const", TypeText.of(pointer));
      return null;
    }
    return checker.atomics.fits(type, call.arguments().get(0).span()) ? type : null;
  }

  private TypedExpression wrongObject(Expression.Call call, Type type) {
    return checker.wrong(call.arguments().get(0).span(), "check.atomic.object", TypeText.of(type));
  }

  private TypedExpression wrongOperand(Expression.Call call, TypedExpression value, Type type) {
    return checker.wrong(
        call.span(), "check.atomic.operand", TypeText.of(value.type()), TypeText.of(type));
  }

  private static TypedExpression ignored(TypedExpression value) {
    return value.isWrong() ? WRONG : Fold.convert(value, Type.VOID);
  }

  private static @Nullable TypedExpression ignoredIfAny(@Nullable TypedExpression value) {
    return value == null ? null : ignored(value);
  }

  private static TypedExpression number(long value) {
    return Fold.whole(Type.of(BasicType.INT, false), value);
  }
}
