package org.forkshell.execution;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.forkshell.process.Event;

/**
 * Children that have spoken before their parents told that they had forked them: fork returns in
 * two processes, and either may be the first to run. What such a child tells is kept back until its
 * parent has told, so that nobody is heard of before there is a reason for it.
 *
 * @param <M> a message
 */
final class BirthOrder<M> {
  private final Set<Integer> announced = new HashSet<>();

  /** From a child to the parent that has to tell of it. */
  private final Map<Integer, Integer> waiting = new HashMap<>();

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
      waiting.put(pid, born.parent());
      kept.add(message);
      return true;
    }
    return false;
  }

  /** An orphan that was collected while its forebears are still waited for: it ends after them. */
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

  /** Who is expected to tell. */
  Collection<Integer> parents() {
    return waiting.values();
  }

  /** A parent tells of its child: the child may be heard after this. */
  void forked(Event.Forked forked) {
    waiting.remove(forked.child());
    announced.add(forked.child());
  }

  /** A process told something else, or ended: if it had children to tell of, it would have. */
  boolean isOver(int parent) {
    boolean any = false;
    for (Iterator<Map.Entry<Integer, Integer>> each = waiting.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Integer, Integer> next = each.next();
      if (next.getValue() == parent) {
        each.remove();
        announced.add(next.getKey());
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

  /** Nobody need wait any longer. */
  boolean giveUp() {
    announced.addAll(waiting.keySet());
    boolean any = !waiting.isEmpty();
    waiting.clear();
    return any;
  }

  /**
   * Those need wait no longer whose parents cannot tell. What a parent that waits itself has told
   * is kept back, so that its children will hear it.
   *
   * @param isHindered whether a process is dead or stopped
   */
  boolean giveUp(IntPredicate isHindered) {
    Set<Integer> hindered = new HashSet<>();
    for (int parent : waiting.values()) {
      if (!waiting.containsKey(parent) && isHindered.test(parent)) {
        hindered.add(parent);
      }
    }
    boolean any = false;
    for (int parent : hindered) {
      any |= isOver(parent);
    }
    return any;
  }

  /** Nobody is to be heard before its own parent is. */
  private boolean admitWithAncestors(int pid) {
    boolean any = false;
    for (Integer one = pid; one != null && waiting.containsKey(one); any = true) {
      announced.add(one);
      one = waiting.remove(one);
    }
    return any;
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
  }
}
