package org.forkshell.language.c.parse;

import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** A macro's definition. */
final class Macro {
  private static final Token[] NOTHING = {};
  private static final int[] NO_USES = {};

  /** A name whose value depends on the place. */
  enum Special {
    NONE,
    UNDEFINED,
    LINE,
    FILE,
    DATE,
    TIME,
    COUNTER
  }

  final Word name;

  /** Null for a macro without parentheses. */
  final Word @Nullable [] parameters;

  /** Whether the last parameter takes all the rest. */
  final boolean variadic;

  final Token[] body;

  /** For each token of the body the parameter it names, or -1. */
  final int[] uses;

  final Special special;

  /** The text that defines it, null if none does. */
  final @Nullable SourceText from;

  Macro(
      Word name,
      Word @Nullable [] parameters,
      boolean variadic,
      Token[] body,
      int[] uses,
      Special special,
      @Nullable SourceText from) {
    this.name = name;
    this.parameters = parameters;
    this.variadic = variadic;
    this.body = body;
    this.uses = uses;
    this.special = special;
    this.from = from;
  }

  static Macro special(Word name, Special special) {
    name.mayBeMacro = true;
    return new Macro(name, null, false, NOTHING, NO_USES, special, null);
  }

  /** The tomb stone that hides a definition of an outer layer. */
  static Macro undefined(Word name) {
    return special(name, Special.UNDEFINED);
  }

  boolean isFunction() {
    return parameters != null;
  }

  /** Whether defining both is harmless (C11 6.10.3 p2). */
  @SuppressWarnings("ReferenceEquality") // Words are unique.
  boolean sameAs(Macro other) {
    if (special != other.special
        || variadic != other.variadic
        || body.length != other.body.length
        || isFunction() != other.isFunction()) {
      return false;
    }
    if (parameters != null && other.parameters != null) {
      if (parameters.length != other.parameters.length) {
        return false;
      }
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i] != other.parameters[i]) {
          return false;
        }
      }
    }
    for (int i = 0; i < body.length; i++) {
      if (!body[i].text.equals(other.body[i].text)
          || (i > 0 && body[i].spaced != other.body[i].spaced)) {
        return false;
      }
    }
    return true;
  }
}
