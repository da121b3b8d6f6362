package org.forkshell.kernel;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;

/** A thread of a program, as a kernel sees it: a machine, and the call that it is in. */
public final class Task {
  private final Machine machine;
  private SystemCall call = SystemCall.getpid;
  private long value;
  private int errno;

  public Task(Machine machine) {
    this.machine = machine;
  }

  /** What computes for it. */
  public Machine machine() {
    return machine;
  }

  /** The call that it makes, or made last. */
  public SystemCall call() {
    return call;
  }

  void call(SystemCall call) {
    this.call = call;
  }

  /** What the call returned, with {@link Answer#DONE}. */
  public long value() {
    return value;
  }

  /** Why it failed, with {@link Answer#FAILED}. */
  public int errno() {
    return errno;
  }

  /** The call returns {@code value}. */
  public Answer done(long value) {
    this.value = value;
    return Answer.DONE;
  }

  /** The call fails with {@code errno}. */
  public Answer failed(int errno) {
    this.errno = errno;
    return Answer.FAILED;
  }
}
