package org.forkshell.process;

/**
 * How a process ended, or that it stopped or went on: the int that wait(2) fills in, decoded as its
 * macros do.
 *
 * @param raw the int itself
 */
public record WaitStatus(int raw) {
  /** The status of a process that called {@code _exit(code)}. */
  public static WaitStatus ofExit(int code) {
    return new WaitStatus((code & 0xFF) << 8);
  }

  /** WIFEXITED. */
  public boolean exited() {
    return (raw & 0x7F) == 0;
  }

  /** WEXITSTATUS. */
  public int code() {
    return (raw >> 8) & 0xFF;
  }

  /** WIFSIGNALED. */
  public boolean signaled() {
    return (raw & 0x7F) != 0 && (raw & 0x7F) != 0x7F;
  }

  /** WTERMSIG. */
  public int signal() {
    return raw & 0x7F;
  }

  /** WCOREDUMP. */
  public boolean coreDumped() {
    return signaled() && (raw & 0x80) != 0;
  }

  /** WIFSTOPPED. */
  public boolean stopped() {
    return (raw & 0xFF) == 0x7F;
  }

  /** WIFCONTINUED. */
  public boolean continued() {
    return raw == 0xFFFF;
  }

  /** What a shell would put into {@code $?}. */
  public int shellStatus() {
    return signaled() ? 128 + signal() : code();
  }
}
