package org.forkshell.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.forkshell.lesson.Happening.Kind;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.LifecycleVisitor;
import org.forkshell.process.ProcessName;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** Finds out, event after event, what has happened. */
public final class Happenings {
  private final Map<Integer, Member> members = new HashMap<>();

  private static final class Member {
    final ProcessName name;
    final int parent;
    int inner;
    boolean waiting;
    boolean ended;

    Member(ProcessName name, int parent) {
      this.name = name;
      this.parent = parent;
    }
  }

  /** All that happened in a list of events. */
  public static List<Happening> of(List<Event> events) {
    Happenings happenings = new Happenings();
    List<Happening> all = new ArrayList<>();
    for (Event event : events) {
      all.addAll(happenings.hear(event));
    }
    return all;
  }

  /** What has happened, now that {@code event} is known; often one thing, sometimes none. */
  public List<Happening> hear(Event event) {
    Hearing hearing = new Hearing();
    event.accept(hearing);
    return hearing.found;
  }

  private final class Hearing implements LifecycleVisitor {
    private final List<Happening> found = new ArrayList<>(1);

    @Override
    public void rootStarted(Event.RootStarted started) {
      // It is born when it says so.
    }

    @Override
    public void born(Event.Born born) {
      Member parent = members.get(born.parent());
      ProcessName name =
          parent == null ? ProcessName.ROOT : parent.name.child(Math.max(1, born.index()));
      join(born, name, born.parent()).inner = born.inner();
      add(Kind.BIRTH, born, born.parent());
    }

    @Override
    public void forked(Event.Forked forked) {
      Member parent = goesOn(forked);
      if (parent != null) {
        join(forked, parent.name.child(forked.index()), forked.pid());
        add(Kind.FORK, forked, forked.child());
      }
    }

    private Member join(Event.Birth birth, ProcessName name, int parent) {
      // A pid may come again, as another process.
      return members.compute(
          birth.child(),
          (pid, known) -> known == null || known.ended ? new Member(name, parent) : known);
    }

    @Override
    public void descended(Event.Descended descended) {
      // A lesson does not speak of processes that tell nothing.
    }

    @Override
    public void executing(Event.Executing executing) {
      goesOn(executing);
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      goesOn(failed);
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
      if (goesOn(waited) != null) {
        if (waited.collects()) {
          ended(waited.child(), waited.status(), waited);
        }
        add(Kind.WAIT, waited, waited.child());
      }
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      ended(reaped.child(), reaped.status(), reaped);
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      Member member = members.get(dead.pid());
      WaitStatus status = dead.status();
      if (status != null) {
        ended(dead.pid(), status, dead);
      } else if (member != null && !member.ended) {
        member.ended = true;
        add(Kind.END, dead.pid(), dead, "");
      }
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      // Each end has happened by itself.
    }

    @Override
    public void forkRefused(Event.ForkRefused refused) {
      goesOn(refused);
      add(Kind.REFUSED_FORK, refused.pid(), refused, "");
    }

    @Override
    public void output(Event.Output output) {
      goesOn(output);
      String why = reason(output.reason());
      if (!why.isEmpty()) {
        add(Kind.FLUSH, output.pid(), output, why);
      }
      String text = new String(output.bytes(), StandardCharsets.UTF_8);
      add(Kind.OUTPUT, output.pid(), output, text);
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      Member member = goesOn(blocked);
      if (member != null) {
        member.waiting = blocked.call() == Event.Call.WAIT;
      }
      String call = blocked.call().name().toLowerCase(Locale.ROOT);
      add(Kind.BLOCK, blocked.pid(), blocked, call);
    }

    @Override
    public void action(Event.Action action) {
      // There is no question about it in a lesson.
      goesOn(action);
    }

    /** A process does something, so it does not wait; null where it is not of the family. */
    private @Nullable Member goesOn(Event event) {
      Member member = members.get(event.pid());
      if (member != null) {
        member.waiting = false;
      }
      return member;
    }

    private void ended(int pid, WaitStatus status, Event event) {
      Member member = members.get(pid);
      if (member == null || member.ended) {
        return;
      }
      member.ended = true;
      if (status.signaled()) {
        add(Kind.DEATH, pid, event, Signal.nameOf(status.signal()));
      } else {
        add(Kind.EXIT, pid, event, Integer.toString(status.code()));
      }
      add(Kind.END, pid, event, "");
      Member parent = members.get(member.parent);
      if (parent != null && !parent.ended && !parent.waiting && event.pid() == pid) {
        add(Kind.ZOMBIE, pid, event, "");
      }
      // With process 1 of a pid namespace all in it end: they have no time to be orphans.
      for (Map.Entry<Integer, Member> other : members.entrySet()) {
        if (member.inner != 1 && other.getValue().parent == pid && !other.getValue().ended) {
          add(Kind.ORPHAN, other.getKey(), event, "");
        }
      }
    }

    private void add(Kind kind, Event cause, int other) {
      add(kind, cause.pid(), other, cause, "");
    }

    private void add(Kind kind, int pid, Event cause, String detail) {
      add(kind, pid, 0, cause, detail);
    }

    private void add(Kind kind, int pid, int other, Event cause, String detail) {
      Member member = members.get(pid);
      if (member != null) {
        found.add(new Happening(kind, pid, member.name, other, cause, detail));
      }
    }
  }

  private static String reason(FlushReason reason) {
    return switch (reason) {
      case NEWLINE, FULL, FFLUSH, EXIT -> reason.name().toLowerCase(Locale.ROOT);
      case WRITE, UNBUFFERED, READ, CLOSE, SETVBUF, SEEK -> "";
    };
  }
}
