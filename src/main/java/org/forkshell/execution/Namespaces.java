package org.forkshell.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.process.Event;
import org.forkshell.process.LifecycleVisitor;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

/**
 * Who lives in a pid namespace of its own. When its process 1 ends, the kernel kills and collects
 * all others in it, and none of them can say so; see pid_namespaces(7).
 */
final class Namespaces implements LifecycleVisitor {
  private static final int SIGKILL = Signal.SIGKILL.number();

  /** From a process to process 1 of the namespace that it was born in. */
  private final Map<Integer, Integer> inits = new HashMap<>();

  /** From a process 1 to the one of the namespace around, where there is one. */
  private final Map<Integer, Integer> around = new HashMap<>();

  private final Map<Integer, WaitStatus> lastWords = new HashMap<>();

  @Override
  public void born(Event.Born born) {
    if (born.inner() > 0) {
      int parents = inits.getOrDefault(born.parent(), 0);
      inits.put(born.pid(), born.inner() == 1 ? born.pid() : parents);
      if (born.inner() == 1 && parents != 0) {
        around.put(born.pid(), parents);
      }
    }
  }

  @Override
  public void forked(Event.Forked forked) {
    Integer init = inits.get(forked.pid());
    if (init != null) {
      inits.putIfAbsent(forked.child(), init);
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
    if (inits.containsKey(last.pid())) {
      lastWords.put(last.pid(), last.end());
    }
  }

  @Override
  public void allEnded(Event.AllEnded all) {
    inits.clear();
    around.clear();
    lastWords.clear();
  }

  // Nobody enters or leaves a namespace by any of these. Who is gone is to be forgotten in its own
  // time.

  @Override
  public void rootStarted(Event.RootStarted started) {}

  @Override
  public void descended(Event.Descended descended) {}

  @Override
  public void threadStarted(Event.ThreadStarted started) {}

  @Override
  public void threadEnded(Event.ThreadEnded ended) {}

  @Override
  public void executing(Event.Executing executing) {}

  @Override
  public void execFailed(Event.ExecFailed failed) {}

  @Override
  public void waited(Event.Waited waited) {}

  @Override
  public void reaped(Event.Reaped reaped) {}

  @Override
  public void foundDead(Event.FoundDead dead) {}

  @Override
  public void action(Event.Action action) {}

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
