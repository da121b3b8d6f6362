package org.forkshell.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.forkshell.process.Event;
import org.forkshell.process.LifecycleVisitor;

/**
 * Who writes without telling of it: programs that were exec'd, and the strangers, processes that
 * such a program, a shell for one, forked and that nobody else knows of.
 */
final class Ancestry implements LifecycleVisitor {
  private static final int GENERATIONS = 64;

  private final Set<Integer> family = new HashSet<>();
  private final Set<Integer> executed = new HashSet<>();
  private final Map<Integer, Integer> ancestors = new HashMap<>();
  private final Set<Integer> introduced = new HashSet<>();
  private int root;
  private int lastExecuted;

  /** Somebody tells of an event, which comes to pass when those told before have. */
  void told(Event event) {
    if (event instanceof Event.Birth birth) {
      family.add(birth.child());
      // An older process of that pid may have been a stranger.
      ancestors.remove(birth.child());
      introduced.remove(birth.child());
    }
  }

  @Override
  public void rootStarted(Event.RootStarted started) {
    root = started.root();
  }

  @Override
  public void born(Event.Born born) {
    executed.remove(born.pid());
  }

  @Override
  public void threadStarted(Event.ThreadStarted started) {}

  @Override
  public void threadEnded(Event.ThreadEnded ended) {}

  @Override
  public void executing(Event.Executing executing) {
    executed.add(executing.pid());
    lastExecuted = executing.pid();
  }

  @Override
  public void execFailed(Event.ExecFailed failed) {
    executed.remove(failed.pid());
  }

  @Override
  public void allEnded(Event.AllEnded all) {
    family.clear();
    executed.clear();
    ancestors.clear();
    introduced.clear();
    lastExecuted = 0;
  }

  // None of these changes which program somebody runs. Who is gone is to be forgotten in its own
  // time.

  @Override
  public void forked(Event.Forked forked) {}

  @Override
  public void descended(Event.Descended descended) {}

  @Override
  public void exiting(Event.Exiting exiting) {}

  @Override
  public void faulted(Event.Faulted faulted) {}

  @Override
  public void waited(Event.Waited waited) {}

  @Override
  public void reaped(Event.Reaped reaped) {}

  @Override
  public void foundDead(Event.FoundDead dead) {}

  @Override
  public void action(Event.Action action) {}

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
