package org.forkshell.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.abi.Waiting;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Inspector.Sharing;
import org.forkshell.execution.Session;
import org.forkshell.execution.SleepingThread;
import org.forkshell.process.Event;
import org.forkshell.process.Impasse;
import org.forkshell.process.Impasse.Awaited;
import org.forkshell.process.Impasse.Wait;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.shell.LockWaits.Fate;
import org.forkshell.shell.LockWaits.Holder;
import org.forkshell.shell.LockWaits.LockWait;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that can never go on.
 *
 * <p><b>Why what it finds is so.</b> All that is read is read between two looks at each thread, at
 * which the thread slept and had not woken in between. So there was a moment, the one at which the
 * second looks began, at which all of these threads were asleep in the waits that were read, and
 * the words in memory that only they would have changed were what was read. Of the threads that
 * slept then, each is taken out again that somebody else could have woken: the living holder of a
 * lock that is not itself among them; where anybody could end the wait, any thread that has the
 * memory and is not among them, or any handler for a signal; for a child's end, a child of which a
 * thread is not among them. What is left waits for nobody but each other, or for nobody at all, at
 * that moment; and who waits for that does so at every later one. No time enters into it.
 *
 * <p>A wait with a time limit ends by itself, and is none of these.
 */
final class DeadlockSearch {
  /** Looking is to take no more than a tenth of a processor. */
  private static final int EASE = 10;

  private static final int MOST_TOLD = 12;

  private final Session session;
  private final Inspector inspector;
  private final ProcessTree tree;
  private final MonotonicClock clock;
  private final Set<Impasse> told = new HashSet<>();
  private long concluded = -1;
  private long notBefore = Long.MIN_VALUE;

  /** A wait, and the processes that end it by their ends, where it is for children. */
  private record Node(
      SleepingThread thread,
      Event.Origin origin,
      Awaited what,
      @Nullable LockWait lock,
      List<Integer> children) {
    int tid() {
      return thread.tid();
    }

    int pid() {
      return thread.pid();
    }

    boolean isIn(Event.@Nullable Blocked call) {
      return call != null && call.origin().equals(origin);
    }

    List<Holder> holders() {
      return lock == null ? List.of() : lock.holders();
    }
  }

  DeadlockSearch(Session session, MonotonicClock clock) {
    this.session = session;
    this.inspector = session.inspector();
    this.tree = session.tree();
    this.clock = clock;
  }

  /**
   * What there is to tell that has not been told before. Where nothing has happened since it looked
   * last and found everybody where he said that he was, it does not look again.
   */
  List<Event.Deadlock> look(Symbols symbols) throws InterruptedException {
    long now = tree.changes();
    long start = clock.nanos();
    if (now == concluded || start < notBefore || !isAnybodyBlocked()) {
      return List.of();
    }
    List<Event.Deadlock> found = new Look(symbols).find(now);
    notBefore = clock.nanos() + (clock.nanos() - start) * EASE;
    return found;
  }

  private boolean isAnybodyBlocked() {
    for (Entry entry : tree.alive()) {
      if (isInCall(entry.call())
          || tree.threads(entry.pid()).stream().anyMatch(thread -> isInCall(thread.call()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInCall(Event.@Nullable Blocked call) {
    return call != null && call.call() == Event.Call.OTHER;
  }

  /** One look at all threads. */
  private final class Look {
    private final LockWaits waits;
    private final Symbols symbols;
    private final Map<Integer, Node> nodes = new LinkedHashMap<>();
    private final Map<Integer, Long> caught = new HashMap<>();
    private @Nullable List<Integer> family;
    private boolean isEverybodySettled = true;

    Look(Symbols symbols) {
      this.symbols = symbols;
      this.waits = new LockWaits(inspector, tree, symbols);
    }

    List<Event.Deadlock> find(long now) throws InterruptedException {
      for (Entry entry : tree.alive()) {
        if (!entry.executed()) {
          for (int tid : waits.threads(entry.pid())) {
            read(entry.pid(), tid);
          }
        }
      }
      takeOut();
      if (nodes.isEmpty()) {
        concluded = isEverybodySettled ? now : concluded;
        return List.of();
      }
      // The second look: who has run since is not to be relied on, nor who waits for him.
      isEverybodySettled &= !nodes.values().removeIf(node -> !node.thread().isAsleepSince());
      takeOut();
      if (!nodes.isEmpty()) {
        // Which call it is they have told before they slept, but perhaps it was not known yet.
        session.findUntoldEnds();
        isEverybodySettled &=
            !nodes.values().removeIf(node -> !node.isIn(waits.told(node.pid(), node.tid())));
        takeOut();
      }
      concluded = isEverybodySettled ? now : concluded;
      return tell();
    }

    private void read(int pid, int tid) {
      Event.Blocked call = waits.told(pid, tid);
      boolean isForChild = call != null && call.call() == Event.Call.WAIT;
      if (call == null || !(isForChild || isInCall(call))) {
        return;
      }
      SleepingThread thread = inspector.sleepingThread(pid, tid);
      if (thread == null) {
        isEverybodySettled = false;
      } else if (!thread.isForOthers()) {
        return;
      } else if (isForChild && thread.waiting() == Waiting.CHILD) {
        List<Integer> children =
            call.argument() > 0 ? List.of((int) call.argument()) : inspector.children(pid);
        nodes.put(tid, new Node(thread, call.origin(), Awaited.CHILD, null, children));
      } else if (thread.waiting() == Waiting.WORD) {
        LockWait lock = waits.of(thread, call);
        if (lock == null) {
          isEverybodySettled = false;
        } else {
          nodes.put(tid, new Node(thread, call.origin(), lock.what(), lock, List.of()));
        }
      } else {
        isEverybodySettled &= !isForChild;
      }
    }

    /** Takes out whoever can be helped, until that helps nobody else. */
    private void takeOut() {
      while (nodes.values().removeIf(this::canBeHelped)) {
        continue;
      }
    }

    private boolean canBeHelped(Node node) {
      LockWait lock = node.lock();
      if (lock == null) {
        return node.children().isEmpty()
            || node.children().stream().anyMatch(child -> !isStuck(child));
      }
      if (node.holders().isEmpty()) {
        return canAnybodyHelp(node.pid(), lock.sharing());
      }
      // Who wants to write waits for all who read: one that never gives it up is enough.
      return node.holders().stream().allMatch(holder -> canGiveUp(node, holder));
    }

    private boolean canGiveUp(Node node, Holder holder) {
      return switch (holder.fate()) {
        case LEFT_BEHIND, ENDED -> false;
        case UNKNOWN -> true;
        case LIVES ->
            !nodes.containsKey(holder.tid())
                || (node.what() == Awaited.THREAD && cancels() && !isStuck(node.pid()));
      };
    }

    /** Whether there may be a thread that has another one give up its wait for a third. */
    private boolean cancels() {
      return symbols.functions().stream().anyMatch(each -> each.name().equals("pthread_cancel"));
    }

    /** Whether a process goes on by none of its threads, and can be brought to by no signal. */
    private boolean isStuck(int pid) {
      List<Integer> threads = waits.threads(pid);
      return !threads.isEmpty()
          && threads.stream().allMatch(nodes::containsKey)
          && caught.computeIfAbsent(pid, inspector::caughtSignals) == 0;
    }

    private boolean canAnybodyHelp(int pid, Sharing sharing) {
      return switch (sharing) {
        case NOBODY -> !isStuck(pid);
        case RELATIVES -> !family().stream().allMatch(each -> hasExecuted(each) || isStuck(each));
        case ANYBODY -> true;
      };
    }

    private boolean hasExecuted(int pid) {
      return tree.find(pid).filter(Entry::executed).isPresent();
    }

    private List<Integer> family() {
      List<Integer> all = family == null ? inspector.alive() : family;
      family = all;
      return all;
    }

    private List<Event.Deadlock> tell() {
      List<Event.Deadlock> news = new ArrayList<>();
      Set<Integer> explained = new HashSet<>();
      for (Node node : inOrder()) {
        Impasse found = explained.contains(node.tid()) ? null : impasse(node);
        if (found != null) {
          found.waits().forEach(wait -> explained.add(wait.waiter()));
          add(found, news);
        }
      }
      while (nodes.values().stream()
          .anyMatch(node -> isConsequence(node, explained) && explained.add(node.tid()))) {
        continue;
      }
      List<Node> rest = inOrder().stream().filter(node -> !explained.contains(node.tid())).toList();
      if (!rest.isEmpty()) {
        List<Wait> all = rest.stream().limit(MOST_TOLD).map(node -> wait(node)).toList();
        add(new Impasse(Impasse.Kind.ALL, all), news);
      }
      return news;
    }

    private List<Node> inOrder() {
      return nodes.values().stream()
          .sorted(Comparator.comparing(node -> nameOf(node.tid())))
          .toList();
    }

    private ProcessName nameOf(int tid) {
      return tree.nameOf(tid).orElse(ProcessName.ROOT);
    }

    private void add(Impasse impasse, List<Event.Deadlock> news) {
      Node first = nodes.get(impasse.waits().get(0).waiter());
      if (first != null && told.add(impasse)) {
        Event.Origin at = first.origin();
        news.add(
            new Event.Deadlock(
                new Event.Origin(
                    first.pid(), first.tid(), clock.nanos(), at.line(), at.calls(), at.frame()),
                impasse));
      }
    }

    /** The cycle that a thread is in, or that what it waits for has nobody any more; else null. */
    private @Nullable Impasse impasse(Node node) {
      for (Holder holder : node.holders()) {
        if (holder.fate() == Fate.LEFT_BEHIND) {
          return new Impasse(Impasse.Kind.LOST, List.of(wait(node, holder)));
        }
        if (holder.fate() == Fate.ENDED) {
          return new Impasse(Impasse.Kind.ENDED, List.of(wait(node, holder)));
        }
      }
      List<Wait> cycle = new ArrayList<>();
      return closes(node, node.tid(), cycle, new HashSet<>())
          ? new Impasse(Impasse.Kind.CYCLE, cycle)
          : null;
    }

    private boolean closes(Node node, int first, List<Wait> path, Set<Integer> seen) {
      if (!seen.add(node.tid())) {
        return false;
      }
      for (Holder holder : node.holders()) {
        Node next = holder.fate() == Fate.LIVES ? nodes.get(holder.tid()) : null;
        if (next != null) {
          path.add(wait(node, holder));
          if (holder.tid() == first || closes(next, first, path, seen)) {
            return true;
          }
          path.remove(path.size() - 1);
        }
      }
      return false;
    }

    /** Whether a thread waits for one of whom it is told already why it does not go on. */
    private boolean isConsequence(Node node, Set<Integer> explained) {
      if (node.lock() == null) {
        return node.children().stream()
            .anyMatch(child -> waits.threads(child).stream().anyMatch(explained::contains));
      }
      if (!node.holders().isEmpty()) {
        return node.holders().stream().anyMatch(holder -> explained.contains(holder.tid()));
      }
      return node.lock().sharing() == Sharing.NOBODY
          ? waits.threads(node.pid()).stream().anyMatch(explained::contains)
          : !explained.isEmpty();
    }

    private Wait wait(Node node) {
      return node.holders().isEmpty()
          ? new Wait(node.tid(), node.what(), name(node), onlyChild(node))
          : wait(node, node.holders().get(0));
    }

    private Wait wait(Node node, Holder holder) {
      return new Wait(node.tid(), node.what(), name(node), holder.tid());
    }

    private int onlyChild(Node node) {
      return node.children().size() == 1 ? node.children().get(0) : 0;
    }

    private String name(Node node) {
      LockWait lock = node.lock();
      return lock == null || lock.object() == 0 ? "" : Inspection.nameAt(lock.object(), symbols);
    }
  }
}
