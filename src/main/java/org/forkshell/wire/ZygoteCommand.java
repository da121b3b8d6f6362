package org.forkshell.wire;

/**
 * What the console tells the zygote: one byte, the ordinal, then a C string, empty unless the
 * constant says otherwise.
 */
public enum ZygoteCommand {
  /**
   * Fork a root process; its descriptors are the relay's sockets. The string is a file for it to
   * read as standard input.
   */
  START_RELAYED,
  /** The same, but it keeps the zygote's own descriptors 1 and 2. */
  START_RAW,
  /** End every process of the session by SIGKILL. */
  KILL_ALL
}
