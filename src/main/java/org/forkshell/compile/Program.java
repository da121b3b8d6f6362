package org.forkshell.compile;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.machine.code.Segment;
import org.forkshell.machine.code.StreamLayout;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * A whole program, ready to be put into memory.
 *
 * @param segments everything it begins with; what they leave out is zero
 * @param entry the code offset of its first function, whose arguments are argc, argv and envp; it
 *     never returns
 */
public record Program(List<Segment> segments, long entry, SourceMap sourceMap, Symbols symbols) {
  private static final String ENTRY_HEADER = "bits/start.h";

  /** Objects of the library that one looks at from outside, if the program uses them. */
  private static final List<String> OBSERVED =
      List.of("__stdin", "__stdout", "__stderr", StreamLayout.LIST);

  private static final String ENTRY = "__start";

  /**
   * Compiles a program with what it needs of the library.
   *
   * @param file what was parsed
   */
  public static Compilation<Program> compile(
      SourceText file, Declaration.Unit unit, Library library) {
    Problems problems = new Problems();
    Linkage linkage = new Linkage(library);
    FileScope scope = new FileScope(null, Realm.USER, false, problems, linkage);
    DeclarationChecker declarations = scope.checker().declarations;
    declarations.unit(unit);
    @Nullable Symbol main = scope.here("main");
    if (!(main instanceof Symbol.Function function && function.isDefined())) {
      problems.error(beginning(file), "check.main.missing");
    }
    declarations.unresolved();
    if (problems.hasErrors()) {
      return new Compilation<>(null, problems.found());
    }
    Program program = link(scope, linkage);
    if (program == null) {
      problems.error(beginning(file), "check.program.large");
    }
    return new Compilation<>(program, problems.found());
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

  /** Null if the program has no room. */
  private static @Nullable Program link(FileScope scope, Linkage linkage) {
    Layout layout = new Layout(linkage);
    Code code = layout.code();
    Generator generator = new Generator(code, layout);
    List<Symbols.Function> functions = new ArrayList<>();
    for (Symbol symbol : scope.names().values()) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        layout.offset(object);
      } else if (symbol instanceof Symbol.Function function && function.syntax() != null) {
        layout.required(function);
      }
    }
    Symbol.Function start = layout.library(ENTRY_HEADER, ENTRY);
    layout.complete(generator, functions);
    List<Segment> segments = layout.finish(code);
    if (layout.isFull()) {
      return null;
    }
    List<Symbols.Global> globals = new ArrayList<>();
    for (Symbol symbol : scope.names().values()) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        globals.add(new Symbols.Global(object.name(), object.type(), object.offset(), false));
      }
    }
    for (String name : OBSERVED) {
      if (linkage.external(Realm.LIBRARY, name) instanceof Symbol.Static object
          && object.resolved().offset() != 0) {
        globals.add(new Symbols.Global(name, object.type(), object.resolved().offset(), true));
      }
    }
    return new Program(
        List.copyOf(segments),
        start.offset(),
        new SourceMap(List.of(code.parts())),
        new Symbols(functions, globals));
  }
}
