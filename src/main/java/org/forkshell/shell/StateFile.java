package org.forkshell.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that are kept from one day to the next, by the XDG base directory specification. */
public final class StateFile {
  private StateFile() {}

  /** Where the file of a name is; null where the user has no place for it. */
  public static @Nullable Path of(String name) {
    try {
      String state = System.getenv("XDG_STATE_HOME");
      if (state != null && state.startsWith("/")) {
        return Path.of(state, "forkshell", name);
      }
      String home = System.getenv("HOME");
      return home == null || !home.startsWith("/")
          ? null
          : Path.of(home, ".local", "state", "forkshell", name);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
