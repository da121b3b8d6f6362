package org.forkshell.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board;
import org.forkshell.wire.LogEntry;
import org.forkshell.wire.ZygoteCommand;
import org.jspecify.annotations.Nullable;

/** A session of real processes: forks of the lab's zygote. One lab has one session at a time. */
final class LabSession implements Session {
  /** The zombies that a program may leave uncollected, for each live process it may have. */
  private static final int ZOMBIES = 16;

  /** How often the kernel is asked about processes while they are waited for. */
  private static final int LOOK_MILLIS = 20;

  /** For how long the prompt waits at most to hear of the end of a process that said farewell. */
  private static final long FAREWELL_NANOS = 2_000_000_000;

  /** For how long nobody has told anything when the kernel is asked: it saves trouble, no more. */
  private static final long CALM_NANOS = 2_000_000;

  /**
   * For how long the zygote must have slept, without waking once, to be taken for one that does not
   * do what it is told. While it is at work ending processes it may take as long as it takes.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Lab lab;
  private final MonotonicClock clock;
  private final ProcessTree tree;
  private final Consumer<Event> listener;
  private final Object telling = new Object();
  private int entries;
  private int end = Board.LOG;
  private int root;
  private @Nullable WaitStatus rootStatus;
  private boolean over;
  // An event is being told: who waits for it to be over may go on when the listener has heard of
  // it.
  private boolean hearing;
  private long lastEvent;

  /**
   * Forks a root process.
   *
   * @param tree where the family is to grow
   * @param listener hears every event in order, in another thread, after the tree has taken it in
   */
  LabSession(Lab lab, Options options, ProcessTree tree, Consumer<Event> listener) {
    this.lab = lab;
    this.clock = lab.clock();
    this.tree = tree;
    this.listener = listener;
    var board = lab.boardBuffer();
    board.putInt(Board.ENTRIES, 0);
    board.putInt(Board.LIVE_LIMIT, options.limit());
    board.putInt(Board.TOTAL_LIMIT, options.limit() * ZOMBIES);
    board.putInt(Board.STANDARD_OUTPUT, options.output().ordinal());
    board.putInt(Board.EVENTS_WANTED, options.events() ? 1 : 0);
    board.putLong(Board.STDOUT_STREAM, 0);
    lab.listen(this::hear);
    Path input = options.input();
    lab.send(
        options.raw() ? ZygoteCommand.START_RAW : ZygoteCommand.START_RELAYED,
        input == null ? "" : input.toString());
  }

  @Override
  public ProcessTree tree() {
    return tree;
  }

  @Override
  public Inspector inspector() {
    return lab.inspector();
  }

  private void hear(Event event) {
    if (event instanceof Event.AllEnded) {
      // Who was collected by nobody who tells.
      untoldEnds().last().forEach(this::takeIn);
    }
    takeIn(event);
  }

  @Override
  public void tell(Event event) {
    if (!isOver()) {
      takeIn(event);
    }
  }

  private void takeIn(Event event) {
    // The relay tells most of it, but not all: one at a time.
    synchronized (telling) {
      synchronized (this) {
        hearing = true;
        lastEvent = clock.nanos();
        tree.add(event);
        started(event);
        reaped(event);
      }
      listener.accept(event);
      synchronized (this) {
        hearing = false;
        over |= event instanceof Event.AllEnded;
        notifyAll();
      }
    }
  }

  private void started(Event event) {
    if (event instanceof Event.RootStarted started) {
      root = started.root();
    }
  }

  private void reaped(Event event) {
    if (event instanceof Event.Reaped reaped) {
      if (reaped.child() == root) {
        rootStatus = reaped.status();
      } else if (reaped.pid() != lab.zygote()) {
        // It ended with its namespace: nobody is left there who could count.
        lab.uncount(reaped.status().signaled());
      }
    }
  }

  @Override
  public synchronized void append(LogEntry entry) {
    if (end + entry.size() > Board.SIZE) {
      throw new IllegalStateException("the session's log is full");
    }
    entry.encode(lab.boardBuffer(), end);
    end += entry.size();
    entries++;
    // The entry must be there before it is counted.
    java.lang.invoke.VarHandle.fullFence();
    lab.boardBuffer().putInt(Board.ENTRIES, entries);
    lab.posix().futexWake(lab.board() + Board.ENTRIES);
  }

  @Override
  public void standardOutput(long stream) {
    lab.boardBuffer().putLong(Board.STDOUT_STREAM, stream);
  }

  @Override
  public synchronized int entries() {
    return entries;
  }

  @Override
  public void input(@Nullable String line) {
    PromptInput input = lab.input();
    if (input == null) {
      return;
    }
    if (line == null) {
      input.endOfFile();
    } else {
      input.line(line);
    }
  }

  @Override
  public void limit(int limit) {
    lab.boardBuffer().putInt(Board.LIVE_LIMIT, limit);
    lab.boardBuffer().putInt(Board.TOTAL_LIMIT, limit * ZOMBIES);
  }

  @Override
  public synchronized boolean isOver() {
    return over;
  }

  @Override
  public synchronized @Nullable WaitStatus rootStatus() {
    return rootStatus;
  }

  @Override
  public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
    long deadline = clock.nanos() + limit.toNanos();
    while (!over) {
      long millis = (deadline - clock.nanos()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  @Override
  public synchronized Progress progress() {
    if (over) {
      return Progress.OVER;
    }
    List<Entry> alive = tree.alive();
    if (alive.isEmpty()) {
      return Progress.BUSY;
    }
    boolean atWork = alive.stream().anyMatch(this::hasThreadsAtWork);
    long idle = alive.stream().filter(this::isIdle).count();
    if (idle == alive.size() && !atWork) {
      return Progress.ALL_IDLE;
    }
    if (!atWork && alive.stream().allMatch(entry -> isIdle(entry) || waitsForOthers(entry))) {
      return Progress.SETTLED;
    }
    return idle > 0 || alive.stream().anyMatch(LabSession::readsInput)
        ? Progress.SOME_READY
        : Progress.BUSY;
  }

  /** Whether what is entered next is for it. */
  private static boolean readsInput(Entry entry) {
    Event.Blocked call = entry.call();
    return call != null && call.readsInput();
  }

  private boolean isIdle(Entry entry) {
    return entry.state() == State.IDLE && entry.line() == entries && entry.takesLines();
  }

  /** Whether a thread that is not a process's first computes, or sleeps for a time. */
  private boolean hasThreadsAtWork(Entry entry) {
    for (ThreadEntry thread : tree.threads(entry.pid())) {
      Event.Blocked call = thread.call();
      if (call == null || call.call() == Event.Call.SLEEP) {
        return true;
      }
    }
    return false;
  }

  private boolean waitsForOthers(Entry entry) {
    Event.Blocked call = entry.call();
    boolean waits = call != null && call.call() != Event.Call.SLEEP;
    // The kernel is asked only when nobody has anything to tell.
    return waits
        || (clock.nanos() - lastEvent > CALM_NANOS
            && (isStopped(entry) || executedReader(entry) != null || kernelWaits(entry)));
  }

  private boolean kernelWaits(Entry entry) {
    return entry.isExecuted()
        ? WaitInspector.isForOthers(program(entry))
        : WaitInspector.isForRoom(entry.pid());
  }

  /** An exec'd program: the process, and what it has forked since. */
  private List<Integer> program(Entry entry) {
    return WaitInspector.withDescendants(entry.pid(), this::isAlive);
  }

  /** The kernel's ids of a process's threads; the first one's is the pid. */
  private List<Integer> threads(Entry entry) {
    List<Integer> all = new ArrayList<>(1);
    if (entry.takesLines()) {
      all.add(entry.pid());
    }
    tree.threads(entry.pid()).forEach(thread -> all.add(thread.tid()));
    return all.isEmpty() ? List.of(entry.pid()) : all;
  }

  private boolean isAlive(int pid) {
    return tree.find(pid).filter(Entry::isAlive).isPresent();
  }

  private boolean isStopped(Entry entry) {
    return inspector().isStopped(entry.pid());
  }

  @Override
  public List<InputReader> readers() {
    List<InputReader> readers = new ArrayList<>(0);
    for (Entry entry : tree.alive()) {
      Event.Blocked call = entry.call();
      if (call != null && call.readsInput()) {
        readers.add(new InputReader(entry, "", entry.pid(), 0));
      } else {
        InputReader executed = executedReader(entry);
        if (executed != null) {
          readers.add(executed);
        }
      }
    }
    return readers;
  }

  private @Nullable InputReader executedReader(Entry entry) {
    PromptInput input = lab.input();
    if (input == null || !entry.isExecuted()) {
      return null;
    }
    int pid = new TerminalReads(input.file()).reader(entry.pid(), this::isAlive);
    return pid == 0
        ? null
        : new InputReader(entry, ProcessStatus.nameOf(pid), pid, TerminalReads.turns(pid));
  }

  @Override
  public Progress awaitSettled(Duration grace) throws InterruptedException {
    return awaitSettled(grace, FOR_EVER);
  }

  @Override
  public Progress awaitSettled(Duration grace, Duration limit) throws InterruptedException {
    long start = clock.nanos();
    ProcessorShare share = new ProcessorShare();
    while (true) {
      if (clock.nanos() - start > limit.toNanos()) {
        return progress();
      }
      Progress now;
      synchronized (this) {
        now = progress();
        boolean graceOver =
            now == Progress.SOME_READY
                && haveHad(share, grace)
                && clock.nanos() - start > grace.toNanos();
        if (hearing || now == Progress.BUSY || (now == Progress.SOME_READY && !graceOver)) {
          wait(LOOK_MILLIS);
        } else if (now == Progress.SETTLED || isSomebodyLeaving() || isSomebodyUnready(now)) {
          wait(1);
        } else {
          return now;
        }
      }
      if (now == Progress.SETTLED && isSettled()) {
        return now;
      }
      // A process that was killed cannot say that it is dead.
      if (clock.nanos() - start > LOOK_MILLIS * 1_000_000L) {
        buryTheDead();
      }
    }
  }

  /** Whether all who are at work could do so for long enough. */
  private boolean haveHad(ProcessorShare share, Duration grace) {
    boolean all = true;
    for (Entry entry : tree.alive()) {
      all &= isIdle(entry) || share.hasHad(entry.pid(), grace.toNanos());
    }
    return all;
  }

  /**
   * Whether the processes are settled by the kernel's word too: who told that it waits may have
   * what it waits for by now, and not have said so yet. All must be asleep, all that has been told
   * must be known, and after that they must be asleep still.
   */
  private boolean isSettled() throws InterruptedException {
    List<Rest> before = resting();
    if (before.isEmpty()) {
      return false;
    }
    buryTheDead();
    synchronized (this) {
      return progress() == Progress.SETTLED && !isSomebodyLeaving() && before.equals(resting());
    }
  }

  /** All that live, asleep; empty where somebody is not. */
  private List<Rest> resting() {
    List<Rest> resting = new ArrayList<>();
    for (Entry entry : tree.alive()) {
      InputReader reader = executedReader(entry);
      List<Integer> pids =
          reader != null
              ? List.of(reader.pid())
              : entry.isExecuted() ? program(entry) : threads(entry);
      for (int pid : pids) {
        Rest rest = Rest.of(pid);
        if (rest == null) {
          return List.of();
        }
        resting.add(rest);
      }
    }
    return resting;
  }

  /**
   * Whether somebody has said that it ends, and is just about to: its children are not orphans yet,
   * and the next line is to find that they are.
   */
  private boolean isSomebodyLeaving() {
    for (Entry entry : tree.entries()) {
      if (!entry.isAlive()
          && !entry.collected()
          && isLeaving(entry)
          && clock.nanos() - entry.last().origin().nanos() < FAREWELL_NANOS) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is just about to end, or whoever collected it, or will, to tell so. */
  private boolean isLeaving(Entry entry) {
    ProcessStatus status = ProcessStatus.read(entry.pid()).orElse(null);
    return status == null
        || (status.isAlive() ? Rest.of(entry.pid()) == null : status.parent() == lab.zygote());
  }

  /** Whether somebody who is done with all lines is just about to fall asleep, or to be killed. */
  private boolean isSomebodyUnready(Progress now) {
    return now == Progress.ALL_IDLE && resting().isEmpty();
  }

  @Override
  public void buryTheDead() throws InterruptedException {
    lab.examine(untoldEnds());
  }

  private UntoldEnds untoldEnds() {
    return new UntoldEnds(lab.posix(), clock, tree);
  }

  @Override
  public void interrupt(Duration limit) throws InterruptedException {
    long deadline = clock.nanos() + limit.toNanos();
    while (clock.nanos() < deadline && progress() != Progress.OVER && !listens().isEmpty()) {
      // Again and again: a process may have been just short of its line, or of its blocking call.
      lab.boardBuffer().putInt(Board.INTERRUPTS, lab.boardBuffer().getInt(Board.INTERRUPTS) + 1);
      for (Entry entry : listens()) {
        // An exec'd program does not know of lines: it gets what Ctrl-C means elsewhere.
        boolean hearsNothing = entry.isExecuted() || !entry.takesLines();
        int signal = hearsNothing ? Signal.SIGINT.number() : Board.WAKE_SIGNAL;
        lab.posix().libc().kill(entry.pid(), signal);
      }
      synchronized (this) {
        wait(10);
      }
      buryTheDead();
    }
  }

  @Override
  public void suspend() {
    ProcessGroup job = new ProcessGroup(lab.posix());
    if (job.isOrphaned()) {
      return;
    }
    List<Entry> stopped = new ArrayList<>();
    for (Entry entry : tree.alive()) {
      if (!isStopped(entry) && signal(entry.pid(), Signal.SIGSTOP.number())) {
        stopped.add(entry);
      }
    }
    job.stop();
    stopped.forEach(entry -> signal(entry.pid(), Signal.SIGCONT.number()));
  }

  /** Who is to give up its line, and can: a stopped process does not hear of it. */
  private List<Entry> listens() {
    return tree.alive().stream().filter(entry -> !isIdle(entry) && !isStopped(entry)).toList();
  }

  @Override
  public boolean signal(int pid, int signal) {
    // The pid of a process that was collected may be somebody else's by now.
    return tree.find(pid).filter(entry -> !entry.collected()).isPresent()
        && lab.posix().libc().kill(pid, signal) == 0;
  }

  @Override
  public boolean isLost() {
    return isOver() && !lab.isAlive();
  }

  @Override
  public boolean isShut() {
    return lab.isShut();
  }

  @Override
  public List<UnendedProcess> unended() {
    return isLost() ? lab.unended() : List.of();
  }

  private boolean isZygoteDead() {
    return ProcessStatus.read((int) lab.zygote()).filter(ProcessStatus::isAlive).isEmpty();
  }

  @Override
  public void close() {
    lab.send(ZygoteCommand.KILL_ALL, "");
    Rest before = null;
    try {
      while (!awaitEnd(PATIENCE)) {
        if (before == null ? isZygoteDead() : before.equals(Rest.of((int) lab.zygote()))) {
          lab.endByForce();
          // All have ended; that the relay has told so takes no longer than it takes to read it.
          awaitEnd(PATIENCE);
          return;
        }
        before = Rest.of((int) lab.zygote());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
