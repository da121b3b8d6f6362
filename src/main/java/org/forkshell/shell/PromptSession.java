package org.forkshell.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.forkshell.codegen.Program;
import org.forkshell.execution.InputReader;
import org.forkshell.execution.ProcessGroup;
import org.forkshell.execution.Session.Progress;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.language.Completeness;
import org.forkshell.language.Language;
import org.forkshell.language.LineAnalysis;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.source.SourceText;
import org.forkshell.view.Feedback;
import org.forkshell.view.Screen;
import org.forkshell.view.Style;
import org.forkshell.view.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What the lines typed at a prompt mean: an ever-growing program. A line is compiled, appended to
 * the log, and executed by every live process, or by those it is addressed to, from where each
 * stands. When all have ended, the next line starts a fresh root that knows what the lines before
 * defined, but ran none of them.
 *
 * <p>Lines are entered by one thread.
 */
public final class PromptSession implements AutoCloseable {
  /** How a line fared. */
  public enum Outcome {
    DONE,
    /** It was wrong, and nothing was run. */
    REFUSED,
    /** It kept the processes busy for longer than anybody waits for it. */
    GIVEN_UP,
    /** Every process was killed from outside before all were through with it. */
    LOST
  }

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final CompilerStart start;
  private final Settings settings;
  private final Display display;
  private final Duration grace;
  private final Families families;
  private final ProgramInput reads;
  private final ProgramRunner programs;
  private final List<LogLine> log = new ArrayList<>();
  private final Set<ProcessName> addressedLast = new TreeSet<>();
  private @Nullable LineCompiler compiler;
  private volatile boolean interrupted;
  private boolean freshnessTold;
  private @Nullable Duration patience;
  private int number;

  /**
   * @param grace how long a line may keep one process busy before the next may be entered for
   *     another
   */
  public PromptSession(
      LabSource labs,
      CompilerStart start,
      Settings settings,
      Display display,
      Duration grace,
      MonotonicClock clock) {
    this.start = start;
    this.settings = settings;
    this.display = display;
    this.grace = grace;
    this.families = new Families(labs, this::compiler, start.language(), settings, display, clock);
    this.reads = new ProgramInput(families, clock);
    this.programs = new ProgramRunner(families, reads, display, clock);
  }

  /** A session whose display is {@code screen}. */
  public PromptSession(
      LabSource labs,
      CompilerStart start,
      Settings settings,
      Screen screen,
      Duration grace,
      MonotonicClock clock) {
    this(labs, start, settings, new Display(screen), grace, clock);
  }

  /** Whether the processes were all killed from outside. */
  public boolean isLost() {
    Family now = families.current();
    return now != null && now.isLost();
  }

  public Settings settings() {
    return settings;
  }

  public Display display() {
    return display;
  }

  /** What was said of processes in this session, and how. */
  public Wording wording() {
    return families.wording();
  }

  public List<LogLine> log() {
    return log;
  }

  /** The language of its lines and programs. */
  public Language language() {
    return start.language();
  }

  public synchronized LineCompiler compiler() {
    LineCompiler made = compiler;
    if (made == null) {
      made = start.get();
      compiler = made;
    }
    return made;
  }

  /** The live family, or null while there is none. */
  public @Nullable Family family() {
    return families.live();
  }

  /** The signal that ended the root of the prompt's processes against its will, 0 for none. */
  public int killer() {
    Family now = families.current();
    return now == null ? 0 : now.killer();
  }

  /** The last family that was given something to do, be it over or not; null before the first. */
  public @Nullable Family latest() {
    return families.latest();
  }

  /** Sets who hears of every event of every family, from now on. */
  public void listen(BiConsumer<Event, ProcessTree> by) {
    families.listen(by);
  }

  /** Sets who has something to say about events, from now on. */
  public void annotate(Annotator by) {
    families.annotate(by);
  }

  /** Nobody is there to be told what can be typed next. */
  public void unattended() {
    families.unattended();
  }

  /** Who keeps all from being ready for longer than this after a line gives it up. */
  public void patience(Duration limit) {
    patience = limit;
  }

  /** The family once its root has told that it is there; null where none is left. */
  public @Nullable Family present() throws IOException, InterruptedException {
    Family now = log.isEmpty() ? start() : family();
    if (now != null
        && now.tree().entries().stream().allMatch(e -> e.last() instanceof Event.Born)) {
      now.session().awaitSettled(grace);
    }
    return now;
  }

  /** The family to be looked at: null where none is left, be it of the prompt or of a program. */
  public @Nullable Family seen() throws IOException, InterruptedException {
    Family last = latest();
    return family() == null && last != null && !last.program().isEmpty() ? null : present();
  }

  /** The live processes, parents first. */
  public List<Entry> alive() {
    Family now = family();
    return now == null ? List.of() : now.tree().alive();
  }

  /** Whether a process was stopped by a signal, and goes on only by another. */
  boolean isStopped(Entry entry) {
    Family now = family();
    return now != null && now.session().isStopped(entry.pid());
  }

  /** The processes that wait for a line of input. */
  public List<InputReader> readers() {
    return reads.readers();
  }

  /** Forks a root process, if there is none, so that the next line need not wait for it. */
  public Family start() throws IOException, InterruptedException {
    return families.start(log, begun -> addressedLast.clear());
  }

  /** Whether a text can be entered as it stands. */
  public boolean isComplete(String text) {
    return completeness(text, null) != Completeness.INCOMPLETE;
  }

  /**
   * Whether a text, with its address, can be entered as it stands.
   *
   * @param next the line after it, which may belong to it; null where it is not known
   */
  public Completeness completeness(String text, @Nullable String next) {
    Address.Line line = Address.split(text);
    Completeness found = compiler().completeness(line.rest(), next);
    // An address with nothing after it is to be told to be wrong.
    return found == Completeness.EMPTY && line.address() != null ? Completeness.COMPLETE : found;
  }

  /**
   * What is most likely entered next after the lines of the log from an index on; empty for
   * nothing.
   */
  public String proposal(int from) {
    for (int i = log.size() - 1; i >= from; i--) {
      String proposal = log.get(i).analysis().proposal();
      if (!proposal.isEmpty()) {
        return proposal;
      }
    }
    return "";
  }

  /** Enters a line as typed. */
  public Outcome enter(String typed) throws IOException, InterruptedException {
    return enter(typed, null, 1);
  }

  /**
   * Enters lines of a file.
   *
   * @param file its name, or null for what was typed
   * @param row the number of the first line in the file
   */
  public Outcome enter(String typed, @Nullable String file, int row)
      throws IOException, InterruptedException {
    Address.Line line = Address.split(typed);
    if (line.rest().isBlank()) {
      if (line.address() != null) {
        display.error(settings.words().get("address.empty", typed.strip()));
        return Outcome.REFUSED;
      }
      return Outcome.DONE;
    }
    boolean fresh = family() == null && !log.isEmpty();
    Family now = start();
    List<Entry> addressed = addressed(now, line.address());
    if (addressed == null) {
      return Outcome.REFUSED;
    }
    SourceText text =
        file == null
            ? SourceText.typed(number + 1, line.rest())
            : new SourceText(file, "\n".repeat(row - 1) + line.rest());
    LineCompiler.Outcome compiled = compiler().compile(text);
    if (settings.feedback() != Feedback.SILENT || compiled.hasErrors()) {
      display.diagnostics(compiled.diagnostics(), file != null, settings.language());
    }
    LineAnalysis analysis = compiled.analysis();
    if (analysis == null) {
      return Outcome.REFUSED;
    }
    if (fresh && !freshnessTold) {
      freshnessTold = true;
      display.say(Style.NOTE, settings.words().get("session.fresh"));
    }
    List<ProcessName> only = new ArrayList<>();
    List<Integer> pids = new ArrayList<>();
    if (line.address() != null) {
      for (Entry entry : addressed) {
        only.add(entry.name());
        pids.add(entry.pid());
      }
      addressedLast.clear();
      addressedLast.addAll(only);
    }
    String prefix = line.address() == null ? "" : "@" + String.join(",", line.address().words());
    LogLine logged = new LogLine(++number, line.rest(), prefix, only, compiled.line(), analysis);
    log.add(logged);
    if (compiled.line() == null) {
      // Nothing to run: a macro, or a comment.
      return Outcome.DONE;
    }
    families.use(now);
    try {
      now.run(logged, compiled.line(), pids);
      interruptLate();
    } catch (IllegalStateException full) {
      display.error(settings.words().get("session.full"));
      return Outcome.REFUSED;
    }
    boolean inTime = await() != Progress.BUSY;
    if (!inTime && !now.isLost()) {
      display.error(settings.words().get("session.patience"));
      interrupt();
    }
    attend();
    return now.isLost() ? Outcome.LOST : inTime ? Outcome.DONE : Outcome.GIVEN_UP;
  }

  private @Nullable List<Entry> addressed(Family now, @Nullable Address address)
      throws InterruptedException {
    if (address == null) {
      return List.of();
    }
    // A root that was just forked has yet to say so.
    now.session().awaitSettled(grace);
    Optional<String> thread = address.thread();
    if (thread.flatMap(now.tree()::findThread).isPresent()) {
      display.error(settings.words().get("address.thread", "@" + thread.get()));
      return null;
    }
    try {
      List<Entry> found = address.resolve(now.tree(), addressedLast);
      List<Entry> listeners = new ArrayList<>();
      for (Entry entry : found) {
        if (entry.isExecuted()) {
          String program = now.inspector().program(entry.pid());
          display.say(
              found.size() == 1 ? Style.ERROR : Style.NOTE,
              settings.words().get("address.executed", entry.name(), program));
        } else if (!entry.takesLines()) {
          display.say(
              found.size() == 1 ? Style.ERROR : Style.NOTE,
              settings.words().get("address.ended", entry.name()));
        } else {
          listeners.add(entry);
        }
      }
      return listeners.isEmpty() ? null : listeners;
    } catch (Address.NobodyException e) {
      List<String> names = new ArrayList<>();
      for (Entry entry : now.tree().alive()) {
        names.add("@" + entry.name());
      }
      display.error(settings.words().get("address.nobody", e.word(), String.join(" ", names)));
      return null;
    }
  }

  /**
   * Waits until the processes are through with what they have, or can get on only by what is
   * entered next.
   */
  public Progress await() throws InterruptedException {
    Family now = families.current();
    if (now == null) {
      return Progress.OVER;
    }
    Duration limit = patience;
    Progress progress =
        limit == null
            ? now.session().awaitSettled(grace)
            : now.session().awaitSettled(grace, limit);
    now.chronicle().settle();
    if (progress == Progress.OVER) {
      families.tellEnd(now);
    }
    return progress;
  }

  /** Gives a line to whoever reads standard input; null is the end of the file. */
  public void input(@Nullable String line) throws InterruptedException {
    reads.give(line);
  }

  /** Where the lines come from that a program reads. */
  @FunctionalInterface
  public interface LineSource {
    /** The next line, or null at the end of the file. */
    @Nullable String next() throws IOException, InterruptedException;
  }

  /**
   * Runs a program in the place of the processes of the prompt, to its end or to the end of the
   * time.
   *
   * @param input gives the program lines when it reads
   * @return whether it came to its end
   */
  public boolean run(Program program, List<String> words, LineSource input, Duration limit)
      throws IOException, InterruptedException {
    return programs.run(program, words, input, limit, this::interruptLate);
  }

  /** What is interrupted from now on is what is entered next. */
  public void attend() {
    interrupted = false;
  }

  /** Ctrl-C may have come before there was a line to give up: then the line is meant. */
  private void interruptLate() throws InterruptedException {
    if (interrupted) {
      interrupt();
    }
  }

  /** Makes every process give up its line; ends a program. */
  public void interrupt() throws InterruptedException {
    interrupted = true;
    Family now = family();
    if (now != null && programs.isRunning()) {
      programs.end(now);
    } else if (now != null) {
      now.session().interrupt(FAREWELL);
      now.chronicle().settle();
    }
  }

  /** Stops everything until the shell lets it go on. */
  public void suspend() {
    Family now = family();
    if (now == null) {
      ProcessGroup.stopOurs();
    } else {
      now.session().suspend();
    }
  }

  /** Whether some process is at work or blocked. */
  public boolean isBusy() {
    Family now = family();
    return now != null && now.session().progress() != Progress.ALL_IDLE;
  }

  /** Ends all processes at once; the log and all that was defined remain. */
  void endProcesses() {
    families.end();
  }

  /** Ends all processes and forgets everything. */
  public void forget() {
    families.forget();
    log.clear();
    number = 0;
    synchronized (this) {
      LineCompiler old = compiler;
      compiler = old == null ? null : old.afresh();
    }
  }

  /**
   * Lets every process leave as from the end of main, so that what waits in buffers is written;
   * ends what is left then.
   */
  public void finish() throws InterruptedException {
    Family now = family();
    if (now != null && !now.tree().alive().isEmpty()) {
      now.chronicle().leave();
      now.run(compiler().entry(RuntimeFunction.EXIT), List.of(0L));
      now.session().awaitEnd(FAREWELL);
      now.chronicle().settle();
    }
    endProcesses();
  }

  @Override
  public void close() {
    families.close();
  }
}
