package org.forkshell.language.c.syntax;

import java.util.List;

/**
 * Where a declaration wants what it declares to lie, as it was written.
 *
 * @param packed whether the members of a structure, or a member, leave no gaps
 * @param alignments each asks for a multiple of a number of bytes; the largest counts
 */
public record Placement(boolean packed, List<Expression> alignments) {
  /** Nothing was said: as the type needs it. */
  public static final Placement NATURAL = new Placement(false, List.of());

  public static final Placement PACKED = new Placement(true, List.of());
}
