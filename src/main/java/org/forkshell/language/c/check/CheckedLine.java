package org.forkshell.language.c.check;

import java.util.List;
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
}
