package org.forkshell.language.c.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Visits every node of a tree, outer before inner. All nodes are records, and what they hold are
 * their components.
 */
public final class SyntaxWalk {
  private SyntaxWalk() {}

  /** Gives {@code visitor} a node, or each of a list, and all that is in it; null has nothing. */
  public static void visit(@Nullable Object node, Consumer<Object> visitor) {
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
