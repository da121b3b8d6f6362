package org.forkshell.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Waits;
import org.jspecify.annotations.Nullable;

/**
 * A kernel whose processes are those that a test names. It knows nothing else of them: what is
 * asked beyond that, it answers as of processes that are gone.
 */
public final class ScriptedInspector implements Inspector {
  /** The pid of who collects orphans. */
  public static final int REAPER = 4000;

  private final Map<Integer, ProcessStatus> processes = new TreeMap<>();

  /** There is a process from now on, or it is in another state. */
  public synchronized void set(int pid, char state, int parent) {
    processes.put(pid, new ProcessStatus(pid, state, parent, 0, 1, 0, 0));
  }

  /** A process is no more. */
  public synchronized void remove(int pid) {
    processes.remove(pid);
  }

  @Override
  public synchronized Optional<ProcessStatus> status(int pid) {
    return Optional.ofNullable(processes.get(pid));
  }

  @Override
  public String program(int pid) {
    return isGone(pid) ? "" : "java";
  }

  @Override
  public boolean hasExecuted(int pid) {
    return false;
  }

  @Override
  public boolean isZombie(int pid) {
    return status(pid).filter(ProcessStatus::isZombie).isPresent();
  }

  @Override
  public boolean isGone(int pid) {
    return status(pid).isEmpty();
  }

  @Override
  public int reaper() {
    return REAPER;
  }

  @Override
  public synchronized List<Integer> alive() {
    List<Integer> alive = new ArrayList<>();
    processes.forEach(
        (pid, status) -> {
          if (status.isAlive()) {
            alive.add(pid);
          }
        });
    return alive;
  }

  @Override
  public List<Integer> threads(int pid) {
    return status(pid).isEmpty() ? List.of() : List.of(pid);
  }

  @Override
  public List<Integer> children(int pid) {
    return List.of();
  }

  @Override
  public @Nullable SleepingThread sleepingThread(int pid, int tid) {
    return null;
  }

  @Override
  public Sharing sharing(int pid, long address) {
    return Sharing.NOBODY;
  }

  @Override
  public long caughtSignals(int pid) {
    return 0;
  }

  @Override
  public Waits waits(Collection<Integer> tasks, ProcessTree family) {
    return task -> null;
  }

  @Override
  public String openFile(int pid, int descriptor) {
    return "";
  }

  @Override
  public byte @Nullable [] memory(int pid, long address, int length) {
    return null;
  }

  @Override
  public @Nullable List<Page> pages(int pid, long from, long to) {
    return null;
  }

  @Override
  public @Nullable PageCount pageCount(int pid, long from, long to) {
    return null;
  }
}
