package org.forkshell.language;

import java.util.List;
import java.util.Set;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedProgram;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A language that programs and lines at the prompt are written in: what everybody but the front end
 * itself sees of it. A front end makes of a text the typed tree of {@link org.forkshell.ir}, which
 * is no language's; instructions, processes and all that is shown of them come from there.
 *
 * <p>One object serves a whole session and keeps what is costly to make, a library say. It may be
 * used by several threads.
 */
public interface Language {
  /** How the names of its programs end, with the dot: {@code .c}. */
  String extension();

  /**
   * A whole program; all that is wrong with it is found in one go.
   *
   * @param includes finds the learner's own files that it includes
   */
  Compilation<TypedProgram> program(SourceText text, Includes includes);

  /**
   * Begins a session of lines that know of each other.
   *
   * @param includes finds the learner's own files that lines include
   */
  LineFrontEnd lines(Includes includes);

  /**
   * What each piece of a text is, in order, to colour it while it is typed. Nothing is refused;
   * white space belongs to no region.
   */
  List<TokenRegion> regions(String text);

  /** The words that every line may use: keywords, and the names of the library. */
  Set<String> words();

  /** A declaration of {@code name}, or the type alone where it is empty. */
  String declaration(Type type, String name);

  /** The value of an object of this type at an absolute address, as a program would write it. */
  String value(Type type, long address, ObservedMemory memory);

  /** Whether a diagnostic tells of what a web page or an input method did to a text. */
  default boolean isDamage(Diagnostic diagnostic) {
    return false;
  }

  /** The text as it was before it was damaged; null where there is nothing to be mended. */
  default @Nullable Mending mending(SourceText text) {
    return null;
  }

  /** What the shell calls a program: its file's name without the extension. */
  default String programName(String file) {
    return file.endsWith(extension())
        ? file.substring(0, file.length() - extension().length())
        : file;
  }
}
