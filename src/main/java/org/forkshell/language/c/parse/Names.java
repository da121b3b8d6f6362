package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which names are types where: all that C's grammar needs to know of scopes (C11 6.2.1). A local
 * variable hides a type of the same name until its block ends.
 */
final class Names {
  /** What a name was declared as, and what that hides. */
  private record Meaning(boolean type, @Nullable Meaning hidden, int depth) {}

  private final @Nullable Names outer;
  private final Map<Word, Meaning> meanings = new HashMap<>();
  private final List<Word> declared = new ArrayList<>();
  private final List<Integer> scopes = new ArrayList<>();

  Names(@Nullable Names outer) {
    this.outer = outer;
  }

  void enter() {
    scopes.add(declared.size());
  }

  void leave() {
    int from = scopes.remove(scopes.size() - 1);
    for (int i = declared.size() - 1; i >= from; i--) {
      Word word = declared.remove(i);
      Meaning meaning = meanings.get(word);
      if (meaning != null && meaning.hidden != null) {
        meanings.put(word, meaning.hidden);
      } else {
        meanings.remove(word);
      }
    }
  }

  /** Leaves all scopes but the outermost, after an error in their middle. */
  void leaveAll() {
    while (!scopes.isEmpty()) {
      leave();
    }
  }

  int depth() {
    return scopes.size();
  }

  void leaveTo(int depth) {
    while (scopes.size() > depth) {
      leave();
    }
  }

  void declare(Word word, boolean type) {
    Meaning before = meanings.get(word);
    int depth = scopes.size();
    if (before != null && before.depth == depth) {
      if (before.type != type) {
        meanings.put(word, new Meaning(type, before.hidden, depth));
      }
      return;
    }
    meanings.put(word, new Meaning(type, before, depth));
    if (depth > 0) {
      declared.add(word);
    }
  }

  boolean isType(Word word) {
    Meaning meaning = find(word);
    return meaning != null && meaning.type;
  }

  boolean isDeclared(Word word) {
    return find(word) != null;
  }

  /** Whether the name was declared in a block that is still open. */
  boolean isLocal(Word word) {
    Meaning meaning = meanings.get(word);
    return meaning != null && meaning.depth > 0;
  }

  private @Nullable Meaning find(Word word) {
    for (Names layer = this; layer != null; layer = layer.outer) {
      Meaning meaning = layer.meanings.get(word);
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }

  /** Takes over what {@code inner}, a layer upon this one, declared outside all blocks. */
  void keep(Names inner) {
    for (Map.Entry<Word, Meaning> entry : inner.meanings.entrySet()) {
      declare(entry.getKey(), entry.getValue().type);
    }
  }
}
