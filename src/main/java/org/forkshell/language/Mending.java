package org.forkshell.language;

import org.forkshell.source.Diagnostic;
import org.forkshell.source.Diagnostic.Severity;
import org.forkshell.source.SourceText;

/**
 * What a text most likely was before a web page or an input method got hold of it.
 *
 * @param mended its lines are where they were
 * @param damage all that was done to it, in one sentence
 */
public record Mending(SourceText mended, Diagnostic damage) {
  /** The sentence, as a reason to refuse the text or as a remark. */
  public Diagnostic diagnostic(Severity severity) {
    return new Diagnostic(severity, damage.span(), damage.key(), damage.arguments());
  }
}
