package org.forkshell.language.c.check;

import java.util.Set;
import org.forkshell.language.c.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions come from that a program uses and does not define. What a header declares is
 * defined in one source of its own. Of a source, only what the program reaches is compiled.
 */
public interface Library {
  /**
   * The source that defines what a header declares, or null if everything that it declares is
   * computed by the machine or the kernel.
   *
   * @param header as it stands between the brackets of {@code #include}
   */
  Declaration.@Nullable Unit source(String header);

  /** The declarations of all headers. */
  Declaration.Unit headers();

  /**
   * The header that declares a name, as it stands between the brackets of {@code #include}, or
   * null.
   */
  @Nullable String headerOf(String name);

  /** All names that the headers declare, to find the one that was meant. */
  Set<String> names();
}
