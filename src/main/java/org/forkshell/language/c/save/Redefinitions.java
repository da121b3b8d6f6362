package org.forkshell.language.c.save;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.forkshell.ir.Type;
import org.forkshell.language.c.check.TypeText;
import org.forkshell.language.c.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Which object or function each declaration of a log defines. A name that is declared again with
 * the same type means the same thing again, with a new value or a new body, and who knew it before
 * sees the change; with another type it is a new thing.
 */
final class Redefinitions {
  /**
   * The meaning of a declaration.
   *
   * @param generation counts the things of this name, from 1
   * @param version counts the definitions of this thing, from 1
   */
  record Definition(int generation, int version) {}

  private final Map<Declaration, Definition> all = new IdentityHashMap<>();
  private final Map<String, Definition> latest = new HashMap<>();
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  /** A name that is taken before the log begins. */
  void reserve(String name) {
    latest.put(name, new Definition(1, 1));
  }

  /**
   * Takes in the next declaration.
   *
   * @param type what it has; null for what is not an object or a function
   */
  void add(Declaration declaration, String name, @Nullable Type type) {
    Definition old = latest.get(name);
    Type before = types.get(name);
    Definition definition = new Definition(1, 1);
    if (old != null) {
      definition =
          type != null && before != null && isSame(type, before)
              ? new Definition(old.generation, old.version + 1)
              : new Definition(old.generation + 1, 1);
    }
    all.put(declaration, definition);
    latest.put(name, definition);
    versions.put(key(name, definition), definition.version);
    if (type == null) {
      types.remove(name);
    } else {
      types.put(name, type);
    }
  }

  /** A type without a name cannot be written twice. */
  private static boolean isSame(Type type, Type before) {
    return type.is(before) && !TypeText.of(type).contains("…");
  }

  @Nullable Definition of(Declaration declaration) {
    return all.get(declaration);
  }

  /** Whether the name means several things, one after another. */
  boolean isAmbiguous(String name) {
    Definition last = latest.get(name);
    return last != null && last.generation > 1;
  }

  /** Whether what is defined here is defined again later, or was before. */
  boolean isReplaced(String name, Definition definition) {
    return versions.getOrDefault(key(name, definition), 1) > 1;
  }

  /** A name for the thing that no other thing has. */
  String thing(String name, Definition definition) {
    return isAmbiguous(name) ? name + "_" + definition.generation : name;
  }

  private static String key(String name, Definition definition) {
    return name + "#" + definition.generation;
  }
}
