package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.forkshell.process.Event;
import org.forkshell.process.Executable;
import org.forkshell.process.LifecycleVisitor;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of several processes into one order: by the clock that all share, except that an
 * effect never precedes its cause. A child begins with its parent's fork, wait returns after the
 * child's end; of one process, the order in which it told is right.
 */
final class Chronology implements LifecycleVisitor {
  /** A process, or a thread of one that is not its first, and the last that it is known to do. */
  static final class Process {
    final ProcessName name;
    final @Nullable Process parent;
    final List<Process> children = new ArrayList<>(0);
    int pid;
    @Nullable Node fork;
    @Nullable Node last;

    /** What a thread waits for the end of, as long as it does. */
    @Nullable Process joins;

    @Nullable Node end;
    @Nullable WaitStatus status;
    @Nullable Node collected;

    /** It ended, and the kernel forgot it before its parent ended. */
    boolean isForgotten;

    Process(ProcessName name, @Nullable Process parent) {
      this.name = name;
      this.parent = parent;
      if (parent != null) {
        parent.children.add(this);
      }
    }
  }

  /**
   * One thing that happened, and what can only be after it. Its event may be missing: then it is
   * the unheard end of a process.
   */
  static final class Node {
    @Nullable Process process;
    final @Nullable Event event;
    @Nullable Process other;
    long nanos;
    final long sequence;
    long missing;
    long missingBytes;

    /** What an exec that failed was to bring. */
    Executable attempted = Executable.UNKNOWN;

    /** Whether it is the beginning of an exec that failed. */
    boolean inVain;

    private final List<Node> effects = new ArrayList<>(2);
    private int causes;
    private boolean linked;

    Node(@Nullable Process process, @Nullable Event event, long nanos, long sequence) {
      this.process = process;
      this.event = event;
      this.nanos = nanos;
      this.sequence = sequence;
    }

    void causes(Node effect) {
      effects.add(effect);
      effect.causes++;
    }
  }

  private final Map<ProcessName, Process> byName = new LinkedHashMap<>();
  // A pid may come again; the newest bearer is meant.
  private final Map<Integer, Process> byPid = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Node> collections = new ArrayList<>();
  // What threads told before they were told of.
  private final Map<Integer, List<Event>> early = new HashMap<>();
  private @Nullable Process executed;
  private long nanos;
  int reaper;

  /** Takes in the next event that came. */
  void add(Event event) {
    nanos = event.origin().nanos();
    event.accept(this);
  }

  /** Here events are missing. */
  void missing(long events, long bytes) {
    Node node = new Node(null, null, nanos, sequence());
    node.missing = events;
    node.missingBytes = bytes;
    nodes.add(node);
  }

  /** Who had the kernel's id {@code tid} last; null for nobody of the family. */
  @Nullable Process last(int tid) {
    return byPid.get(tid);
  }

  private long sequence() {
    // An end that nobody told of goes in between.
    return 2L * nodes.size() + 2;
  }

  private Node node(Process process, Event event) {
    Node node = new Node(process, event, event.origin().nanos(), sequence());
    nodes.add(node);
    return node;
  }

  private static void follow(Process process, Node node) {
    if (process.last != null) {
      process.last.causes(node);
    }
    process.last = node;
  }

  @Override
  public void born(Event.Born born) {
    Process parent = byPid.get(born.parent());
    if (parent == null && !byName.isEmpty()) {
      return;
    }
    ProcessName name = parent == null ? ProcessName.ROOT : parent.name.child(born.index());
    Process process = byName.computeIfAbsent(name, key -> new Process(key, parent));
    process.pid = born.pid();
    byPid.put(born.pid(), process);
    Node fork = process.fork;
    if (fork != null) {
      fork.nanos = Math.min(fork.nanos, born.origin().nanos());
      return;
    }
    fork = node(parent == null ? process : parent, born);
    begin(process, fork);
    if (parent != null && parent.last != null) {
      parent.last.causes(fork);
    }
  }

  private static void begin(Process process, Node fork) {
    fork.other = process;
    process.fork = fork;
    process.last = fork;
  }

  @Override
  public void forked(Event.Forked forked) {
    Process parent = byPid.get(forked.pid());
    if (parent == null) {
      return;
    }
    ProcessName name = parent.name.child(forked.index());
    Process child = byName.computeIfAbsent(name, key -> new Process(key, parent));
    child.pid = forked.child();
    byPid.put(forked.child(), child);
    Node fork = child.fork;
    Process forker = thread(forked, parent);
    if (fork == null) {
      fork = node(forker, forked);
      begin(child, fork);
    } else {
      fork.nanos = Math.min(fork.nanos, forked.origin().nanos());
      fork.process = forker;
    }
    if (!fork.linked) {
      fork.linked = true;
      follow(forker, fork);
    }
  }

  /** Of a process, the thread that tells something; itself where that one is not known. */
  private Process thread(Event event, Process process) {
    Process thread = event.tid() == event.pid() ? null : byPid.get(event.tid());
    // The id may have been another process's.
    return thread == null || thread.parent != process || thread.name.thread() == 1
        ? process
        : thread;
  }

  @Override
  public void rootStarted(Event.RootStarted started) {
    reaper = started.pid();
  }

  @Override
  public void descended(Event.Descended descended) {
    // What it writes is its ancestor's.
  }

  @Override
  public void threadStarted(Event.ThreadStarted started) {
    Process process = byPid.get(started.pid());
    Node start = happened(started);
    if (process == null || start == null) {
      return;
    }
    ProcessName name = process.name.withThread(started.index());
    Process thread = byName.computeIfAbsent(name, key -> new Process(key, process));
    thread.pid = started.thread();
    byPid.put(started.thread(), thread);
    begin(thread, start);
    List<Event> told = early.remove(started.thread());
    if (told != null) {
      told.forEach(event -> event.accept(this));
    }
  }

  @Override
  public void threadEnded(Event.ThreadEnded ended) {
    Node node = happened(ended);
    if (node != null && node.process != null && node.process.name.thread() > 1) {
      node.process.end = node;
    }
  }

  @Override
  public void executing(Event.Executing executing) {
    Node node = happened(executing);
    if (node != null) {
      executed = node.process;
    }
  }

  @Override
  public void execFailed(Event.ExecFailed failed) {
    Process process = byPid.get(failed.pid());
    Node before = process == null ? null : process.last;
    Node node = happened(failed);
    if (node != null && before != null && before.event instanceof Event.Executing executing) {
      before.inVain = true;
      node.attempted = executing.program();
    }
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
    Node node = happened(last);
    Process process = byPid.get(last.pid());
    if (node != null && process != null) {
      // Whichever thread does it, it is the end of them all.
      process.end = node;
      process.last = node;
    }
  }

  @Override
  public void waited(Event.Waited waited) {
    Node node = happened(waited);
    if (node != null && waited.child() > 0) {
      node.other = byPid.get(waited.child());
      if (node.other != null && waited.collects()) {
        collected(node, node.other, waited.status());
      }
    }
  }

  @Override
  public void reaped(Event.Reaped reaped) {
    reaper = reaped.pid();
    Process child = byPid.get(reaped.child());
    if (child != null && child.collected == null) {
      collected(node(child, reaped), child, reaped.status());
    }
  }

  @Override
  public void foundDead(Event.FoundDead dead) {
    Node node = happened(dead);
    Process process = node == null ? null : node.process;
    if (process != null) {
      process.isForgotten = dead.gone();
      process.end = process.end == null ? node : process.end;
    }
  }

  @Override
  public void allEnded(Event.AllEnded all) {
    // Each end has its own place.
  }

  @Override
  public void output(Event.Output output) {
    if (byPid.containsKey(output.pid())) {
      happened(output);
    } else if (executed != null) {
      // A child of an exec'd program: nobody told of its birth.
      follow(executed, node(executed, output));
    }
  }

  @Override
  public void killed(Event.Killed killed) {
    Node node = happened(killed);
    if (node != null) {
      node.other = byPid.get(killed.target());
    }
  }

  @Override
  public void blocked(Event.Blocked blocked) {
    Node node = happened(blocked);
    if (node == null || node.process == null) {
      return;
    }
    if (blocked.call() == Event.Call.WAIT && blocked.argument() > 0) {
      node.other = byPid.get((int) blocked.argument());
    } else if (blocked.call() == Event.Call.OTHER && blocked.argument() > 0) {
      Process awaited = byPid.get((int) blocked.argument());
      node.other = awaited != null && awaited.name.thread() > 1 ? awaited : null;
    }
    node.process.joins = blocked.call() == Event.Call.OTHER ? node.other : null;
  }

  @Override
  public void unblocked(Event.Unblocked unblocked) {
    Node node = happened(unblocked);
    Process process = node == null ? null : node.process;
    if (process != null) {
      // A signal may have cut the wait short, and then nobody has ended.
      Process joined = unblocked.result() < 0 ? null : process.joins;
      process.joins = null;
      if (node != null && joined != null && joined.end != null) {
        node.other = joined;
        joined.end.causes(node);
        joined.collected = node;
      }
    }
  }

  @Override
  public void action(Event.Action action) {
    happened(action);
  }

  /** A process did something after all that it did before; null where it is not of the family. */
  private @Nullable Node happened(Event event) {
    Process owner = byPid.get(event.pid());
    if (owner == null) {
      return null;
    }
    Process process = thread(event, owner);
    if (process == owner && event.tid() != event.pid() && event instanceof Event.Action) {
      early.computeIfAbsent(event.tid(), key -> new ArrayList<>()).add(event);
      return null;
    }
    Node node = node(process, event);
    follow(process, node);
    return node;
  }

  private void collected(Node node, Process child, WaitStatus status) {
    if (child.collected != null) {
      return;
    }
    child.status = status;
    child.collected = node;
    node.other = child;
    collections.add(node);
  }

  /** All processes, in the order of the family. */
  List<Process> processes() {
    List<Process> all = new ArrayList<>(byName.values());
    all.sort((a, b) -> a.name.compareTo(b.name));
    return all;
  }

  /** All that happened, causes first; to be asked for once. */
  List<Node> ordered() {
    for (Node collection : collections) {
      Process child = collection.other;
      if (child == null) {
        continue;
      }
      if (child.end == null) {
        Node kill = fatalKill(child);
        long when = kill == null ? collection.nanos : kill.nanos;
        long sequence = (kill == null ? collection.sequence - 2 : kill.sequence) + 1;
        Node end = new Node(child, null, when, sequence);
        if (kill != null) {
          kill.causes(end);
        }
        nodes.add(end);
        follow(child, end);
        child.end = end;
      }
      if (child.last != null && child.last != collection) {
        child.last.causes(collection);
      }
    }
    return sorted();
  }

  /** The call of kill that ended a process, if one of the family made it. */
  private @Nullable Node fatalKill(Process child) {
    WaitStatus status = child.status;
    Node last = child.last;
    if (status == null || !status.signaled()) {
      return null;
    }
    for (Node node : nodes) {
      if (node.other == child
          && node.event instanceof Event.Killed killed
          && killed.errno() == 0
          && killed.signal() == status.signal()
          && (last == null || node.nanos >= last.nanos)) {
        return node;
      }
    }
    return null;
  }

  private List<Node> sorted() {
    PriorityQueue<Node> ready =
        new PriorityQueue<>(
            (a, b) ->
                a.nanos != b.nanos
                    ? Long.compare(a.nanos, b.nanos)
                    : Long.compare(a.sequence, b.sequence));
    for (Node node : nodes) {
      if (node.causes == 0) {
        ready.add(node);
      }
    }
    List<Node> all = new ArrayList<>(nodes.size());
    int first = 0;
    while (all.size() < nodes.size()) {
      Node next = ready.poll();
      while (next == null) {
        // News that contradict each other: the first to come is believed.
        Node candidate = nodes.get(first++);
        next = candidate.causes > 0 ? candidate : null;
      }
      if (next.causes < 0) {
        continue;
      }
      next.causes = -1;
      all.add(next);
      for (Node effect : next.effects) {
        if (effect.causes > 0 && --effect.causes == 0) {
          ready.add(effect);
        }
      }
    }
    return all;
  }
}
