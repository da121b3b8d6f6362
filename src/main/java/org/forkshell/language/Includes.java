package org.forkshell.language;

import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** Finds what {@code #include "file.h"} names; the standard headers are known without it. */
@FunctionalInterface
public interface Includes {
  /** Finds nothing. */
  Includes NONE =
      new Includes() { // Not a lambda: the first one of a virtual machine costs milliseconds.
        @Override
        public @Nullable SourceText find(SourceText from, String name) {
          return null;
        }
      };

  /**
   * Looks for a file beside the one that includes it.
   *
   * @param from the text that includes, whose name says where it lies
   * @return null where there is no such file
   */
  @Nullable SourceText find(SourceText from, String name);

  /** Whether a file must not be read from here, whether it is there or not. */
  default boolean isBarred(SourceText from, String name) {
    return false;
  }
}
