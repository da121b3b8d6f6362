package org.forkshell.execution;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.execution.LabException.Reason;
import org.forkshell.posix.Posix;
import org.forkshell.posix.ProcessMark;
import org.forkshell.posix.Survivors;
import org.forkshell.posix.SystemCallException;
import org.forkshell.posix.UnixSocket;
import org.forkshell.posix.UnixSocket.Type;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.Hazard;
import org.forkshell.wire.Hello;
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

  private static final int MAP_SHARED = 1;
  private static final int O_RDWR_CLOEXEC = Linux.O_RDWR | Linux.O_CLOEXEC;

  private static final int SIGINFO = 128;
  private static final int PATIENCE_SECONDS = 10;

  private final Posix posix;
  private final MonotonicClock clock;
  private final Process jvm;
  private final int zygote;
  private final int control;
  private final long board;
  private static final VarHandle COUNTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final ByteBuffer boardBuffer;
  private final Relay relay;
  private final Inspector inspector;
  private final @Nullable PromptInput input;
  private final Survivors survivors;
  private volatile List<Integer> unended = List.of();
  private CompletableFuture<Void> swept = CompletableFuture.completedFuture(null);

  /** The supervisor ends all when this process is gone; where it was killed first, nobody would. */
  private final Thread lastSweep = new Thread(this::endAll, "last sweep");

  private boolean hungUp;

  private Lab(
      Posix posix,
      MonotonicClock clock,
      Process jvm,
      int zygote,
      int control,
      long board,
      Relay relay,
      @Nullable PromptInput input) {
    this.posix = posix;
    this.clock = clock;
    this.survivors = new Survivors(posix.libc(), ProcessMark.of(jvm.pid())::bearers);
    this.jvm = jvm;
    this.zygote = zygote;
    this.control = control;
    this.board = board;
    this.boardBuffer = posix.view(board, Board.SIZE);
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
    // The names are known before anything is loaded, so that both JVMs load side by side.
    String name = "forkshell-" + random();
    String socket = "forkshell-" + random();
    Process jvm = launch(command, name, socket, input);
    Posix posix = Posix.load();
    onQuit(posix, input == Input.PROMPT ? Linux.SIG_IGN : Linux.SIG_DFL);
    try {
      PromptInput terminal = input == Input.PROMPT ? PromptInput.open(posix) : null;
      continueWhenStopped(posix, (int) jvm.pid());
      Lab lab = connect(posix, clock, socket, jvm, terminal, inheritance);
      if (input == Input.INHERITED) {
        // One program takes the place of the console, there is no next one.
        inheritance.close(posix.libc());
      }
      return lab;
    } catch (SystemCallException e) {
      jvm.destroyForcibly();
      throw new LabException(e);
    } catch (IllegalStateException e) {
      boolean ended = !jvm.isAlive();
      jvm.destroyForcibly();
      throw new LabException(ended ? Reason.ENDED : Reason.SYSTEM, e);
    } catch (LabException e) {
      jvm.destroyForcibly();
      throw e;
    }
  }

  private static String random() {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * What Ctrl-&#92; does to this process: nothing at the prompt, otherwise what it does to a C
   * program. A JVM would answer with a page about its threads.
   */
  private static void onQuit(Posix posix, long disposition) {
    // struct sigaction of glibc on 64 bits: the handler, then what may be zero.
    Posix.Native action = Posix.allocate(152);
    action.buffer().putLong(0, disposition);
    posix.libc().sigaction(Signal.SIGQUIT.number(), action.address(), 0);
  }

  private static Process launch(LabCommand command, String name, String socket, Input input)
      throws LabException {
    ProcessBuilder builder =
        new ProcessBuilder(
            command.line(
                name,
                input.name().toLowerCase(Locale.ROOT),
                String.valueOf(ProcessHandle.current().pid())));
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    // Everybody can read a command line, and bind the name before we do; an environment is private.
    builder.environment().put(LabCommand.SOCKET, socket);
    // Options for every JVM do not suit this one, and it would say that it has them.
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    boolean inherits = input == Input.INHERITED && !isOurOwn("0");
    builder.redirectInput(inherits ? Redirect.INHERIT : Redirect.from(new File("/dev/null")));
    builder.redirectOutput(Redirect.INHERIT);
    builder.redirectError(Redirect.INHERIT);
    try {
      return builder.start();
    } catch (IOException e) {
      throw LabException.ofLaunch(e);
    }
  }

  /**
   * Whether a descriptor leads to one of the JVM's own files: it was closed when this process
   * began, and the JVM's first file took its place.
   */
  private static boolean isOurOwn(String descriptor) {
    try {
      Path file = Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor));
      return file.startsWith(Path.of(System.getProperty("java.home")));
    } catch (IOException e) {
      return false;
    }
  }

  private static Lab connect(
      Posix posix,
      MonotonicClock clock,
      String socket,
      Process jvm,
      @Nullable PromptInput terminal,
      Inheritance inheritance)
      throws LabException {
    UnixSocket sockets = new UnixSocket(posix, (int) jvm.pid(), jvm::isAlive);
    int messages = sockets.listen(socket, Type.SEQPACKET);
    int streams = sockets.listen(socket, Type.STREAM);
    int control = sockets.accept(messages, false);
    int events = sockets.accept(messages, true);
    int output = sockets.accept(streams, true);
    int error = sockets.accept(streams, true);
    posix.libc().close(messages);
    posix.libc().close(streams);
    if (terminal != null) {
      Posix.Native file = Posix.cString(terminal.file());
      posix.libc().send(control, file.address(), file.buffer().capacity(), Linux.MSG_NOSIGNAL);
    }
    inheritance.send(posix, control);
    ByteBuffer hello = hello(posix, control);
    int zygote = hello.getInt(Hello.ZYGOTE);
    long board = mapBoard(posix, zygote, hello.getInt(Hello.BOARD));
    Relay relay = new Relay(posix, clock, zygote, events, output, error);
    Lab lab = new Lab(posix, clock, jvm, zygote, control, board, relay, terminal);
    // It does not end by itself: somebody killed it, or somebody cannot be killed.
    lab.swept = jvm.onExit().thenRunAsync(lab::supervisorEnded);
    Runtime.getRuntime().addShutdownHook(lab.lastSweep);
    return lab;
  }

  private static ByteBuffer hello(Posix posix, int control) throws LabException {
    Posix.Native hello = Posix.allocate(Hello.SIZE);
    long got;
    do {
      // A JVM that told why it ends had not read what we sent to it. So the kernel says ECONNRESET
      // first, and what it told is still there: unix(7).
      got = posix.libc().read(control, hello.address(), Hello.SIZE);
    } while (got < 0 && (posix.errno() == Errno.ECONNRESET || posix.errno() == Errno.EINTR));
    if (got != Hello.SIZE) {
      // It may not be dead yet, but has closed its end.
      throw new LabException(
          Reason.ENDED, new IllegalStateException("the frozen JVM ended while it was starting"));
    }
    int hazard = hello.buffer().getInt(Hello.HAZARD);
    if (hazard < 0) {
      byte[] call = new byte[Hello.CALL_SIZE];
      hello.buffer().get(Hello.CALL, call);
      String name = new String(call, StandardCharsets.US_ASCII).strip();
      throw new SystemCallException(name, -hazard);
    }
    if (hazard != 0) {
      throw new LabException(Hazard.values()[hazard - 1]);
    }
    return hello.buffer();
  }

  /** Whoever stops the JVM must not stop the session: it goes on at once. */
  private static void continueWhenStopped(Posix posix, int jvm) {
    long info = Posix.allocate(SIGINFO).address();
    Thread stops =
        new Thread(
            () -> {
              while (posix.libc().waitid(Linux.P_PID, jvm, info, Linux.WSTOPPED) == 0) {
                posix.libc().kill(jvm, Signal.SIGCONT.number());
              }
            },
            "stops");
    stops.setDaemon(true);
    stops.start();
  }

  private void supervisorEnded() {
    // 0 is what it ends with when the kernel has told it that it has no child left.
    if (jvm.exitValue() != 0) {
      unended = survivors.end();
      relay.cutOff();
    }
  }

  private static long mapBoard(Posix posix, long zygote, int fd) {
    int own =
        posix
            .libc()
            .open(
                Posix.string(Path.of("/proc", zygote + "", "fd", fd + "").toString()),
                O_RDWR_CLOEXEC,
                0);
    long address =
        own < 0 ? -1 : posix.mmap(0, Board.SIZE, Linux.PROT_READ_WRITE, MAP_SHARED, own, 0);
    if (address == -1) {
      throw new SystemCallException(own < 0 ? "open" : "mmap", posix.errno());
    }
    posix.libc().close(own);
    return address;
  }

  @Override
  public Session begin(Session.Options options, ProcessTree family, Consumer<Event> listener) {
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

  long board() {
    return board;
  }

  /**
   * Takes a process off the counts that limit how many there may be.
   *
   * @param alive whether it had no time to take itself off those that are alive
   */
  void uncount(boolean alive) {
    COUNTS.getAndAdd(boardBuffer, Board.TOTAL, -1);
    if (alive) {
      COUNTS.getAndAdd(boardBuffer, Board.LIVE, -1);
    }
  }

  ByteBuffer boardBuffer() {
    return boardBuffer;
  }

  /** Where the programs' standard input comes from, if it is the prompt's. */
  @Nullable PromptInput input() {
    return input;
  }

  void listen(Consumer<Event> listener) {
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
