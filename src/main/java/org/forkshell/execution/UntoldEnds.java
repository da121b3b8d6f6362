package org.forkshell.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.Errno;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a family that are dead though nobody has told: they were killed from
 * outside, or they had become other programs, which tell nothing. The kernel is asked first, then
 * all is read that has been told so far, and only what is still untold then is a finding.
 */
final class UntoldEnds implements Relay.Examination {

  /**
   * How far a parent had got when its child was gone: where it has not moved since, it has told all
   * that it knows.
   */
  private record Parent(int pid, @Nullable SleepState rest) {}

  private final Posix posix;
  private final MonotonicClock clock;
  private final ProcessTree tree;
  private final Map<Integer, ProcessStatus> zombies = new HashMap<>();
  private final Map<Integer, Parent> gone = new HashMap<>();

  UntoldEnds(Posix posix, MonotonicClock clock, ProcessTree tree) {
    this.posix = posix;
    this.clock = clock;
    this.tree = tree;
  }

  @Override
  public void look() {
    for (Entry entry : tree.entries()) {
      if (isAwaited(entry)) {
        look(entry);
      }
    }
  }

  /** Whether the end of a process is not told, and its pid is still its own. */
  private boolean isAwaited(Entry entry) {
    return !entry.collected()
        && tree.find(entry.pid()).filter(newest -> newest.name().equals(entry.name())).isPresent();
  }

  private void look(Entry entry) {
    ProcessStatus status = ProcessStatus.read(entry.pid()).orElse(null);
    boolean another = status != null && status.beganAfter(entry.last().origin().nanos(), clock);
    if (status == null || another) {
      if (another || isGone(posix, entry.pid())) {
        int parent = entry.parent();
        gone.put(entry.pid(), new Parent(parent, parent == 0 ? null : SleepState.of(parent)));
      }
    } else if (isZombie(posix, entry.pid())) {
      // What was read a moment before may be of one who still lived, whose code is 0.
      ProcessStatus.read(entry.pid())
          .filter(ProcessStatus::isZombie)
          .ifPresent(zombie -> zombies.put(entry.pid(), zombie));
    }
  }

  @Override
  public List<Event.FoundDead> findings() {
    List<Event.FoundDead> found = new ArrayList<>();
    for (Entry entry : tree.entries()) {
      ProcessStatus zombie = zombies.get(entry.pid());
      Parent parent = gone.get(entry.pid());
      if (!isAwaited(entry)) {
        continue;
      }
      if (parent != null && !willTell(parent)) {
        found.add(found(entry, null, remains(entry)));
      } else if (zombie != null && isNews(entry, zombie.end())) {
        found.add(found(entry, zombie.end(), Event.Remains.ZOMBIE));
      }
    }
    return found;
  }

  /** Whether it did not say so itself, or said it and then ended in another way. */
  private static boolean isNews(Entry entry, @Nullable WaitStatus end) {
    return entry.isAlive() || (end != null && !end.equals(entry.status()));
  }

  /**
   * Whether somebody may have collected a process and just not told of it yet: its parent, or the
   * zygote where that has ended.
   */
  private boolean willTell(Parent parent) {
    Entry entry = tree.find(parent.pid()).orElse(null);
    if (entry == null || !entry.isAlive()) {
      return true;
    }
    return !entry.isExecuted() && (parent.rest() == null || !parent.rest().isAsleepSince());
  }

  /** What is to be said when no process is left of those of whom nobody has told how they ended. */
  List<Event.FoundDead> last() {
    List<Event.FoundDead> found = new ArrayList<>();
    for (Entry entry : tree.entries()) {
      if (isAwaited(entry) && isGone(posix, entry.pid())) {
        found.add(found(entry, null, remains(entry)));
      }
    }
    return found;
  }

  /**
   * Why nobody told of having collected it. The family and the zygote tell; so it was the kernel,
   * unless some ancestor tells nothing.
   */
  private Event.Remains remains(Entry entry) {
    for (ProcessName name = entry.name(); !name.isRoot(); name = name.parent()) {
      Entry ancestor = tree.find(name.parent()).orElse(null);
      if (ancestor == null || ancestor.executed()) {
        return Event.Remains.UNSEEN;
      }
    }
    return entry.name().isRoot() ? Event.Remains.UNSEEN : Event.Remains.NOTHING;
  }

  /** Whether the kernel knows no process of that pid. */
  static boolean isGone(Posix posix, int pid) {
    return posix.libc().kill(pid, 0) != 0 && posix.errno() == Errno.ESRCH;
  }

  /**
   * Whether a process is a zombie and is going to remain one. A process that ends is called one for
   * a moment even where its parent ignores SIGCHLD and the kernel is about to forget it; whoever
   * signals a group, be it with signal 0, waits until that moment is over.
   */
  static boolean isZombie(Posix posix, int pid) {
    if (!isCalledZombie(pid)) {
      return false;
    }
    posix.libc().kill(0, 0);
    return isCalledZombie(pid);
  }

  private static boolean isCalledZombie(int pid) {
    return ProcessStatus.read(pid).filter(ProcessStatus::isZombie).isPresent();
  }

  private Event.FoundDead found(Entry entry, @Nullable WaitStatus status, Event.Remains remains) {
    Event.Origin origin = new Event.Origin(entry.pid(), clock.nanos(), entry.line(), List.of());
    return new Event.FoundDead(origin, status, remains);
  }
}
