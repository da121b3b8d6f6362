package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.ir.TypedProgram;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.check.ProgramChecker;
import org.forkshell.language.c.parse.Parsed;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;

/** The way from the text of a program to what is put into memory: parsed, checked, generated. */
public final class ProgramCompiler {
  private final ProgramParser language;
  private final Library library;

  public ProgramCompiler(ProgramParser language, Library library) {
    this.language = language;
    this.library = library;
  }

  /** Compiles a program; all that is wrong with it is found in one go. */
  public Compilation<Program> compile(SourceText text, Includes includes) {
    Parsed<Declaration.Unit> parsed = language.parse(text, includes);
    if (!parsed.isMended()) {
      return new Compilation<>(null, parsed.diagnostics());
    }
    Compilation<TypedProgram> checked = ProgramChecker.check(text, parsed.tree(), library);
    List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
    if (parsed.hasErrors()) {
      for (Diagnostic other : checked.diagnostics()) {
        if (other.isError()
            && parsed.diagnostics().stream().noneMatch(known -> explains(known, other))) {
          all.add(other);
        }
      }
      return new Compilation<>(null, all);
    }
    all.addAll(checked.diagnostics());
    TypedProgram typed = checked.result();
    Program program = typed == null ? null : Program.generate(typed);
    if (typed != null && program == null) {
      all.addAll(ProgramChecker.tooLarge(text));
    }
    return new Compilation<>(program, all);
  }

  /** What is missing on a line makes the rest of it look strange. */
  private static boolean explains(Diagnostic known, Diagnostic other) {
    return known.isError() && known.span().line() == other.span().line();
  }
}
