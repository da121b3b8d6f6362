package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.*;
import org.forkshell.ir.TypedStatement.Label;

/**
 * Computes values. {@link #into} writes its target with the last instruction only, after everything
 * was read: the target may be a variable that the expression uses.
 */
final class ValueGenerator {
  private final Generator generator;

  ValueGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /**
   * Computes a scalar and says in which slot it is: perhaps a variable's own, so that changes of it
   * count as long as the value was not used. The common compilers do so too, and textbooks show
   * {@code printf("%d %d", i, i++)}. A call's result is where the next call puts its own.
   */
  int value(TypedExpression e) {
    int direct = generator.places.directSlot(e);
    if (direct != 0) {
      generator.notes.readDirectly(e);
      return direct;
    }
    if (e instanceof Convert convert && isFree(convert)) {
      return value(convert.operand());
    }
    if (e instanceof Call call) {
      generator.calls.call(call);
      return Frame.CALL_RESULT;
    }
    if (e instanceof Assign assign && generator.places.directSlot(assign.target()) != 0) {
      effect(assign);
      return generator.places.directSlot(assign.target());
    }
    if (e instanceof Update update
        && !update.yieldsOld()
        && generator.places.directSlot(update.target()) != 0) {
      effect(update);
      return generator.places.directSlot(update.target());
    }
    if (e instanceof Comma comma) {
      effect(comma.first());
      return value(comma.second());
    }
    if (e instanceof Statements statements) {
      return value(yielded(statements));
    }
    int slot = generator.frame.temporary();
    into(e, slot);
    return slot;
  }

  /** Like {@link #value}, but in a slot that calls leave alone. */
  int kept(TypedExpression e) {
    int slot = value(e);
    return slot == Frame.CALL_RESULT ? copied(e.type(), slot) : slot;
  }

  /** Like {@link #value}, for a value that is used only after {@code next} was computed. */
  int before(TypedExpression e, TypedExpression next) {
    int slot = value(e);
    if (Frame.isTemporary(slot)) {
      return slot;
    }
    boolean safe = Frame.isOutgoing(slot) ? !Effects.calls(next) : isLazy(e) || !Effects.any(next);
    return safe ? slot : copied(e.type(), slot);
  }

  private int copied(Type type, int slot) {
    int copy = generator.frame.temporary();
    generator.move(type, copy, slot);
    return copy;
  }

  /**
   * A variable that gcc keeps in a register: it is read where it is used, not where it is
   * mentioned.
   */
  static boolean isLazy(TypedExpression e) {
    if (e instanceof Assign assign) {
      return isLazy(assign.target());
    }
    if (e instanceof Update update) {
      return !update.yieldsOld() && isLazy(update.target());
    }
    return e instanceof LocalPlace local
        && !local.variable().isAddressTaken()
        && local.offset() == 0
        && local.variable().type().isScalar()
        && Cell.of(local.type()).isDirect();
  }

  /** A conversion that needs no instruction: the same bits, or the lower half of them. */
  private static boolean isFree(Convert convert) {
    Type to = convert.type();
    Type from = convert.operand().type();
    if (!from.isScalar() || to.isBool() || to.isFloating() != from.isFloating()) {
      return false;
    }
    if (to.isFloating()) {
      return to.size() >= from.size();
    }
    return to.isScalar() && to.size() >= 4 && to.size() <= Math.max(4, from.size());
  }

  void into(TypedExpression e, int slot) {
    int mark = generator.frame.mark();
    intoKeeping(e, slot);
    generator.frame.release(mark);
  }

  private void intoKeeping(TypedExpression e, int slot) {
    if (e instanceof Whole whole) {
      whole(whole, slot);
    } else if (e instanceof BitField field) {
      generator.places.loadBits(generator.places.access(field.unit()), field, slot);
    } else if (e instanceof Place place) {
      generator.places.load(generator.places.access(place), place.type(), slot);
    } else if (e instanceof Convert convert) {
      generator.operations.convert(
          slot, value(convert.operand()), convert.operand().type(), convert.type());
    } else if (e instanceof Arithmetic arithmetic) {
      generator.operations.arithmetic(arithmetic, slot);
    } else if (e instanceof Call call) {
      generator.calls.call(call);
      generator.move(call.type(), slot, Frame.CALL_RESULT);
    } else if (e instanceof AddressOf address) {
      generator.places.addressInto(generator.places.access(address.place()), slot);
    } else if (e instanceof Offset offset) {
      generator.operations.offset(offset, slot);
    } else if (e instanceof Comparison comparison) {
      generator.conditions.comparison(comparison, slot);
    } else if (e instanceof Assign || e instanceof Update) {
      generator.assignments.into(e, slot);
    } else {
      rarer(e, slot);
    }
  }

  private void rarer(TypedExpression e, int slot) {
    if (e instanceof Not || e instanceof Logical) {
      truth(e, slot);
    } else if (e instanceof Conditional conditional) {
      Label otherwise = new Label();
      Label end = new Label();
      generator.conditions.branch(conditional.condition(), otherwise, false);
      into(conditional.then(), slot);
      code().jump(end);
      code().mark(otherwise);
      into(conditional.otherwise(), slot);
      code().mark(end);
    } else if (e instanceof Floating floating) {
      generator.number(slot, Double.doubleToRawLongBits(floating.value()));
    } else if (e instanceof FunctionAddress function) {
      code().address(slot, generator.layout.required(function.function()));
    } else if (e instanceof Negate negate) {
      generator.operations.negate(negate, slot);
    } else if (e instanceof Complement complement) {
      Opcode opcode = Cell.slotOf(complement.type()) == Cell.LONG ? Opcode.NOT_L : Opcode.NOT_W;
      code().emit(opcode, slot, value(complement.operand()));
    } else if (e instanceof Comma comma) {
      effect(comma.first());
      into(comma.second(), slot);
    } else if (e instanceof Statements statements) {
      into(yielded(statements), slot);
    } else if (e instanceof Fallback fallback) {
      fallback(fallback, slot);
    } else if (e instanceof AtomicStep atomic) {
      generator.atomics.into(atomic, slot);
    } else if (e instanceof CompareExchange exchange) {
      generator.atomics.into(exchange, slot);
    } else {
      throw new AssertionError(e);
    }
  }

  /** Runs the statements; what is left is the value. */
  private TypedExpression yielded(Statements statements) {
    generator.statements.statement(statements.block());
    if (statements.last() == null) {
      throw new AssertionError("no value");
    }
    return statements.last();
  }

  private void fallback(Fallback fallback, int slot) {
    TypedExpression condition = fallback.condition();
    int found = generator.frame.temporary();
    into(condition, found);
    Label otherwise = new Label();
    Label end = new Label();
    generator.conditions.branch(found, condition.type(), otherwise, false);
    generator.operations.convert(slot, found, condition.type(), fallback.type());
    code().jump(end);
    code().mark(otherwise);
    into(fallback.otherwise(), slot);
    code().mark(end);
  }

  private void whole(Whole whole, int slot) {
    if (Cell.slotOf(whole.type()) == Cell.WORD) {
      code().emit(Opcode.LDI_W, slot, (int) whole.value());
    } else {
      generator.number(slot, whole.value());
    }
  }

  /** 1 or 0, by jumps. */
  private void truth(TypedExpression e, int slot) {
    Label no = new Label();
    Label end = new Label();
    generator.conditions.branch(e, no, false);
    code().emit(Opcode.LDI_W, slot, 1);
    code().jump(end);
    code().mark(no);
    code().emit(Opcode.LDI_W, slot, 0);
    code().mark(end);
  }

  /** Evaluates an expression whose value nobody wants. */
  void effect(TypedExpression e) {
    int mark = generator.frame.mark();
    if (e instanceof Call call) {
      generator.calls.call(generator.layout.unused(call));
    } else if (e instanceof Statements statements) {
      generator.statements.statement(statements.block());
      if (statements.last() != null) {
        effect(statements.last());
      }
    } else if (e instanceof Assign || e instanceof Update) {
      generator.assignments.effect(e);
    } else if (e instanceof AtomicStep atomic && Effects.any(e)) {
      generator.atomics.effect(atomic);
    } else if (e instanceof Initialize initialize) {
      generator.assignments.initialize(initialize);
    } else if (e instanceof Convert convert) {
      effect(convert.operand());
    } else if (e instanceof Comma comma) {
      effect(comma.first());
      effect(comma.second());
    } else if (e instanceof Conditional conditional) {
      Label otherwise = new Label();
      Label end = new Label();
      generator.conditions.branch(conditional.condition(), otherwise, false);
      choice(conditional.then());
      code().jump(end);
      code().mark(otherwise);
      choice(conditional.otherwise());
      code().mark(end);
    } else if (e instanceof Logical logical) {
      Label end = new Label();
      generator.conditions.branch(logical.left(), end, !logical.and());
      choice(logical.right());
      code().mark(end);
    } else if (e instanceof ArgumentsStart start) {
      int first = generator.frame.temporary();
      code().emit(Opcode.LEA, first, Frame.RESULT + 8 * start.slots());
      generator.places.store(generator.places.access(start.list()), Type.CHAR_POINTER, first);
    } else if (e instanceof Allocate allocate) {
      generator.calls.allocate(allocate);
    } else if (Effects.any(e)) {
      ignored(e);
    }
    generator.frame.release(mark);
  }

  /** One of two ways to a value that nobody wants; gcc does not notice that of a call in it. */
  private void choice(TypedExpression e) {
    if (e instanceof Call call) {
      generator.calls.call(call);
    } else {
      effect(e);
    }
  }

  private void ignored(TypedExpression e) {
    if (e.type().isScalar()) {
      value(e);
    } else if (e instanceof Memory memory) {
      effect(memory.pointer());
    } else if (e.type().isRecord()) {
      record(e);
    } else if (e instanceof Place place) {
      generator.places.access(place);
    } else {
      throw new AssertionError(e);
    }
  }

  /** Where a structure is that an expression gives. */
  Access record(TypedExpression e) {
    if (e instanceof Place place) {
      return generator.places.access(place);
    }
    if (e instanceof Call call && call.result() != null) {
      generator.calls.call(call);
      return Access.frame(generator.frame.offset(call.result()));
    }
    if (e instanceof Assign assign) {
      Access from = record(assign.value());
      Access to = generator.places.access(assign.target());
      generator.places.copy(to, from, assign.type().size());
      return to;
    }
    if (e instanceof AtomicStep atomic) {
      return generator.atomics.record(atomic);
    }
    if (e instanceof Comma comma) {
      effect(comma.first());
      return record(comma.second());
    }
    if (e instanceof Statements statements) {
      return record(yielded(statements));
    }
    if (e instanceof Conditional conditional) {
      int pointer = generator.frame.temporary();
      Label otherwise = new Label();
      Label end = new Label();
      generator.conditions.branch(conditional.condition(), otherwise, false);
      recordAddress(conditional.then(), pointer);
      code().jump(end);
      code().mark(otherwise);
      recordAddress(conditional.otherwise(), pointer);
      code().mark(end);
      return Access.pointer(pointer, 0);
    }
    throw new AssertionError(e);
  }

  private void recordAddress(TypedExpression e, int slot) {
    int mark = generator.frame.mark();
    generator.places.addressInto(record(e), slot);
    generator.frame.release(mark);
  }
}
