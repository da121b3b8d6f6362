package org.forkshell.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Host;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Session;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.process.Event;
import org.forkshell.process.History;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.process.Waits;
import org.forkshell.view.Facts;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Messages;
import org.forkshell.view.Recording;
import org.forkshell.view.Screen;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A whole program, run where somebody watches: what its processes write and what happens to them,
 * labelled, and a summary.
 */
public final class LabelledRun {
  private static final int STATUSES_TOLD = 6;

  private final Host host;
  private final Settings settings;
  private final Display display;
  private final boolean attended;
  private final MonotonicClock clock;
  private final History history = new History();
  private final Recording recording = new Recording();

  /**
   * @param attended whether somebody is there who may wonder why it does not end
   */
  public LabelledRun(
      Host host, Settings settings, Screen screen, boolean attended, MonotonicClock clock) {
    this.attended = attended;
    this.clock = clock;
    this.host = host;
    this.settings = settings;
    this.display = new Display(screen);
  }

  /**
   * Runs it to the end of its last process, or to the end of the time.
   *
   * @param also hears of every event too
   * @return how the root ended, or null when the time was up and everything was ended
   */
  public @Nullable WaitStatus run(
      Program program, LogEntry entry, Duration limit, BiConsumer<Event, ProcessTree> also)
      throws InterruptedException {
    long start = clock.nanos();
    ProgramFacts facts = new ProgramFacts(program, settings.words());
    RaceTally races = new RaceTally(program.symbols(), program.sourceMap());
    Chronicle chronicle =
        new Chronicle(
            facts,
            settings.notes(),
            settings.wording(display.screen()),
            display,
            clock,
            (event, family) -> List.of(),
            recording);
    Session.Options options = new Session.Options(settings.limit(), settings.output(), false, true);
    Session session;
    // The first event may come before the session is known here: it has to wait.
    synchronized (chronicle) {
      session =
          host.begin(
              options,
              facts.tree,
              Session.Listener.of(
                  event -> {
                    if (races.isNews(event)) {
                      history.add(event);
                      also.accept(event, facts.tree);
                      chronicle.hear(event);
                    }
                  },
                  chronicle::rest));
      facts.inspector = session.inspector();
    }
    session.standardOutput(program.offsetOf(RuntimeObject.STANDARD_OUTPUT));
    session.append(entry);
    Leftovers leftovers =
        new Leftovers(session, settings.words(), text -> display.say(Style.NOTE, text), clock);
    DeadlockSearch deadlocks = new DeadlockSearch(session, clock);
    boolean deadlockTold = false;
    boolean ended = false;
    for (long ticks = 0; ticks * TICK.toMillis() < limit.toMillis() && !ended; ticks++) {
      ended = session.awaitEnd(TICK);
      if (!ended && ticks % LOOK_EVERY == 0) {
        session.findUntoldEnds();
      }
      chronicle.tick();
      if (!ended) {
        List<Event.Deadlock> found = deadlocks.look(program.symbols());
        found.forEach(session::tell);
        if (attended && !deadlockTold && !found.isEmpty()) {
          deadlockTold = true;
          display.say(Style.NOTE, settings.words().get("run.deadlock"));
        }
      }
      if (attended) {
        leftovers.look();
      }
    }
    if (!ended) {
      session.close();
    }
    chronicle.settle();
    Text summary = summary(facts.tree.entries(), (clock.nanos() - start) / 1e9, facts.tree);
    display.lines(LineLayout.wrapped(summary, 0, display.screen().width()));
    recording.add(clock.nanos(), summary);
    if (program.findsRaces()) {
      Text found = Text.of(Style.MESSAGE, races.summary(settings.words()));
      display.lines(LineLayout.wrapped(found, 0, display.screen().width()));
      recording.add(clock.nanos(), found);
    }
    return ended ? session.rootStatus() : null;
  }

  /** What was shown, so far or in all. */
  public Recording recording() {
    return recording;
  }

  /** What happened, so far or in all. */
  public History history() {
    return history;
  }

  private static final Duration TICK = Duration.ofMillis(50);
  private static final int LOOK_EVERY = 4;

  /** How many processes there were, how they ended, and how long it took. */
  private Text summary(List<Entry> entries, double seconds, ProcessTree family) {
    Messages words = settings.words();
    Map<Integer, ProcessName> culprits = culprits(family);
    Map<String, List<ProcessName>> byEnd = new TreeMap<>();
    for (Entry entry : entries) {
      byEnd.computeIfAbsent(end(entry, culprits), key -> new ArrayList<>()).add(entry.name());
    }
    StringBuilder ends = new StringBuilder();
    for (Map.Entry<String, List<ProcessName>> end : byEnd.entrySet()) {
      ends.append(ends.length() == 0 ? "" : words.get("run.between"));
      List<ProcessName> names = end.getValue();
      if (names.size() == entries.size() && names.size() > 1) {
        ends.append(words.get("run.all", end.getKey()));
      } else {
        ends.append(list(names)).append(' ').append(end.getKey());
      }
    }
    String count = words.get(entries.size() == 1 ? "run.process" : "run.processes", entries.size());
    String time = String.valueOf(Math.round(seconds * 1000) / 1000.0);
    return Text.of(Style.MESSAGE, words.get("run.summary", count, time, ends));
  }

  /** Of the processes that a thread other than their first one ended, which. */
  private Map<Integer, ProcessName> culprits(ProcessTree family) {
    Map<Integer, ProcessName> culprits = new HashMap<>();
    for (Event event : history.excerpt().events()) {
      if (event instanceof Event.Faulted && event.tid() != event.pid()) {
        family.nameOf(event.tid()).ifPresent(name -> culprits.put(event.pid(), name));
      }
    }
    return culprits;
  }

  private static String list(List<ProcessName> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size() && i < STATUSES_TOLD; i++) {
      text.append(i == 0 ? "" : " ").append(names.get(i));
    }
    return names.size() > STATUSES_TOLD
        ? text + " +" + (names.size() - STATUSES_TOLD)
        : text.toString();
  }

  private String end(Entry entry, Map<Integer, ProcessName> culprits) {
    WaitStatus status = entry.status();
    Messages words = settings.narration();
    if (status == null) {
      return words.get("end.unknown");
    }
    ProcessName culprit = culprits.get(entry.pid());
    if (status.signaled() && culprit != null) {
      return words.get("end.killed.thread", Signal.nameOf(status.signal()), culprit);
    }
    return status.signaled()
        ? words.get("end.killed", Signal.nameOf(status.signal()))
        : words.get("end.exited", status.code());
  }

  /** What the narrator asks about a program. */
  private static final class ProgramFacts implements Facts {
    private final Program program;
    private final ProcessTree tree = new ProcessTree();
    private final Messages words;
    private @Nullable Inspector inspector;

    ProgramFacts(Program program, Messages words) {
      this.words = words;
      this.program = program;
    }

    private Inspector inspector() {
      return Objects.requireNonNull(inspector);
    }

    @Override
    public ProcessTree tree() {
      return tree;
    }

    @Override
    public long reaper() {
      return inspector().reaper();
    }

    @Override
    public List<Value> values(Event.LineDone done) {
      return List.of();
    }

    @Override
    public @Nullable Waiting waiting(int pid) {
      return Inspection.waiting(inspector(), pid, program.offsetOf(RuntimeObject.STANDARD_OUTPUT));
    }

    @Override
    public Waits waits(Collection<Integer> tasks) {
      return Inspection.waits(inspector(), tasks, tree(), program.symbols());
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
    public String call(Event.Origin origin) {
      return Inspection.call(origin, program.symbols(), program.sourceMap());
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
      return Inspection.place(origin, program.symbols(), program.sourceMap(), words);
    }

    @Override
    public String subject(Event.Race race) {
      return new RaceNames(inspector(), tree, program.symbols(), program.sourceMap(), words)
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
  }
}
