package org.forkshell.session;

import java.io.IOException;

/** The frozen JVM could not be started. */
public final class LabException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** It ended before it was ready: too little memory, or too few threads, for one more JVM. */
    ENDED,
    /** The kernel refused something. */
    SYSTEM
  }

  private final Reason reason;

  LabException(Reason reason, Throwable cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
