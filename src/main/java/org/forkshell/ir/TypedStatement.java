package org.forkshell.ir;

import java.util.List;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A statement of typed expressions. Where C jumps by name or by nesting, this tree jumps to {@link
 * Label}s.
 */
public sealed interface TypedStatement {
  record Evaluate(Span span, TypedExpression expression) implements TypedStatement {}

  /**
   * @param locals the objects that its own declarations name
   */
  record Block(List<TypedStatement> statements, List<Symbol.Local> locals)
      implements TypedStatement {}

  record If(
      Span span, TypedExpression condition, TypedStatement then, @Nullable TypedStatement otherwise)
      implements TypedStatement {}

  /**
   * Every loop of C.
   *
   * @param conditionAt where the process stands while it asks the condition
   * @param condition null for none
   * @param testFirst whether the condition is asked before the body runs for the first time
   */
  record Loop(
      Span conditionAt,
      @Nullable TypedExpression condition,
      boolean testFirst,
      TypedStatement body,
      @Nullable Evaluate step,
      Label again,
      Label end)
      implements TypedStatement {}

  /**
   * @param value an int or a long, signed or not
   * @param cases sorted by value, without overlap
   * @param otherwise where to go when no case fits
   */
  record Switch(
      Span span,
      TypedExpression value,
      List<Choice> cases,
      Label otherwise,
      TypedStatement body,
      Label end)
      implements TypedStatement {}

  record Choice(long first, long last, Label label) {}

  record Jump(Span span, Label to) implements TypedStatement {}

  record Mark(Label label) implements TypedStatement {}

  /**
   * @param value null where the function returns nothing
   */
  record Return(Span span, @Nullable TypedExpression value) implements TypedStatement {}

  /** A place in the code that jumps lead to. */
  final class Label {
    private int position = -1;
    private int waiting = -1;

    /** The instruction it stands in front of, or -1. */
    public int position() {
      return position;
    }

    public void position(int instruction) {
      position = instruction;
    }

    /** The last of the jumps that wait for its position, chained through their operands, or -1. */
    public int waiting() {
      return waiting;
    }

    public void waiting(int instruction) {
      waiting = instruction;
    }
  }
}
