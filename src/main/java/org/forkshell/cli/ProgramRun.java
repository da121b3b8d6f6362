package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Environment;
import org.forkshell.execution.Lab;
import org.forkshell.execution.ProgramArguments;
import org.forkshell.execution.Session;
import org.forkshell.execution.UnendedProcess;
import org.forkshell.process.Event;
import org.forkshell.process.History;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.forkshell.shell.LabelledRun;
import org.forkshell.shell.Leftovers;
import org.forkshell.shell.Picture;
import org.forkshell.shell.Problem;
import org.forkshell.shell.ProgramSource;
import org.forkshell.shell.SegmentLoader;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.Descriptor;
import org.forkshell.view.Drawing;
import org.forkshell.view.EventJson;
import org.forkshell.view.Recording;
import org.forkshell.view.Screen;
import org.forkshell.wire.Board.StandardOutput;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/** One run of a whole program: its processes from the first to the last. */
final class ProgramRun {
  /** As timeout(1) has it. */
  private static final int TIMED_OUT = 124;

  /** The kind of file that is written while the program runs. */
  private static final String CAST = "cast";

  /** How often to look who is left. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Somebody killed the process that forks the programs. */
  private static final int LOST = 1;

  /**
   * @param raw whether the program's bytes go out untouched, and nothing else does
   * @param events where to write what happens, as JSON Lines
   * @param limit how many live processes there may be
   * @param timeout after how long everything is ended
   * @param pictures what to draw at the end
   */
  record Options(
      boolean raw,
      StandardOutput output,
      @Nullable Path events,
      int limit,
      Duration timeout,
      Pictures pictures) {}

  /**
   * Pictures of what happened.
   *
   * @param lanes whether to draw one at the end
   * @param drawing how
   * @param files where to keep it, by {@code svg}, {@code html} or {@code cast}
   * @param title what the files are about
   */
  record Pictures(boolean lanes, Drawing drawing, Map<String, Path> files, String title) {
    static final Pictures NONE = new Pictures(false, Drawing.AUTO, Map.of(), "");

    boolean isAny() {
      return lanes || !files.isEmpty();
    }
  }

  private final Lab lab;
  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final Settings settings;
  private final MonotonicClock clock;

  /**
   * @param out where labelled lines go
   */
  ProgramRun(
      Lab lab,
      Options options,
      Settings settings,
      PrintStream out,
      PrintStream err,
      MonotonicClock clock) {
    this.settings = settings;
    this.out = out;
    this.lab = lab;
    this.options = options;
    this.err = err;
    this.clock = clock;
  }

  /** Runs it and returns what a shell would report for its root process. */
  int run(Program program, List<String> arguments) throws IOException, InterruptedException {
    if (options.events() == null) {
      return run(program, arguments, (event, family) -> {});
    }
    try (LiveFile file = LiveFile.open(options.events(), settings.words(), clock)) {
      EventJson json = new EventJson(new ProgramSource(program));
      return run(program, arguments, (event, family) -> file.add(json.line(event, family) + "\n"));
    }
  }

  private int run(Program program, List<String> arguments, BiConsumer<Event, ProcessTree> listener)
      throws IOException, InterruptedException {
    LogEntry entry =
        entry(
            program, arguments, Environment.variables(), new SegmentLoader(settings.interprets()));
    WaitStatus status =
        options.raw() ? runRaw(entry, listener) : runLabelled(program, entry, listener);
    if (status == null) {
      List<UnendedProcess> unended = lab.isAlive() ? List.of() : lab.unended();
      unended.forEach(
          process -> err.println("forkshell: " + Problem.ofUnended(settings.words(), process)));
      boolean lost = !lab.isAlive() && unended.isEmpty();
      err.println("forkshell: " + settings.words().get(lost ? "run.lost" : "run.timeout"));
      return lost ? LOST : TIMED_OUT;
    }
    if (lab.isShut()) {
      err.println("forkshell: " + settings.words().get("run.shut"));
    }
    return status.shellStatus();
  }

  private void pictures(Program program, History history, Recording recording, Screen screen)
      throws IOException {
    Pictures wanted = options.pictures();
    if (!wanted.isAny()) {
      return;
    }
    Picture picture = Picture.of(history.excerpt(), program, wanted.title(), settings);
    if (wanted.lanes()) {
      screen.print(picture.closing(screen));
    }
    for (Map.Entry<String, Path> file : wanted.files().entrySet()) {
      if (file.getKey().equals(CAST)) {
        continue;
      }
      try {
        Files.writeString(file.getValue(), picture.as(file.getKey(), recording, screen));
      } catch (IOException e) {
        String name = file.getValue().toString();
        throw new LiveFile.UnwritableException(
            Problem.ofWriting(settings.words(), file.getValue(), name, e));
      }
    }
  }

  private @Nullable WaitStatus runRaw(LogEntry entry, BiConsumer<Event, ProcessTree> listener)
      throws InterruptedException {
    ProcessTree family = new ProcessTree();
    Session session =
        lab.begin(
            new Session.Options(options.limit(), options.output(), true, options.events() != null),
            family,
            event -> listener.accept(event, family));
    session.append(entry);
    Leftovers leftovers =
        new Leftovers(session, settings.words(), text -> err.println("forkshell: " + text), clock);
    long start = clock.nanos();
    while (!session.awaitEnd(least(LOOK, options.timeout().minusNanos(clock.nanos() - start)))) {
      if (clock.nanos() - start >= options.timeout().toNanos()) {
        session.close();
        return null;
      }
      if (Descriptor.ERROR.isTerminal()) {
        leftovers.look();
      }
    }
    return session.rootStatus();
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private @Nullable WaitStatus runLabelled(
      Program program, LogEntry entry, BiConsumer<Event, ProcessTree> listener)
      throws IOException, InterruptedException {
    settings.limit(options.limit());
    settings.output(options.output());
    settings.drawing(options.pictures().drawing());
    Screen screen = Streams.screen(out, settings);
    LabelledRun run = new LabelledRun(lab, settings, screen, Descriptor.OUTPUT.isTerminal(), clock);
    WaitStatus status;
    Path file = options.pictures().files().get(CAST);
    try (LiveFile cast = LiveFile.open(file, settings.words(), clock)) {
      if (file != null) {
        Picture.follow(run.recording(), options.pictures().title(), screen, cast::add);
      }
      status = run.run(program, entry, options.timeout(), listener);
      Picture.unfollow(run.recording(), settings);
    }
    pictures(program, run.history(), run.recording(), screen);
    return status;
  }

  /** What a root process has to do to be this program. */
  static LogEntry entry(
      Program program, List<String> words, List<byte[]> environment, SegmentLoader loader) {
    ProgramArguments arguments = ProgramArguments.of(words, environment);
    List<LogEntry.Part> parts = loader.program(program);
    parts.add(arguments.part());
    return new LogEntry(program.entry(), arguments.values(), 0, List.of(), parts);
  }
}
