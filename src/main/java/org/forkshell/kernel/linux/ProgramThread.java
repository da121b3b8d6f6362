package org.forkshell.kernel.linux;

import org.forkshell.abi.SystemCall;
import org.forkshell.kernel.Answer;
import org.forkshell.kernel.Driver;
import org.forkshell.kernel.Gate;
import org.forkshell.kernel.Task;
import org.forkshell.machine.Machine;
import org.forkshell.posix.Libc;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.SystemCallException;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a program that is not its first, with the Java thread that drives it. Between two
 * threads of the program there is no kernel thread.
 */
final class ProgramThread implements Runnable {
  /**
   * A Java thread's own stack, in bytes: it runs the machine, whose frames lie elsewhere. Half of
   * it is for the calls that machine code nests, and takes no memory before they do.
   */
  private static final long STACK = 512 << 10;

  private static final int GETTID = SystemCall.gettid.row().number();
  private static final int TGKILL = SystemCall.__tgkill.row().number();

  private final LinuxProcess process;
  private final Libc libc;
  private final SignalGate gate;
  private final Machine machine;
  private final LinuxKernel kernel;
  private final Task task;
  private final Driver driver;

  private volatile int tid;
  private volatile boolean running;
  private int line;
  private long mask;

  private ProgramThread(LinuxProcess process, SignalGate gate) {
    this.process = process;
    this.libc = process.posix.libc();
    this.gate = gate;
    this.machine = new Machine(process.memory);
    this.task = new Task(machine);
    this.kernel = new LinuxKernel(process, gate, machine);
    this.driver = new Driver(kernel, Gate.OPEN);
  }

  /**
   * Makes one on which nothing runs yet. The JVM takes locks of its own to start a Java thread and
   * to end it: this returns when the kernel thread is gone, so that no fork comes in between.
   *
   * @return null where the kernel or the JVM refuses
   */
  static @Nullable ProgramThread create(LinuxProcess process) {
    try {
      ProgramThread thread = new ProgramThread(process, process.gate.another());
      thread.running = true;
      Thread driver = new Thread(null, thread, "", STACK);
      // It never returns, and a JVM that ends waits for every other kind.
      driver.setDaemon(true);
      driver.start();
      while (thread.running || !thread.isFree()) {
        thread.libc.sched_yield();
      }
      return thread;
    } catch (OutOfMemoryError | SystemCallException refused) {
      return null;
    }
  }

  /** Whether nothing runs on it, and its last kernel thread is gone. */
  boolean isFree() {
    return !running && libc.syscall(TGKILL, process.pid, tid, 0, 0) == -1;
  }

  /**
   * Starts a thread of the program.
   *
   * @param function the address of its first function, which gets {@code argument}
   * @param to the address where the kernel puts the thread's id before it runs
   * @param inLine the line of the log in which it is started
   * @param blocked its signal mask
   * @return its id, or the negative errno
   */
  int start(long function, long argument, long to, int inLine, long blocked) {
    machine.enterAt(function);
    machine.argument(0, argument);
    line = inLine;
    mask = blocked;
    running = true;
    int result = gate.startThread(to);
    if (result < 0) {
      running = false;
    }
    return result;
  }

  Machine machine() {
    return machine;
  }

  @Override
  public void run() {
    kernel.rehearse();
    tid = (int) libc.syscall(GETTID, 0, 0, 0, 0);
    running = false;
    while (true) {
      gate.endThread();
      tid = (int) libc.syscall(GETTID, 0, 0, 0, 0);
      process.lock.enter();
      kernel.beginThread(tid, line, mask);
      process.lock.leaveKernel();
      Answer answer = driver.run(task);
      process.lock.enterKernel();
      if (answer != Answer.GONE) {
        // Its function has returned to nobody, or was given up.
        kernel.endThread(0, 0, 0);
      }
      process.lock.leave();
      running = false;
    }
  }
}
