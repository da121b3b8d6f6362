package org.forkshell.compile;

import java.util.List;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/** Checks a whole program of C. */
public final class ProgramChecker {
  private ProgramChecker() {}

  /**
   * Compiles a program with what it needs of the library.
   *
   * @param file what was parsed
   */
  public static Compilation<Program> compile(
      SourceText file, Declaration.Unit unit, Library library) {
    Problems problems = new Problems();
    TypedProgram typed = check(file, unit, library, problems);
    if (typed == null) {
      return new Compilation<>(null, problems.found());
    }
    Program program = Program.generate(typed);
    if (program == null) {
      problems.error(beginning(file), "check.program.large");
    }
    return new Compilation<>(program, problems.found());
  }

  /** Null if there are errors. */
  private static @Nullable TypedProgram check(
      SourceText file, Declaration.Unit unit, Library library, Problems problems) {
    Linkage linkage = new Linkage(library);
    FileScope scope = new FileScope(null, Realm.USER, false, problems, linkage);
    DeclarationChecker declarations = scope.checker().declarations;
    declarations.unit(unit);
    @Nullable Symbol main = scope.here("main");
    if (!(main instanceof Symbol.Function function && function.isDefined())) {
      problems.error(beginning(file), "check.main.missing");
    }
    declarations.unresolved();
    return problems.hasErrors()
        ? null
        : new TypedProgram(List.copyOf(scope.names().values()), linkage);
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
