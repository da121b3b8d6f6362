package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.LineAnalysis;
import org.forkshell.language.c.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was written and as it was understood.
 *
 * @param typed null where there is nothing to run, only macros, say
 */
public record CheckedLine(List<Statement> statements, @Nullable TypedLine typed)
    implements LineAnalysis {
  public CheckedLine {
    statements = List.copyOf(statements);
  }

  /** Whoever defined {@code main} wants to see it run. */
  @Override
  public String proposal() {
    if (typed != null) {
      for (Symbol symbol : typed.own()) {
        if (symbol instanceof Symbol.Function function
            && function.isWritten()
            && function.name().equals("main")) {
          return "main()";
        }
      }
    }
    return "";
  }
}
