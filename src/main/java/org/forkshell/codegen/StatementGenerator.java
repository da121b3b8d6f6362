package org.forkshell.codegen;

import java.util.List;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedStatement;
import org.forkshell.ir.TypedStatement.Block;
import org.forkshell.ir.TypedStatement.Choice;
import org.forkshell.ir.TypedStatement.Evaluate;
import org.forkshell.ir.TypedStatement.If;
import org.forkshell.ir.TypedStatement.Jump;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.ir.TypedStatement.Loop;
import org.forkshell.ir.TypedStatement.Mark;
import org.forkshell.ir.TypedStatement.Return;
import org.forkshell.ir.TypedStatement.Switch;

/** Statements. */
final class StatementGenerator {
  /** Up to here cases are compared one after another. */
  private static final int FEW_CASES = 6;

  private final Generator generator;
  private FunctionGenerator function;

  StatementGenerator(Generator generator) {
    this.generator = generator;
    this.function = new FunctionGenerator(generator);
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /** The function whose statements are generated from now on. */
  void enter(FunctionGenerator current) {
    function = current;
  }

  void statement(TypedStatement statement) {
    if (statement instanceof Evaluate evaluate) {
      code().at(evaluate.span());
      generator.values.effect(evaluate.expression());
    } else if (statement instanceof Block block) {
      block(block);
    } else if (statement instanceof If branch) {
      branch(branch);
    } else if (statement instanceof Loop loop) {
      loop(loop);
    } else if (statement instanceof Return back) {
      function.returns(back);
    } else if (statement instanceof Jump jump) {
      code().at(jump.span());
      code().jump(jump.to());
    } else if (statement instanceof Mark mark) {
      code().mark(mark.label());
    } else if (statement instanceof Switch choice) {
      choose(choice);
    } else {
      throw new AssertionError(statement);
    }
  }

  private void block(Block block) {
    int from = code().position();
    for (TypedStatement statement : block.statements()) {
      statement(statement);
    }
    function.scope(block.locals(), from);
  }

  private void branch(If branch) {
    code().at(branch.span());
    TypedStatement otherwise = branch.otherwise();
    Label no = new Label();
    generator.conditions.branch(branch.condition(), no, false);
    statement(branch.then());
    if (otherwise == null) {
      code().mark(no);
      return;
    }
    Label end = new Label();
    if (code().isReachable()) {
      code().jump(end);
    }
    code().mark(no);
    statement(otherwise);
    code().mark(end);
  }

  /** The condition stands after the body: one jump for each time round. */
  private void loop(Loop loop) {
    Label start = new Label();
    Label test = new Label();
    TypedExpression condition = loop.condition();
    boolean endless = condition == null || (Fold.isConstant(condition) && !Fold.isZero(condition));
    if (loop.testFirst() && !endless) {
      code().at(loop.conditionAt());
      code().jump(test);
    }
    code().mark(start);
    statement(loop.body());
    code().mark(loop.again());
    if (loop.step() != null) {
      statement(loop.step());
    }
    code().mark(test);
    code().at(loop.conditionAt());
    if (condition == null) {
      code().jump(start);
    } else {
      generator.conditions.branch(condition, start, true);
    }
    code().mark(loop.end());
  }

  private void choose(Switch choice) {
    code().at(choice.span());
    int mark = generator.frame.mark();
    int value = generator.values.kept(choice.value());
    choose(choice, choice.cases(), value);
    code().jump(choice.otherwise());
    generator.frame.release(mark);
    statement(choice.body());
  }

  /** Goes to the case that fits, or falls through. */
  private void choose(Switch choice, List<Choice> cases, int value) {
    Type type = choice.value().type();
    if (cases.size() <= FEW_CASES) {
      for (Choice one : cases) {
        if (one.first() == one.last()) {
          generator.conditions.jump(BinaryOperator.EQUAL, type, value, one.first(), one.label());
        } else {
          Label over = new Label();
          generator.conditions.jump(BinaryOperator.LESS, type, value, one.first(), over);
          generator.conditions.jump(
              BinaryOperator.LESS_EQUAL, type, value, one.last(), one.label());
          code().mark(over);
        }
      }
      return;
    }
    int middle = cases.size() / 2;
    Label upper = new Label();
    generator.conditions.jump(
        BinaryOperator.GREATER_EQUAL, type, value, cases.get(middle).first(), upper);
    choose(choice, cases.subList(0, middle), value);
    code().jump(choice.otherwise());
    code().mark(upper);
    choose(choice, cases.subList(middle, cases.size()), value);
  }
}
