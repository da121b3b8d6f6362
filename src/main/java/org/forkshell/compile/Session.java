package org.forkshell.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.machine.code.Segment;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * All the lines typed at a prompt, compiled one after another. What a line declares, all later ones
 * see; what is declared again has its new meaning from then on, also for earlier functions if it is
 * a function of the same type. A line with errors changes nothing.
 */
public final class Session {
  private final Linkage linkage;
  private final Layout layout;
  private final FileScope names;
  private final Map<String, Symbols.Global> variables = new LinkedHashMap<>();
  private SourceMap sourceMap = new SourceMap(List.of());
  private Symbols symbols = new Symbols(List.of(), List.of());
  private int values;

  public Session(Library library) {
    linkage = new Linkage(library);
    layout = new Layout(linkage);
    Problems problems = new Problems();
    names = new FileScope(null, Realm.USER, false, problems, linkage);
    names.checker().declarations.unit(library.headers());
    if (problems.hasErrors()) {
      throw new AssertionError("the headers do not compile: " + problems.found());
    }
    linkage.keep();
  }

  /** The objects that lines declared, in the order of their first declarations. */
  public List<Symbols.Global> variables() {
    return List.copyOf(variables.values());
  }

  /** Where all code of the session comes from. */
  public SourceMap sourceMap() {
    return sourceMap;
  }

  /** All functions and objects of the session, old ones too. */
  public Symbols symbols() {
    return symbols;
  }

  /** What a name means to the next line: the type of an object or function, or null. */
  public @Nullable Type typeOf(String name) {
    Symbol found = names.find(name);
    return found instanceof Symbol.Function function
        ? function.type()
        : found instanceof Symbol.Static object ? object.type() : null;
  }

  /**
   * A function of the library for the console to call, as if it were a line; its arguments are the
   * caller's to give.
   *
   * @param header which declares it
   */
  public Line entry(String header, String libraryFunction) {
    Code code = layout.code();
    List<Symbols.Function> functions = new ArrayList<>();
    Symbol.Function function = layout.library(header, libraryFunction);
    layout.complete(new Generator(code, layout), functions);
    return line(code, functions, List.of(), function.offset(), List.of());
  }

  /**
   * The offset of an object of the library's own in the address space; 0 as long as no line needs
   * it.
   */
  public long libraryObject(String name) {
    return linkage.external(Realm.LIBRARY, name) instanceof Symbol.Static object
        ? object.resolved().offset()
        : 0;
  }

  /** Compiles a line. */
  public Compilation<Line> compile(SourceText text, List<Statement> statements) {
    Problems problems = new Problems();
    FileScope scope = new FileScope(names, Realm.USER, true, problems, linkage);
    FunctionContext context = new FunctionContext("main", Type.INT, true);
    scope.checker().function(context);
    PromptChecker prompt = new PromptChecker(scope.checker(), values + 1);
    TypedStatement.Block block = prompt.check(statements);
    unresolved(scope.checker(), context);
    if (problems.hasErrors()) {
      linkage.forget();
      return new Compilation<>(null, problems.found());
    }
    Span end = new Span(text, text.text().length(), text.text().length());
    FunctionBody body =
        new FunctionBody(List.of(), null, block, end, List.copyOf(context.arrays()), false);
    Line line = generate(scope, body, prompt.shown());
    values += prompt.isValueKept() ? 1 : 0;
    return new Compilation<>(line, problems.found());
  }

  /**
   * A function may call what is only declared so far; what this line calls must be there, and what
   * that calls.
   */
  private void unresolved(Checker checker, FunctionContext context) {
    Map<Symbol, Span> uses = checker.declarations.uses();
    Set<Symbol.Function> seen = new HashSet<>();
    for (Symbol.Function called : context.references()) {
      Symbol.Function missing = missing(called, seen);
      Span at = uses.get(called);
      if (missing != null && at != null && !missing.isImplicit()) {
        if (missing == called) {
          checker.error(at, "check.function.undefined.yet", called.name());
        } else {
          checker.error(at, "check.function.undefined.within", called.name(), missing.name());
        }
      }
    }
    for (Map.Entry<Symbol, Span> use : uses.entrySet()) {
      if (use.getKey() instanceof Symbol.Function function
          && function.isImplicit()
          && linkage.resolve(function) == null) {
        checker.suggestions.unknownFunction(use.getValue(), function.name());
      } else if (use.getKey() instanceof Symbol.Static object
          && object.isExternal()
          && linkage.resolve(object) == null) {
        checker.error(use.getValue(), "check.object.undefined", object.name());
      }
    }
  }

  private Symbol.@Nullable Function missing(Symbol.Function function, Set<Symbol.Function> seen) {
    Symbol.Function found = linkage.resolve(function);
    if (found == null) {
      return function;
    }
    if (found.realm() == Realm.USER && seen.add(found)) {
      for (Symbol.Function called : found.references()) {
        Symbol.Function missing = missing(called, seen);
        if (missing != null) {
          return missing;
        }
      }
    }
    return null;
  }

  private Line generate(FileScope scope, FunctionBody body, List<Symbol.Static> shown) {
    List<Segment> redirections = new ArrayList<>();
    Code code = layout.code();
    Generator generator = new Generator(code, layout);
    List<Symbols.Function> functions = new ArrayList<>();
    List<Symbol.Function[]> replaced = new ArrayList<>();
    List<Symbols.Global> globals = new ArrayList<>();
    for (Symbol symbol : scope.names().values()) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        layout.offset(object);
        Symbols.Global global = global(object);
        globals.add(global);
        variables.put(object.name(), global);
      } else if (symbol instanceof Symbol.Function function && function.syntax() != null) {
        if (names.find(function.name()) instanceof Symbol.Function old
            && old.resolved().realm() == Realm.USER
            && TypeRules.compatible(old.type(), function.type())) {
          replaced.add(new Symbol.Function[] {old.resolved(), function});
        }
        layout.required(function);
      }
    }
    for (Symbol.Function[] pair : replaced) {
      pair[0].origin(pair[1]);
    }
    Symbols.Function line = new FunctionGenerator(generator).generate("main", body);
    functions.add(line);
    layout.complete(generator, functions);
    for (Symbol.Function[] pair : replaced) {
      if (pair[0].offset() != 0) {
        redirections.add(Layout.redirection(pair[0].offset(), pair[1].offset()));
      }
    }
    List<Symbols.Global> visible = new ArrayList<>();
    for (Symbol.Static object : shown) {
      visible.add(global(object));
    }
    linkage.keep();
    names.adopt(scope);
    Line made = line(code, functions, globals, line.from(), visible);
    List<Segment> segments = new ArrayList<>(made.segments());
    segments.addAll(redirections);
    return new Line(
        List.copyOf(segments), made.entry(), made.shown(), made.sourceMap(), made.symbols());
  }

  private Symbols.Global global(Symbol.Static object) {
    return new Symbols.Global(object.name(), object.type(), layout.offset(object), false);
  }

  private Line line(
      Code code,
      List<Symbols.Function> functions,
      List<Symbols.Global> globals,
      long entry,
      List<Symbols.Global> shown) {
    List<Segment> segments = layout.finish(code);
    SourceMap lines = new SourceMap(List.of(code.parts()));
    Symbols made = new Symbols(functions, globals);
    sourceMap = sourceMap.with(lines);
    symbols = symbols.with(made);
    return new Line(segments, entry, List.copyOf(shown), lines, made);
  }
}
