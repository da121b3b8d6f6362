package org.forkshell.language.c.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.language.c.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * The names of a file, or of a line typed at the prompt on top of those of all lines before.
 * Prototypes that come from headers wait until somebody asks for them: a program includes hundreds
 * and calls ten.
 */
final class FileScope extends Scope {
  private final Realm realm;
  private final boolean prompt;
  private final Map<String, Declaration.Variable> waiting = new HashMap<>();
  private final Checker checker;
  private Set<String> implicit = Set.of();

  /**
   * @param prompt whether declarations may be repeated with another meaning, which later lines then
   *     use
   */
  FileScope(
      @Nullable Scope outer, Realm realm, boolean prompt, CheckProblems problems, Linkage linkage) {
    super(outer);
    this.realm = realm;
    this.prompt = prompt;
    this.checker = new Checker(problems, linkage, this);
  }

  Realm realm() {
    return realm;
  }

  boolean isPrompt() {
    return prompt;
  }

  Checker checker() {
    return checker;
  }

  /** Sets the functions whose headers the file does not include. */
  void implicit(Set<String> names) {
    implicit = names;
  }

  /** Whether a function counts as declared only because it is called. */
  boolean isImplicit(String name) {
    return implicit.contains(name);
  }

  /** Keeps a prototype for later; false if there is something of this name already. */
  boolean postpone(Declaration.Variable prototype) {
    if (super.here(prototype.name()) != null) {
      return false;
    }
    waiting.putIfAbsent(prototype.name(), prototype);
    return true;
  }

  @Override
  @Nullable Symbol here(String name) {
    Symbol found = super.here(name);
    if (found != null || waiting.isEmpty()) {
      return found;
    }
    Declaration.Variable prototype = waiting.remove(name);
    if (prototype == null) {
      return null;
    }
    Scope current = checker.scope();
    checker.enter(this);
    checker.declarations.declare(prototype);
    checker.enter(current);
    return super.here(name);
  }

  /** The names that wait. */
  Iterable<String> waiting() {
    return waiting.keySet();
  }

  /** Takes over the names of a line that is kept. */
  void adopt(FileScope line) {
    for (Symbol symbol : line.names().values()) {
      waiting.remove(symbol.name());
      put(symbol);
    }
    line.tags().forEach(this::putTag);
  }
}
