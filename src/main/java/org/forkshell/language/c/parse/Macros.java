package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is defined, in layers: the compiler's own macros, the standard headers', the session's, the
 * input's. An input that is refused is forgotten by forgetting its layer.
 */
final class Macros {
  private final @Nullable Macros outer;
  private final Map<Word, Macro> own = new HashMap<>();

  Macros(@Nullable Macros outer) {
    this.outer = outer;
  }

  @Nullable Macro find(Word name) {
    for (Macros layer = this; layer != null; layer = layer.outer) {
      Macro macro = layer.own.get(name);
      if (macro != null) {
        return macro.special == Macro.Special.UNDEFINED ? null : macro;
      }
    }
    return null;
  }

  void define(Macro macro) {
    macro.name.mayBeMacro = true;
    own.put(macro.name, macro);
  }

  void undefine(Word name) {
    if (find(name) != null) {
      own.put(name, Macro.undefined(name));
    }
  }

  /** Takes over what {@code inner}, a layer upon this one, has defined. */
  void keep(Macros inner) {
    own.putAll(inner.own);
  }

  /** What this layer itself defines, in no order. */
  List<Macro> own() {
    return new ArrayList<>(own.values());
  }
}
