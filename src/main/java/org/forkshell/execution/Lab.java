package org.forkshell.execution;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix;
import org.forkshell.posix.ProcessMark;
import org.forkshell.posix.Survivors;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.wire.ZygoteCommand;
import org.jspecify.annotations.Nullable;

/**
 * The frozen JVM, seen from the console: started once, asked for one root process after another.
 * Closing it ends all that it ever forked.
 */
public final class Lab implements Host, AutoCloseable {
  /** What standard input the programs have. */
  public enum Input {
    /** The console's own: a program that is run takes the place of the console. */
    INHERITED,
    /** A pseudo-terminal that the console writes to, while it keeps the real one for the prompt. */
    PROMPT,
    /** Nothing: the end of the file at once. */
    NONE
  }

  private static final int PATIENCE_SECONDS = 10;

  private final Posix posix;
  private final MonotonicClock clock;
  private final Process jvm;
  private final int zygote;
  private final int control;
  private final LabBoard board;
  private final Relay relay;
  private final Inspector inspector;
  private final @Nullable PromptInput input;
  private final Survivors survivors;
  private volatile List<Integer> unended = List.of();
  private CompletableFuture<Void> swept = CompletableFuture.completedFuture(null);

  /** The supervisor ends all when this process is gone; where it was killed first, nobody would. */
  private final Thread lastSweep = new Thread(this::endAll, "last sweep");

  private boolean hungUp;

  Lab(
      Posix posix,
      MonotonicClock clock,
      Process jvm,
      int zygote,
      int control,
      LabBoard board,
      Relay relay,
      @Nullable PromptInput input) {
    this.posix = posix;
    this.clock = clock;
    this.survivors = new Survivors(posix.libc(), ProcessMark.of(jvm.pid())::bearers);
    this.jvm = jvm;
    this.zygote = zygote;
    this.control = control;
    this.board = board;
    this.relay = relay;
    this.inspector = new ProcInspector(posix, zygote);
    this.input = input;
  }

  /** Starts it for programs that have only standard descriptors, and signals' defaults. */
  public static Lab start(LabCommand command, Input input, MonotonicClock clock)
      throws LabException {
    return start(command, input, Inheritance.NONE, clock);
  }

  /**
   * Starts the frozen JVM and waits until it is ready to fork.
   *
   * @param inheritance what the programs are to have from whoever started this process
   * @param clock this machine's
   * @throws LabException when it cannot be started
   */
  public static Lab start(
      LabCommand command, Input input, Inheritance inheritance, MonotonicClock clock)
      throws LabException {
    return LabLaunch.start(command, input, inheritance, clock);
  }

  /** It does not end by itself: somebody kills it, or somebody cannot be killed. */
  void watch() {
    swept = jvm.onExit().thenRunAsync(this::supervisorEnded);
    Runtime.getRuntime().addShutdownHook(lastSweep);
  }

  private void supervisorEnded() {
    // 0 is what it ends with when the kernel has told it that it has no child left.
    if (jvm.exitValue() != 0) {
      unended = survivors.end();
      relay.cutOff();
    }
  }

  @Override
  public Session begin(Session.Options options, ProcessTree family, Session.Listener listener) {
    return new LabSession(this, options, family, listener);
  }

  /** What the kernel can say of its processes. */
  Inspector inspector() {
    return inspector;
  }

  /** The pid of the zygote: the nearest subreaper of every program process. */
  public long zygote() {
    return zygote;
  }

  /** The pid of the JVM that forked the zygote, and is its parent. */
  public long supervisor() {
    return jvm.pid();
  }

  /** Whether it can be asked for another root process. */
  public boolean isAlive() {
    return !relay.isEnded() && !relay.isShut() && jvm.isAlive();
  }

  /** Whether a program shut down the way of the programs' output to here. */
  public boolean isShut() {
    return relay.isShut();
  }

  Posix posix() {
    return posix;
  }

  /** By which events are told. */
  MonotonicClock clock() {
    return clock;
  }

  /** What it shares with all its processes. */
  LabBoard board() {
    return board;
  }

  /** Where the programs' standard input comes from, if it is the prompt's. */
  @Nullable PromptInput input() {
    return input;
  }

  void listen(Session.Listener listener) {
    relay.listen(listener);
  }

  void examine(Relay.Examination examination) throws InterruptedException {
    relay.examine(examination);
  }

  void send(ZygoteCommand what, String argument) {
    Posix.Native message = Posix.cString((char) what.ordinal() + argument);
    posix.libc().send(control, message.address(), message.buffer().capacity(), Linux.MSG_NOSIGNAL);
  }

  /**
   * Those of its processes that could not be ended, after it has ended itself: they belong to
   * another user, as what a setuid program forks may, or the kernel does not let go of them.
   */
  public List<UnendedProcess> unended() {
    if (!isAlive()) {
      awaitSweep();
    }
    return unended.stream().flatMap(pid -> UnendedProcess.of(pid).stream()).toList();
  }

  /** Gives up on a zygote that does not do what it is told, and ends every process by itself. */
  void endByForce() {
    jvm.destroyForcibly();
    awaitSweep();
  }

  /** Waits until the JVM has ended and those that were left then have been ended. */
  private boolean awaitSweep() {
    try {
      swept.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    return false;
  }

  /** Ends every process of every session, then the frozen JVM. */
  @Override
  public void close() {
    endAll();
    relay.stop();
    if (input != null) {
      input.close();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(lastSweep);
    } catch (IllegalStateException exits) {
      // It has come to that already.
    }
  }

  private synchronized void endAll() {
    if (!hungUp) {
      hungUp = true;
      posix.libc().close(control);
    }
    if (!awaitSweep()) {
      endByForce();
    }
  }
}
