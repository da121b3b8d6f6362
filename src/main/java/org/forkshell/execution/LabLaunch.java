package org.forkshell.execution;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.execution.Lab.Input;
import org.forkshell.execution.LabException.Reason;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.posix.UnixSocket;
import org.forkshell.posix.UnixSocket.Type;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.Signal;
import org.forkshell.wire.Hazard;
import org.forkshell.wire.Hello;
import org.jspecify.annotations.Nullable;

/**
 * Starts the frozen JVM and connects with it: it is the child of this process, and each of the two
 * asks the kernel who the other one is.
 */
final class LabLaunch {
  private static final int SIGINFO = 128;

  private LabLaunch() {}

  /**
   * Starts the frozen JVM and waits until it is ready to fork.
   *
   * @param inheritance what the programs are to have from whoever started this process
   * @param clock this machine's
   * @throws LabException when it cannot be started
   */
  static Lab start(LabCommand command, Input input, Inheritance inheritance, MonotonicClock clock)
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
    LabBoard board = LabBoard.map(posix, zygote, hello.getInt(Hello.BOARD));
    Relay relay = new Relay(posix, clock, zygote, events, output, error);
    Lab lab = new Lab(posix, clock, jvm, zygote, control, board, relay, terminal);
    lab.watch();
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
}
