package org.forkshell.language.c.parse;

import java.util.List;
import java.util.Set;
import org.forkshell.source.Diagnostic;

/**
 * What became of a text.
 *
 * @param tree where there are errors, what could be saved
 * @param diagnostics in the order of the text
 */
public record Parsed<T>(T tree, List<Diagnostic> diagnostics) {
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Mistakes after which the tree still says all that was written. */
  private static final Set<String> MENDED =
      Set.of("c.missing", "c.comma.extra", "c.closing.extra", "c.semicolon.colon", "c.case.colon");

  /**
   * Whether nothing is wrong but marks that are missing or too many, so that it is worth looking
   * for other mistakes as well.
   */
  public boolean isMended() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError() && !MENDED.contains(diagnostic.key())) {
        return false;
      }
    }
    return true;
  }

  public boolean hasErrors() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }
}
