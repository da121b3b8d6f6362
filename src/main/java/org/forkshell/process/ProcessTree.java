package org.forkshell.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
   * @param executed whether exec(3) had put another program in its place when it was last heard of
   * @param takesLines whether it executes the lines of the prompt: not where its first thread has
   *     ended, or has become a copy of another one by fork
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
      int collector,
      boolean executed,
      boolean takesLines) {
    public boolean isAlive() {
      return state != State.ENDED;
    }

    /** Whether it lives and has become another program, which knows of no lines. */
    public boolean isExecuted() {
      return isAlive() && executed;
    }

    /**
     * Whether it is in a wait that a child's end ends: for that child, or for whichever is first.
     *
     * @param inner the pid that the child has in its pid namespace, where it has one of its own
     */
    public boolean awaits(int child, int inner) {
      return call != null
          && call.call() == Event.Call.WAIT
          && (call.argument() <= 0 || call.argument() == child || call.argument() == inner);
    }

    private static Entry born(
        ProcessName name, int pid, int parent, Event event, boolean takesLines) {
      int line = event.origin().line();
      return new Entry(
          name, pid, parent, State.RUNNING, line, event, null, null, false, 0, false, takesLines);
    }

    /** It tells of an event, so it is still the program that it was. */
    private Entry with(State now, Event event, Event.@Nullable Blocked blocked) {
      return after(now, event, blocked, false);
    }

    private Entry executing(Event event) {
      return after(State.RUNNING, event, null, true);
    }

    private Entry after(
        State now, Event event, Event.@Nullable Blocked blocked, boolean isAnother) {
      int taken = event.origin().line();
      return new Entry(
          name,
          pid,
          parent,
          now,
          taken,
          event,
          blocked,
          status,
          collected,
          collector,
          isAnother,
          takesLines);
    }

    private Entry withoutLines() {
      return new Entry(
          name, pid, parent, state, line, last, call, status, collected, collector, executed,
          false);
    }

    private Entry ended(Event event, @Nullable WaitStatus how, boolean wasCollected, int by) {
      return new Entry(
          name,
          pid,
          parent,
          State.ENDED,
          line,
          event,
          null,
          how,
          wasCollected,
          by,
          executed,
          takesLines);
    }

    /** What the kernel knows of its end goes before what it said itself when it left. */
    private Entry foundDead(Event.FoundDead dead) {
      return ended(last, dead.status() == null ? status : dead.status(), dead.gone(), 0);
    }
  }

  /**
   * One thread of a process that is not its first, whose doings are the process's.
   *
   * @param name its name in the family
   * @param tid the kernel's id of it
   * @param state what it is doing; never idle, since only first threads take lines
   * @param last the last event it sent
   * @param call what it is blocked in, when it is
   */
  public record ThreadEntry(
      ProcessName name, int pid, int tid, State state, Event last, Event.@Nullable Blocked call) {
    private ThreadEntry with(State now, Event event, Event.@Nullable Blocked blocked) {
      return new ThreadEntry(name, pid, tid, now, event, blocked);
    }
  }

  private final TreeMap<ProcessName, ThreadEntry> threads = new TreeMap<>();
  private final TreeMap<ProcessName, Entry> byName = new TreeMap<>();
  // A pid may come again in a long session; the newest bearer is meant. A process that an exec'd
  // program forked goes by the name of who called exec, and has no entry.
  private final Map<Integer, ProcessName> byPid = new HashMap<>();
  // From a process to the thread whose copy its first one is.
  private final Map<Integer, Integer> copied = new HashMap<>();
  // Of each thread whose thread-local objects are not where the first thread of a program has them.
  private final Map<Integer, Long> locals = new HashMap<>();
  private final Fold fold = new Fold();
  private long changes;

  /** The family after these events. */
  public static ProcessTree of(Iterable<Event> events) {
    ProcessTree tree = new ProcessTree();
    events.forEach(tree::add);
    return tree;
  }

  /** Takes in what happened next. */
  public synchronized void add(Event event) {
    changes++;
    event.accept(fold);
  }

  private final class Fold implements LifecycleVisitor {
    @Override
    public void rootStarted(Event.RootStarted started) {
      // The zygote says so; the root is there when it says itself that it is born.
    }

    @Override
    public void born(Event.Born born) {
      ProcessName name =
          nameOf(born.parent()).map(parent -> parent.child(born.index())).orElse(ProcessName.ROOT);
      name(born.pid(), name);
      byName.put(name, Entry.born(name, born.pid(), born.parent(), born, !born.inThread()));
    }

    @Override
    public void forked(Event.Forked forked) {
      goesOn(forked);
      expect(forked);
    }

    @Override
    public void descended(Event.Descended descended) {
      nameOf(descended.ancestor()).ifPresent(name -> byPid.put(descended.pid(), name));
    }

    @Override
    public void threadStarted(Event.ThreadStarted started) {
      goesOn(started);
      nameOf(started.pid())
          .map(name -> name.withThread(started.index()))
          .ifPresent(name -> begins(name, started));
    }

    private void begins(ProcessName name, Event.ThreadStarted started) {
      // It may have been quick, and have told something already.
      byPid.put(started.thread(), name);
      locals.put(started.thread(), started.locals());
      threads.put(
          name,
          new ThreadEntry(name, started.pid(), started.thread(), State.RUNNING, started, null));
    }

    @Override
    public void threadEnded(Event.ThreadEnded ended) {
      if (ended.tid() == ended.pid()) {
        update(ended.pid(), entry -> entry.with(State.RUNNING, ended, null).withoutLines());
      } else {
        thread(ended, State.ENDED, null);
      }
    }

    @Override
    public void executing(Event.Executing executing) {
      update(executing.pid(), entry -> entry.executing(executing));
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      goesOn(failed);
    }

    @Override
    public void exiting(Event.Exiting exiting) {
      leaves(exiting);
    }

    @Override
    public void faulted(Event.Faulted faulted) {
      leaves(faulted);
    }

    private void leaves(Event.Leaving last) {
      update(last.pid(), entry -> entry.ended(last, last.end(), false, 0));
    }

    @Override
    public void waited(Event.Waited waited) {
      goesOn(waited);
      collected(waited);
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      collected(reaped);
    }

    private void collected(Event.Collecting event) {
      if (event.collects()) {
        update(event.child(), child -> child.ended(event, event.status(), true, event.pid()));
      }
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      update(dead.pid(), entry -> entry.foundDead(dead));
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      // Of each that has been told.
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      change(blocked, State.BLOCKED, blocked);
    }

    @Override
    public void lineDone(Event.LineDone done) {
      update(done.pid(), entry -> entry.with(State.IDLE, done, null));
    }

    @Override
    public void output(Event.Output output) {
      // Another program writes, and still tells nothing of what it does.
      if (find(output.pid()).filter(entry -> entry.executed).isEmpty()) {
        goesOn(output);
      }
    }

    @Override
    public void deadlock(Event.Deadlock deadlock) {
      // They wait, as before.
    }

    @Override
    public void action(Event.Action action) {
      goesOn(action);
    }

    private void goesOn(Event event) {
      change(event, State.RUNNING, null);
    }

    private void change(Event event, State now, Event.@Nullable Blocked call) {
      if (event.tid() == event.pid()) {
        update(event.pid(), entry -> entry.with(now, event, call));
      } else {
        thread(event, now, call);
      }
    }

    private void thread(Event event, State now, Event.@Nullable Blocked call) {
      ProcessName name = byPid.get(event.tid());
      if (name != null) {
        threads.computeIfPresent(
            name,
            (key, thread) -> thread.tid == event.tid() ? thread.with(now, event, call) : thread);
      }
    }
  }

  /** The parent may be the first to tell of its child. */
  private void expect(Event.Forked forked) {
    Optional<ProcessName> parent = nameOf(forked.pid());
    if (parent.isPresent()) {
      ProcessName name = parent.get().child(forked.index());
      if (!forked.lent()) {
        copied.put(forked.child(), forked.tid());
      }
      locals.put(forked.child(), locals.getOrDefault(forked.tid(), 0L));
      if (!byName.containsKey(name)) {
        name(forked.child(), name);
        boolean inThread = forked.tid() != forked.pid();
        byName.put(name, Entry.born(name, forked.child(), forked.pid(), forked, !inThread));
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

  private void update(int pid, UnaryOperator<Entry> change) {
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

  /** How much has happened so far. */
  public synchronized long changes() {
    return changes;
  }

  /** The name that a process goes by, empty for one that has nothing to do with the family. */
  public synchronized Optional<ProcessName> nameOf(int pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  /**
   * The thread that called fork when a process was made, whose copy that one's first thread is; 0
   * where that is not known.
   */
  public synchronized int copiedFrom(int pid) {
    return copied.getOrDefault(pid, 0);
  }

  /**
   * How far the thread-local objects of a thread lie from where the first thread of a program has
   * them, in bytes.
   *
   * @param tid the kernel's id of it; a pid for a process's first thread
   */
  public synchronized long threadLocals(int tid) {
    return locals.getOrDefault(tid, 0L);
  }

  /** The thread of that id that is not its process's first, also one that has ended. */
  public synchronized Optional<ThreadEntry> findThread(int tid) {
    return nameOf(tid).map(threads::get).filter(thread -> thread.tid() == tid);
  }

  /** The thread that is not its process's first and has not ended, by its name or its tid. */
  public synchronized Optional<ThreadEntry> findThread(String word) {
    return threads.values().stream()
        .filter(
            thread ->
                word.equalsIgnoreCase(thread.name().toString()) || word.equals(thread.tid() + ""))
        .filter(thread -> thread.state() != State.ENDED)
        .filter(thread -> find(thread.pid()).filter(Entry::isAlive).isPresent())
        .findFirst();
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

  /** The threads of a process that it has now, its first one not among them. */
  public synchronized List<ThreadEntry> threads(int pid) {
    return find(pid).filter(Entry::isAlive).stream()
        .flatMap(
            entry ->
                threads
                    .subMap(
                        entry.name().withThread(2),
                        true,
                        entry.name().withThread(Integer.MAX_VALUE),
                        true)
                    .values()
                    .stream())
        .filter(thread -> thread.pid() == pid && thread.state() != State.ENDED)
        .toList();
  }

  /** Those that have not ended, in the same order. */
  public synchronized List<Entry> alive() {
    return byName.values().stream().filter(Entry::isAlive).toList();
  }
}
