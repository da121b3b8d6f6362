package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.c.CLanguage;
import org.forkshell.c.Includes;
import org.forkshell.c.Parsed;
import org.forkshell.compile.Compilation;
import org.forkshell.compile.Program;
import org.forkshell.compile.ProgramChecker;
import org.forkshell.repl.StandardLibrary;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.forkshell.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/** A file of C on its way to a program. */
final class CFile {
  private CFile() {}

  /**
   * Reads and compiles it.
   *
   * @param name what it calls itself, {@code __FILE__}
   * @throws IOException when it cannot be read
   */
  static Compilation<Program> compile(Path file, String name) throws IOException {
    return compile(file, read(file, name));
  }

  /**
   * Compiles it.
   *
   * @param text what it holds, perhaps mended
   */
  static Compilation<Program> compile(Path file, SourceText text) {
    CLanguage language = new CLanguage();
    Parsed<Declaration.Unit> parsed = language.parse(text, includes(file));
    if (!parsed.isMended()) {
      return new Compilation<>(null, parsed.diagnostics());
    }
    Compilation<Program> compiled =
        ProgramChecker.compile(text, parsed.tree(), new StandardLibrary(language));
    List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
    if (!parsed.hasErrors()) {
      all.addAll(compiled.diagnostics());
      return new Compilation<>(compiled.result(), all);
    }
    for (Diagnostic other : compiled.diagnostics()) {
      if (other.isError()
          && parsed.diagnostics().stream().noneMatch(known -> explains(known, other))) {
        all.add(other);
      }
    }
    return new Compilation<>(null, all);
  }

  /** What is missing on a line makes the rest of it look strange. */
  private static boolean explains(Diagnostic known, Diagnostic other) {
    return known.isError() && known.span().line() == other.span().line();
  }

  static SourceText read(Path file, String name) throws IOException {
    return new SourceText(name, SourceBytes.decode(Files.readAllBytes(file)));
  }

  /** {@code #include "name"}: beside the file that says so. */
  private static Includes includes(Path program) {
    return new Includes() {
      @Override
      public @Nullable SourceText find(SourceText from, String name) {
        Path included = Path.of(from.name()).resolveSibling(name);
        if (!Files.isRegularFile(included)) {
          included = program.resolveSibling(name);
        }
        try {
          return Files.isRegularFile(included) ? read(included, included.toString()) : null;
        } catch (IOException e) {
          return null;
        }
      }
    };
  }
}
