package org.forkshell.language.c.check;

import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.c.CLanguage;
import org.forkshell.language.c.StandardLibrary;
import org.forkshell.language.c.parse.Parsed;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.source.SourceText;

/** Programs given as text, compiled with the C front end and the library. */
public final class Compiled {
  public static final Language C = new CLanguage();
  public static final ProgramParser LANGUAGE = new ProgramParser();
  public static final Library LIBRARY = new StandardLibrary(LANGUAGE);

  private Compiled() {}

  static Compilation<Program> of(String source) {
    return of(new SourceText("test.c", source));
  }

  static Compilation<Program> of(SourceText text) {
    Parsed<Declaration.Unit> parsed = LANGUAGE.parse(text, Includes.NONE);
    if (parsed.hasErrors()) {
      return new Compilation<>(null, parsed.diagnostics());
    }
    return new ProgramCompiler(C).compile(text, Includes.NONE);
  }

  /** A program that must compile. */
  static Program program(String source) {
    Compilation<Program> compiled = of(source);
    Program program = compiled.result();
    if (program == null) {
      throw new AssertionError(Run.render(compiled.diagnostics()));
    }
    return program;
  }

  /** What a program prints, and how it ends if that is not {@code exit 0}. */
  static String output(String source) {
    try (Run run = new Run()) {
      String end = run.run(program(source));
      return run.text() + (end.equals("exit 0") ? "" : "[" + end + "]");
    }
  }

  /** What the statements of a main function print. */
  static String statements(String statements) {
    return output("#include <stdio.h>\nint main(void) {\n" + statements + "\nreturn 0; }\n");
  }
}
