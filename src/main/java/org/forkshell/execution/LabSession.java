package org.forkshell.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
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

  /**
   * For how long the zygote must have slept, without waking once, to be taken for one that does not
   * do what it is told. While it is at work ending processes it may take as long as it takes.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Lab lab;
  private final MonotonicClock clock;
  private final ProcessTree tree;
  private final FamilyMembers members;
  private final Listener listener;
  private final Object telling = new Object();
  private int entries;
  private int end = Board.LOG;
  private int root;
  private @Nullable WaitStatus rootStatus;
  private boolean over;
  private boolean ending;
  // Who waits for the processes goes on when the listener has shown what he has heard.
  private long heard;
  private long shown;
  private volatile long lastEvent;

  // While this process is stopped, time goes by, and nobody who is stopped with it can say so.
  private volatile boolean suspended;

  /**
   * Forks a root process.
   *
   * @param tree where the family is to grow
   * @param listener hears every event after the tree has taken it in
   */
  LabSession(Lab lab, Options options, ProcessTree tree, Listener listener) {
    this.lab = lab;
    this.clock = lab.clock();
    this.tree = tree;
    this.members = new FamilyMembers(lab, tree);
    this.listener = listener;
    var board = lab.board().memory();
    board.putInt(Board.ENTRIES, 0);
    board.putInt(Board.LIVE_LIMIT, options.limit());
    board.putInt(Board.TOTAL_LIMIT, options.limit() * ZOMBIES);
    board.putInt(Board.STANDARD_OUTPUT, options.output().ordinal());
    board.putInt(Board.STRANGERS, 0);
    board.putInt(Board.EVENTS_WANTED, options.events() ? 1 : 0);
    board.putLong(Board.STDOUT_STREAM, 0);
    lab.listen(Listener.of(this::hear, this::rest));
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
      rest();
    }
  }

  private void takeIn(Event event) {
    // The relay tells most of it, but not all: one at a time.
    synchronized (telling) {
      synchronized (this) {
        heard++;
        lastEvent = clock.nanos();
        tree.add(event);
        started(event);
        reaped(event);
      }
      listener.hear(event);
      ending |= event instanceof Event.AllEnded;
    }
  }

  private void rest() {
    synchronized (telling) {
      listener.rest();
      synchronized (this) {
        shown = heard;
        over |= ending;
        notifyAll();
      }
    }
  }

  /** Waits until all has been shown that is known now. */
  private synchronized void awaitShown() throws InterruptedException {
    long now = heard;
    while (shown < now) {
      wait();
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
        lab.board().uncount(reaped.status().signaled());
      }
    }
  }

  @Override
  public synchronized void append(LogEntry entry) {
    if (end + entry.size() > Board.SIZE) {
      throw new IllegalStateException("the session's log is full");
    }
    entry.encode(lab.board().memory(), end);
    end += entry.size();
    entries++;
    // The entry must be there before it is counted.
    java.lang.invoke.VarHandle.fullFence();
    lab.board().memory().putInt(Board.ENTRIES, entries);
    lab.posix().futexWake(lab.board().address() + Board.ENTRIES);
  }

  @Override
  public void standardOutput(long stream) {
    lab.board().memory().putLong(Board.STDOUT_STREAM, stream);
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
    lab.board().memory().putInt(Board.LIVE_LIMIT, limit);
    lab.board().memory().putInt(Board.TOTAL_LIMIT, limit * ZOMBIES);
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
    return suspended ? Progress.BUSY : members.progress(entries, lastEvent);
  }

  @Override
  public List<InputReader> readers() {
    return members.readers();
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
                && members.haveHad(share, grace, entries)
                && clock.nanos() - start > grace.toNanos();
        if (now == Progress.BUSY || (now == Progress.SOME_READY && !graceOver)) {
          wait(LOOK_MILLIS);
        } else if (now == Progress.SETTLED
            || members.isSomebodyLeaving()
            || isSomebodyUnready(now)) {
          wait(1);
        } else {
          awaitShown();
          return now;
        }
      }
      if (now == Progress.SETTLED && isSettled()) {
        awaitShown();
        return now;
      }
      // A process that was killed cannot say that it is dead.
      if (clock.nanos() - start > LOOK_MILLIS * 1_000_000L) {
        findUntoldEnds();
      }
    }
  }

  /**
   * Whether the processes are settled by the kernel's word too: who told that it waits may have
   * what it waits for by now, and not have said so yet. All must be asleep, all that has been told
   * must be known, and after that they must be asleep still.
   */
  private boolean isSettled() throws InterruptedException {
    List<SleepState> before = members.resting();
    if (before.isEmpty()) {
      return false;
    }
    findUntoldEnds();
    synchronized (this) {
      return progress() == Progress.SETTLED
          && !members.isSomebodyLeaving()
          && before.equals(members.resting());
    }
  }

  /** Whether somebody who is done with all lines is just about to fall asleep, or to be killed. */
  private boolean isSomebodyUnready(Progress now) {
    return now == Progress.ALL_IDLE && members.resting().isEmpty();
  }

  @Override
  public void findUntoldEnds() throws InterruptedException {
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
      lab.board()
          .memory()
          .putInt(Board.INTERRUPTS, lab.board().memory().getInt(Board.INTERRUPTS) + 1);
      for (Entry entry : listens()) {
        // An exec'd program does not know of lines: it gets what Ctrl-C means elsewhere.
        boolean hearsNothing = entry.isExecuted() || !entry.takesLines();
        int signal = hearsNothing ? Signal.SIGINT.number() : Board.WAKE_SIGNAL;
        lab.posix().libc().kill(entry.pid(), signal);
      }
      synchronized (this) {
        wait(10);
      }
      findUntoldEnds();
    }
  }

  @Override
  public void suspend() {
    ProcessGroup job = new ProcessGroup(lab.posix());
    if (!job.isOrphaned()) {
      suspendWhile(job::stop);
    }
  }

  /**
   * Has the processes stopped during an action that stops this one. What the kernel says of them in
   * that time is of the console's making, so nothing is taken for settled by it.
   */
  void suspendWhile(Runnable action) {
    suspended = true;
    List<Entry> stopped = new ArrayList<>();
    for (Entry entry : tree.alive()) {
      if (!members.isStopped(entry) && signal(entry.pid(), Signal.SIGSTOP.number())) {
        stopped.add(entry);
      }
    }
    try {
      action.run();
    } finally {
      stopped.forEach(entry -> signal(entry.pid(), Signal.SIGCONT.number()));
      lastEvent = clock.nanos();
      suspended = false;
    }
  }

  @Override
  public boolean isStopped(int pid) {
    // It may begin or end while the kernel is asked.
    boolean before = suspended;
    boolean stopped = lab.inspector().isStopped(pid);
    return stopped && !before && !suspended;
  }

  /** Who is to give up its line, and can: a stopped process does not hear of it. */
  private List<Entry> listens() {
    return tree.alive().stream()
        .filter(entry -> !members.isIdle(entry, entries()) && !members.isStopped(entry))
        .toList();
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
    SleepState before = null;
    try {
      while (!awaitEnd(PATIENCE)) {
        if (before == null ? isZygoteDead() : before.equals(SleepState.of((int) lab.zygote()))) {
          lab.endByForce();
          // All have ended; that the relay has told so takes no longer than it takes to read it.
          awaitEnd(PATIENCE);
          return;
        }
        before = SleepState.of((int) lab.zygote());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
