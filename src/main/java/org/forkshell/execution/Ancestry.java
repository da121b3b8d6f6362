package org.forkshell.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.forkshell.process.Event;

/**
 * Who writes without telling of it: programs that were exec'd, and the strangers, processes that
 * such a program, a shell for one, forked and that nobody else knows of.
 */
final class Ancestry {
  private static final int GENERATIONS = 64;

  private final Set<Integer> family = new HashSet<>();
  private final Set<Integer> executed = new HashSet<>();
  private final Map<Integer, Integer> ancestors = new HashMap<>();
  private final Set<Integer> introduced = new HashSet<>();
  private int root;
  private int lastExecuted;

  /** Somebody tells of an event, which comes to pass when those told before have. */
  void told(Event event) {
    if (event instanceof Event.Born) {
      family.add(event.pid());
      ancestors.remove(event.pid());
      introduced.remove(event.pid());
    } else if (event instanceof Event.Forked forked) {
      family.add(forked.child());
    }
  }

  /** It is this event's turn. */
  void happened(Event event) {
    if (event instanceof Event.RootStarted started) {
      root = started.root();
    } else if (event instanceof Event.Born || event instanceof Event.ExecFailed) {
      executed.remove(event.pid());
    } else if (event instanceof Event.Executing) {
      executed.add(event.pid());
      lastExecuted = event.pid();
    } else if (event instanceof Event.AllEnded) {
      family.clear();
      executed.clear();
      ancestors.clear();
      introduced.clear();
      lastExecuted = 0;
    }
  }

  /** A process was collected, and its pid may come again. */
  void forget(int pid) {
    family.remove(pid);
  }

  /** Whether nobody of the family has told of that process so far. */
  boolean isStranger(int pid) {
    return !family.contains(pid);
  }

  /** Whether a process is a stranger that was not asked about before. */
  boolean isNews(int pid) {
    return isStranger(pid) && introduced.add(pid);
  }

  /** Whether no event will speak for what a process writes. */
  boolean isSilent(int pid) {
    return isStranger(pid) ? executed.contains(ancestor(pid)) : executed.contains(pid);
  }

  /** Finds out where a process that writes comes from, while the kernel still knows. */
  void look(int pid) {
    if (isStranger(pid) && !ancestors.containsKey(pid)) {
      ancestors.put(pid, find(pid));
    }
  }

  /** Whether a stranger is known to descend from a member of the family. */
  boolean descends(int stranger, int member) {
    return ancestors.getOrDefault(stranger, 0) == member;
  }

  /**
   * The member of the family that a stranger descends from. Where the kernel did not know any more,
   * it is who called exec last.
   */
  int ancestor(int stranger) {
    int known = ancestors.getOrDefault(stranger, 0);
    return executed.contains(known) ? known : lastExecuted != 0 ? lastExecuted : root;
  }

  private int find(int stranger) {
    int pid = stranger;
    for (int i = 0; i < GENERATIONS && pid > 1; i++) {
      pid = ProcessStatus.read(pid).map(ProcessStatus::parent).orElse(0);
      if (family.contains(pid)) {
        return pid;
      }
      // A parent that wrote before it ended.
      int known = ancestors.getOrDefault(pid, 0);
      if (known != 0) {
        return known;
      }
    }
    return 0;
  }
}
