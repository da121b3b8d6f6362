package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Which instructions belong to which part of the text. */
public final class SourceMap {
  /** The instructions from {@code offset} up to the next part's are those of {@code span}. */
  record Part(long offset, Span span) {}

  private final List<Part> parts;

  /**
   * @param parts in the order of their offsets
   */
  SourceMap(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * The text that the instruction at a code offset was made from, or null. Of a caller, ask for
   * where it goes on, less one.
   */
  public @Nullable Span at(long offset) {
    int low = 0;
    int high = parts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).offset <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? null : parts.get(high).span;
  }

  SourceMap with(SourceMap later) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(later.parts);
    return new SourceMap(all);
  }
}
