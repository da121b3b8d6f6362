package org.forkshell.language;

import org.forkshell.ir.TypedLine;
import org.jspecify.annotations.Nullable;

/**
 * What a language made of a line that is right. It holds whatever the language itself wants to know
 * of the line later, when the session is saved; everybody else sees the typed tree.
 */
public interface LineAnalysis {
  /** What is to be run; null where there is nothing, a comment, say. */
  @Nullable TypedLine typed();

  /**
   * What is most likely entered next because of this line, the call of a {@code main} that it
   * defines; empty for nothing.
   */
  default String proposal() {
    return "";
  }
}
