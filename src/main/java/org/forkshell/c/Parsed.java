package org.forkshell.c;

import java.util.List;
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

  public boolean hasErrors() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }
}
