package org.forkshell.kernel.linux;

import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/**
 * The failure of a call that a signal has cut short. The call returns when the handler has, or
 * never, where the handler jumps elsewhere: so it is told of only then.
 */
final class InterruptedCall {
  private final long[] arguments = new long[EventRecord.MAX_ARGUMENTS];
  private Kind kind = Kind.UNBLOCKED;
  private boolean kept;
  private long frame;

  /** A call has failed; its handlers are about to begin. */
  void keep(Kind told, long a, long b, long c, long d, long e, long f) {
    kind = told;
    arguments[0] = a;
    arguments[1] = b;
    arguments[2] = c;
    arguments[3] = d;
    arguments[4] = e;
    arguments[5] = f;
    kept = true;
    frame = 0;
  }

  /** A handler begins. */
  void handlerBegins(long itsFrame) {
    if (kept && frame == 0) {
      frame = itsFrame;
    } else if (kept && itsFrame >= frame) {
      // The stack has been unwound beyond the call.
      kept = false;
    }
  }

  /** A handler has returned; whether now the call returns. */
  boolean returnsWith(long itsFrame) {
    boolean now = kept && frame == itsFrame;
    kept &= !now;
    return now;
  }

  Kind kind() {
    return kind;
  }

  long argument(int index) {
    return arguments[index];
  }
}
