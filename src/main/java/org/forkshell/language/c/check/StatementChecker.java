package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Local;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedStatement;
import org.forkshell.ir.TypedStatement.Evaluate;
import org.forkshell.ir.TypedStatement.Jump;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.ir.TypedStatement.Loop;
import org.forkshell.ir.TypedStatement.Mark;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Statements and the declarations among them. */
final class StatementChecker {
  private final Checker checker;
  private final Switches switches;
  private final BlockDeclarations declarations;

  /** Where {@code break} and {@code continue} lead, or null outside loops. */
  private @Nullable Label breakTo;

  private @Nullable Label continueTo;

  /** The objects declared in the block being checked. */
  private List<Local> locals = new ArrayList<>();

  StatementChecker(Checker checker) {
    this.checker = checker;
    this.switches = new Switches(checker);
    this.declarations = new BlockDeclarations(checker);
  }

  /** A function's body, in the scope of its parameters, after what their types need computed. */
  TypedStatement.Block body(Statement.Block block, List<TypedExpression> first) {
    Label outerBreak = breakTo;
    Label outerContinue = continueTo;
    breakTo = null;
    continueTo = null;
    List<TypedStatement> into = new ArrayList<>();
    for (TypedExpression size : first) {
      into.add(new Evaluate(block.span(), size));
    }
    TypedStatement.Block typed = block(block.statements(), into);
    breakTo = outerBreak;
    continueTo = outerContinue;
    return typed;
  }

  private TypedStatement.Block block(List<Statement> statements, List<TypedStatement> into) {
    List<Local> outer = locals;
    locals = new ArrayList<>();
    for (Statement statement : statements) {
      statement(statement, into);
    }
    TypedStatement.Block typed = new TypedStatement.Block(List.copyOf(into), List.copyOf(locals));
    locals = outer;
    return typed;
  }

  private TypedStatement.Block scoped(List<Statement> statements) {
    Scope outer = checker.scope();
    checker.enter(new Scope(outer));
    TypedStatement.Block typed = block(statements, new ArrayList<>());
    checker.enter(outer);
    return typed;
  }

  /** <code>({ … })</code>: statements in a scope of their own, the last of which may be a value. */
  TypedExpression expression(Expression.StatementExpression expression) {
    List<Statement> statements = expression.body().statements();
    int count = statements.size();
    Expression last =
        count > 0 && statements.get(count - 1) instanceof Statement.Evaluate evaluate
            ? evaluate.expression()
            : null;
    Scope outer = checker.scope();
    checker.enter(new Scope(outer));
    TypedStatement.Block block =
        block(last == null ? statements : statements.subList(0, count - 1), new ArrayList<>());
    TypedExpression value = last == null ? null : checker.expressions.value(last);
    checker.enter(outer);
    if (value != null && value.isWrong()) {
      return TypedExpression.WRONG;
    }
    Type type = value == null ? Type.VOID : value.type().unqualified();
    return new TypedExpression.Statements(type, block, value);
  }

  /**
   * A statement that stands alone in a loop or after {@code if}: a block of its own (C11 6.8.4 p3).
   */
  private TypedStatement sub(Statement statement) {
    return scoped(
        statement instanceof Statement.Block block ? block.statements() : List.of(statement));
  }

  void statement(Statement statement, List<TypedStatement> into) {
    if (statement instanceof Statement.Evaluate evaluate) {
      checker.doubts.statement(evaluate.expression());
      TypedExpression value = checker.expressions.value(evaluate.expression());
      into.add(new Evaluate(evaluate.span(), value));
    } else if (statement instanceof Statement.Declare declare) {
      for (Declaration declaration : declare.declarations()) {
        declarations.declare(declaration, locals, into);
      }
    } else if (statement instanceof Statement.Block block) {
      into.add(scoped(block.statements()));
    } else if (statement instanceof Statement.If branch) {
      branch(branch, into);
    } else if (statement instanceof Statement.Return back) {
      returns(back, into);
    } else if (statement instanceof Statement.For loop) {
      loop(loop, into);
    } else if (statement instanceof Statement.While loop) {
      loop(loop.condition(), true, null, loop.body(), into);
    } else if (statement instanceof Statement.DoWhile loop) {
      loop(loop.condition(), false, null, loop.body(), into);
    } else if (statement instanceof Statement.Break || statement instanceof Statement.Continue) {
      jump(statement, into);
    } else if (!(statement instanceof Statement.Empty)) {
      marked(statement, into);
    }
  }

  private void marked(Statement statement, List<TypedStatement> into) {
    if (statement instanceof Statement.Switch choice) {
      Label outer = breakTo;
      Label end = new Label();
      breakTo = end;
      switches.enter(choice);
      TypedStatement body = sub(choice.body());
      TypedStatement typed = switches.leave(choice, body, end);
      breakTo = outer;
      into.add(typed);
      into.add(new Mark(end));
    } else if (statement instanceof Statement.Case marked) {
      switches.mark(marked, into);
      statement(marked.body(), into);
    } else if (statement instanceof Statement.Default marked) {
      switches.mark(marked, into);
      statement(marked.body(), into);
    } else if (statement instanceof Statement.Labelled labelled) {
      label(labelled, into);
    } else if (statement instanceof Statement.Goto jump) {
      FunctionContext.NamedLabel label = function().label(jump.label());
      if (label.usedAt == null) {
        label.usedAt = target(jump);
      }
      into.add(new Jump(jump.span(), label.label));
    } else {
      throw new AssertionError(statement);
    }
  }

  /** The label's own place. */
  private static Span target(Statement.Goto jump) {
    Span span = jump.span();
    int at = span.text().indexOf(jump.label(), "goto".length());
    return at < 0
        ? span
        : new Span(span.source(), span.start() + at, span.start() + at + jump.label().length());
  }

  private FunctionContext function() {
    FunctionContext function = checker.function();
    if (function == null) {
      throw new AssertionError("a statement outside functions");
    }
    return function;
  }

  private void label(Statement.Labelled labelled, List<TypedStatement> into) {
    FunctionContext.NamedLabel label = function().label(labelled.label());
    if (label.definedAt != null) {
      checker.error(
          labelled.span(), "check.label.duplicate", labelled.label(), label.definedAt.line());
    } else {
      label.definedAt = labelled.span();
      into.add(new Mark(label.label));
    }
    statement(labelled.body(), into);
  }

  private void branch(Statement.If branch, List<TypedStatement> into) {
    // A chain of else if is as long as its author likes, so it is no recursion here.
    TypedExpression condition = condition(branch.condition());
    TypedStatement then = sub(branch.then());
    TypedStatement otherwise = branch.otherwise() == null ? null : sub(branch.otherwise());
    into.add(new TypedStatement.If(branch.condition().span(), condition, then, otherwise));
  }

  private void loop(Statement.For loop, List<TypedStatement> into) {
    Scope outer = checker.scope();
    checker.enter(new Scope(outer));
    List<Local> outerLocals = locals;
    locals = new ArrayList<>();
    List<TypedStatement> parts = new ArrayList<>();
    if (loop.start() != null) {
      statement(loop.start(), parts);
    }
    loop(loop.condition(), true, loop.step(), loop.body(), parts);
    into.add(new TypedStatement.Block(List.copyOf(parts), List.copyOf(locals)));
    locals = outerLocals;
    checker.enter(outer);
  }

  private void loop(
      @Nullable Expression condition,
      boolean testFirst,
      @Nullable Expression step,
      Statement body,
      List<TypedStatement> into) {
    Label outerBreak = breakTo;
    Label outerContinue = continueTo;
    Label end = new Label();
    Label again = new Label();
    TypedExpression test = condition == null || !testFirst ? null : condition(condition);
    Evaluate next =
        step == null ? null : new Evaluate(step.span(), checker.expressions.value(step));
    breakTo = end;
    continueTo = again;
    TypedStatement typed = sub(body);
    breakTo = outerBreak;
    continueTo = outerContinue;
    if (condition != null && !testFirst) {
      test = condition(condition);
    }
    Span at = condition == null ? body.span() : condition.span();
    into.add(new Loop(at, test, testFirst, typed, next, again, end));
  }

  private TypedExpression condition(Expression expression) {
    checker.doubts.condition(expression);
    return checker.expressions.condition(expression);
  }

  private void jump(Statement statement, List<TypedStatement> into) {
    boolean leaves = statement instanceof Statement.Break;
    Label to = leaves ? breakTo : continueTo;
    if (to == null) {
      checker.error(statement.span(), leaves ? "check.break" : "check.continue");
    } else {
      into.add(new Jump(statement.span(), to));
    }
  }

  private void returns(Statement.Return back, List<TypedStatement> into) {
    Type type = function().returns();
    Expression syntax = back.value();
    if (function().isPrompt()) {
      into.add(exit(back));
      return;
    }
    if (syntax == null) {
      if (!type.isVoid()) {
        checker.warning(back.span(), "check.return.nothing", function().name(), TypeText.of(type));
      }
      into.add(new TypedStatement.Return(back.span(), null));
      return;
    }
    TypedExpression value = checker.expressions.value(syntax);
    if (type.isVoid()) {
      if (!value.type().isVoid() && !value.isWrong()) {
        checker.warning(syntax.span(), "check.return.value", function().name());
      }
      into.add(new Evaluate(back.span(), value));
      into.add(new TypedStatement.Return(back.span(), null));
      return;
    }
    if (isLocalAddress(value)) {
      checker.warning(syntax.span(), "check.return.local");
    }
    TypedExpression converted =
        checker.conversions.assigned(value, type, syntax, syntax.span(), "return");
    into.add(new TypedStatement.Return(back.span(), converted));
  }

  private static boolean isLocalAddress(TypedExpression value) {
    return value instanceof TypedExpression.AddressOf address
        && address.place() instanceof LocalPlace local
        && !local.variable().isHidden();
  }

  /** {@code return} at the prompt ends the process, as it would in main. */
  private TypedStatement exit(Statement.Return back) {
    Expression status =
        back.value() != null
            ? back.value()
            : new Expression.IntegerLiteral(back.span(), 0, BasicType.INT);
    Expression.Call call =
        new Expression.Call(back.span(), new Expression.Name(back.span(), "exit"), List.of(status));
    return new Evaluate(back.span(), checker.expressions.value(call));
  }

  /** Warns where a function that returns a value can come to its end without one. */
  void missingReturn(Symbol.Function function, TypedStatement.Block block) {
    Span at = function.at();
    if (at != null && function.realm() == Realm.USER && Flow.reachesEnd(block)) {
      checker.warning(
          at, "check.return.missing", function.name(), TypeText.of(function.type().returns()));
    }
  }
}
