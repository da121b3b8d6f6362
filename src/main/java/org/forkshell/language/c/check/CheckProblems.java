package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;

/** The diagnostics of one compilation, as they are found. */
final class CheckProblems {
  /** More help nobody. */
  private static final int MOST = 100;

  private final List<Diagnostic> found = new ArrayList<>();
  private int errors;

  void error(Span at, String key, Object... arguments) {
    add(Diagnostic.error(at, key, arguments));
  }

  void warning(Span at, String key, Object... arguments) {
    add(Diagnostic.warning(at, key, arguments));
  }

  private void add(Diagnostic diagnostic) {
    if (found.contains(diagnostic)) {
      return;
    }
    if (diagnostic.isError()) {
      errors++;
    }
    if (found.size() < MOST) {
      found.add(diagnostic);
    }
  }

  boolean hasErrors() {
    return errors > 0;
  }

  int errors() {
    return errors;
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }
}
