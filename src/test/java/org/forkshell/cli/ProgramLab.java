package org.forkshell.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.Session;
import org.forkshell.language.Compilation;
import org.forkshell.process.Event;
import org.forkshell.process.SystemClock;
import org.forkshell.process.WaitStatus;
import org.forkshell.shell.SegmentLoader;
import org.forkshell.wire.Board;
import org.forkshell.wire.Board.StandardOutput;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/** A lab for tests, in which one C program after another is run. */
public final class ProgramLab implements AutoCloseable {
  private static final AtomicInteger ENTRIES = new AtomicInteger();

  private final Lab lab;
  private final String mark;
  private final Path board;

  private ProgramLab(Lab lab) throws IOException {
    this.lab = lab;
    // A forked process keeps the command line, and in it stands a name that only this lab has.
    this.mark = mark((int) lab.zygote()).orElseThrow();
    try (Stream<Path> files = Files.list(Path.of("/proc", lab.zygote() + "", "fd"))) {
      this.board = files.filter(ProgramLab::isSharedMemory).findFirst().orElseThrow();
    }
  }

  private static Optional<String> mark(int pid) {
    return Stream.of(ProcessTable.commandLine(pid))
        .filter(word -> word.startsWith("forkshell-"))
        .findFirst();
  }

  private static boolean isSharedMemory(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("/memfd:");
    } catch (IOException gone) {
      return false;
    }
  }

  /** Starts one whose programs read the end of the file. */
  public static ProgramLab start() throws IOException {
    return start(LabCommand.here());
  }

  public static ProgramLab start(LabCommand command) throws IOException {
    return new ProgramLab(Lab.start(command, Lab.Input.NONE, new SystemClock()));
  }

  /** A program from its text, which must be right. */
  public static Program compile(String text) throws IOException {
    return compile(text, false);
  }

  /**
   * The same.
   *
   * @param findsRaces whether data races are to be looked for
   */
  public static Program compile(String text, boolean findsRaces) throws IOException {
    Path file = Files.createTempFile("program", ".c");
    try {
      Files.writeString(file, text);
      Compilation<Program> compiled =
          new ProgramFile(file, Languages.c(), findsRaces).compile("program.c");
      if (compiled.result() == null) {
        throw new AssertionError(
            compiled.diagnostics().stream().map(d -> d.render(Locale.ENGLISH)).toList());
      }
      return compiled.result();
    } finally {
      Files.delete(file);
    }
  }

  public Lab lab() {
    return lab;
  }

  /** A program under way. */
  public final class Running implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Event> events = new ArrayList<>();
    private final Session session;
    private long outputCount;

    private Running(Session.Options options) {
      session = lab.begin(options, this::hear);
    }

    private synchronized void hear(Event event) {
      if (event instanceof Event.Output bytes) {
        outputCount += bytes.bytes().length;
        // A gigabyte is not to be kept.
        if (outputCount < 1 << 20) {
          (bytes.fd() == 1 ? out : err).writeBytes(bytes.bytes());
        }
      } else {
        events.add(event);
      }
      notifyAll();
    }

    public Session session() {
      return session;
    }

    public synchronized String out() {
      return out.toString(StandardCharsets.ISO_8859_1);
    }

    public synchronized String err() {
      return err.toString(StandardCharsets.ISO_8859_1);
    }

    /** How many bytes came out, on both streams. */
    public synchronized long outputCount() {
      return outputCount;
    }

    /** What happened so far that is not output. */
    public synchronized List<Event> events() {
      return List.copyOf(events);
    }

    public synchronized <E extends Event> List<E> events(Class<E> kind) {
      return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until something is so; fails where it does not come about. */
    public synchronized void await(Predicate<Running> so) throws InterruptedException {
      long deadline = System.nanoTime() + ProcessTable.PATIENCE.toNanos();
      while (!so.test(this)) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          throw new AssertionError("it did not happen; output so far: " + out + err);
        }
        wait(millis);
      }
    }

    /** Waits until all processes have ended; fails, after ending them, where they do not. */
    public Running awaitEnd() throws InterruptedException {
      return awaitEnd(ProcessTable.PATIENCE);
    }

    public Running awaitEnd(Duration limit) throws InterruptedException {
      if (!session.awaitEnd(limit)) {
        String state = ProcessTable.describe(processes());
        session.close();
        throw new AssertionError("still there after " + limit + ":\n" + state);
      }
      StackTraces.assertNone(out());
      StackTraces.assertNone(err());
      return this;
    }

    public @Nullable WaitStatus status() {
      return session.rootStatus();
    }

    /** Ends what is left. */
    @Override
    public void close() {
      if (!session.isOver()) {
        session.close();
      }
      StackTraces.assertNone(out());
      StackTraces.assertNone(err());
    }
  }

  /** Starts a program that is seen by the console, with up to 64 live processes. */
  public Running start(Program program) {
    return start(program, new Session.Options(64, StandardOutput.PIPE, false, true));
  }

  public Running start(Program program, Session.Options options, String... arguments) {
    Running running = new Running(options);
    running.session.append(entry(program, arguments));
    return running;
  }

  /** What a root process has to do to be a program; every fourth one is interpreted. */
  public static LogEntry entry(Program program, String... arguments) {
    List<String> words = new ArrayList<>(List.of("program"));
    words.addAll(List.of(arguments));
    return ProgramRun.entry(
        program,
        words,
        List.of("LC_ALL=C".getBytes(US_ASCII), "PATH=/usr/bin:/bin".getBytes(US_ASCII)),
        new SegmentLoader(ENTRIES.getAndIncrement() % 4 == 3));
  }

  /** Runs a program to its end. */
  public Running run(String text) throws IOException, InterruptedException {
    return start(compile(text)).awaitEnd();
  }

  /** The pids of all processes of the lab but the zygote and its parent, zombies included. */
  public Set<Integer> processes() {
    Set<Integer> pids = new TreeSet<>();
    for (int pid : ProcessTable.all()) {
      if (mark(pid).filter(mark::equals).isPresent()) {
        pids.addAll(ProcessTable.withDescendants(pid));
      }
    }
    pids.remove((int) lab.zygote());
    pids.remove((int) lab.supervisor());
    return pids;
  }

  /**
   * Whether the processes' own counts, of the live and of all, are what they are between two
   * sessions.
   */
  public boolean countsNobody() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
    try (FileChannel channel = FileChannel.open(board, StandardOpenOption.READ)) {
      channel.read(start, 0);
    }
    return start.getInt(Board.LIVE) == 0 && start.getInt(Board.TOTAL) == 0;
  }

  @Override
  public void close() {
    lab.close();
  }

  /** Runs a program to its end. */
  SystemPrograms.Result run(Program program, StandardOutput output)
      throws IOException, InterruptedException {
    Running running = start(program, new Session.Options(64, output, false, true)).awaitEnd();
    WaitStatus status = running.status();
    assertThat(status).isNotNull();
    return new SystemPrograms.Result(status.shellStatus(), running.out(), running.err());
  }
}
