package org.forkshell.execution;

import java.io.IOException;
import org.forkshell.wire.Hazard;
import org.jspecify.annotations.Nullable;

/** The frozen JVM could not be started. */
public final class LabException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** It ended before it was ready: too little memory, or too few threads, for one more JVM. */
    ENDED,
    /** The kernel refused something. */
    SYSTEM,
    /** It cannot be made safe: {@link #hazard} says why. */
    UNSAFE
  }

  private final Reason reason;
  private final @Nullable Hazard hazard;

  LabException(Reason reason, Throwable cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
    this.hazard = null;
  }

  LabException(Hazard hazard) {
    super(hazard.name());
    this.reason = Reason.UNSAFE;
    this.hazard = hazard;
  }

  public Reason reason() {
    return reason;
  }

  /** What is not safe, or null where that is not the reason. */
  public @Nullable Hazard hazard() {
    return hazard;
  }
}
