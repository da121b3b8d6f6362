package org.forkshell.language.c.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.jspecify.annotations.Nullable;

/** The names of a block, a prototype or a file, and those of what surrounds it (C11 6.2.1). */
class Scope {
  private final @Nullable Scope outer;
  // In the order of the text, which is the order of objects in memory.
  private final Map<String, Symbol> names = new LinkedHashMap<>();
  private final Map<String, Type> tags = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  @Nullable Scope outer() {
    return outer;
  }

  @Nullable Symbol find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Symbol found = scope.here(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** What the name stands for in this very scope. */
  @Nullable Symbol here(String name) {
    return names.get(name);
  }

  void put(Symbol symbol) {
    names.put(symbol.name(), symbol);
  }

  @Nullable Type findTag(String tag) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Type found = scope.tagHere(tag);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable Type tagHere(String tag) {
    return tags.get(tag);
  }

  void putTag(String tag, Type type) {
    tags.put(tag, type);
  }

  /** The names of this very scope. */
  Map<String, Symbol> names() {
    return names;
  }

  Map<String, Type> tags() {
    return tags;
  }
}
