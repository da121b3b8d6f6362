package org.forkshell.lab;

import org.forkshell.wire.Hazard;

/** A safety step of the start failed: nothing may be forked. */
final class UnsafeException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final Hazard hazard;

  UnsafeException(Hazard hazard) {
    super(hazard.name());
    this.hazard = hazard;
  }

  Hazard hazard() {
    return hazard;
  }
}
