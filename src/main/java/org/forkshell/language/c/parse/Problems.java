package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;

/**
 * The diagnostics of one parse. Keeps consequences of an error from being told as errors of their
 * own: after the first on a line the parser's others there are dropped, and after {@link #MOST}
 * nothing more is told.
 */
final class Problems {
  /** More would scroll the first one, which matters most, off the screen. */
  static final int MOST = 20;

  /** Errors that swallow the rest of the text. */
  private static final List<String> CUTTING =
      List.of("c.comment.open", "c.if.open", "c.macro.open");

  private final List<Diagnostic> told = new ArrayList<>(0);
  private int errors;
  private boolean cut;
  private boolean missedHeader;

  boolean hasErrors() {
    return errors > 0;
  }

  boolean isFull() {
    return errors >= MOST;
  }

  /** Whether the end of the text, as the parser sees it, is not where the learner put it. */
  boolean isCut() {
    return cut;
  }

  /** A header is not there: types that nobody declares may well be its own. */
  void missHeader() {
    missedHeader = true;
  }

  boolean missesHeader() {
    return missedHeader;
  }

  void add(Diagnostic problem) {
    if (told.size() >= 2 * MOST || (problem.isError() && isFull())) {
      return;
    }
    for (int i = 0; i < told.size(); i++) {
      Diagnostic other = told.get(i);
      if (other.key().equals(problem.key()) && other.span().equals(problem.span())) {
        return;
      }
    }
    told.add(problem);
    if (problem.isError()) {
      errors++;
      cut |= problem.key().endsWith(".open") && CUTTING.contains(problem.key());
    }
  }

  /** Tells this in place of all that has been told: it explains the rest. */
  void only(Diagnostic problem) {
    told.clear();
    errors = 0;
    add(problem);
  }

  void error(Span span, String key, Object... arguments) {
    add(Diagnostic.error(span, key, arguments));
  }

  void warning(Span span, String key, Object... arguments) {
    add(Diagnostic.warning(span, key, arguments));
  }

  /** An error that the parser found: not told where another one on the same line explains it. */
  void syntaxError(Span span, String key, Object... arguments) {
    if (errors > 0 && hasErrorOnLine(span)) {
      return;
    }
    error(span, key, arguments);
  }

  private boolean hasErrorOnLine(Span span) {
    int line = span.line();
    for (int i = told.size() - 1; i >= 0; i--) {
      Diagnostic other = told.get(i);
      if (other.isError()
          && other.span().source() == span.source()
          && other.span().line() <= line
          && line <= other.span().source().lineAt(other.span().end())) {
        return true;
      }
    }
    return false;
  }

  /** All, in the order of the text. */
  List<Diagnostic> all() {
    List<Diagnostic> all = new ArrayList<>(told);
    // Insertion keeps the order in which equal places were told; there are at most a few dozen.
    for (int i = 1; i < all.size(); i++) {
      Diagnostic moved = all.get(i);
      int to = i;
      while (to > 0 && isBefore(moved, all.get(to - 1))) {
        all.set(to, all.get(to - 1));
        to--;
      }
      all.set(to, moved);
    }
    return all;
  }

  private static boolean isBefore(Diagnostic one, Diagnostic other) {
    return one.span().source() == other.span().source()
        && one.span().start() < other.span().start();
  }
}
