package org.forkshell.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A run of which a test tells what happens. It takes events in and gives them on as the real one
 * does, and its processes do nothing by themselves: whoever waits for them waits in vain, until its
 * time is over by the clock.
 */
public final class ScriptedSession implements Session {
  private final ScriptedInspector inspector = new ScriptedInspector();
  private final ProcessTree tree;
  private final Listener listener;
  private final MonotonicClock clock;
  private int entries;
  private int searches;
  private int root;
  private @Nullable WaitStatus rootStatus;
  private boolean over;

  public ScriptedSession(ProcessTree tree, Listener listener, MonotonicClock clock) {
    this.tree = tree;
    this.listener = listener;
    this.clock = clock;
  }

  /** One that nobody hears. */
  public ScriptedSession(MonotonicClock clock) {
    this(new ProcessTree(), event -> {}, clock);
  }

  /** Something happens. */
  public void happens(Event event) {
    synchronized (this) {
      tree.add(event);
      if (event instanceof Event.RootStarted started) {
        root = started.root();
      }
      if (event instanceof Event.Reaped reaped && reaped.child() == root) {
        rootStatus = reaped.status();
      }
    }
    listener.hear(event);
    listener.rest();
    synchronized (this) {
      over |= event instanceof Event.AllEnded;
    }
  }

  /** How often the dead were looked for. */
  public synchronized int searches() {
    return searches;
  }

  @Override
  public ProcessTree tree() {
    return tree;
  }

  @Override
  public ScriptedInspector inspector() {
    return inspector;
  }

  @Override
  public synchronized void append(LogEntry entry) {
    entries++;
  }

  @Override
  public synchronized int entries() {
    return entries;
  }

  @Override
  public void standardOutput(long stream) {}

  @Override
  public void input(@Nullable String line) {}

  @Override
  public void limit(int limit) {}

  @Override
  public synchronized Progress progress() {
    if (over) {
      return Progress.OVER;
    }
    List<Entry> alive = tree.alive();
    long idle = alive.stream().filter(this::isIdle).count();
    if (alive.isEmpty() || idle == 0) {
      return Progress.BUSY;
    }
    return idle == alive.size() ? Progress.ALL_IDLE : Progress.SOME_READY;
  }

  private boolean isIdle(Entry entry) {
    return entry.state() == State.IDLE && entry.line() == entries;
  }

  @Override
  public List<InputReader> readers() {
    List<InputReader> readers = new ArrayList<>();
    for (Entry entry : tree.alive()) {
      Event.Blocked call = entry.call();
      if (call != null && call.readsInput()) {
        readers.add(new InputReader(entry.name(), "", entry.pid(), 0));
      }
    }
    return readers;
  }

  @Override
  public Progress awaitSettled(Duration grace) throws InterruptedException {
    return awaitSettled(grace, grace);
  }

  @Override
  public Progress awaitSettled(Duration grace, Duration limit) throws InterruptedException {
    if (progress() == Progress.BUSY) {
      clock.sleep(limit);
    } else if (progress() == Progress.SOME_READY) {
      clock.sleep(grace.compareTo(limit) < 0 ? grace : limit);
    }
    return progress();
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
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    if (!isOver()) {
      clock.sleep(limit);
    }
    return isOver();
  }

  @Override
  public synchronized void findUntoldEnds() {
    searches++;
  }

  @Override
  public boolean signal(int pid, int signal) {
    return tree.find(pid).filter(entry -> !entry.collected()).isPresent();
  }

  @Override
  public void tell(Event event) {
    happens(event);
  }

  @Override
  public void interrupt(Duration limit) {}

  @Override
  public void suspend() {}

  @Override
  public boolean isStopped(int pid) {
    return false;
  }

  @Override
  public boolean isLost() {
    return false;
  }

  @Override
  public boolean isShut() {
    return false;
  }

  @Override
  public List<UnendedProcess> unended() {
    return List.of();
  }

  /** Ends every process that is left, at once. */
  @Override
  public void close() {
    if (!isOver()) {
      happens(
          new Event.AllEnded(
              new Event.Origin(ScriptedInspector.REAPER, clock.nanos(), 0, List.of())));
    }
  }
}
