package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedProgram;
import org.forkshell.language.Compilation;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;

/** Checks a whole program of C. */
public final class ProgramChecker {
  private ProgramChecker() {}

  /**
   * Checks a program.
   *
   * @param file what was parsed
   */
  public static Compilation<TypedProgram> check(
      SourceText file, Declaration.Unit unit, Library library) {
    CheckProblems problems = new CheckProblems();
    Linkage linkage = new Linkage(library);
    FileScope scope = new FileScope(null, Realm.USER, false, problems, linkage);
    DeclarationChecker declarations = scope.checker().declarations;
    declarations.unit(unit);
    Symbol main = scope.here("main");
    if (!(main instanceof Symbol.Function function && function.isDefined())) {
      problems.error(beginning(file), "check.main.missing");
    }
    declarations.unresolved();
    TypedProgram typed =
        problems.hasErrors()
            ? null
            : new TypedProgram(beginning(file), List.copyOf(scope.names().values()), linkage);
    return new Compilation<>(typed, problems.found());
  }

  /** Behind the comment lines that a file begins with. */
  private static Span beginning(SourceText file) {
    String text = file.text();
    int start = 0;
    while (text.startsWith("//", start) && text.indexOf('\n', start) >= 0) {
      start = text.indexOf('\n', start) + 1;
    }
    return new Span(file, start, start);
  }
}
