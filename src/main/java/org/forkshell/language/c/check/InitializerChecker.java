package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Image;
import org.forkshell.ir.StaticValue;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.Store;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Expression.InitializerList;
import org.forkshell.language.c.syntax.Expression.StringLiteral;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Initialisers (C11 6.7.9): which value goes to which part of an object. */
final class InitializerChecker {
  /**
   * What an initialiser says.
   *
   * @param type the object's, its length known now
   * @param whole whether the stores fill all of it, so that it need not be cleared before
   */
  record Result(Type type, List<Store> stores, boolean whole) {}

  /**
   * All its bytes go to the processes over the board, which has room for one of these and much
   * else.
   */
  private static final long LARGEST_IMAGE = 128 << 20;

  private final Checker checker;

  InitializerChecker(Checker checker) {
    this.checker = checker;
  }

  Result initialize(Type type, @Nullable Expression initializer, String name) {
    if (initializer == null || type.isErroneous()) {
      return new Result(type, List.of(), false);
    }
    Span at = initializer.span();
    if (type instanceof Type.VariableArray) {
      checker.error(at, "check.initialiser.variable.array", name);
      return new Result(Type.ERRONEOUS, List.of(), false);
    }
    InitializerReader target = new InitializerReader(checker);
    if (type instanceof Type.Array
        && !(initializer instanceof InitializerList)
        && !isStringFor(type, initializer)) {
      TypedExpression value = checker.expressions.raw(initializer);
      // gcc takes a compound literal for an array, as if its braces stood there alone.
      if (!value.isWrong()) {
        checker.error(at, "check.initialiser.array", name);
      }
      return new Result(Type.ERRONEOUS, List.of(), false);
    }
    target.object(type, 0, initializer);
    Type complete = type;
    if (type instanceof Type.Array array && array.length() == Type.Array.UNKNOWN) {
      complete = new Type.Array(array.of(), target.length());
    }
    boolean whole = !complete.isArray() && !complete.unqualified().isRecord();
    whole |=
        target.stores().size() == 1
            && target.stores().get(0).type().unqualified().is(complete.unqualified());
    return new Result(complete, target.stores(), whole);
  }

  /** The expression that gives a place its first value when the program runs. */
  TypedExpression assignment(Place object, Result result) {
    // Nobody else knows of the object yet.
    Place place =
        object.type().isAtomic() ? Fold.moved(object, object.type().unqualified(), 0) : object;
    if (result.whole() && result.stores().size() == 1 && result.stores().get(0).width() == 0) {
      return new TypedExpression.Assign(
          result.type().unqualified(), place, result.stores().get(0).value());
    }
    return new TypedExpression.Initialize(place, !result.whole(), List.copyOf(result.stores()));
  }

  /** The first value of an object of static storage duration. */
  Image image(Result result, Span at) {
    long size = result.type().isErroneous() ? 0 : imageSize(result);
    if (size > LARGEST_IMAGE) {
      checker.error(at, "check.initialiser.large", LARGEST_IMAGE >> 20);
      return new Image(0);
    }
    Image image = new Image((int) size);
    for (Store written : result.stores()) {
      Store store = constant(written);
      if (!StaticValue.put(image, store) && !store.value().isWrong()) {
        checker.error(at, "check.constant.initialiser");
      }
    }
    return image;
  }

  private static Store constant(Store store) {
    return new Store(
        store.offset(), store.type(), store.shift(), store.width(), ConstantFold.of(store.value()));
  }

  /** A structure's last member without a length may have one here. */
  private static long imageSize(Result result) {
    long size = result.type().size();
    for (Store store : result.stores()) {
      size = Math.max(size, store.offset() + store.type().size());
    }
    return size;
  }

  static boolean isStringFor(Type type, Expression value) {
    return type.isArray() && type.element().isCharacter() && value instanceof StringLiteral;
  }
}
