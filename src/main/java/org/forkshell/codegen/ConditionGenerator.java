package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Comma;
import org.forkshell.ir.TypedExpression.Comparison;
import org.forkshell.ir.TypedExpression.Convert;
import org.forkshell.ir.TypedExpression.Logical;
import org.forkshell.ir.TypedExpression.Not;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.ir.TypedStatement.Label;
import org.jspecify.annotations.Nullable;

/** Conditions: as jumps where control depends on them, as 1 or 0 where somebody wants the value. */
final class ConditionGenerator {
  private final Generator generator;

  ConditionGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /** Goes to {@code label} if the condition is what {@code when} says, else falls through. */
  void branch(TypedExpression e, Label label, boolean when) {
    int mark = generator.frame.mark();
    if (Fold.isConstant(e)) {
      if (Fold.isZero(e) != when) {
        code().jump(label);
      }
    } else if (e instanceof Not not) {
      branch(not.operand(), label, !when);
    } else if (e instanceof Logical logical) {
      logical(logical, label, when);
    } else if (e instanceof Comparison comparison) {
      comparison(comparison, label, when);
    } else if (e instanceof Comma comma) {
      generator.values.effect(comma.first());
      branch(comma.second(), label, when);
    } else if (e instanceof Convert convert && convert.type().isBool()) {
      branch(convert.operand(), label, when);
    } else {
      branch(generator.values.value(e), e.type(), label, when);
    }
    generator.frame.release(mark);
  }

  /** Goes to {@code label} if the value in a slot is not zero, or is. */
  void branch(int slot, Type type, Label label, boolean when) {
    switch (Cell.slotOf(type)) {
      case WORD -> code().jump(when ? Opcode.JNZ_W : Opcode.JZ_W, slot, 0, label);
      case LONG -> code().jump(when ? Opcode.JNZ_L : Opcode.JZ_L, slot, 0, label);
      default -> {
        int zero = generator.frame.temporary();
        generator.number(zero, 0);
        code().emit(Opcode.NE_D, zero, slot, zero);
        code().jump(when ? Opcode.JNZ_W : Opcode.JZ_W, zero, 0, label);
      }
    }
  }

  private void logical(Logical logical, Label label, boolean when) {
    if (logical.and() == when) {
      Label over = new Label();
      branch(logical.left(), over, !when);
      branch(logical.right(), label, when);
      code().mark(over);
    } else {
      branch(logical.left(), label, when);
      branch(logical.right(), label, when);
    }
  }

  private void comparison(Comparison e, Label label, boolean when) {
    TypedExpression left = e.left();
    TypedExpression right = e.right();
    BinaryOperator operator = e.operator();
    if (left instanceof Whole && !(right instanceof Whole)) {
      left = e.right();
      right = e.left();
      operator = mirrored(operator);
    }
    Type type = left.type();
    if (type.isFloating()) {
      int truth = generator.frame.temporary();
      comparison(e, truth);
      code().jump(when ? Opcode.JNZ_W : Opcode.JZ_W, truth, 0, label);
      return;
    }
    if (!when) {
      operator = opposite(operator);
    }
    if (right instanceof Whole whole) {
      int a = generator.values.value(left);
      jump(operator, type, a, whole.value(), label);
      return;
    }
    int a;
    int b;
    if (OperationGenerator.isReadLate(left, right)) {
      b = generator.values.before(right, left);
      a = generator.values.value(left);
    } else {
      a = generator.values.before(left, right);
      b = generator.values.value(right);
    }
    jump(operator, type, a, b, label);
  }

  /** Goes to {@code label} if a slot compares so with a constant. */
  void jump(BinaryOperator operator, Type type, int slot, long constant, Label label) {
    boolean wide = type.size() == 8;
    boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    if (constant == 0 && equality) {
      branch(slot, type, label, operator == BinaryOperator.NOT_EQUAL);
      return;
    }
    Opcode immediate = wide || (type.isUnsigned() && !equality) ? null : immediate(operator);
    if (immediate != null) {
      code().jump(immediate, slot, (int) constant, label);
      return;
    }
    int mark = generator.frame.mark();
    int other = generator.frame.temporary();
    generator.values.into(new Whole(type, constant), other);
    jump(operator, type, slot, other, label);
    generator.frame.release(mark);
  }

  private static @Nullable Opcode immediate(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> Opcode.JLTI_W;
      case LESS_EQUAL -> Opcode.JLEI_W;
      case GREATER -> Opcode.JGTI_W;
      case GREATER_EQUAL -> Opcode.JGEI_W;
      case EQUAL -> Opcode.JEQI_W;
      case NOT_EQUAL -> Opcode.JNEI_W;
      default -> null;
    };
  }

  private void jump(BinaryOperator operator, Type type, int a, int b, Label label) {
    boolean wide = type.size() == 8;
    boolean unsigned = type.isUnsigned();
    switch (operator) {
      case EQUAL -> code().jump(wide ? Opcode.JEQ_L : Opcode.JEQ_W, a, b, label);
      case NOT_EQUAL -> code().jump(wide ? Opcode.JNE_L : Opcode.JNE_W, a, b, label);
      case LESS -> code().jump(less(wide, unsigned), a, b, label);
      case GREATER -> code().jump(less(wide, unsigned), b, a, label);
      case LESS_EQUAL -> code().jump(lessOrEqual(wide, unsigned), a, b, label);
      case GREATER_EQUAL -> code().jump(lessOrEqual(wide, unsigned), b, a, label);
      default -> throw new AssertionError(operator);
    }
  }

  private static Opcode less(boolean wide, boolean unsigned) {
    return wide ? unsigned ? Opcode.JULT_L : Opcode.JLT_L : unsigned ? Opcode.JULT_W : Opcode.JLT_W;
  }

  private static Opcode lessOrEqual(boolean wide, boolean unsigned) {
    return wide ? unsigned ? Opcode.JULE_L : Opcode.JLE_L : unsigned ? Opcode.JULE_W : Opcode.JLE_W;
  }

  private static BinaryOperator opposite(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.GREATER_EQUAL;
      case LESS_EQUAL -> BinaryOperator.GREATER;
      case GREATER -> BinaryOperator.LESS_EQUAL;
      case GREATER_EQUAL -> BinaryOperator.LESS;
      case EQUAL -> BinaryOperator.NOT_EQUAL;
      case NOT_EQUAL -> BinaryOperator.EQUAL;
      default -> throw new AssertionError(operator);
    };
  }

  private static BinaryOperator mirrored(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.GREATER;
      case LESS_EQUAL -> BinaryOperator.GREATER_EQUAL;
      case GREATER -> BinaryOperator.LESS;
      case GREATER_EQUAL -> BinaryOperator.LESS_EQUAL;
      default -> operator;
    };
  }

  /** {@code slot} = 1 or 0. */
  void comparison(Comparison e, int slot) {
    TypedExpression left = e.left();
    TypedExpression right = e.right();
    int a;
    int b;
    if (OperationGenerator.isReadLate(left, right)) {
      b = generator.values.before(right, left);
      a = generator.values.value(left);
    } else {
      a = generator.values.before(left, right);
      b = generator.values.value(right);
    }
    boolean swap =
        e.operator() == BinaryOperator.GREATER || e.operator() == BinaryOperator.GREATER_EQUAL;
    BinaryOperator operator = swap ? mirrored(e.operator()) : e.operator();
    Opcode opcode = comparing(operator, Cell.slotOf(left.type()), left.type().isUnsigned());
    code().emit(opcode, slot, swap ? b : a, swap ? a : b);
  }

  private static Opcode comparing(BinaryOperator operator, Cell cell, boolean unsigned) {
    return switch (operator) {
      case EQUAL ->
          cell == Cell.DOUBLE ? Opcode.EQ_D : cell == Cell.LONG ? Opcode.EQ_L : Opcode.EQ_W;
      case NOT_EQUAL ->
          cell == Cell.DOUBLE ? Opcode.NE_D : cell == Cell.LONG ? Opcode.NE_L : Opcode.NE_W;
      case LESS ->
          cell == Cell.DOUBLE
              ? Opcode.LT_D
              : cell == Cell.LONG
                  ? unsigned ? Opcode.ULT_L : Opcode.LT_L
                  : unsigned ? Opcode.ULT_W : Opcode.LT_W;
      case LESS_EQUAL ->
          cell == Cell.DOUBLE
              ? Opcode.LE_D
              : cell == Cell.LONG
                  ? unsigned ? Opcode.ULE_L : Opcode.LE_L
                  : unsigned ? Opcode.ULE_W : Opcode.LE_W;
      default -> throw new AssertionError(operator);
    };
  }
}
