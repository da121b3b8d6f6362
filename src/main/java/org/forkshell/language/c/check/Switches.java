package org.forkshell.language.c.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.ir.TypedStatement;
import org.forkshell.ir.TypedStatement.Choice;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.ir.TypedStatement.Mark;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code switch} statements, which may stand within one another, and their {@code case}s. */
final class Switches {
  private record Seen(long first, long last, Span at) {}

  private static final class Open {
    final TypedExpression value;
    final List<Choice> choices = new ArrayList<>();
    final List<Seen> seen = new ArrayList<>();
    @Nullable Label otherwise;
    @Nullable Span otherwiseAt;

    Open(TypedExpression value) {
      this.value = value;
    }
  }

  private final Checker checker;
  private final Deque<Open> open = new ArrayDeque<>();

  Switches(Checker checker) {
    this.checker = checker;
  }

  void enter(Statement.Switch choice) {
    TypedExpression value = checker.expressions.used(choice.value());
    if (!value.isWrong() && !value.type().isInteger()) {
      value = checker.wrong(choice.value().span(), "check.switch.type", TypeText.of(value.type()));
    }
    open.push(new Open(value.isWrong() ? value : Conversions.promoted(value)));
  }

  TypedStatement leave(Statement.Switch choice, TypedStatement body, Label end) {
    Open done = open.pop();
    boolean unsigned = done.value.type().isUnsigned();
    Comparator<Choice> order =
        unsigned
            ? (a, b) -> Long.compareUnsigned(a.first(), b.first())
            : (a, b) -> Long.compare(a.first(), b.first());
    done.choices.sort(order);
    Label otherwise = done.otherwise == null ? end : done.otherwise;
    return new TypedStatement.Switch(
        choice.value().span(), done.value, List.copyOf(done.choices), otherwise, body, end);
  }

  void mark(Statement.Case marked, List<TypedStatement> into) {
    Open current = open.peek();
    Span at = word(marked.span(), "case");
    if (current == null) {
      checker.error(at, "check.case.outside", "case");
      return;
    }
    Whole first = constant(marked.value(), current);
    Whole last = marked.last() == null ? first : constant(marked.last(), current);
    if (first == null || last == null) {
      return;
    }
    if (first.value() > last.value() && !first.type().isUnsigned()) {
      checker.warning(at, "check.case.empty");
      return;
    }
    for (Seen seen : current.seen) {
      if (first.value() <= seen.last && last.value() >= seen.first) {
        checker.error(at, "check.case.duplicate", marked.value().span().text(), seen.at.line());
        return;
      }
    }
    Label label = new Label();
    current.seen.add(new Seen(first.value(), last.value(), at));
    current.choices.add(new Choice(first.value(), last.value(), label));
    into.add(new Mark(label));
  }

  /** The word that a statement begins with. */
  private static Span word(Span span, String word) {
    return new Span(
        span.source(), span.start(), Math.min(span.end(), span.start() + word.length()));
  }

  private @Nullable Whole constant(Expression value, Open current) {
    Whole constant = checker.expressions.constant(value);
    if (constant == null || current.value.isWrong()) {
      return null;
    }
    return Fold.whole(current.value.type(), constant.value());
  }

  void mark(Statement.Default marked, List<TypedStatement> into) {
    Open current = open.peek();
    if (current == null) {
      checker.error(word(marked.span(), "default"), "check.case.outside", "default");
    } else if (current.otherwiseAt != null) {
      checker.error(
          word(marked.span(), "default"), "check.default.duplicate", current.otherwiseAt.line());
    } else {
      Label label = new Label();
      current.otherwise = label;
      current.otherwiseAt = marked.span();
      into.add(new Mark(label));
    }
  }
}
