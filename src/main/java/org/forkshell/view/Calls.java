package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

/** What processes ask the kernel for, and what it answers. */
final class Calls {
  private static final int ECHILD = 10;

  private final Stage stage;
  private final Facts facts;
  private final Output output;
  private final Endings endings;

  Calls(Stage stage, Facts facts, Output output, Endings endings) {
    this.stage = stage;
    this.facts = facts;
    this.output = output;
    this.endings = endings;
  }

  /** Takes in an event that is about a call. */
  void called(Speaker speaker, Event event) {
    if (event instanceof Event.Born born) {
      born(speaker, born);
    } else if (event instanceof Event.Forked forked) {
      Note note =
          Note.of(
              NoteKind.FORK_RETURNED,
              "parent",
              List.of(speaker.name.child(forked.index()), forked.returned()));
      speaker.result = new Speaker.Result(forked.returned(), List.of(note));
    } else if (event instanceof Event.ForkRefused refused) {
      refused(speaker, refused);
    } else if (event instanceof Event.Waited waited) {
      waited(speaker, waited);
    } else if (event instanceof Event.Blocked blocked) {
      speaker.blocked = blocked;
    } else if (event instanceof Event.Unblocked unblocked && unblocked.call() == Event.Call.READ) {
      speaker.output.freshLine();
      speaker.error.freshLine();
    } else if (event instanceof Event.Raised raised) {
      stage.call(speaker, signal("raised", speaker.name, raised.signal(), 0));
    } else if (event instanceof Event.Handled handled) {
      stage.call(speaker, Note.of(NoteKind.SIGNAL_CAUGHT, Signal.nameOf(handled.signal())));
    } else if (event instanceof Event.Killed killed) {
      killed(speaker, killed);
    } else if (event instanceof Event.Executing executing) {
      output.cut(speaker);
      Note begun = Note.of(NoteKind.EXEC, "begun", List.of());
      stage.call(
          speaker,
          executing.unwritten() == 0
              ? List.of(begun)
              : List.of(begun, Endings.lost("exec", executing.unwritten())));
    } else if (event instanceof Event.ExecFailed failed) {
      stage.call(
          speaker, Note.of(NoteKind.EXEC, "failed", List.of(facts.errorName(failed.errno()))));
    } else if (event instanceof Event.Written written && written.count() < 0) {
      stage.call(speaker, Note.of(NoteKind.CALL_FAILED, "write", facts.errorName(written.errno())));
    }
  }

  /** Says what the last call returned, if that is still to be said. */
  void sayResult(Speaker speaker) {
    Speaker.Result result = speaker.result;
    if (result != null) {
      speaker.result = null;
      if (result.isBirth()) {
        parentFirst(speaker);
      }
      stage.call(speaker, result.notes());
    }
  }

  /** Nobody is heard of before his parent has said that it forked him. */
  private void parentFirst(Speaker child) {
    int pid = facts.tree().find(child.pid).map(Entry::parent).orElse(0);
    Speaker parent = pid == 0 ? null : stage.speaker(pid);
    if (parent != null && parent.result != null && parent.result.value() == child.pid) {
      sayResult(parent);
    }
    if (parent != null) {
      stage.sayHeldOf(parent);
    }
  }

  private static void born(Speaker speaker, Event.Born born) {
    if (born.parent() == 0) {
      return;
    }
    speaker.bornLine = born.origin().line();
    speaker.inner = born.inner();
    speaker.inherited = born.unwritten();
    List<Note> notes = new ArrayList<>(2);
    notes.add(Note.of(NoteKind.FORK_RETURNED, "child", List.of()));
    if (born.unwritten() > 0) {
      notes.add(Note.of(NoteKind.FORK_COPIED, born.unwritten()));
    }
    speaker.result = new Speaker.Result(0, notes, true);
  }

  private void refused(Speaker speaker, Event.ForkRefused refused) {
    String name = facts.errorName(refused.errno());
    stage.refusal(
        speaker,
        refused.limit() > 0
            ? Note.of(NoteKind.FORK_REFUSED, "limit", List.of(name, refused.limit()))
            : Note.of(NoteKind.FORK_REFUSED, "kernel", List.of(name)));
  }

  private void waited(Speaker speaker, Event.Waited waited) {
    Note note;
    if (waited.child() > 0) {
      Speaker child = stage.speaker(waited.child());
      WaitStatus status = waited.status();
      if (child != null && !status.stopped() && !status.continued()) {
        child.collected = true;
      }
      if (child != null && !child.endTold && !status.stopped() && !status.continued()) {
        output.cut(child);
        child.end = status;
        endings.collected(child, stage.wants(NoteKind.WAIT_RETURNED));
      }
      Object who = child == null ? waited.returned() : child.name;
      note = Note.of(NoteKind.WAIT_RETURNED, form(status), told(who, waited.returned(), status));
    } else if (waited.child() == 0) {
      note = Note.of(NoteKind.WAIT_RETURNED, "nobody", List.of("", 0));
    } else {
      String form = waited.errno() == ECHILD ? "childless" : "failed";
      note =
          Note.of(NoteKind.WAIT_RETURNED, form, List.of("", -1, facts.errorName(waited.errno())));
    }
    speaker.result = new Speaker.Result(Math.max(waited.returned(), -1), List.of(note));
  }

  private static String form(WaitStatus status) {
    return status.exited()
        ? "exited"
        : status.signaled() ? "killed" : status.stopped() ? "stopped" : "continued";
  }

  private static List<Object> told(Object who, int pid, WaitStatus status) {
    if (status.continued()) {
      return List.of(who, pid);
    }
    Object code =
        status.exited()
            ? status.code()
            : Signal.nameOf(status.signaled() ? status.signal() : status.code());
    return List.of(who, pid, code);
  }

  private void killed(Speaker speaker, Event.Killed killed) {
    Object target =
        facts.tree().nameOf(killed.target()).<Object>map(n -> n).orElse(killed.target());
    String form = killed.errno() == 0 ? "sent" : "failed";
    stage.call(speaker, signal(form, target, killed.signal(), killed.errno()));
  }

  private Note signal(String form, Object target, int signal, int errno) {
    String name = signal == 0 ? "0" : Signal.nameOf(signal);
    return Note.of(
        NoteKind.SIGNAL_SENT,
        form,
        errno == 0 ? List.of(target, name) : List.of(target, name, facts.errorName(errno)));
  }

  /** Says what a process waits for, if it does and has not said so. */
  void sayBlocked(Speaker speaker) {
    Event.Blocked blocked = speaker.blocked;
    Event.Blocked told = speaker.blockedTold;
    boolean again =
        blocked != null
            && told != null
            && told.origin().line() == blocked.origin().line()
            && told.call() == blocked.call();
    speaker.blockedTold = blocked;
    if (blocked != null && !again && !speaker.endTold) {
      stage.say(speaker, note(blocked));
    }
  }

  private Note note(Event.Blocked blocked) {
    long argument = blocked.argument();
    if (blocked.call() == Event.Call.WAIT) {
      return argument > 0
          ? Note.of(NoteKind.WAIT_BLOCKED, "one", List.of(who((int) argument)))
          : Note.of(NoteKind.WAIT_BLOCKED, "any", List.of());
    }
    String form =
        blocked.call() == Event.Call.READ && argument != 0
            ? "descriptor"
            : blocked.call().name().toLowerCase(Locale.ROOT);
    Object fact = blocked.call() == Event.Call.SLEEP ? Activity.seconds(argument) : argument;
    return Note.of(NoteKind.BLOCKED, form, List.of(fact));
  }

  private Object who(int pid) {
    return facts.tree().nameOf(pid).map(ProcessName::toString).orElse(Integer.toString(pid));
  }
}
