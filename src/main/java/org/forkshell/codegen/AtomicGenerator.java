package org.forkshell.codegen;

import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.Opcode;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AtomicStep;
import org.forkshell.ir.TypedExpression.CompareExchange;
import org.forkshell.ir.TypedExpression.CompareExchange.Answer;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.ir.TypedStatement.Label;

/**
 * Steps on objects that others may use at the same time. The instructions for them know bits only:
 * those of a float, which is a double in a slot, and of a small structure are put there and taken
 * from there here.
 */
final class AtomicGenerator {
  private final Generator generator;

  AtomicGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  void into(AtomicStep e, int slot) {
    Type type = e.type();
    int bits = generator.frame.temporary();
    int operand = generator.frame.temporary();
    step(e, bits, operand);
    if (e.yieldsOld()) {
      value(bits, type, slot);
    } else if (e.operation() == AtomicOperation.EXCHANGE) {
      generator.move(type, slot, operand);
    } else {
      again(e.operation(), type, bits, operand);
      value(bits, type, slot);
    }
  }

  /** A step whose value nobody wants. */
  void effect(AtomicStep e) {
    step(e, generator.frame.temporary(), generator.frame.temporary());
  }

  /** Where a structure is that a step gives. */
  Access record(AtomicStep e) {
    int bits = generator.frame.temporary();
    int operand = generator.frame.temporary();
    step(e, bits, operand);
    // Not in a temporary: parts of it are asked for.
    Access copy = Access.frame(generator.frame.offset(Symbol.Local.hidden(e.type())));
    generator.places.store(copy, bitsOf(e.type()), e.yieldsOld() ? bits : operand);
    return copy;
  }

  /** What is left in {@code bits} is what the object was, in {@code operand} the operand. */
  private void step(AtomicStep e, int bits, int operand) {
    Type type = e.type();
    int address = generator.frame.temporary();
    generator.values.into(e.pointer(), address);
    if (e.operation() != AtomicOperation.LOAD) {
      if (type.isRecord()) {
        bits(e.operand(), type, operand);
        generator.move(bitsOf(type), bits, operand);
      } else {
        generator.values.into(e.operand(), operand);
        bits(operand, type, bits);
      }
    }
    boolean writes = e.operation() != AtomicOperation.LOAD;
    generator.notes.atomic(address, type.size(), writes);
    if (writes) {
      generator.notes.releases(address);
    }
    code().emit(Opcode.CHANGE, bits, address, e.operation().on(type.size()));
    boolean isStore = e.operation() == AtomicOperation.EXCHANGE && !e.yieldsOld();
    if (!isStore) {
      generator.notes.acquires(address);
    }
  }

  /** What the step has made of the object: computed once more, from what it was. */
  private void again(AtomicOperation operation, Type type, int bits, int operand) {
    Type computed = type.size() == 8 ? Type.LONG : Type.INT;
    generator.operations.operate(operator(operation), computed, bits, bits, operand);
    if (operation == AtomicOperation.NAND) {
      code().emit(type.size() == 8 ? Opcode.NOT_L : Opcode.NOT_W, bits, bits);
    }
  }

  private static BinaryOperator operator(AtomicOperation operation) {
    return switch (operation) {
      case ADD -> BinaryOperator.ADD;
      case SUBTRACT -> BinaryOperator.SUBTRACT;
      case AND, NAND -> BinaryOperator.AND;
      case OR -> BinaryOperator.OR;
      case XOR -> BinaryOperator.XOR;
      case LOAD, EXCHANGE -> throw new AssertionError(operation);
    };
  }

  void into(CompareExchange e, int slot) {
    Type of = e.of();
    Type raw = bitsOf(of);
    int address = generator.frame.temporary();
    generator.values.into(e.pointer(), address);
    int expected = generator.frame.temporary();
    generator.values.into(e.expected(), expected);
    int desired = generator.frame.temporary();
    bits(e.desired(), of, desired);
    Access wanted = Access.pointer(expected, 0);
    boolean isPointer = e.answer() == Answer.SUCCESS_OR_FOUND;
    int before = generator.frame.temporary();
    if (isPointer) {
      generator.places.load(wanted, raw, before);
    } else {
      generator.operations.convert(before, expected, of, raw);
    }
    int found = generator.frame.temporary();
    generator.move(raw, found, before);
    generator.notes.atomic(address, of.size(), true);
    generator.notes.releases(address);
    code().emit(swap(of), found, address, desired);
    generator.notes.acquires(address);
    if (e.answer() == Answer.FOUND) {
      value(found, of, slot);
      return;
    }
    int success = generator.frame.temporary();
    equal(raw, success, found, before);
    if (isPointer) {
      Label same = new Label();
      code().jump(Opcode.JNZ_W, success, 0, same);
      generator.places.store(wanted, raw, found);
      code().mark(same);
    }
    generator.move(Type.INT, slot, success);
  }

  /**
   * An operation that is no step of the machine: it is tried until nobody has come between (C11
   * 6.5.16.2 p3).
   *
   * @return the slot of the value
   */
  int update(Update update) {
    Type type = update.type();
    Type raw = bitsOf(type);
    TypedExpression value = update.value();
    int right = generator.frame.temporary();
    if (!(value instanceof Whole)) {
      generator.values.into(value, right);
    }
    int address = generator.frame.temporary();
    generator.places.addressInto(generator.places.access(update.target()), address);
    int before = generator.frame.temporary();
    generator.notes.atomic(address, type.size(), true);
    generator.notes.releases(address);
    code().emit(Opcode.CHANGE, before, address, AtomicOperation.LOAD.on(type.size()));
    int old = generator.frame.temporary();
    int result = generator.frame.temporary();
    int found = generator.frame.temporary();
    int fresh = generator.frame.temporary();
    Label again = new Label();
    code().mark(again);
    value(before, type, old);
    generator.operations.update(update, result, old, right);
    bits(result, type, fresh);
    generator.move(raw, found, before);
    code().emit(swap(type), found, address, fresh);
    equal(raw, fresh, found, before);
    generator.move(raw, before, found);
    code().jump(Opcode.JZ_W, fresh, 0, again);
    generator.notes.acquires(address);
    return update.yieldsOld() ? old : result;
  }

  private void equal(Type raw, int slot, int a, int b) {
    code().emit(raw.size() == 8 ? Opcode.EQ_L : Opcode.EQ_W, slot, a, b);
  }

  private static Opcode swap(Type type) {
    return switch ((int) type.size()) {
      case 1 -> Opcode.SWAP_B;
      case 2 -> Opcode.SWAP_H;
      case 4 -> Opcode.SWAP_W;
      case 8 -> Opcode.SWAP_L;
      default -> throw new AssertionError(type);
    };
  }

  /** The type of the bits of an object. */
  private static Type bitsOf(Type type) {
    return switch ((int) type.size()) {
      case 1 -> Type.of(BasicType.SIGNED_CHAR, false);
      case 2 -> Type.of(BasicType.SHORT, false);
      case 4 -> Type.INT;
      case 8 -> Type.LONG;
      default -> throw new AssertionError(type);
    };
  }

  private void bits(TypedExpression value, Type type, int slot) {
    if (type.isRecord()) {
      int mark = generator.frame.mark();
      generator.places.load(generator.values.record(value), bitsOf(type), slot);
      generator.frame.release(mark);
    } else {
      generator.values.into(value, slot);
      bits(slot, type, slot);
    }
  }

  /** The bits of the value in {@code from}. */
  private void bits(int from, Type type, int slot) {
    if (type.isFloating() && type.size() == 4) {
      code().emit(Opcode.PUT_F, slot, from);
    } else {
      generator.move(type, slot, from);
    }
  }

  /** The value of which these are the bits. */
  private void value(int bits, Type type, int slot) {
    if (type.size() == 8) {
      generator.move(type, slot, bits);
    } else {
      code().emit(Cell.of(type).get, slot, bits);
    }
  }
}
