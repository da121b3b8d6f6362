package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.ir.TypedProgram;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;

/** The way from the text of a program to what is put into memory: checked, then generated. */
public final class ProgramCompiler {
  private final Language language;
  private final boolean findsRaces;

  public ProgramCompiler(Language language) {
    this(language, false);
  }

  /**
   * @param findsRaces whether data races are to be looked for
   */
  public ProgramCompiler(Language language, boolean findsRaces) {
    this.language = language;
    this.findsRaces = findsRaces;
  }

  /**
   * Compiles a program; all that is wrong with it is found in one go.
   *
   * @param includes finds the files that it includes
   */
  public Compilation<Program> compile(SourceText text, Includes includes) {
    Compilation<TypedProgram> checked = language.program(text, includes);
    TypedProgram typed = checked.result();
    if (typed == null) {
      return new Compilation<>(null, checked.diagnostics());
    }
    Program program = Program.generate(typed, findsRaces);
    if (program != null) {
      return new Compilation<>(program, checked.diagnostics());
    }
    List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
    all.add(Diagnostic.error(typed.beginning(), "check.program.large"));
    return new Compilation<>(null, all);
  }
}
