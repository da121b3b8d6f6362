package org.forkshell.codegen;

import org.forkshell.abi.AtomicOperation;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.*;

/** What evaluating an expression does besides giving a value. */
final class Effects {
  /** It changes objects. */
  private static final int CHANGE = 1;

  /** It calls functions, which use the slots of outgoing arguments. */
  private static final int CALL = 2;

  private Effects() {}

  static boolean any(TypedExpression expression) {
    return of(expression) != 0;
  }

  static boolean calls(TypedExpression expression) {
    return (of(expression) & CALL) != 0;
  }

  private static int of(TypedExpression e) {
    if (e instanceof Whole
        || e instanceof LocalPlace
        || e instanceof StaticPlace
        || e instanceof Floating) {
      return 0;
    }
    if (e instanceof Call || e instanceof Allocate || e instanceof Statements) {
      return CALL | CHANGE;
    }
    if (e instanceof Assign assign) {
      return CHANGE | of(assign.target()) | of(assign.value());
    }
    if (e instanceof Update update) {
      return CHANGE | of(update.target()) | of(update.value());
    }
    if (e instanceof Convert convert) {
      return of(convert.operand());
    }
    if (e instanceof AtomicStep atomic) {
      int own = atomic.operation() == AtomicOperation.LOAD ? 0 : CHANGE;
      return own | of(atomic.pointer()) | of(atomic.operand());
    }
    if (e instanceof CompareExchange exchange) {
      return CHANGE | of(exchange.pointer()) | of(exchange.expected()) | of(exchange.desired());
    }
    if (e instanceof Memory memory) {
      return of(memory.pointer());
    }
    if (e instanceof Element element) {
      return of(element.array()) | of(element.index());
    }
    if (e instanceof Arithmetic arithmetic) {
      return of(arithmetic.left()) | of(arithmetic.right());
    }
    if (e instanceof Comparison comparison) {
      return of(comparison.left()) | of(comparison.right());
    }
    if (e instanceof Offset offset) {
      return of(offset.pointer()) | of(offset.index());
    }
    if (e instanceof AddressOf address) {
      return of(address.place());
    }
    return ofOthers(e);
  }

  private static int ofOthers(TypedExpression e) {
    if (e instanceof Logical logical) {
      return of(logical.left()) | of(logical.right());
    }
    if (e instanceof Conditional conditional) {
      return of(conditional.condition()) | of(conditional.then()) | of(conditional.otherwise());
    }
    if (e instanceof Fallback fallback) {
      return of(fallback.condition()) | of(fallback.otherwise());
    }
    if (e instanceof Not not) {
      return of(not.operand());
    }
    if (e instanceof Negate negate) {
      return of(negate.operand());
    }
    if (e instanceof Complement complement) {
      return of(complement.operand());
    }
    if (e instanceof Comma comma) {
      return of(comma.first()) | of(comma.second());
    }
    if (e instanceof BitField field) {
      return of(field.unit());
    }
    if (e instanceof FunctionAddress || e instanceof Wrong) {
      return 0;
    }
    if (e instanceof NextArgument || e instanceof ArgumentsStart) {
      return CHANGE;
    }
    if (e instanceof Compound compound) {
      return CHANGE | of(compound.values());
    }
    if (e instanceof Initialize initialize) {
      int effects = CHANGE | of(initialize.target());
      for (Store store : initialize.stores()) {
        effects |= of(store.value());
      }
      return effects;
    }
    throw new AssertionError(e);
  }
}
