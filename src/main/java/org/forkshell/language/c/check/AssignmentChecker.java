package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** What changes objects: {@code =}, {@code +=} and its like, {@code ++} and {@code --}. */
final class AssignmentChecker {
  private final Checker checker;

  AssignmentChecker(Checker checker) {
    this.checker = checker;
  }

  TypedExpression assignment(Expression.Assignment assignment) {
    TypedExpression raw = checker.expressions.raw(assignment.target());
    TypedExpression value = checker.expressions.value(assignment.value());
    Place target = modifiable(raw, assignment.target().span(), assignment.at());
    if (target == null || value.isWrong()) {
      return WRONG;
    }
    Type type = target.type().unqualified();
    BinaryOperator operator = assignment.operator();
    if (operator == null) {
      TypedExpression converted =
          checker.conversions.assigned(value, type, assignment.value(), assignment.at(), "assign");
      if (target.type().isAtomic()) {
        return checker.atomics.assignment(target, converted, assignment.target().span());
      }
      return converted.isWrong() ? WRONG : new TypedExpression.Assign(type, target, converted);
    }
    if (value.type().isVoid()) {
      return checker.wrong(assignment.value().span(), "check.void.value");
    }
    return update(target, operator, value, assignment);
  }

  private TypedExpression update(
      Place target, BinaryOperator operator, TypedExpression value, Expression.Assignment at) {
    Type type = target.type().unqualified();
    boolean sum = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
    if (type.isPointer() && sum && value.type().isInteger()) {
      TypedExpression distance =
          checker.operators.pointerSum(Fold.whole(type, 0), value, false, at.at());
      if (distance.isWrong()) {
        return WRONG;
      }
      return updated(
          new Update(type, target, operator, Type.LONG, Fold.convert(distance, Type.LONG), false),
          at.target().span());
    }
    if (!OperatorChecker.fits(operator, type, value.type())) {
      return checker.wrong(
          at.at(),
          "check.operands",
          OperatorChecker.sign(operator) + "=",
          TypeText.of(type),
          TypeText.of(value.type()));
    }
    checker.operators.warnings(operator, target, value, at.value().span());
    Type computed =
        OperatorChecker.isShift(operator)
            ? Conversions.promotedType(target)
            : OperatorChecker.common(target, value);
    TypedExpression converted =
        OperatorChecker.isShift(operator)
            ? OperatorChecker.count(value)
            : Fold.convert(value, computed);
    return updated(
        new Update(type, target, operator, computed, converted, false), at.target().span());
  }

  /** The place that an assignment changes, or null if it must not, which is reported. */
  private @Nullable Place modifiable(TypedExpression target, Span written, Span at) {
    if (target.isWrong()) {
      return null;
    }
    if (target instanceof TypedExpression.FunctionAddress function) {
      checker.error(at, "check.assign.function", function.function().name());
    } else if (!(target instanceof Place)) {
      checker.error(at, "check.assign.value");
    } else if (target.type().isArray()) {
      checker.error(at, "check.assign.array");
    } else if (target.type().isConst()) {
      checker.error(at, "check.assign.const", written.text());
    } else if (target.type().isVoid() || target.type().isFunction()) {
      checker.error(at, "check.assign.value");
    } else if (!target.type().isComplete()) {
      checker.error(at, "check.incomplete", TypeText.of(target.type()));
    } else {
      return (Place) target;
    }
    return null;
  }

  TypedExpression step(Expression.Step step) {
    TypedExpression raw = checker.expressions.raw(step.operand());
    Place target = modifiable(raw, step.operand().span(), step.span());
    if (target == null) {
      return WRONG;
    }
    Type type = target.type().unqualified();
    BinaryOperator operator = step.increment() ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
    if (type.isPointer()) {
      TypedExpression distance =
          checker.operators.pointerSum(
              Fold.whole(type, 0), Fold.whole(Type.INT, 1), false, step.span());
      if (distance.isWrong()) {
        return WRONG;
      }
      return updated(
          new Update(
              type, target, operator, Type.LONG, Fold.convert(distance, Type.LONG), !step.prefix()),
          step.operand().span());
    }
    if (!type.isArithmetic()) {
      return checker.wrong(
          step.span(), "check.operand", step.increment() ? "++" : "--", TypeText.of(type));
    }
    Type computed = type.isInteger() ? Conversions.promotedType(target) : type;
    TypedExpression one = Fold.convert(Fold.whole(Type.INT, 1), computed);
    return updated(
        new Update(type, target, operator, computed, one, !step.prefix()), step.operand().span());
  }

  private TypedExpression updated(Update update, Span at) {
    return update.target().type().isAtomic() ? checker.atomics.update(update, at) : update;
  }
}
