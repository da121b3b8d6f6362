package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.lesson.Happening.Kind;

/**
 * Which happenings had to come in the order in which they came: those of one process, what a parent
 * did before fork and all that the child did, and what a child did and all that its parent did once
 * wait had returned. Everything else might have come the other way round. (L. Lamport, "Time,
 * clocks, and the ordering of events in a distributed system", 1978.)
 */
final class Causality {
  private final List<Happening> happenings;

  /** For each happening: how many of each process's happenings are it or come before it. */
  private final List<Map<Integer, Integer>> clocks = new ArrayList<>();

  Causality(List<Happening> happenings) {
    this.happenings = happenings;
    Map<Integer, Map<Integer, Integer>> now = new HashMap<>();
    // What a parent knew when it forked: the child may be the first to tell.
    Map<Integer, Map<Integer, Integer>> atFork = new HashMap<>();
    for (Happening happening : happenings) {
      Map<Integer, Integer> clock = now.computeIfAbsent(happening.pid(), pid -> new HashMap<>());
      Map<Integer, Integer> others = now.getOrDefault(happening.other(), Map.of());
      if (happening.kind() == Kind.BIRTH) {
        join(clock, atFork.getOrDefault(happening.pid(), others));
      } else if (happening.kind() == Kind.WAIT) {
        join(clock, others);
      } else if (happening.kind() == Kind.FORK) {
        atFork.put(happening.other(), new HashMap<>(clock));
      }
      clock.merge(happening.pid(), 1, Integer::sum);
      clocks.add(new HashMap<>(clock));
    }
  }

  private static void join(Map<Integer, Integer> clock, Map<Integer, Integer> other) {
    other.forEach((pid, count) -> clock.merge(pid, count, Math::max));
  }

  /** Whether happening {@code a} came before {@code b} and always will. */
  boolean precedes(int a, int b) {
    int pid = happenings.get(a).pid();
    int own = clocks.get(a).getOrDefault(pid, 0);
    return a != b && clocks.get(b).getOrDefault(pid, 0) >= own;
  }

  /** Whether happenings can come in an order, given by their places in the list. */
  boolean permits(List<Integer> order) {
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        if (precedes(order.get(j), order.get(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
