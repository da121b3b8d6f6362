package org.forkshell.language.c.check;

import java.util.List;
import java.util.Optional;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedExpression;
import org.forkshell.source.Span;
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
    Nearest nearest = new Nearest(name);
    for (Scope scope = checker.scope(); scope != null; scope = scope.outer()) {
      for (Symbol symbol : scope.names().values()) {
        if (!(symbol instanceof Symbol.Function f && f.isImplicit())
            && (!function || symbol instanceof Symbol.Function)) {
          nearest.consider(symbol.name());
        }
      }
      if (scope instanceof FileScope file) {
        file.waiting().forEach(nearest::consider);
      }
    }
    checker.linkage().library().names().forEach(nearest::consider);
    return nearest.found();
  }

  static @Nullable String nearest(String name, Iterable<String> names) {
    Nearest nearest = new Nearest(name);
    names.forEach(nearest::consider);
    return nearest.found();
  }

  static @Nullable String nearest(String name, List<String> names) {
    return nearest(name, (Iterable<String>) names);
  }

  /** The closest of the names seen so far; the first of equals. */
  private static final class Nearest {
    private final String wanted;
    private int best;
    private @Nullable String found;

    Nearest(String wanted) {
      this.wanted = wanted;
      this.best = Math.max(1, wanted.length() / 3) + 1;
    }

    void consider(String name) {
      if (name.startsWith("__")
          || Math.abs(name.length() - wanted.length()) >= best
          || name.equals(wanted)) {
        return;
      }
      int distance = name.equalsIgnoreCase(wanted) ? 0 : distance(wanted, name);
      if (distance < best || (distance == best && found != null && name.compareTo(found) < 0)) {
        if (distance < Math.max(name.length(), wanted.length())) {
          best = distance;
          found = name;
        }
      }
    }

    @Nullable String found() {
      return found;
    }
  }

  /** Levenshtein's distance, where two letters changed places count as one mistake. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
