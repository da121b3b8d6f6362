package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.posix.Posix;
import org.forkshell.process.Signal;

/** A prompt in a process of its own, and the other end of the terminal that it has. */
final class PromptTerminal implements AutoCloseable {
  private static final int READ_WRITE_NO_CONTROLLING_TERMINAL = 2 | 0x100;
  private static final int TERMIOS = 17 + 19;
  private static final int CONTROL_FLAGS = 8;
  private static final int SPEED = 0xF;
  private static final int LINE_DISCIPLINE = 16;

  private final Posix posix = Posix.load();
  private final int master;
  private final int slave;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();
  private final Process console;
  private final Set<Integer> pids = new TreeSet<>();
  private final byte[] modesBefore;
  private final Posix.Native found = Posix.allocate(128);
  private final Thread reader;
  private volatile boolean closed;

  /**
   * Starts it.
   *
   * @param home where it keeps its history
   * @param environment more variables
   * @param arguments of the command line; without any it is the prompt
   */
  PromptTerminal(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    this(home, environment, command(arguments));
  }

  /** Starts the prompt from a shell that does something before it and something after it. */
  static PromptTerminal underShell(Path home, String before, String after) throws IOException {
    return underShell(home, Map.of(), before, after);
  }

  /**
   * Starts the prompt as a job of a shell, which after each stop waits for Enter to let it go on.
   */
  static PromptTerminal asJob(Path home, String... arguments) throws IOException {
    String more = String.join(" ", arguments);
    return underShell(home, "set -m; ", " " + more + "; while :; do read x; fg; done");
  }

  /** Whether all threads of a process have stopped: until then one may still read a key. */
  static boolean isStopped(int pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", pid + "", "task"))) {
      return threads.allMatch(
          thread ->
              AnyProcess.status(Integer.parseInt(thread.getFileName().toString()))
                  .filter(ProcessStatus::isStopped)
                  .isPresent());
    } catch (IOException | UncheckedIOException gone) {
      return false;
    }
  }

  /** The console, of a prompt that is a shell's job. */
  int job() {
    return (int) console.children().findFirst().orElseThrow().pid();
  }

  static PromptTerminal underShell(
      Path home, Map<String, String> environment, String before, String after) throws IOException {
    List<String> words = command();
    String program = String.join(" ", words.subList(2, words.size()));
    return new PromptTerminal(
        home, environment, List.of("setsid", "--ctty", "sh", "-c", before + program + after));
  }

  private PromptTerminal(Path home, Map<String, String> environment, List<String> command)
      throws IOException {
    master = posix.libc().posix_openpt(READ_WRITE_NO_CONTROLLING_TERMINAL);
    posix.libc().grantpt(master);
    posix.libc().unlockpt(master);
    Posix.Native name = Posix.allocate(100);
    posix.libc().ptsname_r(master, name.address(), 100);
    byte[] bytes = new byte[100];
    name.buffer().get(0, bytes);
    String file = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\0.*", "");
    // Held open, so that its modes can still be asked for when nobody else has it.
    slave = posix.libc().open(Posix.string(file), READ_WRITE_NO_CONTROLLING_TERMINAL | 0x80000, 0);
    posix.libc().tcgetattr(slave, found.address());
    modesBefore = modes();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(Map.of("HOME", home.toString(), "TERM", "xterm", "LANG", "C.UTF-8"));
    builder.environment().put("NO_COLOR", "1");
    builder.environment().remove("LC_ALL");
    builder.environment().remove("XDG_STATE_HOME");
    builder.environment().putAll(environment);
    Redirect terminal = Redirect.from(Path.of(file).toFile());
    console =
        builder
            .directory(home.toFile())
            .redirectInput(terminal)
            .redirectOutput(Redirect.appendTo(Path.of(file).toFile()))
            .redirectError(Redirect.appendTo(Path.of(file).toFile()))
            .start();
    reader = new Thread(this::read, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * The tests' own classes, or what the property {@code console} names: words that become the
   * console by exec, as the launcher, or setpriv(1) and the launcher, do.
   */
  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("setsid", "--ctty"));
    String installed = System.getProperty("console", "");
    if (!installed.isEmpty()) {
      command.addAll(List.of(installed.split(" ")));
      command.addAll(List.of(arguments));
      return command;
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("org.forkshell.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private void read() {
    Posix.Native memory = Posix.allocate(4096);
    Posix.Native pollfd = Posix.allocate(8);
    // A terminal that somebody reads from is not closed: look, then read.
    while (!closed) {
      pollfd.buffer().putInt(0, master).putInt(4, 1);
      if (posix.libc().poll(pollfd.address(), 1, 20) <= 0) {
        continue;
      }
      int got = (int) posix.libc().read(master, memory.address(), 4096);
      if (got <= 0) {
        break;
      }
      byte[] bytes = new byte[got];
      memory.buffer().get(0, bytes);
      synchronized (seen) {
        seen.write(bytes, 0, bytes.length);
        all.write(bytes, 0, bytes.length);
      }
    }
  }

  /** What was shown since the last line was typed, without the terminal's control sequences. */
  String text() {
    synchronized (seen) {
      return seen.toString(StandardCharsets.UTF_8)
          .replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\r", "")
          // What is wrapped is one line to its reader.
          .replaceAll("\n  (?=\\S)", " ");
    }
  }

  void type(String keys) {
    forget();
    typeOn(keys);
  }

  /** Forgets what was shown. */
  void forget() {
    synchronized (seen) {
      seen.reset();
    }
  }

  /** Types without forgetting what was shown. */
  void typeOn(String keys) {
    if (keys.isEmpty()) {
      return;
    }
    byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
    Posix.Native memory = Posix.allocate(bytes.length);
    memory.buffer().put(0, bytes);
    posix.libc().write(master, memory.address(), bytes.length);
  }

  /** Waits until something is shown. */
  void see(String expected) throws InterruptedException {
    ProcessTable.await(() -> text().contains(expected), () -> expected + " in: " + text());
  }

  /** Types a line and waits for what it brings; remembers the processes that there are then. */
  void enter(String line, String expected) throws InterruptedException {
    type(line + "\r");
    see(expected);
    remember();
  }

  /** Types what does not end a line. */
  void typeAndSee(String keys, String expected) throws InterruptedException {
    type(keys);
    see(expected);
  }

  /** Remembers the processes that there are now. */
  void remember() {
    pids.addAll(ProcessTable.withDescendants((int) console.pid()));
  }

  /**
   * The modes of the terminal: flags and control characters of struct termios. JLine forgets the
   * speed and the line discipline, which mean nothing to a terminal that is not wired.
   */
  byte[] modes() {
    Posix.Native termios = Posix.allocate(128);
    posix.libc().tcgetattr(slave, termios.address());
    byte[] bytes = new byte[TERMIOS];
    termios.buffer().get(0, bytes);
    bytes[CONTROL_FLAGS] &= ~SPEED;
    bytes[LINE_DISCIPLINE] = 0;
    return bytes;
  }

  /** Gives the terminal the modes that it had before, as a shell does that got it back. */
  void asItWas() {
    posix.libc().tcsetattr(slave, 0, found.address());
  }

  byte[] modesBefore() {
    return modesBefore.clone();
  }

  long pid() {
    return console.pid();
  }

  /** The processes of the prompt's programs: those that the zygote, the JVM's child, forked. */
  List<Integer> programs() {
    return programs((int) console.pid());
  }

  /** The same of a prompt whose console is {@link #job}. */
  static List<Integer> programs(int console) {
    int jvm = supervisor(console);
    List<Integer> pids = new ArrayList<>(ProcessTable.withDescendants(jvm));
    pids.remove((Integer) jvm);
    pids.removeIf(pid -> AnyProcess.status(pid).stream().anyMatch(s -> s.parent() == jvm));
    return pids;
  }

  /** The JVM that forks the zygote: the console's only child that is one. */
  int supervisor() {
    return supervisor((int) console.pid());
  }

  private static int supervisor(int console) {
    return ProcessTable.withDescendants(console).stream()
        .filter(pid -> List.of(ProcessTable.commandLine(pid)).contains("org.forkshell.lab.Zygote"))
        .filter(pid -> AnyProcess.status(pid).stream().anyMatch(s -> s.parent() == console))
        .findFirst()
        .orElseThrow();
  }

  void kill(long pid, Signal signal) {
    posix.libc().kill((int) pid, signal.number());
  }

  /** Closes the terminal under the prompt, as a terminal's window does. */
  void hangUp() throws InterruptedException {
    if (!closed) {
      closed = true;
      reader.join();
      posix.libc().close(slave);
      posix.libc().close(master);
    }
  }

  int awaitStatus() throws InterruptedException {
    assertThat(console.waitFor(ProcessTable.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("ended; shown: %s", text())
        .isTrue();
    return console.exitValue();
  }

  /** Waits until none is left of the processes that there were after any line. */
  void awaitNobody() throws InterruptedException {
    ProcessTable.await(
        () -> ProcessTable.alive(pids).isEmpty(),
        () -> ProcessTable.describe(ProcessTable.alive(pids)));
  }

  /** Waits until all are gone that were there, apart from the console. */
  void awaitEndOfTheOthers() throws InterruptedException {
    List<Integer> others = new ArrayList<>(pids);
    others.remove((Integer) (int) console.pid());
    ProcessTable.await(
        () -> ProcessTable.alive(others).isEmpty(),
        () -> ProcessTable.describe(ProcessTable.alive(others)));
  }

  /** How many processes have been remembered. */
  int remembered() {
    return pids.size();
  }

  @Override
  public void close() throws InterruptedException {
    try {
      if (console.isAlive()) {
        kill(console.pid(), Signal.SIGTERM);
        awaitStatus();
      }
      awaitNobody();
    } finally {
      console.destroyForcibly();
      ProcessTable.alive(pids).forEach(pid -> kill(pid, Signal.SIGKILL));
      hangUp();
    }
    StackTraces.assertNone(everything());
  }

  /** All that was shown since the beginning. */
  private String everything() {
    synchronized (seen) {
      return all.toString(StandardCharsets.UTF_8);
    }
  }
}
