package org.forkshell.wire;

/** What the console tells the zygote: one byte, the ordinal, then what the constant says. */
public enum Command {
  /** Fork a root process; its descriptors are the relay's sockets. */
  START_RELAYED,
  /** Fork a root process that keeps the zygote's own descriptors 1 and 2. */
  START_RAW,
  /** End every process of the session by SIGKILL. */
  KILL_ALL
}
