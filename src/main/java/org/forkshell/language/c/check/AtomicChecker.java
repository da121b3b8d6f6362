package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import org.forkshell.abi.AtomicOperation;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AtomicStep;
import org.forkshell.ir.TypedExpression.Comma;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Objects of atomic type: reading and changing one is a step in which nobody comes between. */
final class AtomicChecker {
  private final Checker checker;

  AtomicChecker(Checker checker) {
    this.checker = checker;
  }

  /** The value of an atomic object (C11 6.3.2.1 p2). */
  TypedExpression value(TypedExpression raw, Span at) {
    if (raw instanceof Comma comma) {
      TypedExpression second = value(comma.second(), at);
      return second.isWrong() ? WRONG : new Comma(second.type(), comma.first(), second);
    }
    if (!(raw instanceof Place place)) {
      throw new AssertionError(raw);
    }
    Type type = raw.type().unqualified();
    return fits(type, at)
        ? new AtomicStep(type, AtomicOperation.LOAD, address(place), Fold.truth(false), true)
        : WRONG;
  }

  /** {@code target = value}. */
  TypedExpression assignment(Place target, TypedExpression value, Span at) {
    Type type = target.type().unqualified();
    return value.isWrong() || !fits(type, at)
        ? WRONG
        : new AtomicStep(type, AtomicOperation.EXCHANGE, address(target), value, false);
  }

  /**
   * {@code target operator= value}: what the machine has no step for is tried until it succeeds.
   */
  TypedExpression update(Update update, Span at) {
    Type type = update.type();
    if (!fits(type, at)) {
      return WRONG;
    }
    TypedExpression address = address(update.target());
    AtomicOperation operation = operation(update.operator());
    boolean isStep = type.isPointer() || (update.computed().isInteger() && !type.isBool());
    if (operation == null || !isStep || type.isFloating()) {
      return update;
    }
    TypedExpression operand =
        type.isPointer() ? update.value() : Fold.convert(update.value(), type);
    return new AtomicStep(type, operation, address, operand, update.yieldsOld());
  }

  private static @Nullable AtomicOperation operation(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> AtomicOperation.ADD;
      case SUBTRACT -> AtomicOperation.SUBTRACT;
      case AND -> AtomicOperation.AND;
      case OR -> AtomicOperation.OR;
      case XOR -> AtomicOperation.XOR;
      default -> null;
    };
  }

  private static TypedExpression address(Place place) {
    Conversions.takeAddress(place);
    return Fold.addressOf(Type.pointerTo(place.type()), place);
  }

  /** Whether there are steps on objects of this type; that there are none is reported. */
  boolean fits(Type type, Span at) {
    if (!type.isComplete()) {
      checker.error(at, "check.incomplete", TypeText.of(type));
      return false;
    }
    if (!AtomicOperation.fits(type.size())) {
      // gcc calls a library for it that programs are not linked with unless they ask for it.
      checker.error(at, "check.atomic.size", TypeText.of(type), type.size());
      return false;
    }
    return true;
  }
}
