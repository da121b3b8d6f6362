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
import org.forkshell.process.ProcessName;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

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
    List<Happening> found = new ArrayList<>(1);
    if (event instanceof Event.Reaped reaped) {
      ended(reaped.child(), reaped.status(), event, found);
      return found;
    }
    if (event instanceof Event.Born born) {
      Member parent = members.get(born.parent());
      ProcessName name =
          parent == null ? ProcessName.ROOT : parent.name.child(Math.max(1, born.index()));
      // A pid may come again, as another process.
      Member known = members.get(born.pid());
      if (known == null || known.ended) {
        known = new Member(name, born.parent());
        members.put(born.pid(), known);
      }
      known.inner = born.inner();
      add(Kind.BIRTH, born.pid(), event, "", found);
      return found;
    }
    Member member = members.get(event.pid());
    if (member == null) {
      return found;
    }
    if (event instanceof Event.FoundDead dead) {
      WaitStatus status = dead.status();
      if (status != null) {
        ended(event.pid(), status, event, found);
      } else if (!member.ended) {
        member.ended = true;
        add(Kind.END, event.pid(), event, "", found);
      }
      return found;
    }
    member.waiting = event instanceof Event.Blocked now && now.call() == Event.Call.WAIT;
    if (event instanceof Event.Forked forked) {
      Member known = members.get(forked.child());
      if (known == null || known.ended) {
        members.put(forked.child(), new Member(member.name.child(forked.index()), forked.pid()));
      }
      add(Kind.FORK, event.pid(), event, "", found);
    } else if (event instanceof Event.ForkRefused) {
      add(Kind.REFUSED_FORK, event.pid(), event, "", found);
    } else if (event instanceof Event.Output output) {
      String why = reason(output.reason());
      if (!why.isEmpty()) {
        add(Kind.FLUSH, event.pid(), event, why, found);
      }
      String text = new String(output.bytes(), StandardCharsets.UTF_8);
      add(Kind.OUTPUT, event.pid(), event, text, found);
    } else if (event instanceof Event.Blocked blocked) {
      String call = blocked.call().name().toLowerCase(Locale.ROOT);
      add(Kind.BLOCK, event.pid(), event, call, found);
    } else if (event instanceof Event.Waited waited) {
      if (waited.child() > 0 && !waited.status().stopped() && !waited.status().continued()) {
        ended(waited.child(), waited.status(), event, found);
      }
      add(Kind.WAIT, event.pid(), event, "", found);
    } else if (event instanceof Event.Exiting exiting) {
      ended(event.pid(), WaitStatus.ofExit(exiting.status()), event, found);
    } else if (event instanceof Event.Faulted faulted) {
      ended(event.pid(), new WaitStatus(faulted.signal()), event, found);
    }
    return found;
  }

  private static String reason(FlushReason reason) {
    return switch (reason) {
      case NEWLINE, FULL, FFLUSH, EXIT -> reason.name().toLowerCase(Locale.ROOT);
      case WRITE, UNBUFFERED, READ, CLOSE, SETVBUF, SEEK -> "";
    };
  }

  private void ended(int pid, WaitStatus status, Event event, List<Happening> found) {
    Member member = members.get(pid);
    if (member == null || member.ended) {
      return;
    }
    member.ended = true;
    if (status.signaled()) {
      add(Kind.DEATH, pid, event, Signal.nameOf(status.signal()), found);
    } else {
      add(Kind.EXIT, pid, event, Integer.toString(status.code()), found);
    }
    add(Kind.END, pid, event, "", found);
    Member parent = members.get(member.parent);
    if (parent != null && !parent.ended && !parent.waiting && event.pid() == pid) {
      add(Kind.ZOMBIE, pid, event, "", found);
    }
    // With process 1 of a pid namespace all in it end: they have no time to be orphans.
    for (Map.Entry<Integer, Member> other : members.entrySet()) {
      if (member.inner != 1 && other.getValue().parent == pid && !other.getValue().ended) {
        add(Kind.ORPHAN, other.getKey(), event, "", found);
      }
    }
  }

  private void add(Kind kind, int pid, Event cause, String detail, List<Happening> found) {
    Member member = members.get(pid);
    if (member != null) {
      found.add(new Happening(kind, pid, member.name, cause, detail));
    }
  }
}
