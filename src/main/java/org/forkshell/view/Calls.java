package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.forkshell.process.DataRace;
import org.forkshell.process.Event;
import org.forkshell.process.Executable;
import org.forkshell.process.Impasse;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.process.Waits;
import org.jspecify.annotations.Nullable;

/** What processes ask the kernel for, and what it answers. */
final class Calls {
  private static final int EINTR = 4;
  private static final int ECHILD = 10;
  private static final Set<String> FORK = Set.of("fork", "vfork");
  private static final Set<String> WRITE = Set.of("write");
  private static final Set<String> WAIT = Set.of("wait", "waitpid", "wait3", "wait4", "waitid");

  private final NarrationState stage;
  private final Facts facts;
  private final Output output;
  private final Endings endings;

  Calls(NarrationState stage, Facts facts, Output output, Endings endings) {
    this.stage = stage;
    this.facts = facts;
    this.output = output;
    this.endings = endings;
  }

  void blocked(Speaker speaker, Event.Blocked blocked) {
    speaker.blocked = speaker.lent == null ? blocked : null;
    speaker.unwritten = blocked.unwritten();
    speaker.waitsIn = name(blocked.origin(), blocked.call());
  }

  void raised(Speaker speaker, Event.Raised raised) {
    stage.call(speaker, signal("raised", speaker.name, raised.signal(), 0));
    speaker.unwritten = raised.unwritten();
  }

  void handled(Speaker speaker, Event.Handled handled) {
    stage.call(speaker, Note.of(NoteKind.SIGNAL_CAUGHT, Signal.nameOf(handled.signal())));
  }

  void executing(Speaker speaker, Event.Executing executing) {
    output.cut(speaker);
    speaker.executing = executing;
  }

  void execFailed(Speaker speaker, Event.ExecFailed failed) {
    stage.call(speaker, exec(speaker, "failed", facts.errorName(failed.errno())));
    speaker.executing = null;
  }

  /** A write is told of only where it failed: what was written elsewhere nobody here can see. */
  void written(Speaker speaker, Event.Written written) {
    if (written.count() < 0) {
      result(speaker, written, new Speaker.Result(-1, failed("write", written.errno()), WRITE));
    }
  }

  /** Holds a result back where the line's value will be the same, else says it. */
  private void result(Speaker speaker, Event event, Speaker.Result result) {
    speaker.result = result;
    if (!result.calls().contains(facts.valueOf(event.origin()))) {
      sayResult(speaker, false);
    }
  }

  void forked(Speaker speaker, Event.Forked forked) {
    ProcessName child = speaker.name.child(forked.index());
    if (forked.lent()) {
      // It has not returned yet.
      speaker.lent = forked;
      stage.call(speaker, Note.of(NoteKind.BLOCKED, "vfork", List.of(child, "vfork")));
    } else {
      forkReturned(speaker, forked, "parent");
    }
  }

  private void forkReturned(Speaker speaker, Event.Forked forked, String form) {
    List<Object> told = List.of(speaker.name.child(forked.index()), forked.returned());
    Note note = Note.of(NoteKind.FORK_RETURNED, form, told);
    result(speaker, forked, new Speaker.Result(forked.returned(), note, FORK));
  }

  void threadStarted(Speaker speaker, Event.ThreadStarted started) {
    ProcessName thread = speaker.name.withThread(started.index());
    stage.call(speaker, Note.of(NoteKind.THREAD_STARTED, thread, started.thread()));
  }

  void threadEnded(Speaker speaker, Event.ThreadEnded ended) {
    output.cut(speaker);
    String form = ended.tid() == ended.pid() ? "first" : "other";
    stage.call(speaker, Note.of(NoteKind.THREAD_ENDED, form, List.of()));
  }

  /** What somebody who watches has found out about waits that have been told of. */
  void deadlock(Speaker speaker, Impasse impasse) {
    List<ImpasseDrawing.Hop> hops = new ArrayList<>();
    for (Impasse.Wait wait : impasse.waits()) {
      ProcessName waiter = facts.tree().nameOf(wait.waiter()).orElse(speaker.name);
      ProcessName holder = facts.tree().nameOf(wait.holder()).orElse(null);
      hops.add(new ImpasseDrawing.Hop(waiter, wait.what(), wait.name(), holder));
    }
    ImpasseDrawing.Hop first = hops.get(0);
    boolean isAlone = impasse.kind() == Impasse.Kind.CYCLE && hops.size() == 1;
    String form = isAlone ? "itself" : impasse.kind().name().toLowerCase(Locale.ROOT);
    Object holder = first.holder() == null ? "" : first.holder();
    stage.say(
        speaker,
        Note.of(NoteKind.DEADLOCK, form, List.of(first.name(), holder, impasse.kind(), hops)));
  }

  void race(Speaker speaker, Event.Race told) {
    DataRace race = told.race();
    Object other =
        facts
            .tree()
            .nameOf(race.other().tid())
            .<Object>map(name -> name)
            .orElse(race.other().tid());
    Event.Origin here = told.origin();
    Event.Origin there =
        new Event.Origin(here.pid(), here.nanos(), here.line(), List.of(race.other().code()));
    boolean isHalf = race.access().isAtomic() != race.otherAccess().isAtomic();
    String form = word(race.access()) + "." + word(race.otherAccess()) + (isHalf ? ".half" : "");
    stage.say(
        speaker,
        Note.of(
            NoteKind.RACE,
            form,
            List.of(facts.subject(told), other, facts.place(here), facts.place(there))));
  }

  private static String word(DataRace.Access access) {
    return access.isWrite() ? "write" : "read";
  }

  void racesUnseen(Speaker speaker, Event.RacesUnseen unseen) {
    stage.say(speaker, Note.of(NoteKind.RACES_UNSEEN, unseen.threads()));
  }

  void unblocked(Speaker speaker, Event.Unblocked unblocked) {
    if (speaker.lent != null) {
      Event.Forked forked = speaker.lent;
      speaker.lent = null;
      forkReturned(speaker, forked, "lent");
      return;
    }
    if (unblocked.call() == Event.Call.READ && unblocked.result() > 0) {
      speaker.output.freshLine();
      speaker.error.freshLine();
    }
    if (unblocked.errno() != 0) {
      boolean read = unblocked.call() == Event.Call.READ;
      String name = read ? "read" : speaker.waitsIn;
      String form = waitFailed(unblocked);
      Note note =
          Note.of(NoteKind.CALL_FAILED, form, List.of(name, facts.errorName(unblocked.errno())));
      result(speaker, unblocked, new Speaker.Result(-1, note, Set.of(name)));
    }
  }

  /** The form of the note on a call that failed after it had waited. */
  private static String waitFailed(Event.Unblocked unblocked) {
    if (unblocked.call() == Event.Call.READ || unblocked.call() == Event.Call.PAUSE) {
      return "failed";
    }
    // What a function of the library makes of it is its own affair.
    return unblocked.errno() == EINTR ? "short" : "waited";
  }

  /** What the learner calls the call that a process is in. */
  private String name(Event.Origin origin, Event.Call call) {
    String name = facts.call(origin);
    return name.isEmpty() ? call.name().toLowerCase(Locale.ROOT) : name;
  }

  Note failed(String call, int errno) {
    return Note.of(NoteKind.CALL_FAILED, "failed", List.of(call, facts.errorName(errno)));
  }

  /** Says that another program has taken the place of a process's own, if that was to be. */
  void sayExecuted(Speaker speaker) {
    sayExecuted(speaker, "begun");
  }

  /** The same of a process that has ended: only who was killed may not have come so far. */
  void sayExecuted(Speaker speaker, @Nullable WaitStatus end) {
    sayExecuted(speaker, end == null || end.signaled() ? "unknown" : "begun");
  }

  private void sayExecuted(Speaker speaker, String form) {
    Event.Executing executing = speaker.executing;
    if (executing != null) {
      Note begun = exec(speaker, form, "");
      speaker.executing = null;
      stage.call(
          speaker,
          executing.unwritten() == 0 || speaker.borrows
              ? List.of(begun)
              : List.of(begun, Endings.lost("exec", executing.unwritten())));
    }
  }

  /** The same, but only where the kernel says that it has. */
  void sayIfExecuted(Speaker speaker) {
    if (speaker.executing != null && facts.hasExecuted(speaker.pid)) {
      sayExecuted(speaker);
    }
  }

  private static Note exec(Speaker speaker, String form, String errno) {
    Executable program =
        speaker.executing == null ? Executable.UNKNOWN : speaker.executing.program();
    if (program.path().length == 0 && program.arguments().isEmpty()) {
      return Note.of(NoteKind.EXEC, form, List.of(errno));
    }
    StringJoiner arguments = new StringJoiner(" ");
    boolean begun = form.equals("begun");
    program.arguments().forEach(argument -> arguments.add(Bytes.quoted(argument)));
    if (!program.isWhole()) {
      arguments.add("…");
    }
    return Note.of(
        NoteKind.EXEC,
        begun ? "begun.arguments" : form,
        List.of(errno, Bytes.quoted(program.path()), arguments.toString()));
  }

  /** Says what the last call returned, if that is still to be said. */
  void sayResult(Speaker speaker) {
    sayResult(speaker, true);
  }

  /**
   * The same.
   *
   * @param held whether it was held back, and so may be what others have to say of the same call
   */
  private void sayResult(Speaker speaker, boolean held) {
    Speaker.Result result = speaker.result;
    if (result != null) {
      speaker.result = null;
      if (result.isBirth() && held) {
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

  void born(Speaker speaker, Event.Born born) {
    if (born.parent() == 0) {
      return;
    }
    speaker.bornLine = born.origin().line();
    speaker.inner = born.inner();
    speaker.inherited = born.unwritten();
    speaker.borrows = born.borrowed();
    List<Note> notes = new ArrayList<>(2);
    notes.add(Note.of(NoteKind.FORK_RETURNED, born.borrowed() ? "borrowed" : "child", List.of()));
    if (born.unwritten() > 0 && !born.borrowed()) {
      notes.add(Note.of(NoteKind.FORK_COPIED, born.unwritten()));
    }
    result(speaker, born, new Speaker.Result(0, notes, FORK, true));
  }

  /** Says that a child of a process with threads may wait for a lock that nobody holds. */
  void unsafe(Speaker speaker, Event.UnsafeCall event) {
    String call = facts.call(event.origin());
    if (!call.isEmpty() && speaker.unsafeCalls.add(call)) {
      stage.call(speaker, Note.of(NoteKind.UNSAFE_CALL, call));
    }
  }

  void forkRefused(Speaker speaker, Event.ForkRefused refused) {
    String name = facts.errorName(refused.errno());
    String form = refused.limit() > 0 ? "limit" : "kernel";
    String call = refused.lent() ? "vfork" : "fork";
    stage.refusal(
        speaker, Note.of(NoteKind.FORK_REFUSED, form, List.of(name, refused.limit(), call)));
  }

  void waited(Speaker speaker, Event.Waited waited) {
    Note note;
    if (waited.child() > 0) {
      Speaker child = stage.speaker(waited.child());
      WaitStatus status = waited.status();
      if (child != null && waited.collects()) {
        child.collected = true;
      }
      if (child != null && !child.endTold && waited.collects()) {
        sayResult(child);
        sayExecuted(child, status);
        output.cut(child);
        child.end = status;
        endings.collected(child, stage.wants(NoteKind.WAIT_RETURNED));
      }
      Object who = child == null ? waited.child() : child.name;
      note =
          waited.errno() == 0
              ? waited(waited, form(status), who, "", code(status))
              : waited(waited, "unstored", who, facts.errorName(waited.errno()), "");
    } else if (waited.child() == 0) {
      note = waited(waited, "nobody", "", "", "");
    } else {
      String form = waited.errno() == ECHILD ? childless(waited) : "failed";
      Object wanted = waited.wanted() > 0 ? who(waited.wanted()) : "";
      note = waited(waited, form, wanted, facts.errorName(waited.errno()), "");
    }
    result(speaker, waited, new Speaker.Result(Math.max(waited.returned(), -1), note, WAIT));
  }

  private Note waited(Event.Waited waited, String form, Object who, String errno, Object code) {
    String name = facts.call(waited.origin());
    return Note.of(
        NoteKind.WAIT_RETURNED,
        form,
        List.of(who, waited.returned(), errno, code, WAIT.contains(name) ? name : "wait"));
  }

  /** Why there is no child to wait for. */
  private static String childless(Event.Waited waited) {
    if (waited.unkept()) {
      return "childless.ignored";
    }
    return waited.wanted() > 0
        ? "childless.one"
        : waited.wanted() == -1 ? "childless" : "childless.group";
  }

  private static String form(WaitStatus status) {
    return status.exited()
        ? "exited"
        : status.signaled() ? "killed" : status.stopped() ? "stopped" : "continued";
  }

  private static Object code(WaitStatus status) {
    return status.exited()
        ? status.code()
        : status.continued()
            ? ""
            : Signal.nameOf(status.signaled() ? status.signal() : status.code());
  }

  void killed(Speaker speaker, Event.Killed killed) {
    Object target =
        facts.tree().nameOf(killed.target()).<Object>map(n -> n).orElse(killed.target());
    String form = killed.errno() != 0 ? "failed" : killed.signal() == 0 ? "asked" : "sent";
    stage.call(speaker, signal(form, target, killed.signal(), killed.errno()));
  }

  private Note signal(String form, Object target, int signal, int errno) {
    String name = signal == 0 ? "0" : Signal.nameOf(signal);
    return Note.of(
        NoteKind.SIGNAL_SENT,
        form,
        errno == 0 ? List.of(target, name) : List.of(target, name, facts.errorName(errno)));
  }

  /**
   * Says what a process waits for, if it does and has not said so.
   *
   * @param isLate whether it is to be said though the kernel does not see it asleep yet
   */
  void sayBlocked(Speaker speaker, Waits waits, boolean isLate) {
    Event.Blocked blocked = speaker.blocked;
    if (blocked == null) {
      sayStuck(speaker, waits);
    } else if (!isLate && isAboutToSleep(blocked, waits)) {
      return;
    }
    Event.Blocked told = speaker.blockedTold;
    boolean again =
        blocked != null
            && told != null
            && told.origin().line() == blocked.origin().line()
            && told.call() == blocked.call();
    speaker.blockedTold = blocked;
    if (blocked == null) {
      speaker.waitsForOthers = false;
    } else if (!again && !speaker.endTold) {
      Note note = note(blocked, waits);
      speaker.waitsForOthers = KernelWaits.isForBytesOfOthers(note);
      stage.say(speaker, note);
    } else if (speaker.waitsForOthers) {
      sayOnlyItselfCan(speaker, blocked, waits);
    }
  }

  /** Whether it has told that it is going to wait, and for what only the kernel will know then. */
  private boolean isAboutToSleep(Event.Blocked blocked, Waits waits) {
    return KernelWaits.isForTheKernelToSay(blocked)
        && facts.standing(blocked.tid()) == Facts.Standing.ALIVE
        && waits.of(blocked.tid()) == null;
  }

  private boolean isAtWork(ProcessTree.Entry entry) {
    return entry.state() == ProcessTree.State.RUNNING
        || (entry.state() == ProcessTree.State.IDLE && entry.line() < facts.lines());
  }

  /** Those who could have ended a wait are gone, or have closed what they could have used. */
  private void sayOnlyItselfCan(Speaker speaker, Event.Blocked blocked, Waits waits) {
    KernelWait wait = waits.of(blocked.tid());
    if (wait != null && KernelWaits.isForItself(wait, speaker.pid)) {
      speaker.waitsForOthers = false;
      stage.say(speaker, note(blocked, waits));
    }
  }

  /** Nobody tells before a write that there will be no room: the kernel says so. */
  private void sayStuck(Speaker speaker, Waits waits) {
    Event last =
        facts
            .tree()
            .find(speaker.pid)
            .filter(this::isAtWork)
            .map(ProcessTree.Entry::last)
            .orElse(null);
    if (last == null || last.equals(speaker.stuckAfter)) {
      return;
    }
    KernelWait wait = waits.of(speaker.pid);
    if (wait != null && wait.reason().startsWith("room")) {
      speaker.stuckAfter = last;
      KernelWaits.note(
              wait,
              speaker.pid,
              wait.reason().startsWith("room.socket") ? "send" : "write",
              facts.tree())
          .ifPresent(note -> stage.say(speaker, note));
    }
  }

  private Note note(Event.Blocked blocked, Waits waits) {
    return KernelWaits.isForTheKernelToSay(blocked)
        ? Optional.ofNullable(waits.of(blocked.tid()))
            .flatMap(
                wait ->
                    KernelWaits.note(
                        wait, blocked.tid(), name(blocked.origin(), blocked.call()), facts.tree()))
            .orElseGet(() -> told(blocked))
        : told(blocked);
  }

  private Note told(Event.Blocked blocked) {
    long argument = blocked.argument();
    if (blocked.call() == Event.Call.WAIT) {
      return argument > 0
          ? Note.of(NoteKind.WAIT_BLOCKED, "one", List.of(who((int) argument)))
          : Note.of(NoteKind.WAIT_BLOCKED, "any", List.of());
    }
    String form =
        blocked.call() == Event.Call.READ && !blocked.readsInput()
            ? "descriptor"
            : blocked.call().name().toLowerCase(Locale.ROOT);
    Object fact = blocked.call() == Event.Call.SLEEP ? Activity.seconds(argument) : argument;
    return Note.of(NoteKind.BLOCKED, form, List.of(fact, name(blocked.origin(), blocked.call())));
  }

  private Object who(int pid) {
    return facts.tree().nameOf(pid).map(ProcessName::toString).orElse(Integer.toString(pid));
  }
}
