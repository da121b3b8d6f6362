package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.ir.TypedStatement;

/** Whether a function can come to its closing brace; where that is hard to tell, it says no. */
final class Flow {
  private Flow() {}

  static boolean reachesEnd(TypedStatement statement) {
    if (statement instanceof TypedStatement.Block block) {
      return reachesEnd(block.statements());
    }
    if (statement instanceof TypedStatement.If branch) {
      return branch.otherwise() == null
          || reachesEnd(branch.then())
          || reachesEnd(branch.otherwise());
    }
    if (statement instanceof TypedStatement.Loop loop) {
      boolean endless =
          loop.condition() == null || loop.condition() instanceof Whole whole && whole.value() != 0;
      return !endless;
    }
    if (statement instanceof TypedStatement.Evaluate evaluate) {
      return !(evaluate.expression() instanceof TypedExpression.Call call
          && call.function() != null
          && neverReturns(call.function().name()));
    }
    return !(statement instanceof TypedStatement.Return
        || statement instanceof TypedStatement.Jump
        || statement instanceof TypedStatement.Switch);
  }

  private static boolean reachesEnd(List<TypedStatement> statements) {
    // Labels may be jumped to from anywhere: then only the last statement tells.
    if (statements.isEmpty()) {
      return true;
    }
    TypedStatement last = statements.get(statements.size() - 1);
    if (last instanceof TypedStatement.Mark) {
      return false;
    }
    return reachesEnd(last);
  }

  private static boolean neverReturns(String function) {
    return switch (function) {
      case "exit",
          "_exit",
          "_Exit",
          "abort",
          "quick_exit",
          "longjmp",
          "err",
          "errx",
          "verr",
          "verrx",
          "pthread_exit" ->
          true;
      default -> function.startsWith("exec");
    };
  }
}
