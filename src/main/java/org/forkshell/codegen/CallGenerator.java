package org.forkshell.codegen;

import java.util.List;
import org.forkshell.abi.AsyncSignalSafety;
import org.forkshell.abi.Opcode;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Realm;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Local;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Allocate;
import org.forkshell.ir.TypedExpression.Call;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.ir.TypedStatement;
import org.jspecify.annotations.Nullable;

/**
 * Calls. Arguments are computed from the last to the first, as gcc does on x86-64; those that may
 * change before the call is made, and variables that gcc reads late, are put into their slots last.
 */
final class CallGenerator {
  /** The stack that Linux gives a process, unless told otherwise. */
  private static final long STACK = 8 << 20;

  /** So many arguments x86-64 passes in registers. */
  private static final int REGISTERS = 6;

  private final Generator generator;
  private @Nullable Local status;

  CallGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /**
   * Makes a call; a scalar result is in {@link Frame#CALL_RESULT} then, a structure in the call's
   * own object.
   */
  void call(Call call) {
    int mark = generator.frame.mark();
    int pointer = 0;
    TypedExpression function = call.pointer();
    if (function != null) {
      pointer = generator.values.kept(function);
      if (!Frame.isTemporary(pointer) && anyEffects(call.arguments())) {
        int copy = generator.frame.temporary();
        generator.move(function.type(), copy, pointer);
        pointer = copy;
      }
    }
    Symbol.Function known =
        call.function() == null ? null : generator.layout.target(call.function());
    boolean isOrdering = known != null && AccessNotes.isOrdering(known.nativeFunction());
    if (isOrdering && !generator.findsRaces) {
      generator.frame.release(mark);
      return;
    }
    boolean system = known != null && known.systemCall() >= 0;
    boolean unsafe = known != null && isUnsafe(known);
    arguments(call, system);
    if (known != null && known.isBuiltIn() && call.named() == Call.UNSPECIFIED) {
      missingArguments(call, known);
    }
    if (call.result() != null) {
      code().emit(Opcode.LEA, Frame.outgoing(0), generator.frame.offset(call.result()));
    }
    code().at(call.span());
    if (known == null) {
      code().emitFramed(Opcode.CALLR, pointer);
    } else if (system) {
      code().emitFramed(Opcode.SYSTEM, known.systemCall(), unsafe ? 1 : 0);
    } else if (isOrdering) {
      generator.notes.orders(known.nativeFunction());
    } else if (known.nativeFunction() >= 0) {
      generator.notes.calls(known.nativeFunction());
      code().emitFramed(Opcode.NATIVE, known.nativeFunction(), unsafe ? 1 : 0);
    } else {
      code().call(unsafe ? Opcode.CALLU : Opcode.CALL, known);
    }
    generator.frame.release(mark);
    if (status != null && (call.type().isInteger() || call.type().isPointer())) {
      code().emit(Opcode.MOV_W, generator.frame.offset(status), Frame.CALL_RESULT);
    }
  }

  /** Whether the program's own code calls what is none of its functions and not safe. */
  private boolean isUnsafe(Symbol.Function known) {
    return generator.isOwn
        && (known.isBuiltIn() || known.realm() == Realm.LIBRARY)
        && !AsyncSignalSafety.isSafe(known.name());
  }

  /**
   * Sets where the result of every call is noted from now on: what {@code void main} leaves behind
   * for its caller, as eax would; null for nowhere.
   */
  void note(@Nullable Local results) {
    status = results;
  }

  /** {@code pid_t wait();} lets a program call {@code wait()}: what it does not give is 0. */
  private void missingArguments(Call call, Symbol.Function function) {
    int count = function.parameters().size();
    generator.frame.reserve(Math.max(1, count));
    for (int i = call.arguments().size(); i < count; i++) {
      generator.number(Frame.outgoing(i), 0);
    }
  }

  private static boolean anyEffects(List<TypedExpression> expressions) {
    for (TypedExpression expression : expressions) {
      if (Effects.any(expression)) {
        return true;
      }
    }
    return false;
  }

  private void arguments(Call call, boolean system) {
    List<TypedExpression> arguments = call.arguments();
    int count = arguments.size();
    int[] slots = new int[count];
    int next = call.result() == null ? 0 : 1;
    for (int i = 0; i < count; i++) {
      slots[i] = next;
      next += arguments.get(i).type().slots();
    }
    // A function that gets fewer arguments than it has parameters may still write to those.
    generator.frame.reserve(Math.max(call.named() == Call.UNSPECIFIED ? REGISTERS : 1, next));

    // Whether an argument to the left, which is computed later, changes something or calls
    // somebody.
    boolean[] changes = new boolean[count + 1];
    boolean[] calls = new boolean[count + 1];
    for (int i = 0; i < count; i++) {
      changes[i + 1] = changes[i] || Effects.any(arguments.get(i));
      calls[i + 1] = calls[i] || Effects.calls(arguments.get(i));
    }
    int[] waiting = new int[count];
    TypedExpression[] values = arguments.toArray(new TypedExpression[0]);
    for (int i = count - 1; i >= 0; i--) {
      TypedExpression argument = values[i];
      boolean wide = system || i >= call.named();
      boolean late =
          Fold.isConstant(argument) || argument.type().isRecord() && !Effects.any(argument);
      if (changes[i] && (late || ValueGenerator.isLazy(argument))) {
        values[i] = changed(argument);
        waiting[i] = LATE;
      } else if (calls[i]) {
        waiting[i] = argument.type().isRecord() ? recordAddress(argument) : computed(argument);
      } else {
        pass(argument, Frame.outgoing(slots[i]), wide, system);
      }
    }
    for (int i = 0; i < count; i++) {
      if (waiting[i] == LATE) {
        pass(values[i], Frame.outgoing(slots[i]), system || i >= call.named(), system);
      } else if (waiting[i] != 0) {
        passComputed(
            arguments.get(i).type(),
            waiting[i],
            Frame.outgoing(slots[i]),
            system || i >= call.named(),
            system);
      }
    }
  }

  private static final int LATE = -1;

  /** Of {@code ++i} the step is made now, and the variable read when the call is made. */
  private TypedExpression changed(TypedExpression argument) {
    if (argument instanceof TypedExpression.Update update && !update.type().isRecord()) {
      generator.values.effect(update);
      return update.target();
    }
    if (argument instanceof TypedExpression.Assign assign && !assign.type().isRecord()) {
      generator.values.effect(assign);
      return assign.target();
    }
    return argument;
  }

  private int computed(TypedExpression argument) {
    int slot = generator.frame.temporary();
    generator.values.into(argument, slot);
    return slot;
  }

  private int recordAddress(TypedExpression argument) {
    int slot = generator.frame.temporary();
    int mark = generator.frame.mark();
    generator.places.addressInto(generator.values.record(argument), slot);
    generator.frame.release(mark);
    return slot;
  }

  /**
   * Computes an argument into its slot.
   *
   * @param wide whether a word fills the slot: where nothing says what type the function expects,
   *     {@code %ld} may read an int, and finds zeros above it, as in a register of x86-64
   * @param signed whether it fills it with its sign, as system calls want it
   */
  private void pass(TypedExpression argument, int slot, boolean wide, boolean signed) {
    int mark = generator.frame.mark();
    if (argument.type().isRecord()) {
      Access from = generator.values.record(argument);
      generator.places.copy(Access.frame(slot), from, argument.type().size());
    } else if (wide && Cell.slotOf(argument.type()) == Cell.WORD) {
      if (argument instanceof Whole whole) {
        generator.number(
            slot,
            signed && !whole.type().isUnsigned()
                ? (int) whole.value()
                : whole.value() & 0xffff_ffffL);
      } else {
        passComputed(argument.type(), generator.values.value(argument), slot, true, signed);
      }
    } else {
      generator.values.into(argument, slot);
    }
    generator.frame.release(mark);
  }

  private void passComputed(Type type, int from, int slot, boolean wide, boolean signed) {
    if (type.isRecord()) {
      generator.places.copy(Access.frame(slot), Access.pointer(from, 0), type.size());
    } else if (wide && Cell.slotOf(type) == Cell.WORD) {
      code().emit(signed && !type.isUnsigned() ? Opcode.EXTEND : Opcode.UEXTEND, slot, from);
    } else {
      generator.move(type, slot, from);
    }
  }

  /** An array of variable length: what it had the last time round is given back first. */
  void allocate(Allocate allocate) {
    LocalPlace pointer = new LocalPlace(Type.VOID_POINTER, allocate.pointer(), 0);
    int slot = generator.frame.offset(allocate.pointer());
    free(pointer);
    Symbol.Function malloc = generator.layout.runtime(RuntimeFunction.ALLOCATE);
    generator.frame.reserve(1);
    int mark = generator.frame.mark();
    int limit = generator.frame.temporary();
    TypedStatement.Label fits = new TypedStatement.Label();
    generator.number(limit, STACK);
    code().jump(Opcode.JULE_L, generator.frame.offset(allocate.bytes()), limit, fits);
    // What no stack can hold is a segmentation fault at the first push below it.
    generator.number(limit, 0);
    code().emit(Opcode.ST_L, limit, limit, 0);
    code().mark(fits);
    generator.frame.release(mark);
    code().emit(Opcode.MOV_L, Frame.outgoing(0), generator.frame.offset(allocate.bytes()));
    direct(malloc);
    code().emit(Opcode.MOV_L, slot, Frame.CALL_RESULT);
  }

  void free(LocalPlace pointer) {
    Symbol.Function free = generator.layout.runtime(RuntimeFunction.RELEASE);
    generator.frame.reserve(1);
    code().emit(Opcode.MOV_L, Frame.outgoing(0), generator.frame.offset(pointer.variable()));
    direct(free);
  }

  private void direct(Symbol.Function function) {
    if (function.nativeFunction() >= 0) {
      code().emitFramed(Opcode.NATIVE, function.nativeFunction());
    } else {
      code().call(function);
    }
  }
}
