package org.forkshell.abi;

/**
 * What {@link Opcode#ORDER} does: C11 5.1.2.4 has a thread that releases, and one that acquires
 * what was released.
 */
public final class Ordering {
  /** What this thread does next comes after what others did before they released here. */
  public static final int ACQUIRE = 1;

  /** What this thread has done comes before what others do after they acquire here. */
  public static final int RELEASE = 2;

  private Ordering() {}
}
