package org.forkshell.posix;

import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;

/**
 * Processes and their identities, through jnr-posix. The console does without: loading this takes a
 * quarter of a second.
 */
public final class Processes {
  private final POSIX posix = POSIXFactory.getNativePOSIX();

  /** fork(2). Only the calling thread goes on in the child: see the lab's rules. */
  public int fork() {
    return posix.fork();
  }

  public int getpid() {
    return posix.getpid();
  }

  public int getppid() {
    return posix.getppid();
  }

  public int getuid() {
    return posix.getuid();
  }

  public int geteuid() {
    return posix.geteuid();
  }

  public int getgid() {
    return posix.getgid();
  }

  public int getegid() {
    return posix.getegid();
  }

  public int getpgrp() {
    return posix.getpgrp();
  }
}
