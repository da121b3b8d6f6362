package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedExpression;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** Finds the name that was meant where one is not known. */
final class Suggestions {
  private final Checker checker;

  Suggestions(Checker checker) {
    this.checker = checker;
  }

  /** Reports a name that nothing declares. */
  TypedExpression.Wrong undeclared(Span at, String name) {
    String header = checker.linkage().library().headerOf(name);
    if (header != null) {
      return checker.wrong(at, "check.undeclared.header", name, header);
    }
    // Other names of functions are words that may as well be a variable's.
    if (isOfCompiler(name)) {
      return checker.wrong(at, "c.unsupported", name);
    }
    Optional<String> instead =
        name.indexOf('_') > 0 ? SystemFunctions.find(name) : Optional.empty();
    if (instead.isPresent()) {
      unsupported(at, name, instead.get());
      return TypedExpression.WRONG;
    }
    String near = nearest(name, false);
    return near == null
        ? checker.wrong(at, "check.undeclared", name)
        : checker.wrong(at, "check.undeclared.near", name, near);
  }

  /** Reports a function that is called and defined nowhere. */
  void unknownFunction(Span at, String name) {
    if (isOfCompiler(name)) {
      checker.error(at, "c.unsupported", name);
      return;
    }
    Optional<String> instead = SystemFunctions.find(name);
    if (instead.isPresent()) {
      unsupported(at, name, instead.get());
      return;
    }
    String near = nearest(name, true);
    if (near == null) {
      checker.error(at, "check.function.unknown", name);
    } else {
      checker.error(at, "check.function.unknown.near", name, near);
    }
  }

  /** Names that only a compiler gives: nobody has misspelled one. */
  private static boolean isOfCompiler(String name) {
    return name.startsWith("__builtin_")
        || name.startsWith("__sync_")
        || name.startsWith("__atomic_")
        || name.startsWith("__c11_")
        || name.startsWith("__ATOMIC_");
  }

  private void unsupported(Span at, String name, String instead) {
    if (instead.isEmpty()) {
      checker.error(at, "check.function.later", name);
    } else {
      checker.error(at, "check.function.instead", name, instead);
    }
  }

  private @Nullable String nearest(String name, boolean function) {
    List<String> known = new ArrayList<>();
    for (Scope scope = checker.scope(); scope != null; scope = scope.outer()) {
      for (Symbol symbol : scope.names().values()) {
        if (!(symbol instanceof Symbol.Function f && f.isImplicit())
            && (!function || symbol instanceof Symbol.Function)) {
          known.add(symbol.name());
        }
      }
      if (scope instanceof FileScope file) {
        file.waiting().forEach(known::add);
      }
    }
    known.addAll(checker.linkage().library().names());
    // What has two underscores is the library's own.
    known.removeIf(other -> other.startsWith("__") || other.equals(name));
    return Spelling.nearest(name, known);
  }
}
