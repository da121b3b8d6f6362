package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.FunctionBody;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.ir.TypedLine.Replacement;
import org.forkshell.ir.TypedStatement;
import org.forkshell.language.Compilation;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Checks all the lines typed at a prompt, one after another. What a line declares, all later ones
 * see; what is declared again has its new meaning from then on, also for earlier functions if it is
 * a function of the same type. A line with errors changes nothing.
 */
public final class LineChecker {
  private final Linkage linkage;
  private final FileScope names;
  private int values;

  public LineChecker(Library library) {
    linkage = new Linkage(library);
    CheckProblems problems = new CheckProblems();
    names = new FileScope(null, Realm.USER, false, problems, linkage);
    names.checker().declarations.unit(library.headers());
    if (problems.hasErrors()) {
      throw new AssertionError("the headers do not compile: " + problems.found());
    }
    linkage.keep();
  }

  public Definitions definitions() {
    return linkage;
  }

  /** What a name means to the next line: the type of an object or function, or null. */
  public @Nullable Type typeOf(String name) {
    Symbol found = names.find(name);
    return found instanceof Symbol.Function function
        ? function.type()
        : found instanceof Symbol.Static object ? object.type() : null;
  }

  /** Checks a line; the lines after it see what it declares. */
  public Compilation<TypedLine> check(SourceText text, List<Statement> statements) {
    CheckProblems problems = new CheckProblems();
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
    List<Symbol> own = List.copyOf(scope.names().values());
    TypedLine line = new TypedLine("main", own, body, replaced(own), prompt.shown(), prompt.call());
    linkage.keep();
    names.adopt(scope);
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

  /** The functions of earlier lines that the line defines again, with the same type. */
  private List<Replacement> replaced(List<Symbol> own) {
    List<Replacement> replaced = new ArrayList<>();
    for (Symbol symbol : own) {
      if (symbol instanceof Symbol.Function function
          && function.isWritten()
          && names.find(function.name()) instanceof Symbol.Function old
          && old.resolved().realm() == Realm.USER
          && TypeRules.compatible(old.type(), function.type())) {
        replaced.add(new Replacement(old.resolved(), function));
      }
    }
    return replaced;
  }
}
