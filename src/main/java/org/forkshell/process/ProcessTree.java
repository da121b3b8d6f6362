package org.forkshell.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The family, as the sum of the events so far: who was born of whom, what each is doing, how the
 * dead ended.
 */
public final class ProcessTree {
  /** What a process was doing when it was last heard of. */
  public enum State {
    RUNNING,
    /** In a system call that waits, see {@link Entry#call}. */
    BLOCKED,
    /** Done with its line, waiting for the next. */
    IDLE,
    /** Over; it may still be a zombie. */
    ENDED
  }

  /**
   * One process.
   *
   * @param name its name in the family
   * @param parent the pid of who forked it, 0 for the root
   * @param line how many lines of the log it has taken on
   * @param last the last event it sent
   * @param call what it is blocked in, when it is
   * @param status how it ended, once the kernel has told somebody; before that, what it said when
   *     it left
   * @param collected whether the kernel has forgotten it, mostly because wait(2) was given its
   *     status: until then it is a zombie
   * @param collector the pid of who collected it, 0 where nobody has or where that is not known
   */
  public record Entry(
      ProcessName name,
      int pid,
      int parent,
      State state,
      int line,
      Event last,
      Event.@Nullable Blocked call,
      @Nullable WaitStatus status,
      boolean collected,
      int collector) {
    public boolean isAlive() {
      return state != State.ENDED;
    }

    private Entry with(State now, Event event, Event.@Nullable Blocked blocked) {
      int taken = event.pid() == pid ? event.origin().line() : line;
      return new Entry(name, pid, parent, now, taken, event, blocked, status, collected, collector);
    }

    private Entry ended(Event event, @Nullable WaitStatus how, boolean wasCollected, int by) {
      return new Entry(name, pid, parent, State.ENDED, line, event, null, how, wasCollected, by);
    }

    /** What the kernel knows of its end goes before what it said itself when it left. */
    private Entry foundDead(Event.FoundDead dead) {
      return ended(last, dead.status() == null ? status : dead.status(), dead.gone(), 0);
    }
  }

  private final TreeMap<ProcessName, Entry> byName = new TreeMap<>();
  // A pid may come again in a long session; the newest bearer is meant. A process that an exec'd
  // program forked goes by the name of who called exec, and has no entry.
  private final Map<Integer, ProcessName> byPid = new HashMap<>();

  /** Takes in what happened next. */
  public synchronized void add(Event event) {
    if (event instanceof Event.Born born) {
      ProcessName name =
          nameOf(born.parent()).map(parent -> parent.child(born.index())).orElse(ProcessName.ROOT);
      name(born.pid(), name);
      byName.put(
          name,
          new Entry(
              name,
              born.pid(),
              born.parent(),
              State.RUNNING,
              born.origin().line(),
              born,
              null,
              null,
              false,
              0));
    } else if (event instanceof Event.Forked forked) {
      update(event.pid(), entry -> entry.with(State.RUNNING, event, null));
      expect(forked);
    } else if (event instanceof Event.Descended descended) {
      nameOf(descended.ancestor()).ifPresent(name -> byPid.put(descended.pid(), name));
    } else if (event instanceof Event.Blocked blocked) {
      update(event.pid(), entry -> entry.with(State.BLOCKED, event, blocked));
    } else if (event instanceof Event.LineDone) {
      update(event.pid(), entry -> entry.with(State.IDLE, event, null));
    } else if (event instanceof Event.Exiting exiting) {
      update(
          event.pid(), entry -> entry.ended(event, WaitStatus.ofExit(exiting.status()), false, 0));
    } else if (event instanceof Event.Faulted faulted) {
      update(event.pid(), entry -> entry.ended(event, new WaitStatus(faulted.signal()), false, 0));
    } else if (event instanceof Event.Waited waited) {
      update(event.pid(), entry -> entry.with(State.RUNNING, event, null));
      collected(waited.child(), waited.status(), event);
    } else if (event instanceof Event.Reaped reaped) {
      collected(reaped.child(), reaped.status(), event);
    } else if (event instanceof Event.FoundDead dead) {
      update(event.pid(), entry -> entry.foundDead(dead));
    } else if (event instanceof Event.Output) {
      // Another program writes, and still tells nothing of what it does.
      update(
          event.pid(),
          entry ->
              entry.last() instanceof Event.Executing
                  ? entry
                  : entry.with(State.RUNNING, event, null));
    } else {
      update(event.pid(), entry -> entry.with(State.RUNNING, event, null));
    }
  }

  /** The parent may be the first to tell of its child. */
  private void expect(Event.Forked forked) {
    Optional<ProcessName> parent = nameOf(forked.pid());
    if (parent.isPresent()) {
      ProcessName name = parent.get().child(forked.index());
      if (!byName.containsKey(name)) {
        name(forked.child(), name);
        byName.put(
            name,
            new Entry(
                name,
                forked.child(),
                forked.pid(),
                State.RUNNING,
                forked.origin().line(),
                forked,
                null,
                null,
                false,
                0));
      }
    }
  }

  /** A pid is given to a process; the kernel does that when its last bearer is forgotten. */
  private void name(int pid, ProcessName name) {
    ProcessName before = byPid.put(pid, name);
    if (before != null && !before.equals(name)) {
      byName.computeIfPresent(
          before,
          (key, entry) ->
              entry.pid == pid && !entry.collected
                  ? entry.ended(entry.last, entry.status, true, 0)
                  : entry);
    }
  }

  private void collected(int child, WaitStatus status, Event event) {
    if (child > 0 && !status.stopped() && !status.continued()) {
      update(child, entry -> entry.ended(event, status, true, event.pid()));
    }
  }

  private void update(int pid, java.util.function.UnaryOperator<Entry> change) {
    ProcessName name = byPid.get(pid);
    if (name != null) {
      byName.computeIfPresent(
          name,
          (key, entry) ->
              entry.pid != pid || (entry.state == State.ENDED && entry.collected)
                  ? entry
                  : change.apply(entry));
    }
  }

  /** The name that a process goes by, empty for one that has nothing to do with the family. */
  public synchronized Optional<ProcessName> nameOf(int pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  public synchronized Optional<Entry> find(ProcessName name) {
    return Optional.ofNullable(byName.get(name));
  }

  public synchronized Optional<Entry> find(int pid) {
    return nameOf(pid).flatMap(this::find).filter(entry -> entry.pid == pid);
  }

  /** All that ever were, parents before children, elder before younger. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(byName.values());
  }

  /** Those that have not ended, in the same order. */
  public synchronized List<Entry> alive() {
    return byName.values().stream().filter(Entry::isAlive).toList();
  }
}
