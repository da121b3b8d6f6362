package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Arithmetic;
import org.forkshell.ir.TypedExpression.Negate;
import org.forkshell.ir.TypedExpression.Offset;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.ir.TypedExpression.Whole;

/** Arithmetic and conversions on slots. */
final class OperationGenerator {
  private final Generator generator;

  OperationGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  void arithmetic(Arithmetic e, int slot) {
    TypedExpression left = e.left();
    TypedExpression right = e.right();
    if (left instanceof Whole && !(right instanceof Whole) && isCommutative(e.operator())) {
      left = e.right();
      right = e.left();
    }
    if (right instanceof Whole whole) {
      int a = generator.values.value(left);
      operate(e.operator(), e.type(), slot, a, whole.value());
    } else if (left instanceof Negate negative && e.operator() == BinaryOperator.ADD) {
      // gcc computes -a + b as b - a, also where b changes a.
      int b = generator.values.before(right, negative.operand());
      operate(
          BinaryOperator.SUBTRACT, e.type(), slot, b, generator.values.value(negative.operand()));
    } else if (isCommutative(e.operator()) && isReadLate(left, right)) {
      int b = generator.values.before(right, left);
      operate(e.operator(), e.type(), slot, generator.values.value(left), b);
    } else {
      int a = generator.values.before(left, right);
      operate(e.operator(), e.type(), slot, a, generator.values.value(right));
    }
  }

  static boolean isCommutative(BinaryOperator operator) {
    return switch (operator) {
      case ADD, MULTIPLY, AND, OR, XOR, EQUAL, NOT_EQUAL -> true;
      default -> false;
    };
  }

  /**
   * Of two operands that may change places, gcc puts a plain variable last: {@code g + g++} reads g
   * after the step.
   */
  static boolean isReadLate(TypedExpression left, TypedExpression right) {
    return isVariable(left) && !isVariable(right) && Effects.any(right);
  }

  private static boolean isVariable(TypedExpression e) {
    return (e instanceof TypedExpression.LocalPlace local
            && local.type().is(local.variable().type()))
        || (e instanceof TypedExpression.StaticPlace object
            && object.type().is(object.object().type()));
  }

  /** {@code slot} = a operator a constant. */
  void operate(BinaryOperator operator, Type type, int slot, int a, long constant) {
    if (!type.isFloating()
        && constant == (int) constant
        && immediate(operator, type, slot, a, (int) constant)) {
      return;
    }
    int mark = generator.frame.mark();
    int b = generator.frame.temporary();
    boolean shift = operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT;
    generator.values.into(new Whole(shift ? Type.INT : type, constant), b);
    operate(operator, type, slot, a, b);
    generator.frame.release(mark);
  }

  private boolean immediate(BinaryOperator operator, Type type, int slot, int a, int constant) {
    boolean wide = type.size() == 8;
    boolean unsigned = type.isUnsigned();
    Opcode opcode =
        switch (operator) {
          case ADD, SUBTRACT -> wide ? Opcode.ADDI_L : Opcode.ADDI_W;
          case MULTIPLY -> wide ? Opcode.MULI_L : Opcode.MULI_W;
          case AND -> wide ? null : Opcode.ANDI_W;
          case SHIFT_LEFT -> wide ? null : Opcode.SHLI_W;
          case SHIFT_RIGHT -> wide ? null : unsigned ? Opcode.USHRI_W : Opcode.SHRI_W;
          default -> null;
        };
    if (opcode == null || (operator == BinaryOperator.SUBTRACT && constant == Integer.MIN_VALUE)) {
      return false;
    }
    int operand =
        switch (operator) {
          case SUBTRACT -> -constant;
          case SHIFT_LEFT, SHIFT_RIGHT -> constant & 31;
          default -> constant;
        };
    code().emit(opcode, slot, a, operand);
    return true;
  }

  /** {@code slot} = a operator b, all of one type, except that a shift's b is a word. */
  void operate(BinaryOperator operator, Type type, int slot, int a, int b) {
    Opcode opcode =
        switch (Cell.slotOf(type)) {
          case DOUBLE -> ofDoubles(operator);
          case LONG -> ofLongs(operator, type.isUnsigned());
          default -> ofWords(operator, type.isUnsigned());
        };
    code().emit(opcode, slot, a, b);
    if (type.isFloating() && type.size() == 4) {
      code().emit(Opcode.ROUND_F, slot, slot);
    }
  }

  private static Opcode ofWords(BinaryOperator operator, boolean unsigned) {
    return switch (operator) {
      case ADD -> Opcode.ADD_W;
      case SUBTRACT -> Opcode.SUB_W;
      case MULTIPLY -> Opcode.MUL_W;
      case DIVIDE -> unsigned ? Opcode.UDIV_W : Opcode.DIV_W;
      case REMAINDER -> unsigned ? Opcode.UREM_W : Opcode.REM_W;
      case AND -> Opcode.AND_W;
      case OR -> Opcode.OR_W;
      case XOR -> Opcode.XOR_W;
      case SHIFT_LEFT -> Opcode.SHL_W;
      case SHIFT_RIGHT -> unsigned ? Opcode.USHR_W : Opcode.SHR_W;
      default -> throw new AssertionError(operator);
    };
  }

  private static Opcode ofLongs(BinaryOperator operator, boolean unsigned) {
    return switch (operator) {
      case ADD -> Opcode.ADD_L;
      case SUBTRACT -> Opcode.SUB_L;
      case MULTIPLY -> Opcode.MUL_L;
      case DIVIDE -> unsigned ? Opcode.UDIV_L : Opcode.DIV_L;
      case REMAINDER -> unsigned ? Opcode.UREM_L : Opcode.REM_L;
      case AND -> Opcode.AND_L;
      case OR -> Opcode.OR_L;
      case XOR -> Opcode.XOR_L;
      case SHIFT_LEFT -> Opcode.SHL_L;
      case SHIFT_RIGHT -> unsigned ? Opcode.USHR_L : Opcode.SHR_L;
      default -> throw new AssertionError(operator);
    };
  }

  private static Opcode ofDoubles(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Opcode.ADD_D;
      case SUBTRACT -> Opcode.SUB_D;
      case MULTIPLY -> Opcode.MUL_D;
      case DIVIDE -> Opcode.DIV_D;
      default -> throw new AssertionError(operator);
    };
  }

  void negate(Negate e, int slot) {
    Opcode opcode =
        switch (Cell.slotOf(e.type())) {
          case DOUBLE -> Opcode.NEG_D;
          case LONG -> Opcode.NEG_L;
          default -> Opcode.NEG_W;
        };
    code().emit(opcode, slot, generator.values.value(e.operand()));
  }

  void offset(Offset e, int slot) {
    if (e.index() instanceof Whole whole
        && whole.value() * e.scale() == (int) (whole.value() * e.scale())) {
      int distance = (int) (whole.value() * e.scale());
      code()
          .emit(
              Opcode.ADDI_L,
              slot,
              generator.values.value(e.pointer()),
              e.subtract() ? -distance : distance);
      return;
    }
    int pointer = generator.values.before(e.pointer(), e.index());
    int index = generator.values.value(e.index());
    if (!e.subtract()) {
      scaledSum(slot, pointer, index, e.index().type(), e.scale());
      return;
    }
    int distance = generator.frame.temporary();
    scaled(distance, index, e.index().type(), e.scale());
    code().emit(Opcode.SUB_L, slot, pointer, distance);
  }

  /** {@code slot} = pointer + index * scale. */
  void scaledSum(int slot, int pointer, int index, Type indexType, long scale) {
    if (scale == 4 && indexType.size() == 4 && !indexType.isUnsigned()) {
      code().emit(Opcode.INDEX, slot, pointer, index);
      return;
    }
    int mark = generator.frame.mark();
    int distance = index;
    if (indexType.size() != 8 || scale != 1) {
      distance = generator.frame.temporary();
      scaled(distance, index, indexType, scale);
    }
    code().emit(Opcode.ADD_L, slot, pointer, distance);
    generator.frame.release(mark);
  }

  private void scaled(int slot, int index, Type indexType, long scale) {
    int wide = index;
    if (indexType.size() != 8) {
      code().emit(indexType.isUnsigned() ? Opcode.UEXTEND : Opcode.EXTEND, slot, index);
      wide = slot;
    }
    if (scale != 1) {
      code().emit(Opcode.MULI_L, slot, wide, (int) scale);
    } else {
      generator.move(Type.LONG, slot, wide);
    }
  }

  /**
   * {@code result} = what an update makes of the value that its object had, of the object's type.
   *
   * @param old the slot of that value
   * @param right the slot of the other operand, where that is no constant
   */
  void update(Update update, int result, int old, int right) {
    Type type = update.type();
    Type computed = update.computed();
    int left = old;
    if (Cell.slotOf(type) != Cell.slotOf(computed)) {
      convert(result, old, type, computed);
      left = result;
    }
    if (update.value() instanceof Whole whole) {
      operate(update.operator(), computed, result, left, whole.value());
    } else {
      operate(update.operator(), computed, result, left, right);
    }
    convert(result, result, computed, type);
  }

  /** {@code slot} = what is in {@code from}, converted; both may be the same slot. */
  void convert(int slot, int from, Type type, Type to) {
    if (to.isVoid()) {
      return;
    }
    if (to.isBool()) {
      bool(slot, from, type);
    } else if (type.isFloating()) {
      if (to.isFloating()) {
        if (to.size() < type.size() && to.size() == 4) {
          code().emit(Opcode.ROUND_F, slot, from);
        } else {
          generator.move(Type.DOUBLE, slot, from);
        }
      } else {
        toInteger(slot, from, to);
      }
    } else if (to.isFloating()) {
      toFloating(slot, from, type, to);
    } else if (to.size() == 8) {
      if (type.size() == 8) {
        generator.move(to, slot, from);
      } else {
        code().emit(type.isUnsigned() ? Opcode.UEXTEND : Opcode.EXTEND, slot, from);
      }
    } else if (to.size() == 4) {
      generator.move(to, slot, from);
    } else {
      code().emit(Cell.of(to).get, slot, from);
    }
  }

  private void bool(int slot, int from, Type type) {
    if (type.isBool()) {
      generator.move(type, slot, from);
      return;
    }
    int mark = generator.frame.mark();
    int zero = generator.frame.temporary();
    switch (Cell.slotOf(type)) {
      case DOUBLE -> {
        generator.number(zero, 0);
        code().emit(Opcode.NE_D, slot, from, zero);
      }
      case LONG -> {
        generator.number(zero, 0);
        code().emit(Opcode.NE_L, slot, from, zero);
      }
      default -> {
        code().emit(Opcode.LDI_W, zero, 0);
        code().emit(Opcode.NE_W, slot, from, zero);
      }
    }
    generator.frame.release(mark);
  }

  private void toInteger(int slot, int from, Type to) {
    if (to.size() == 8) {
      code().emit(to.isUnsigned() ? Opcode.D_TO_UL : Opcode.D_TO_L, slot, from);
    } else if (to.size() == 4 && to.isUnsigned()) {
      // As x86-64 does it: to a long word, of which the lower half stays.
      int mark = generator.frame.mark();
      int wide = generator.frame.temporary();
      code().emit(Opcode.D_TO_L, wide, from);
      generator.move(to, slot, wide);
      generator.frame.release(mark);
    } else {
      int mark = generator.frame.mark();
      int word = to.size() == 4 ? slot : generator.frame.temporary();
      code().emit(Opcode.D_TO_W, word, from);
      if (to.size() < 4) {
        code().emit(Cell.of(to).get, slot, word);
      }
      generator.frame.release(mark);
    }
  }

  private void toFloating(int slot, int from, Type type, Type to) {
    int mark = generator.frame.mark();
    int number = slot;
    if (type.size() == 8) {
      code().emit(type.isUnsigned() ? Opcode.UL_TO_D : Opcode.L_TO_D, number, from);
    } else if (type.size() == 4 && type.isUnsigned()) {
      int wide = generator.frame.temporary();
      code().emit(Opcode.UEXTEND, wide, from);
      code().emit(Opcode.L_TO_D, number, wide);
    } else {
      code().emit(Opcode.W_TO_D, number, from);
    }
    if (to.size() == 4) {
      code().emit(Opcode.ROUND_F, slot, number);
    }
    generator.frame.release(mark);
  }
}
