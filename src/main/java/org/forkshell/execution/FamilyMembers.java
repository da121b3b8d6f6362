package org.forkshell.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.execution.Session.Progress;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a family are at, by their own word and, where that does not say enough, by
 * the kernel's: at work, ready for a line, waiting for others, asleep, about to end.
 */
final class FamilyMembers {
  /** For how long the prompt waits at most to hear of the end of a process that said farewell. */
  private static final long FAREWELL_NANOS = 2_000_000_000;

  /** For how long nobody has told anything when the kernel is asked: it saves trouble, no more. */
  private static final long CALM_NANOS = 2_000_000;

  private final Lab lab;
  private final MonotonicClock clock;
  private final ProcessTree tree;

  FamilyMembers(Lab lab, ProcessTree tree) {
    this.lab = lab;
    this.clock = lab.clock();
    this.tree = tree;
  }

  /**
   * How far they are.
   *
   * @param entries how many lines there are
   * @param lastEvent when somebody told something last
   */
  Progress progress(int entries, long lastEvent) {
    List<Entry> alive = tree.alive();
    if (alive.isEmpty()) {
      return Progress.BUSY;
    }
    boolean atWork = alive.stream().anyMatch(this::hasThreadsAtWork);
    long idle = alive.stream().filter(entry -> isIdle(entry, entries)).count();
    if (idle == alive.size() && !atWork) {
      return Progress.ALL_IDLE;
    }
    if (!atWork
        && alive.stream()
            .allMatch(entry -> isIdle(entry, entries) || waitsForOthers(entry, lastEvent))) {
      return Progress.SETTLED;
    }
    return idle > 0 || alive.stream().anyMatch(this::readsInput)
        ? Progress.SOME_READY
        : Progress.BUSY;
  }

  /** Whether what is entered next is for it, or for one of its threads. */
  private boolean readsInput(Entry entry) {
    return readsInput(entry.call())
        || tree.threads(entry.pid()).stream().anyMatch(thread -> readsInput(thread.call()));
  }

  private static boolean readsInput(Event.@Nullable Blocked call) {
    return call != null && call.readsInput();
  }

  /** Whether it has done all lines that there are. */
  boolean isIdle(Entry entry, int entries) {
    return entry.state() == State.IDLE && entry.line() == entries && entry.takesLines();
  }

  /** Whether a thread that is not a process's first computes, or sleeps for a time. */
  private boolean hasThreadsAtWork(Entry entry) {
    for (ThreadEntry thread : tree.threads(entry.pid())) {
      Event.Blocked call = thread.call();
      if (call == null || call.call() == Event.Call.SLEEP) {
        return true;
      }
    }
    return false;
  }

  private boolean waitsForOthers(Entry entry, long lastEvent) {
    Event.Blocked call = entry.call();
    boolean waits = call != null && call.call() != Event.Call.SLEEP;
    // The kernel is asked only when nobody has anything to tell.
    return waits
        || (clock.nanos() - lastEvent > CALM_NANOS
            && (isStopped(entry) || executedReader(entry) != null || kernelWaits(entry)));
  }

  private boolean kernelWaits(Entry entry) {
    return entry.isExecuted()
        ? WaitInspector.isForOthers(program(entry))
        : WaitInspector.isForRoom(entry.pid());
  }

  /** An exec'd program: the process, and what it has forked since. */
  private List<Integer> program(Entry entry) {
    return WaitInspector.withDescendants(entry.pid(), this::isAlive);
  }

  /** The kernel's ids of a process's threads; the first one's is the pid. */
  private List<Integer> threads(Entry entry) {
    List<Integer> all = new ArrayList<>(1);
    if (entry.takesLines()) {
      all.add(entry.pid());
    }
    tree.threads(entry.pid()).forEach(thread -> all.add(thread.tid()));
    return all.isEmpty() ? List.of(entry.pid()) : all;
  }

  private boolean isAlive(int pid) {
    return tree.find(pid).filter(Entry::isAlive).isPresent();
  }

  boolean isStopped(Entry entry) {
    return lab.inspector().isStopped(entry.pid());
  }

  /** Those that wait for a line of input. */
  List<InputReader> readers() {
    List<InputReader> readers = new ArrayList<>(0);
    for (Entry entry : tree.alive()) {
      if (readsInput(entry.call())) {
        readers.add(new InputReader(entry.name(), "", entry.pid(), 0));
      } else {
        InputReader executed = executedReader(entry);
        if (executed != null) {
          readers.add(executed);
        }
      }
      for (ThreadEntry thread : tree.threads(entry.pid())) {
        if (readsInput(thread.call())) {
          readers.add(new InputReader(thread.name(), "", thread.tid(), 0));
        }
      }
    }
    return readers;
  }

  private @Nullable InputReader executedReader(Entry entry) {
    PromptInput input = lab.input();
    if (input == null || !entry.isExecuted()) {
      return null;
    }
    int pid = new TerminalReads(input.file()).reader(entry.pid(), this::isAlive);
    return pid == 0
        ? null
        : new InputReader(entry.name(), ProcessStatus.nameOf(pid), pid, TerminalReads.turns(pid));
  }

  /** Whether all who are at work could do so for long enough. */
  boolean haveHad(ProcessorShare share, Duration grace, int entries) {
    boolean all = true;
    for (Entry entry : tree.alive()) {
      all &= isIdle(entry, entries) || share.hasHad(entry.pid(), grace.toNanos());
    }
    return all;
  }

  /** All that live, asleep; empty where somebody is not. */
  List<SleepState> resting() {
    List<SleepState> resting = new ArrayList<>();
    for (Entry entry : tree.alive()) {
      InputReader reader = executedReader(entry);
      List<Integer> pids =
          reader != null
              ? List.of(reader.pid())
              : entry.isExecuted() ? program(entry) : threads(entry);
      for (int pid : pids) {
        SleepState rest = SleepState.of(pid);
        if (rest == null) {
          return List.of();
        }
        resting.add(rest);
      }
    }
    return resting;
  }

  /**
   * Whether somebody has said that it ends, and is just about to: its children are not orphans yet,
   * and the next line is to find that they are.
   */
  boolean isSomebodyLeaving() {
    for (Entry entry : tree.entries()) {
      if (!entry.isAlive()
          && !entry.collected()
          && isLeaving(entry)
          && clock.nanos() - entry.last().origin().nanos() < FAREWELL_NANOS) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is just about to end, or whoever collected it, or will, to tell so. */
  private boolean isLeaving(Entry entry) {
    ProcessStatus status = ProcessStatus.read(entry.pid()).orElse(null);
    return status == null
        || (status.isAlive()
            ? SleepState.of(entry.pid()) == null
            : status.parent() == lab.zygote());
  }
}
