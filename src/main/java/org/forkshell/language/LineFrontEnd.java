package org.forkshell.language;

import java.util.List;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.Type;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A front end for lines that are typed one after another: it remembers what they declared. What a
 * word alone means at the prompt, {@code fork} or {@code wait}, is its affair.
 */
public interface LineFrontEnd {
  /**
   * Whether a text can be run, or told to be wrong, as it stands.
   *
   * @param text whole lines
   * @param next the line after them, which may belong to them, {@code else} say; null where it is
   *     not known
   */
  Completeness completeness(String text, @Nullable String next);

  /** Checks a text; if it is right, all later ones see what it declares. */
  Compilation<LineAnalysis> check(SourceText text);

  /** The text as it was before damage that keeps it from being run; null where there is none. */
  default @Nullable Mending mending(SourceText text) {
    return null;
  }

  /** What a name means to the next line: the type of an object or function, or null. */
  @Nullable Type typeOf(String name);

  /** Where what the lines mention and do not define is found. */
  Definitions definitions();

  /** A session as a program that does the same. */
  SavedProgram save(List<LoggedLine> log);
}
