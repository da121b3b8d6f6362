package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.Opcode;
import org.forkshell.ir.FunctionBody;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Local;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.ir.TypedStatement.Return;
import org.jspecify.annotations.Nullable;

/** One function: its beginning, its ends, and what a reader of its frame must know. */
final class FunctionGenerator {
  private final Generator generator;
  private final List<Symbols.Local> locals = new ArrayList<>();
  private @Nullable FunctionBody body;
  private Type returns = Type.VOID;

  /** Where {@code void main} keeps the result of its last call; null for all other functions. */
  private @Nullable Local status;

  private final Label exit = new Label();

  FunctionGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /** Generates a function whose body was checked. */
  Symbols.Function generate(Symbol.Function function, FunctionBody typed) {
    body = typed;
    returns = function.type().returns();
    generator.isOwn = function.realm() == Realm.USER;
    int start = begin();
    function.place(code().offset(start));
    if (typed.isMain() && returns.isVoid()) {
      status = Local.hidden(Type.INT);
      code().emit(Opcode.LDI_W, generator.frame.offset(status), 1);
    }
    generator.calls.note(status);
    int slot = 0;
    if (typed.hiddenResult() != null) {
      typed.hiddenResult().place(Frame.RESULT);
      slot = 1;
    }
    for (Local parameter : typed.parameters()) {
      parameter.place(Frame.RESULT + 8 * slot);
      slot += parameter.type().slots();
      if (parameter.type().isFloating() && parameter.type().size() == 4) {
        code().emit(Opcode.PUT_F, parameter.frameOffset(), parameter.frameOffset());
      }
    }
    statements(typed, start);
    return new Symbols.Function(
        function.name(),
        function.type(),
        code().offset(start),
        code().end(),
        generator.frame.size(),
        List.copyOf(locals),
        function.realm() == Realm.LIBRARY,
        function.at());
  }

  /** Generates the statements of a line of the prompt as a function without parameters. */
  Symbols.Function generate(String name, FunctionBody typed) {
    body = typed;
    generator.isOwn = true;
    generator.calls.note(null);
    int start = begin();
    statements(typed, start);
    Type.Function type = new Type.Function(Type.VOID, List.of(), false, false);
    return new Symbols.Function(
        name,
        type,
        code().offset(start),
        code().end(),
        generator.frame.size(),
        List.copyOf(locals),
        false,
        typed.end());
  }

  private int begin() {
    generator.frame = new Frame();
    generator.statements.enter(this);
    code().beginFunction();
    int start = code().position();
    code().emitFramed(Opcode.ENTER, 0);
    return start;
  }

  private void statements(FunctionBody typed, int start) {
    for (Local array : typed.arrays()) {
      generator.number(generator.frame.offset(array), 0);
    }
    generator.statements.statement(typed.block());
    if (code().isReachable()) {
      code().at(typed.end());
      leaveMain(typed);
      if (typed.arrays().isEmpty()) {
        code().emit(Opcode.RET, 0);
      }
    }
    if (!typed.arrays().isEmpty()) {
      code().mark(exit);
      for (Local array : typed.arrays()) {
        generator.calls.free(new LocalPlace(Type.VOID_POINTER, array, 0));
      }
      code().emit(Opcode.RET, 0);
    }
    scope(typed.parameters(), start);
    code().endFunction(generator.frame);
  }

  /** What main gives back where no expression says it. */
  private void leaveMain(FunctionBody typed) {
    if (status != null) {
      code().emit(Opcode.MOV_W, Frame.RESULT, generator.frame.offset(status));
    } else if (typed.isMain()) {
      code().emit(Opcode.LDI_W, Frame.RESULT, 0);
    }
  }

  void returns(Return back) {
    code().at(back.span());
    TypedExpression value = back.value();
    if (value != null && returns.isRecord()) {
      int mark = generator.frame.mark();
      Access from = generator.values.record(value);
      generator.places.copy(Access.pointer(Frame.RESULT, 0), from, returns.size());
      generator.frame.release(mark);
    } else if (value != null) {
      generator.values.into(value, Frame.RESULT);
    } else if (body != null) {
      // After int main's bare return, gcc leaves there whatever a register holds: most often 0.
      leaveMain(body);
    }
    if (body != null && !body.arrays().isEmpty()) {
      code().jump(exit);
    } else {
      code().emit(Opcode.RET, 0);
    }
  }

  /** Notes which objects there are between an instruction and here. */
  void scope(List<Local> declared, int from) {
    for (Local local : declared) {
      if (!local.isHidden()) {
        locals.add(
            new Symbols.Local(
                local.name(),
                local.type(),
                generator.frame.offset(local),
                local.isParameter(),
                code().offset(from),
                code().end()));
      }
    }
  }

  /**
   * Generates a function that does what a native function or a system call does, for those who want
   * its address.
   */
  Symbols.Function wrapper(Symbol.Function function) {
    int start = begin();
    function.place(code().offset(start));
    int slot = 0;
    for (Type parameter : function.parameters()) {
      int from = Frame.RESULT + 8 * slot;
      int to = Frame.outgoing(slot);
      boolean extend = function.systemCall() >= 0 && Cell.slotOf(parameter) == Cell.WORD;
      Opcode move =
          !extend ? Opcode.MOV_L : parameter.isUnsigned() ? Opcode.UEXTEND : Opcode.EXTEND;
      code().emit(move, to, from);
      slot++;
    }
    generator.frame.reserve(Math.max(1, slot));
    if (function.systemCall() >= 0) {
      code().emitFramed(Opcode.SYSTEM, function.systemCall());
    } else {
      code().emitFramed(Opcode.NATIVE, function.nativeFunction());
    }
    code().emit(Opcode.MOV_L, Frame.RESULT, Frame.CALL_RESULT);
    code().emit(Opcode.RET, 0);
    code().endFunction(generator.frame);
    return symbol(function, start);
  }

  /**
   * Generates what stands for a function that is declared only: who calls it gets a segmentation
   * fault.
   */
  Symbols.Function missing(Symbol.Function function) {
    int start = begin();
    function.place(code().offset(start));
    code().emitFramed(Opcode.CALL, 0);
    code().emit(Opcode.RET, 0);
    code().endFunction(generator.frame);
    return symbol(function, start);
  }

  private Symbols.Function symbol(Symbol.Function function, int start) {
    return new Symbols.Function(
        function.name(),
        function.type(),
        code().offset(start),
        code().end(),
        generator.frame.size(),
        List.of(),
        true,
        null);
  }
}
