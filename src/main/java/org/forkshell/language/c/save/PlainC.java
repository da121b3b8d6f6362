package org.forkshell.language.c.save;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.SyntaxWalk;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;

/**
 * What was typed with the prompt's liberties, as C has it: {@code fork} becomes {@code fork();},
 * {@code printf "hi"} becomes {@code printf("hi");}, {@code $1} a name. All else stays as it was
 * typed.
 */
final class PlainC {
  /**
   * Puts {@code text} in the place of what stands from {@code start} to {@code end}; of two at one
   * place the lower rank comes first.
   */
  private record Edit(int start, int end, int rank, String text) {
    Edit(int start, int end, String text) {
      this(start, end, text.equals(";") ? 1 : 0, text);
    }
  }

  private final SourceText source;
  private final List<Edit> edits = new ArrayList<>();

  private final Map<String, String> labels;

  private PlainC(SourceText source, Map<String, String> labels) {
    this.source = source;
    this.labels = labels;
  }

  /** The text of a piece of a line. */
  static String of(Object node, Span span) {
    return of(node, span, Map.of());
  }

  /**
   * The text of a piece of a line.
   *
   * @param labels new names for labels
   */
  static String of(Object node, Span span, Map<String, String> labels) {
    PlainC plain = new PlainC(span.source(), labels);
    SyntaxWalk.visit(node, plain::look);
    return plain.text(span);
  }

  /** The name that C can have for {@code $1}. */
  static String valueName(String name) {
    return "value_" + name.substring(1).replace("_", "last");
  }

  private void look(Object node) {
    if (node instanceof Statement statement) {
      end(statement);
      if (statement instanceof Statement.Labelled labelled) {
        label(labelled.label(), labelled.span(), 0);
      } else if (statement instanceof Statement.Goto jump) {
        label(jump.label(), jump.span(), "goto".length());
      }
    } else if (node instanceof Expression.Call call) {
      call(call);
    } else if (node instanceof Expression.Name name
        && name.name().startsWith("$")
        && isHere(name.span())) {
      edits.add(new Edit(name.span().start(), name.span().end(), valueName(name.name())));
    }
  }

  /** The label stands after the keyword, if there is one, and blanks. */
  private void label(String name, Span span, int keyword) {
    String changed = labels.get(name);
    int at = source.text().indexOf(name, span.start() + keyword);
    if (changed != null && isHere(span) && at >= 0) {
      edits.add(new Edit(at, at + name.length(), changed));
    }
  }

  private boolean isHere(Span span) {
    return span.source() == source;
  }

  private void end(Statement statement) {
    boolean needsSemicolon =
        statement instanceof Statement.Evaluate
            || statement instanceof Statement.Return
            || statement instanceof Statement.Break
            || statement instanceof Statement.Continue
            || statement instanceof Statement.Goto
            || statement instanceof Statement.DoWhile;
    Span span = statement.span();
    if (needsSemicolon && isHere(span) && !span.text().endsWith(";")) {
      int end = end(span);
      if (!source.text().startsWith(";", skip(end))) {
        edits.add(new Edit(end, end, ";"));
      }
    }
  }

  /**
   * Where a piece ends: of a macro's use its last token has the place of the name, and what it is
   * given stands behind.
   */
  private int end(Span span) {
    String text = source.text();
    int end = span.end();
    int open = skip(end);
    boolean isWord = end > 0 && Character.isJavaIdentifierPart(text.charAt(end - 1));
    if (!isWord || !text.startsWith("(", open)) {
      return end;
    }
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  private int skip(int at) {
    int i = at;
    while (i < source.text().length() && Character.isWhitespace(source.text().charAt(i))) {
      i++;
    }
    return i;
  }

  private void call(Expression.Call call) {
    if (!(call.function() instanceof Expression.Name name)
        || !isHere(name.span())
        || !name.span().text().equals(name.name())) {
      return;
    }
    int at = name.span().end();
    List<Expression> arguments = call.arguments();
    if (source.text().startsWith("(", skip(at))) {
      if (!arguments.isEmpty()
          && arguments.get(0).span().source() == source
          && arguments.get(0).span().start() < at) {
        int inside = skip(at) + 1;
        edits.add(new Edit(inside, inside, filledIn(name.name(), arguments.size())));
      }
      return;
    }
    if (arguments.isEmpty()
        || !isHere(arguments.get(0).span())
        || arguments.get(0).span().start() < at) {
      edits.add(new Edit(at, at, arguments.isEmpty() ? "()" : "(0)"));
      return;
    }
    edits.add(new Edit(at, skip(at), "("));
    for (int i = 1; i < arguments.size(); i++) {
      int from = arguments.get(i - 1).span().end();
      int to = arguments.get(i).span().start();
      if (from <= to && source.text().substring(from, to).indexOf(',') < 0) {
        edits.add(new Edit(from, from, ","));
      }
    }
    int end = arguments.get(arguments.size() - 1).span().end();
    edits.add(new Edit(end, end, ")"));
  }

  /** What the prompt gives {@code main()} and {@code wait()}. */
  private static String filledIn(String function, int count) {
    if (!function.equals("main")) {
      return "0";
    }
    List<String> all = List.of("1", "(char *[]){\"main\", 0}", "environ");
    return String.join(", ", all.subList(0, count));
  }

  private String text(Span span) {
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::rank));
    StringBuilder out = new StringBuilder();
    int told = span.start();
    int end = end(span);
    for (Edit edit : edits) {
      if (edit.start >= told && edit.end <= end) {
        out.append(source.text(), told, edit.start).append(edit.text);
        told = edit.end;
      }
    }
    return out.append(source.text(), told, end).toString();
  }
}
