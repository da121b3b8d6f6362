package org.forkshell.wire;

/**
 * What the console hands to the frozen JVM for the programs: offsets in bytes of a message in the
 * machine's byte order. The descriptors themselves come with it, SCM_RIGHTS of unix(7).
 */
public final class Inherited {
  /** The signals that programs are to ignore from the beginning, a long with a bit for each. */
  public static final int IGNORED = 0;

  /** How many descriptors there are, an int. */
  public static final int COUNT = 8;

  /** The number that each is to have in a program, an int for each. */
  public static final int NUMBERS = 12;

  /** As many as the kernel sends at once, SCM_MAX_FD. */
  public static final int MOST = 253;

  /** What stands before the descriptors in the ancillary data, a struct cmsghdr. */
  public static final int HEADER = 16;

  /** SOL_SOCKET, the level of the ancillary data. */
  public static final int LEVEL = 1;

  /** SCM_RIGHTS, its type. */
  public static final int RIGHTS = 1;

  private Inherited() {}

  /** The size of the message. */
  public static int size(int count) {
    return NUMBERS + 4 * count;
  }
}
