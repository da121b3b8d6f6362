package org.forkshell.execution;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.posix.SystemCallException;
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

  private static final Pattern ERROR = Pattern.compile("error=([1-9][0-9]*)");

  private final Reason reason;
  private final @Nullable Hazard hazard;
  private final transient @Nullable ProcessRoom room;

  LabException(Reason reason, Throwable cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
    this.hazard = null;
    this.room = reason == Reason.ENDED ? ProcessRoom.now() : null;
  }

  LabException(SystemCallException refused) {
    this(Reason.SYSTEM, refused);
  }

  /** The JVM could not be started at all. */
  static LabException ofLaunch(IOException why) {
    // Java tells the error number of fork(2) or exec(2) in its message only.
    Matcher error = ERROR.matcher(String.valueOf(why.getMessage()));
    return error.find()
        ? new LabException(new SystemCallException("fork", Integer.parseInt(error.group(1))))
        : new LabException(Reason.SYSTEM, why);
  }

  LabException(Hazard hazard) {
    super(hazard.name());
    this.reason = Reason.UNSAFE;
    this.hazard = hazard;
    this.room = null;
  }

  public Reason reason() {
    return reason;
  }

  /**
   * The room for processes that there was when it had ended without telling why; null where that is
   * not the reason, or there is no limit.
   */
  public @Nullable ProcessRoom room() {
    return room;
  }

  /** The name of the system call that failed, or null where that is not the reason. */
  public @Nullable String call() {
    return getCause() instanceof SystemCallException refused ? refused.call() : null;
  }

  /** The error number of that call, 0 where none failed. */
  public int errno() {
    return getCause() instanceof SystemCallException refused ? refused.errno() : 0;
  }

  /** What is not safe, or null where that is not the reason. */
  public @Nullable Hazard hazard() {
    return hazard;
  }
}
