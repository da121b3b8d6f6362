package org.forkshell.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.forkshell.lesson.Happening.Kind;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.LifecycleVisitor;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

/**
 * Finds out, event after event, what has happened. Who there is it asks the family; it remembers
 * whose end has been told already.
 */
public final class Happenings {
  private final Set<Integer> ended = new HashSet<>();

  /** Who is process 1 of a pid namespace. */
  private final Map<Integer, Integer> inner = new HashMap<>();

  /** What happened from the event at {@code from} on; those before it are its past. */
  static List<Happening> of(List<Event> events, int from) {
    ProcessTree family = new ProcessTree();
    Happenings happenings = new Happenings();
    List<Happening> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      family.add(events.get(i));
      List<Happening> now = happenings.hear(events.get(i), family);
      if (i >= from) {
        all.addAll(now);
      }
    }
    return all;
  }

  /**
   * What has happened, now that {@code event} is known; often one thing, sometimes none.
   *
   * @param family the family after that event
   */
  public List<Happening> hear(Event event, ProcessTree family) {
    Hearing hearing = new Hearing(family);
    event.accept(hearing);
    return hearing.found;
  }

  private final class Hearing implements LifecycleVisitor {
    private final ProcessTree family;
    private final List<Happening> found = new ArrayList<>(1);

    Hearing(ProcessTree family) {
      this.family = family;
    }

    @Override
    public void rootStarted(Event.RootStarted started) {
      // It is born when it says so.
    }

    @Override
    public void born(Event.Born born) {
      // A pid may come again, as another process.
      ended.remove(born.pid());
      inner.put(born.pid(), born.inner());
      add(Kind.BIRTH, born, born.parent());
    }

    @Override
    public void forked(Event.Forked forked) {
      if (isAlive(forked.child())) {
        ended.remove(forked.child());
      }
      add(Kind.FORK, forked, forked.child());
    }

    @Override
    public void descended(Event.Descended descended) {
      // A lesson does not speak of processes that tell nothing.
    }

    @Override
    public void threadStarted(Event.ThreadStarted started) {
      // A lesson has no word for it.
    }

    @Override
    public void threadEnded(Event.ThreadEnded ended) {
      // A lesson has no word for it.
    }

    @Override
    public void executing(Event.Executing executing) {
      add(Kind.EXEC, executing.pid(), executing, "");
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      // A lesson has no word for it.
    }

    @Override
    public void exiting(Event.Exiting exiting) {
      ended(exiting.pid(), exiting.end(), exiting);
    }

    @Override
    public void faulted(Event.Faulted faulted) {
      ended(faulted.pid(), faulted.end(), faulted);
    }

    @Override
    public void waited(Event.Waited waited) {
      if (waited.collects()) {
        ended(waited.child(), waited.status(), waited);
      }
      add(Kind.WAIT, waited, waited.child());
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      ended(reaped.child(), reaped.status(), reaped);
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      WaitStatus status = dead.status();
      if (status != null) {
        ended(dead.pid(), status, dead);
      } else if (ended.add(dead.pid())) {
        add(Kind.END, dead.pid(), dead, "");
      }
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      // Each end has happened by itself.
    }

    @Override
    public void forkRefused(Event.ForkRefused refused) {
      add(Kind.REFUSED_FORK, refused.pid(), refused, "");
    }

    @Override
    public void output(Event.Output output) {
      String why = reason(output.reason());
      if (!why.isEmpty()) {
        add(Kind.FLUSH, output.pid(), output, why);
      }
      String text = new String(output.bytes(), StandardCharsets.UTF_8);
      add(Kind.OUTPUT, output.pid(), output, text);
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      String call = blocked.call().name().toLowerCase(Locale.ROOT);
      add(Kind.BLOCK, blocked.pid(), blocked, call);
    }

    @Override
    public void action(Event.Action action) {
      // A lesson has no word for the others.
    }

    private void ended(int pid, WaitStatus status, Event event) {
      Entry entry = family.find(pid).orElse(null);
      if (entry == null || !ended.add(pid)) {
        return;
      }
      if (status.signaled()) {
        add(Kind.DEATH, pid, event, Signal.nameOf(status.signal()));
      } else {
        add(Kind.EXIT, pid, event, Integer.toString(status.code()));
      }
      add(Kind.END, pid, event, "");
      if (event.pid() == pid && isAlive(entry.parent()) && !isAwaited(entry)) {
        add(Kind.ZOMBIE, pid, event, "");
      }
      // With process 1 of a pid namespace all in it end: they have no time to be orphans.
      if (inner.getOrDefault(pid, 0) != 1) {
        for (Entry other : family.alive()) {
          if (other.parent() == pid) {
            add(Kind.ORPHAN, other.pid(), event, "");
          }
        }
      }
    }

    private boolean isAlive(int pid) {
      return family.find(pid).filter(Entry::isAlive).isPresent();
    }

    private boolean isAwaited(Entry entry) {
      return family
          .find(entry.parent())
          .filter(parent -> parent.awaits(entry.pid(), inner.getOrDefault(entry.pid(), 0)))
          .isPresent();
    }

    private void add(Kind kind, Event cause, int other) {
      add(kind, cause.pid(), other, cause, "");
    }

    private void add(Kind kind, int pid, Event cause, String detail) {
      add(kind, pid, 0, cause, detail);
    }

    /** Of those who are not of the family nothing is to be said. */
    private void add(Kind kind, int pid, int other, Event cause, String detail) {
      family
          .find(pid)
          .ifPresent(
              entry -> found.add(new Happening(kind, pid, entry.name(), other, cause, detail)));
    }
  }

  private static String reason(FlushReason reason) {
    return switch (reason) {
      case NEWLINE, FULL, FFLUSH, EXIT -> reason.name().toLowerCase(Locale.ROOT);
      case WRITE, UNBUFFERED, READ, CLOSE, SETVBUF, SEEK -> "";
    };
  }
}
