package org.forkshell.shell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.Segment;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Environment;
import org.forkshell.execution.Host;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.ProgramArguments;
import org.forkshell.execution.Session;
import org.forkshell.execution.UnendedProcess;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Type;
import org.forkshell.language.Language;
import org.forkshell.language.ObservedMemory;
import org.forkshell.process.Event;
import org.forkshell.process.History;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.WaitStatus;
import org.forkshell.process.Waits;
import org.forkshell.view.Facts;
import org.forkshell.view.Messages;
import org.forkshell.view.Wording;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/** One root process with its descendants, and which line of the log each entry of theirs is. */
public final class Family implements Facts, AutoCloseable {
  private final DebugInformation code;
  private final Language language;
  private final Supplier<Messages> words;
  private final Session session;
  private final Chronicle chronicle;
  private final DeadlockSearch deadlocks;
  private final RaceTally races;
  private final History history = new History();
  // Read by the thread that hears of events, so copied on every change.
  private volatile List<@Nullable LogLine> entries = List.of();
  private boolean environmentGiven;
  private volatile boolean signalsSent;
  private volatile String program = "";
  private final SegmentLoader loader;
  private @Nullable MemorySnapshot memory;

  Family(
      Host host,
      DebugInformation code,
      Language language,
      Settings settings,
      Wording wording,
      Display display,
      Annotator annotator,
      MonotonicClock clock) {
    this.code = code;
    this.races = new RaceTally(code.symbols(), code.sourceMap());
    this.language = language;
    this.loader = new SegmentLoader(settings.interprets());
    this.words = settings::words;
    this.chronicle = new Chronicle(this, settings.notes(), wording, display, clock, annotator);
    Session.Options options = new Session.Options(settings.limit(), settings.output(), false, true);
    // The first event may come before the session is known here: it has to wait.
    synchronized (chronicle) {
      this.session = host.begin(options, Session.Listener.of(this::hear, chronicle::rest));
    }
    this.deadlocks = new DeadlockSearch(session, clock);
  }

  /**
   * Tells of threads that can never go on, if there are some of whom that has not been told; says
   * whether there were.
   */
  boolean tellDeadlocks() throws InterruptedException {
    List<Event.Deadlock> found = deadlocks.look(code.symbols());
    found.forEach(session::tell);
    return !found.isEmpty();
  }

  private void hear(Event event) {
    if (!races.isNews(event)) {
      return;
    }
    history.add(event);
    signalsSent |= isSignalSent(event);
    chronicle.hear(event);
  }

  private static boolean isSignalSent(Event event) {
    return event instanceof Event.Raised
        || (event instanceof Event.Killed killed && killed.errno() == 0);
  }

  public Session session() {
    return session;
  }

  /** What the kernel can say of its processes. */
  public Inspector inspector() {
    return session.inspector();
  }

  /** The signal that ended the root though nobody of the family sent any, 0 for none. */
  int killer() {
    WaitStatus status =
        tree()
            .find(ProcessName.ROOT)
            .filter(root -> !root.isAlive())
            .map(Entry::status)
            .orElse(null);
    return status == null || signalsSent || !status.signaled() ? 0 : status.signal();
  }

  public Chronicle chronicle() {
    return chronicle;
  }

  /** Says how many data races were found in it. */
  String foundRaces() {
    return races.summary(words.get());
  }

  /** What happened in it; it remains when all processes have ended. */
  public History history() {
    return history;
  }

  /** Whether it has ended because somebody killed the process that forks. */
  boolean isLost() {
    return session.isLost();
  }

  /** Whether what its processes write does not arrive here any more. */
  boolean isShut() {
    return session.isShut();
  }

  /** Those of it that could not be ended, where it is lost. */
  List<UnendedProcess> unended() {
    return session.unended();
  }

  @Override
  public ProcessTree tree() {
    return session.tree();
  }

  /** Puts into memory what the lines so far brought there, and runs nothing. */
  void load(List<LogLine> lines) {
    List<Segment> segments = new ArrayList<>();
    for (LogLine line : lines) {
      if (line.line() != null) {
        segments.addAll(line.line().segments());
      }
    }
    List<LogEntry.Part> parts = loader.lines(segments);
    parts.addAll(environment());
    append(null, new LogEntry(0, List.of(), 0, List.of(), parts));
  }

  /** The environment, as soon as something that the lines so far call looks into it. */
  private List<LogEntry.Part> environment() {
    long environ = code.offsetOf(RuntimeObject.ENVIRONMENT);
    if (environ == 0 || environmentGiven) {
      return List.of();
    }
    environmentGiven = true;
    ProgramArguments arguments = ProgramArguments.of(List.of("P"), Environment.variables());
    byte[] pointer =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(arguments.values().get(2))
            .array();
    return List.of(arguments.part(), new LogEntry.Part(environ, pointer));
  }

  /** Has a line run by some processes, or by all if {@code pids} is empty. */
  void run(LogLine logged, Line line, List<Integer> pids) {
    for (String row : logged.typed().strip().split("\n")) {
      chronicle.typed(row);
    }
    List<Symbols.Global> shown = line.shown();
    long value = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).offset();
    List<LogEntry.Part> parts = loader.lines(line.segments());
    parts.addAll(environment());
    append(logged, new LogEntry(line.entry(), List.of(), value, pids, parts));
  }

  /** Has a function run by all that no learner typed. */
  void run(Line line, List<Long> arguments) {
    append(
        null, new LogEntry(line.entry(), arguments, 0, List.of(), loader.lines(line.segments())));
  }

  /** Has a whole program run. */
  void run(Program program, List<String> words) {
    ProgramArguments arguments = ProgramArguments.of(words, Environment.variables());
    List<LogEntry.Part> parts = loader.program(program);
    parts.add(arguments.part());
    this.program = words.get(0);
    append(null, new LogEntry(program.entry(), arguments.values(), 0, List.of(), parts));
  }

  /** The name of the program that was given to it; empty for a family of the prompt. */
  public String program() {
    return program;
  }

  /** Whether a file is that of the program that was given to it. */
  public boolean isProgram(String file) {
    return !program.isEmpty() && language.programName(file).equals(program);
  }

  /** What it executes. */
  public DebugInformation code() {
    return code;
  }

  private void append(@Nullable LogLine line, LogEntry entry) {
    List<@Nullable LogLine> more = new ArrayList<>(entries);
    more.add(line);
    entries = more;
    session.standardOutput(code.offsetOf(RuntimeObject.STANDARD_OUTPUT));
    session.append(entry);
  }

  /** The line of the log that an entry is, or null. */
  public @Nullable LogLine line(int entry) {
    List<@Nullable LogLine> known = entries;
    return entry >= 1 && entry <= known.size() ? known.get(entry - 1) : null;
  }

  /** All that its processes were given to execute. */
  public SourceListing listing() {
    List<LogLine> log = new ArrayList<>();
    for (LogLine line : entries) {
      if (line != null) {
        log.add(line);
      }
    }
    return new SourceListing(code.symbols(), code.sourceMap(), program, log);
  }

  /** Which entry brought an object into memory. */
  public int entryOf(Symbols.Global object) {
    List<@Nullable LogLine> known = entries;
    for (int i = 0; i < known.size(); i++) {
      LogLine line = known.get(i);
      if (line != null && line.line() != null && declares(line.line(), object)) {
        return i + 1;
      }
    }
    return 1;
  }

  private static boolean declares(Line line, Symbols.Global object) {
    for (Symbols.Global global : line.symbols().globals()) {
      if (global.offset() == object.offset()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long reaper() {
    return inspector().reaper();
  }

  @Override
  public List<Value> values(Event.LineDone done) {
    LogLine line = line(done.origin().line());
    if (line == null || line.line() == null) {
      return List.of();
    }
    List<Symbols.Global> shown = line.line().shown();
    List<Value> values = new ArrayList<>(shown.size());
    for (int i = 0; i < shown.size(); i++) {
      Symbols.Global object = shown.get(i);
      long address = AddressSpace.ORIGIN + object.offset();
      boolean told = i == shown.size() - 1 && object.type().size() <= 8;
      // What the process itself told when it was done; it may have gone on since.
      byte[] last =
          ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(done.value()).array();
      ObservedMemory memory =
          new MemoryOf(done.pid()) {
            @Override
            public byte @Nullable [] read(long at, int length) {
              return told && at == address && length <= 8
                  ? Arrays.copyOf(last, length)
                  : super.read(at, length);
            }
          };
      values.add(new Value(object.name(), language.value(object.type(), address, memory)));
    }
    return values;
  }

  /** How its language declares a variable. */
  public String declaration(Type type, String name) {
    return language.declaration(type, name);
  }

  /** What a process has in a variable, as its language writes it. */
  public String text(Symbols.Global variable, int pid) {
    return text(variable.type(), AddressSpace.ORIGIN + variable.offset(), pid);
  }

  /** What a process has in an object at an address. */
  public String text(Type type, long address, int pid) {
    return language.value(type, address, new MemoryOf(pid));
  }

  /** The memory of one of its processes. */
  private class MemoryOf implements ObservedMemory {
    private final int pid;

    MemoryOf(int pid) {
      this.pid = pid;
    }

    @Override
    public byte @Nullable [] read(long address, int length) {
      return inspector().memory(pid, address, length);
    }

    @Override
    public @Nullable String functionAt(long address) {
      Symbols.Function function = code.symbols().functionAt(address - AddressSpace.ORIGIN);
      return function == null ? null : function.name();
    }
  }

  /** Remembers what its memory was at some moment; gives what was remembered before. */
  public @Nullable MemorySnapshot remembered(MemorySnapshot now) {
    MemorySnapshot before = memory;
    memory = now;
    return before;
  }

  /** The processes whose memory is that of the program: those that live and called no exec. */
  public List<ProcessTree.Entry> readable() {
    return tree().alive().stream().filter(entry -> !entry.executed()).toList();
  }

  @Override
  public @Nullable Waiting waiting(int pid) {
    return Inspection.waiting(inspector(), pid, code.offsetOf(RuntimeObject.STANDARD_OUTPUT));
  }

  @Override
  public Waits waits(Collection<Integer> tasks) {
    return Inspection.waits(inspector(), tasks, tree(), code.symbols());
  }

  /** What any of its processes and threads wait for now. */
  public Waits waits() {
    List<Integer> tasks = new ArrayList<>();
    for (ProcessTree.Entry entry : tree().alive()) {
      tasks.add(entry.pid());
      tree().threads(entry.pid()).forEach(thread -> tasks.add(thread.tid()));
    }
    return waits(tasks);
  }

  @Override
  public Standing standing(int pid) {
    return Inspection.standing(inspector(), pid);
  }

  @Override
  public @Nullable Parent parent(int pid) {
    return Inspection.parent(inspector(), pid);
  }

  @Override
  public String valueOf(Event.Origin origin) {
    LogLine line = line(origin.line());
    return line == null || line.line() == null ? "" : line.line().call();
  }

  @Override
  public String call(Event.Origin origin) {
    return Inspection.call(origin, code.symbols(), code.sourceMap());
  }

  @Override
  public int lines() {
    return entries.size();
  }

  @Override
  public boolean hasExecuted(int pid) {
    return inspector().hasExecuted(pid);
  }

  @Override
  public String errorName(int errno) {
    return ErrorNumber.nameOf(errno);
  }

  @Override
  public String place(Event.Origin origin) {
    return Inspection.place(origin, code.symbols(), code.sourceMap(), words.get());
  }

  @Override
  public String subject(Event.Race race) {
    return new RaceNames(inspector(), tree(), code.symbols(), code.sourceMap(), words.get())
        .subject(race);
  }

  @Override
  public boolean isBelowStack(long address) {
    return Inspection.isBelowStack(address);
  }

  @Override
  public boolean isReadOnly(long address) {
    return Inspection.isReadOnly(address);
  }

  /** Ends every process. */
  @Override
  public void close() {
    chronicle.mute();
    session.close();
  }
}
