package org.forkshell.posix;

/** The kernel refused a system call without which there is no going on. */
public final class SystemCallException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String call;
  private final int errno;

  /**
   * @param call the name of the system call, or of what it was to give
   * @param errno why it failed
   */
  public SystemCallException(String call, int errno) {
    super(call + ": errno " + errno);
    this.call = call;
    this.errno = errno;
  }

  public String call() {
    return call;
  }

  public int errno() {
    return errno;
  }
}
