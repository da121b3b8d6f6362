package org.forkshell.language.c.parse;

import org.jspecify.annotations.Nullable;

/**
 * Names of macros that a token must not expand again (C11 6.10.3.4 p2), as a list that shares its
 * tails.
 */
@SuppressWarnings("ReferenceEquality") // Words are unique; of sets only the shared ones matter.
final class HideSet {
  private final Word macro;
  private final @Nullable HideSet others;

  private HideSet(Word macro, @Nullable HideSet others) {
    this.macro = macro;
    this.others = others;
  }

  static boolean contains(@Nullable HideSet set, Word macro) {
    for (HideSet at = set; at != null; at = at.others) {
      if (at.macro == macro) {
        return true;
      }
    }
    return false;
  }

  static HideSet with(@Nullable HideSet set, Word macro) {
    return new HideSet(macro, set);
  }

  static @Nullable HideSet union(@Nullable HideSet one, @Nullable HideSet two) {
    if (one == null || one == two) {
      return two;
    }
    HideSet all = two;
    for (HideSet at = one; at != null; at = at.others) {
      if (!contains(two, at.macro)) {
        all = new HideSet(at.macro, all);
      }
    }
    return all;
  }

  static @Nullable HideSet intersection(@Nullable HideSet one, @Nullable HideSet two) {
    if (one == two) {
      return one;
    }
    HideSet both = null;
    for (HideSet at = one; at != null; at = at.others) {
      if (contains(two, at.macro)) {
        both = new HideSet(at.macro, both);
      }
    }
    return both;
  }
}
