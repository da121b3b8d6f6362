package org.forkshell.language;

import org.jspecify.annotations.Nullable;

/** A process's memory, looked into from outside. */
public interface ObservedMemory {
  /** The bytes at an absolute address; null if they cannot be read. */
  byte @Nullable [] read(long address, int length);

  /** The name of the function that an absolute address is in; null where it is in none. */
  @Nullable String functionAt(long address);
}
