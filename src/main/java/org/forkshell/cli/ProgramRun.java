package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.forkshell.compile.Program;
import org.forkshell.compile.SourceMap;
import org.forkshell.machine.code.Segment;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;
import org.forkshell.session.Lab;
import org.forkshell.session.ProgramArguments;
import org.forkshell.session.Session;
import org.forkshell.source.Span;
import org.forkshell.view.EventJson;
import org.forkshell.wire.Board.StandardOutput;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/** One run of a whole program: its processes from the first to the last. */
final class ProgramRun {
  /** As timeout(1) has it. */
  private static final int TIMED_OUT = 124;

  /**
   * @param raw whether the program's bytes go out untouched, and nothing else does
   * @param events where to write what happens, as JSON Lines
   * @param limit how many live processes there may be
   * @param timeout after how long everything is ended
   */
  record Options(boolean raw, StandardOutput output, @Nullable Path events, int limit, Duration timeout) {}

  private final Lab lab;
  private final Options options;
  private final PrintStream err;

  ProgramRun(Lab lab, Options options, PrintStream err) {
    this.lab = lab;
    this.options = options;
    this.err = err;
  }

  /** Runs it and returns what a shell would report for its root process. */
  int run(Program program, List<String> arguments) throws IOException, InterruptedException {
    if (options.events() == null) {
      return run(program, arguments, event -> {});
    }
    try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(options.events()))) {
      EventJson json = new EventJson(calls -> line(program.sourceMap(), calls));
      int status = run(program, arguments, event -> file.println(json.line(event)));
      if (file.checkError()) {
        throw new IOException(options.events() + ": the events could not be written");
      }
      return status;
    }
  }

  private int run(Program program, List<String> arguments, Consumer<Event> listener) throws InterruptedException {
    boolean telling = !options.raw() || options.events() != null;
    Session session =
        new Session(
            lab, new Session.Options(options.limit(), options.output(), options.raw(), telling), listener);
    session.append(entry(program, arguments, environment()));
    if (!session.awaitEnd(options.timeout())) {
      session.close();
      err.println("forkshell: timed out; every process of the program was ended");
      return TIMED_OUT;
    }
    WaitStatus status = session.rootStatus();
    return status == null ? 1 : status.shellStatus();
  }

  /** The line of the innermost call that has one; the library's have none. */
  private static int line(SourceMap map, List<Integer> calls) {
    for (int i = 0; i < calls.size(); i++) {
      // Where a caller goes on is behind the call.
      Span span = map.at(i == 0 ? calls.get(i) : calls.get(i) - 1);
      if (span != null && !span.source().name().startsWith("<")) {
        return span.line();
      }
    }
    return 0;
  }

  private static List<String> environment() {
    List<String> environment = new ArrayList<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      environment.add(variable.getKey() + "=" + variable.getValue());
    }
    return environment;
  }

  /** What a root process has to do to be this program. */
  static LogEntry entry(Program program, List<String> words, List<String> environment) {
    ProgramArguments arguments = ProgramArguments.of(words, environment);
    List<LogEntry.Part> parts = new ArrayList<>();
    for (Segment segment : program.segments()) {
      parts.add(new LogEntry.Part(segment.offset(), segment.bytes()));
    }
    parts.add(arguments.part());
    return new LogEntry(program.entry(), arguments.values(), 0, List.of(), parts);
  }
}
