package org.forkshell.repl;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Visits every node of a tree, outer before inner. All nodes are records, and what they hold are
 * their components.
 */
final class SyntaxWalk {
  private SyntaxWalk() {}

  static void visit(@Nullable Object node, Consumer<Object> visitor) {
    if (node instanceof List<?> list) {
      for (Object element : list) {
        visit(element, visitor);
      }
      return;
    }
    if (!(node instanceof Record record) || !isSyntax(record)) {
      return;
    }
    visitor.accept(node);
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        visit(component.getAccessor().invoke(record), visitor);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static boolean isSyntax(Record record) {
    return record instanceof Statement
        || record instanceof Expression
        || record instanceof Declaration
        || record instanceof TypeSyntax
        || record instanceof TypeSyntax.Parameter
        || record instanceof TypeSyntax.Member
        || record instanceof TypeSyntax.Enumerator
        || record instanceof Expression.Item
        || record instanceof Expression.Designator;
  }
}
