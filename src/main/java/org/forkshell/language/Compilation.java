package org.forkshell.language;

import java.util.List;
import org.forkshell.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What came of a text.
 *
 * @param result null if there are errors among the diagnostics
 */
public record Compilation<T>(@Nullable T result, List<Diagnostic> diagnostics) {
  /** Whether the text can be run. */
  public boolean isSuccess() {
    return result != null;
  }
}
