package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AddressOf;
import org.forkshell.ir.TypedExpression.Assign;
import org.forkshell.ir.TypedExpression.AtomicStep;
import org.forkshell.ir.TypedExpression.StaticPlace;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.ir.TypedStatement;
import org.forkshell.ir.TypedStatement.Evaluate;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A line of the prompt: statements, of which the last may be an expression whose value is kept and
 * shown.
 */
final class PromptChecker {
  private final Checker checker;
  private final String valueName;
  private final List<Symbol.Static> shown = new ArrayList<>();
  private String call = "";
  private boolean valueKept;

  /**
   * @param number the number of the next value that needs a name
   */
  PromptChecker(Checker checker, int number) {
    this.checker = checker;
    this.valueName = "$" + number;
  }

  TypedStatement.Block check(List<Statement> statements) {
    List<TypedStatement> into = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (i == statements.size() - 1 && statements.get(i) instanceof Statement.Evaluate last) {
        last(last, into);
      } else {
        checker.statements.statement(statements.get(i), into);
      }
    }
    if (!statements.isEmpty()) {
      call = call(statements.get(statements.size() - 1));
    }
    FunctionContext function = checker.function();
    if (function != null) {
      checker.declarations.labels(function);
    }
    List<Symbol.Static> declared = new ArrayList<>();
    for (Symbol symbol : checker.file().names().values()) {
      if (symbol instanceof Symbol.Static object && object.isDefined() && !shown.contains(object)) {
        declared.add(object);
      }
    }
    shown.addAll(0, declared);
    return new TypedStatement.Block(into, List.of());
  }

  /** The objects to be shown, those declared first. */
  List<Symbol.Static> shown() {
    return shown;
  }

  /** The function whose result the last of them is, as it is; empty where it is no call's. */
  String call() {
    return call;
  }

  private static String call(Statement last) {
    if (last instanceof Statement.Evaluate evaluate) {
      return call(evaluate.expression());
    }
    if (last instanceof Statement.Declare declare && !declare.declarations().isEmpty()) {
      Declaration declared = declare.declarations().get(declare.declarations().size() - 1);
      return declared instanceof Declaration.Variable variable && variable.initializer() != null
          ? call(variable.initializer())
          : "";
    }
    return "";
  }

  private static String call(Expression expression) {
    if (expression instanceof Expression.Assignment assignment && assignment.operator() == null) {
      return call(assignment.value());
    }
    return expression instanceof Expression.Call made
            && made.function() instanceof Expression.Name name
        ? name.name()
        : "";
  }

  /** Whether a value got a name of its own. */
  boolean isValueKept() {
    return valueKept;
  }

  private void last(Statement.Evaluate statement, List<TypedStatement> into) {
    Span at = statement.span();
    TypedExpression raw = checker.expressions.raw(statement.expression());
    boolean isCall = statement.expression() instanceof Expression.Call;
    Symbol.@Nullable Static named = isCall ? null : namedObject(raw);
    if (named != null) {
      shown.add(named);
      into.add(new Evaluate(at, raw));
      return;
    }
    if (raw.type().isRecord() && !raw.type().isComplete()) {
      checker.error(at, "check.incomplete", TypeText.of(raw.type()));
      return;
    }
    TypedExpression value =
        raw.type().isAtomic() ? checker.atomics.value(raw, at) : checker.conversions.decayed(raw);
    if (value.isWrong() || value.type().isVoid() || isQuiet(statement.expression())) {
      into.add(new Evaluate(at, value));
      return;
    }
    TypedExpression promoted = value.type().isInteger() ? Conversions.promoted(value) : value;
    Type type = promoted.type().unqualified();
    Symbol.Static object = new Symbol.Static(valueName, at, type, checker.file().realm(), false);
    object.define();
    checker.file().put(object);
    shown.add(object);
    valueKept = true;
    into.add(new Evaluate(at, new Assign(type, new StaticPlace(type, object, 0), promoted)));
  }

  /** The object that an expression names or assigns: it needs no other name. */
  private static Symbol.@Nullable Static namedObject(TypedExpression e) {
    TypedExpression place =
        e instanceof Assign assign
            ? assign.target()
            : e instanceof Update update
                ? update.target()
                : e instanceof AtomicStep step && step.pointer() instanceof AddressOf address
                    ? address.place()
                    : e;
    return place instanceof StaticPlace object
            && !object.object().name().isEmpty()
            && object.type().is(object.object().type())
        ? object.object()
        : null;
  }

  /** Functions that are called for what they do, whatever number they return. */
  private static boolean isQuiet(Expression expression) {
    if (!(expression instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Name name)) {
      return false;
    }
    return switch (name.name()) {
      case "printf",
          "fprintf",
          "dprintf",
          "vprintf",
          "vfprintf",
          "puts",
          "fputs",
          "putchar",
          "putc",
          "fputc",
          "fflush",
          "setvbuf",
          "sleep",
          "usleep" ->
          true;
      default -> false;
    };
  }
}
