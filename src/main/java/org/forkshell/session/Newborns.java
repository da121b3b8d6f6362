package org.forkshell.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.forkshell.process.Event;

/**
 * Children that have spoken before their parents told that they had forked them: fork returns in
 * two processes, and either may be the first to run. What such a child tells is kept back until its
 * parent has told, so that nobody is heard of before there is a reason for it.
 *
 * @param <M> a message
 */
final class Newborns<M> {
  /** A parent that was stopped just after fork tells nothing for a while. */
  private static final long PATIENCE_NANOS = 200_000_000;

  private record Waiting(int parent, long since) {}

  private final Set<Integer> announced = new HashSet<>();
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private final Map<Integer, Long> firstHeard = new HashMap<>();
  private final Deque<M> kept = new ArrayDeque<>();

  /**
   * Whether a message is to be kept back, and keeps it.
   *
   * @param event its meaning; of output the bytes do not matter
   * @param hasParent whether the parent of one that is born is a member of the family
   */
  boolean keeps(M message, Event event, boolean hasParent) {
    int pid = event.pid();
    if (waiting.containsKey(pid) || isEndOfOneWaiting(event)) {
      kept.add(message);
      return true;
    }
    // A parent that is kept waiting itself is not known as one of the family yet.
    if (event instanceof Event.Born born
        && !announced.remove(pid)
        && (hasParent || waiting.containsKey(born.parent()))) {
      long since = firstHeard.computeIfAbsent(pid, key -> System.nanoTime());
      waiting.put(pid, new Waiting(born.parent(), since));
      kept.add(message);
      return true;
    }
    return false;
  }

  /** An orphan that was collected while its forebears are still waited for: it ends behind them. */
  private boolean isEndOfOneWaiting(Event event) {
    return event instanceof Event.Reaped reaped && waiting.containsKey(reaped.child());
  }

  /** Whether what a process tells is kept back now. */
  boolean holds(int pid) {
    return waiting.containsKey(pid);
  }

  /** Whether nobody is kept waiting. */
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** A parent tells of its child: the child may be heard after this. */
  void forked(Event.Forked forked) {
    if (waiting.remove(forked.child()) == null) {
      announced.add(forked.child());
    } else {
      admit(forked.child());
    }
  }

  /** A process told something else, or ended: if it had children to tell of, it would have. */
  boolean isOver(int parent) {
    boolean any = false;
    for (Iterator<Map.Entry<Integer, Waiting>> each = waiting.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Integer, Waiting> next = each.next();
      if (next.getValue().parent() == parent) {
        each.remove();
        admit(next.getKey());
        any = true;
      }
    }
    return any;
  }

  /**
   * A process was collected: whatever it told is to be heard before, and its pid may come again.
   */
  boolean collected(int pid) {
    boolean any = admitWithAncestors(pid);
    return isOver(pid) | any;
  }

  /** Those who have waited for too long, or all, need wait no longer. */
  boolean giveUp(boolean all) {
    long now = System.nanoTime();
    boolean any = false;
    for (Map.Entry<Integer, Waiting> each : Map.copyOf(waiting).entrySet()) {
      if (all || now - each.getValue().since() > PATIENCE_NANOS) {
        any |= admitWithAncestors(each.getKey());
      }
    }
    return any;
  }

  /** Nobody is to be heard before its own parent is. */
  private boolean admitWithAncestors(int pid) {
    boolean any = false;
    int one = pid;
    for (Waiting wait = waiting.remove(one); wait != null; wait = waiting.remove(one)) {
      admit(one);
      one = wait.parent();
      any = true;
    }
    return any;
  }

  private void admit(int pid) {
    firstHeard.remove(pid);
    announced.add(pid);
  }

  /** Puts what was kept back before what is still to come; who has to wait on is kept again. */
  void release(Deque<M> told) {
    while (!kept.isEmpty()) {
      told.addFirst(kept.removeLast());
    }
    waiting.clear();
  }

  void clear() {
    announced.clear();
    firstHeard.clear();
  }
}
