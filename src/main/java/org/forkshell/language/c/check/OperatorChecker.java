package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/** Operators: what they take, what they convert, what they give (C11 6.5.3 to 6.5.17). */
final class OperatorChecker {
  private final Checker checker;

  OperatorChecker(Checker checker) {
    this.checker = checker;
  }

  TypedExpression binary(Expression.Binary binary) {
    BinaryOperator operator = binary.operator();
    if (operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR) {
      TypedExpression left = checker.expressions.condition(binary.left());
      TypedExpression right = checker.expressions.condition(binary.right());
      return left.isWrong() || right.isWrong()
          ? WRONG
          : Fold.logical(operator == BinaryOperator.LOGICAL_AND, left, right);
    }
    TypedExpression left = checker.expressions.used(binary.left());
    TypedExpression right = checker.expressions.used(binary.right());
    if (left.isWrong() || right.isWrong()) {
      return WRONG;
    }
    return switch (operator) {
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> {
        checker.doubts.comparison(binary);
        yield comparison(binary, left, right);
      }
      default -> arithmetic(operator, left, right, binary);
    };
  }

  private TypedExpression arithmetic(
      BinaryOperator operator,
      TypedExpression left,
      TypedExpression right,
      Expression.Binary binary) {
    Type a = left.type();
    Type b = right.type();
    if (operator == BinaryOperator.ADD && a.isPointer() && b.isInteger()) {
      return pointerSum(left, right, false, binary.at());
    }
    if (operator == BinaryOperator.ADD && a.isInteger() && b.isPointer()) {
      return pointerSum(right, left, false, binary.at());
    }
    if (operator == BinaryOperator.SUBTRACT && a.isPointer() && b.isInteger()) {
      return pointerSum(left, right, true, binary.at());
    }
    if (operator == BinaryOperator.SUBTRACT && a.isPointer() && b.isPointer()) {
      return difference(left, right, binary.at());
    }
    if (!fits(operator, a, b)) {
      return checker.wrong(
          binary.at(), "check.operands", sign(operator), TypeText.of(a), TypeText.of(b));
    }
    warnings(operator, left, right, binary.right().span());
    if (isShift(operator)) {
      TypedExpression value = Conversions.promoted(left);
      return Fold.arithmetic(value.type().unqualified(), operator, value, count(right));
    }
    Type type = common(left, right);
    return Fold.arithmetic(type, operator, Fold.convert(left, type), Fold.convert(right, type));
  }

  /** The type both operands are converted to; a narrow bit-field counts as an int. */
  static Type common(TypedExpression left, TypedExpression right) {
    Type a = left.type().isInteger() ? Conversions.promotedType(left) : left.type();
    Type b = right.type().isInteger() ? Conversions.promotedType(right) : right.type();
    return TypeRules.common(a, b);
  }

  static boolean fits(BinaryOperator operator, Type a, Type b) {
    return switch (operator) {
      case MULTIPLY, DIVIDE, ADD, SUBTRACT -> a.isArithmetic() && b.isArithmetic();
      default -> a.isInteger() && b.isInteger();
    };
  }

  static boolean isShift(BinaryOperator operator) {
    return operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT;
  }

  static TypedExpression count(TypedExpression right) {
    return Fold.convert(right, Type.INT);
  }

  void warnings(BinaryOperator operator, TypedExpression left, TypedExpression right, Span at) {
    if (!(right instanceof Whole whole)) {
      return;
    }
    if ((operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER)
        && whole.value() == 0
        && left.type().isInteger()) {
      checker.warning(at, "check.division.zero");
    } else if (isShift(operator)
        && (whole.value() < 0 || whole.value() >= 8 * Conversions.promotedType(left).size())) {
      checker.warning(
          at, "check.shift.count", whole.value(), TypeText.of(Conversions.promotedType(left)));
    }
  }

  /** {@code pointer + index} or {@code pointer - index}, in elements. */
  TypedExpression pointerSum(
      TypedExpression pointer, TypedExpression index, boolean subtract, Span at) {
    Type type = pointer.type().unqualified();
    Type target = type.target();
    if (!target.isComplete() && !target.isVoid() && !target.isFunction()) {
      return checker.wrong(at, "check.incomplete.pointer", TypeText.of(target));
    }
    TypedExpression promoted = Conversions.promoted(index);
    if (target instanceof Type.VariableArray) {
      TypedExpression bytes =
          Fold.arithmetic(
              Type.LONG,
              BinaryOperator.MULTIPLY,
              Fold.convert(promoted, Type.LONG),
              Fold.convert(TypeChecker.sizeOf(target), Type.LONG));
      return Fold.offset(type, pointer, bytes, 1, subtract);
    }
    return Fold.offset(type, pointer, promoted, target.size(), subtract);
  }

  private TypedExpression difference(TypedExpression left, TypedExpression right, Span at) {
    Type target = left.type().target();
    if (!TypeRules.compatible(target.unqualified(), right.type().target().unqualified())) {
      return checker.wrong(
          at, "check.operands", "-", TypeText.of(left.type()), TypeText.of(right.type()));
    }
    if (!target.isComplete() && !target.isVoid() && !target.isFunction()) {
      return checker.wrong(at, "check.incomplete.pointer", TypeText.of(target));
    }
    TypedExpression bytes =
        Fold.arithmetic(
            Type.LONG,
            BinaryOperator.SUBTRACT,
            Fold.convert(left, Type.LONG),
            Fold.convert(right, Type.LONG));
    TypedExpression size = Fold.convert(TypeChecker.sizeOf(target), Type.LONG);
    return size instanceof Whole whole && whole.value() <= 1
        ? bytes
        : Fold.arithmetic(Type.LONG, BinaryOperator.DIVIDE, bytes, size);
  }

  private TypedExpression comparison(
      Expression.Binary binary, TypedExpression left, TypedExpression right) {
    BinaryOperator operator = binary.operator();
    Span at = binary.at();
    Type a = left.type();
    Type b = right.type();
    if (a.isArithmetic() && b.isArithmetic()) {
      Type type = common(left, right);
      return Fold.comparison(operator, Fold.convert(left, type), Fold.convert(right, type));
    }
    boolean comparable =
        (a.isPointer() && (b.isPointer() || b.isInteger())) || (b.isPointer() && a.isInteger());
    if (!comparable) {
      return checker.wrong(at, "check.operands", sign(operator), TypeText.of(a), TypeText.of(b));
    }
    if (a.isPointer() && b.isPointer()) {
      Type p = a.target().unqualified();
      Type q = b.target().unqualified();
      if (!TypeRules.compatible(p, q) && !p.isVoid() && !q.isVoid()) {
        checker.warning(at, "check.compare.pointers", TypeText.of(a), TypeText.of(b));
      }
    } else if (!checker.doubts.functionCompared(binary, left, right)
        && !Conversions.isNull(left)
        && !Conversions.isNull(right)) {
      checker.warning(at, "check.compare.pointer.int", TypeText.of(a), TypeText.of(b));
    }
    Type type = Type.VOID_POINTER;
    return Fold.comparison(operator, Fold.convert(left, type), Fold.convert(right, type));
  }

  TypedExpression unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case ADDRESS -> address(unary);
      case INDIRECTION -> indirection(unary);
      case NOT -> {
        TypedExpression operand = checker.expressions.condition(unary.operand());
        yield operand.isWrong() ? WRONG : Fold.not(operand);
      }
      case PLUS, MINUS, COMPLEMENT -> sign(unary);
    };
  }

  private TypedExpression sign(Expression.Unary unary) {
    TypedExpression operand = checker.expressions.used(unary.operand());
    if (operand.isWrong()) {
      return WRONG;
    }
    boolean complement = unary.operator() == Expression.UnaryOperator.COMPLEMENT;
    Type type = operand.type();
    if (complement ? !type.isInteger() : !type.isArithmetic()) {
      String sign =
          complement ? "~" : unary.operator() == Expression.UnaryOperator.MINUS ? "-" : "+";
      return checker.wrong(unary.span(), "check.operand", sign, TypeText.of(type));
    }
    TypedExpression promoted = type.isInteger() ? Conversions.promoted(operand) : operand;
    if (complement) {
      return Fold.complement(promoted);
    }
    if (unary.operator() == Expression.UnaryOperator.MINUS) {
      return Fold.negate(promoted);
    }
    return promoted instanceof Place
        ? new TypedExpression.Convert(promoted.type().unqualified(), promoted)
        : promoted;
  }

  private TypedExpression address(Expression.Unary unary) {
    TypedExpression operand = checker.expressions.raw(unary.operand());
    Span sign =
        new Span(
            unary.span().source(),
            unary.span().start(),
            Math.min(unary.span().start() + 1, unary.span().end()));
    if (operand.isWrong()) {
      return WRONG;
    }
    if (operand instanceof TypedExpression.FunctionAddress) {
      return checker.conversions.decayed(operand);
    }
    if (operand instanceof TypedExpression.BitField) {
      return checker.wrong(sign, "check.bits.address");
    }
    if (operand instanceof Place place) {
      Conversions.takeAddress(place);
      return Fold.addressOf(Type.pointerTo(place.type()), place);
    }
    return checker.wrong(sign, "check.address");
  }

  private TypedExpression indirection(Expression.Unary unary) {
    TypedExpression pointer = checker.expressions.used(unary.operand());
    if (pointer.isWrong()) {
      return WRONG;
    }
    if (!pointer.type().isPointer()) {
      return checker.wrong(unary.span(), "check.indirection", TypeText.of(pointer.type()));
    }
    if (pointer instanceof TypedExpression.FunctionAddress function) {
      return new TypedExpression.FunctionAddress(pointer.type().target(), function.function());
    }
    return Fold.target(pointer.type().target(), pointer);
  }

  TypedExpression conditional(Expression.Conditional conditional) {
    TypedExpression condition = checker.expressions.condition(conditional.condition());
    TypedExpression then =
        conditional.then() == null ? condition : checker.expressions.value(conditional.then());
    TypedExpression otherwise = checker.expressions.value(conditional.otherwise());
    if (condition.isWrong() || then.isWrong() || otherwise.isWrong()) {
      return WRONG;
    }
    Type type = conditionalType(then, otherwise, conditional.span());
    if (type.isErroneous()) {
      return WRONG;
    }
    boolean converts = type.isScalar();
    TypedExpression b = converts ? Fold.convert(otherwise, type) : otherwise;
    if (conditional.then() == null) {
      if (!(condition instanceof Whole whole)) {
        return new TypedExpression.Fallback(type, condition, b);
      }
      return whole.value() != 0 ? Fold.convert(whole, type) : b;
    }
    TypedExpression a = converts ? Fold.convert(then, type) : then;
    if (Fold.isConstant(condition) && Fold.isConstant(a) && Fold.isConstant(b)) {
      return Fold.isZero(condition) ? b : a;
    }
    return new TypedExpression.Conditional(type, condition, a, b);
  }

  private Type conditionalType(TypedExpression then, TypedExpression otherwise, Span at) {
    Type a = then.type().unqualified();
    Type b = otherwise.type().unqualified();
    if (a.isArithmetic() && b.isArithmetic()) {
      return common(then, otherwise);
    }
    if (a.isVoid() || b.isVoid()) {
      return Type.VOID;
    }
    if (a.isPointer() && b.isPointer()) {
      return commonPointer(then, otherwise, at);
    }
    if (a.isPointer() && b.isInteger() || a.isInteger() && b.isPointer()) {
      boolean nullAndPointer = Conversions.isNull(a.isPointer() ? otherwise : then);
      if (!nullAndPointer) {
        checker.warning(at, "check.conditional.pointer.int", TypeText.of(a), TypeText.of(b));
      }
      return a.isPointer() ? a : b;
    }
    if (a instanceof Type.Record r
        && b instanceof Type.Record s
        && r.definition() == s.definition()) {
      return a;
    }
    return checker.wrong(at, "check.conditional", TypeText.of(a), TypeText.of(b)).type();
  }

  private Type commonPointer(TypedExpression then, TypedExpression otherwise, Span at) {
    Type p = then.type().target();
    Type q = otherwise.type().target();
    boolean constant = p.isConst() || q.isConst();
    if (Conversions.isNull(then)) {
      return Type.pointerTo(q);
    }
    if (Conversions.isNull(otherwise)) {
      return Type.pointerTo(p);
    }
    if (p.isVoid() || q.isVoid()) {
      return Type.pointerTo(Type.VOID.withConst(constant));
    }
    if (!TypeRules.compatible(p.unqualified(), q.unqualified())) {
      checker.warning(
          at,
          "check.conditional.pointers",
          TypeText.of(then.type()),
          TypeText.of(otherwise.type()));
      return Type.VOID_POINTER;
    }
    return Type.pointerTo(p.withConst(constant));
  }

  TypedExpression cast(Expression.Cast cast) {
    Type type = checker.types.type(cast.type()).unqualified();
    TypedExpression operand = checker.expressions.value(cast.operand());
    if (operand.isWrong() || type.isErroneous()) {
      return WRONG;
    }
    Type from = operand.type();
    if (type.isVoid()) {
      return new TypedExpression.Convert(type, operand);
    }
    boolean possible =
        type.isScalar()
            && from.isScalar()
            && !(type.isPointer() && from.isFloating())
            && !(type.isFloating() && from.isPointer());
    if (!possible) {
      return from.isVoid()
          ? checker.wrong(cast.operand().span(), "check.void.value")
          : checker.wrong(cast.span(), "check.cast", TypeText.of(from), TypeText.of(type));
    }
    TypedExpression converted = Fold.convert(operand, type);
    return converted instanceof Place ? new TypedExpression.Convert(type, converted) : converted;
  }

  static String sign(BinaryOperator operator) {
    return switch (operator) {
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case REMAINDER -> "%";
      case ADD -> "+";
      case SUBTRACT -> "-";
      case SHIFT_LEFT -> "<<";
      case SHIFT_RIGHT -> ">>";
      case LESS -> "<";
      case LESS_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_EQUAL -> ">=";
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
      case AND -> "&";
      case XOR -> "^";
      case OR -> "|";
      case LOGICAL_AND -> "&&";
      case LOGICAL_OR -> "||";
    };
  }
}
