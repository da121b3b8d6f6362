package org.forkshell.lesson;

import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * The processes that a lesson means.
 *
 * @param name the one, or null for several
 * @param root whether the root is among them, where they are several
 */
public record Who(@Nullable ProcessName name, boolean root) {
  public static final Who ANY = new Who(null, true);

  /** All but the root. */
  public static final Who CHILD = new Who(null, false);

  public static Who of(ProcessName name) {
    return new Who(name, name.isRoot());
  }

  boolean means(ProcessName other) {
    return name == null ? root || !other.isRoot() : name.equals(other);
  }
}
