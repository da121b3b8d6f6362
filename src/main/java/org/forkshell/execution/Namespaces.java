package org.forkshell.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;

/**
 * Who lives in a pid namespace of its own. When its process 1 ends, the kernel kills and collects
 * all others in it, and none of them can say so; see pid_namespaces(7).
 */
final class Namespaces {
  private static final int SIGKILL = 9;

  /** From a process to process 1 of the namespace that it was born in. */
  private final Map<Integer, Integer> inits = new HashMap<>();

  /** From a process 1 to the one of the namespace around, where there is one. */
  private final Map<Integer, Integer> around = new HashMap<>();

  private final Map<Integer, WaitStatus> lastWords = new HashMap<>();

  /** It is this event's turn. */
  void happened(Event event) {
    if (event instanceof Event.Born born && born.inner() > 0) {
      int parents = inits.getOrDefault(born.parent(), 0);
      inits.put(born.pid(), born.inner() == 1 ? born.pid() : parents);
      if (born.inner() == 1 && parents != 0) {
        around.put(born.pid(), parents);
      }
    } else if (event instanceof Event.Forked forked && inits.containsKey(forked.pid())) {
      inits.putIfAbsent(forked.child(), inits.get(forked.pid()));
    } else if (event instanceof Event.Exiting exiting && inits.containsKey(event.pid())) {
      lastWords.put(event.pid(), WaitStatus.ofExit(exiting.status()));
    } else if (event instanceof Event.Faulted faulted && inits.containsKey(event.pid())) {
      lastWords.put(event.pid(), new WaitStatus(faulted.signal()));
    } else if (event instanceof Event.AllEnded) {
      inits.clear();
      around.clear();
      lastWords.clear();
    }
  }

  /** Those that ended with a process, because it was process 1 to them, and how. */
  Map<Integer, WaitStatus> endedWith(int init) {
    Map<Integer, WaitStatus> ended = new HashMap<>();
    for (int pid : inits.keySet()) {
      if (pid != init && isWithin(pid, init)) {
        ended.put(pid, lastWords.getOrDefault(pid, new WaitStatus(SIGKILL)));
      }
    }
    return ended;
  }

  private boolean isWithin(int pid, int init) {
    List<Integer> seen = new ArrayList<>();
    int one = inits.getOrDefault(pid, 0);
    while (one != 0 && one != init && !seen.contains(one)) {
      seen.add(one);
      one = around.getOrDefault(one, 0);
    }
    return one == init;
  }

  /** A process was collected, and its pid may come again. */
  void forget(int pid) {
    inits.remove(pid);
    around.remove(pid);
    lastWords.remove(pid);
  }
}
