package org.forkshell.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens, one labelled line after another. What the programs write is told at once.
 * Values are held back until all processes have theirs, so that they come in the order of the
 * family; a remark is held back as long as the next event may make it superfluous: that a process
 * waits is news only if it has to, that it ended only if nobody was waiting for it. {@link #settle}
 * says what is held back.
 *
 * <p>To be used by one thread at a time.
 */
public final class Narrator {
  private static final int CALLS_TOLD = 40;
  private static final int REFUSALS_TOLD = 2;
  private static final int ECHILD = 10;

  private final Facts facts;
  private final Words words;
  private final Supplier<Feedback> feedback;
  private final Consumer<LabelledLine> out;
  private final Map<Integer, Speaker> speakers = new HashMap<>();
  private final HeldLines held = new HeldLines();
  private final Set<String> explained;

  private int talkedLine;
  private final Tally calls = new Tally(CALLS_TOLD);
  private final Tally refusals = new Tally(REFUSALS_TOLD);

  /**
   * @param explained what has been explained before, to be added to
   */
  public Narrator(
      Facts facts,
      Words words,
      Supplier<Feedback> feedback,
      Set<String> explained,
      Consumer<LabelledLine> out) {
    this.facts = facts;
    this.words = words;
    this.feedback = feedback;
    this.explained = explained;
    this.out = out;
  }

  /** Takes in what happened next; the family has taken it in already. */
  public void hear(Event event) {
    if (event instanceof Event.Reaped reaped) {
      reaped(reaped);
      return;
    }
    if (event instanceof Event.RootStarted) {
      return;
    }
    if (event instanceof Event.AllEnded) {
      settle();
      return;
    }
    Speaker speaker = speaker(event.pid());
    if (speaker == null) {
      return;
    }
    if (event instanceof Event.Output output) {
      sayResult(speaker);
      wrote(speaker, output);
      return;
    }
    if (!(event instanceof Event.LineDone)) {
      sayResult(speaker);
    }
    speaker.blocked = null;
    newLine(event);
    if (event instanceof Event.Born born) {
      born(speaker, born);
    } else if (event instanceof Event.Forked forked) {
      forked(speaker, forked);
    } else if (event instanceof Event.ForkRefused refused) {
      refused(speaker, refused);
    } else if (event instanceof Event.Waited waited) {
      waited(speaker, waited);
    } else if (event instanceof Event.LineDone done) {
      lineDone(speaker, done);
    } else if (event instanceof Event.Blocked blocked) {
      speaker.blocked = blocked;
    } else if (event instanceof Event.Exiting exiting) {
      speaker.end = WaitStatus.ofExit(exiting.status());
      cut(speaker);
    } else {
      sayOther(speaker, event);
    }
  }

  private void sayOther(Speaker speaker, Event event) {
    if (event instanceof Event.Faulted faulted) {
      faulted(speaker, faulted);
    } else if (event instanceof Event.Raised raised) {
      call(speaker, words.get("call.raise", Signal.nameOf(raised.signal())), Text.EMPTY, "signal");
    } else if (event instanceof Event.Unblocked unblocked && unblocked.call() == Event.Call.READ) {
      speaker.output.freshLine();
      speaker.error.freshLine();
    } else if (event instanceof Event.Killed killed) {
      killed(speaker, killed);
    } else if (event instanceof Event.Interrupted) {
      cut(speaker);
      hold(
          event.origin().line(),
          speaker,
          Text.of(Style.ALARM, words.get("end.interrupted")),
          Text.EMPTY);
    } else if (event instanceof Event.Executing) {
      cut(speaker);
      call(speaker, "exec", note(words.get("note.exec")), "exec");
    } else if (event instanceof Event.ExecFailed failed) {
      call(speaker, "exec ==> -1", note(facts.errorName(failed.errno())), "");
    } else if (event instanceof Event.Written written && written.count() < 0) {
      call(speaker, "write ==> -1", note(facts.errorName(written.errno())), "");
    }
  }

  /** Whether something is held back. */
  public boolean isHolding() {
    if (!held.isEmpty()) {
      return true;
    }
    for (Speaker speaker : speakers.values()) {
      if (speaker.isHolding()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Says what is held back, and how much more there was to say: nothing is to be expected for a
   * while.
   */
  public void settle() {
    pause();
    sayUntold();
  }

  /** Says what has been held back for long enough, though things are still moving. */
  public void pause() {
    List<Speaker> inOrder = new ArrayList<>(speakers.values());
    inOrder.sort(Comparator.comparing(speaker -> speaker.name));
    for (Speaker speaker : inOrder) {
      sayResult(speaker);
      cut(speaker);
    }
    held.giveOut(out);
    for (Speaker speaker : inOrder) {
      sayBlocked(speaker);
      sayEnd(speaker);
    }
    for (Speaker speaker : inOrder) {
      sayOrphaned(speaker);
    }
    speakers.values().removeIf(speaker -> speaker.endTold && isCollected(speaker.pid));
  }

  private boolean isCollected(int pid) {
    return facts.tree().find(pid).map(Entry::collected).orElse(true);
  }

  private @Nullable Speaker speaker(int pid) {
    Speaker known = speakers.get(pid);
    if (known == null) {
      Optional<ProcessName> name = facts.tree().nameOf(pid);
      if (name.isEmpty()) {
        return null;
      }
      known = new Speaker(name.get(), pid);
      speakers.put(pid, known);
    }
    return known;
  }

  private boolean wants(Feedback level) {
    return feedback.get().isAtLeast(level);
  }

  private static Text note(String text) {
    return Text.of(Style.NOTE, text);
  }

  private void say(Speaker speaker, Text what, Text note) {
    out.accept(
        new LabelledLine(
            speaker.name, speaker.pid, what, wants(Feedback.CONCISE) ? note : Text.EMPTY));
  }

  private void hold(int line, Speaker speaker, Text what, Text note) {
    held.add(
        line,
        new LabelledLine(
            speaker.name, speaker.pid, what, wants(Feedback.CONCISE) ? note : Text.EMPTY));
  }

  /** Says in full, once, what {@code key} is about. */
  private void explain(Speaker speaker, String key) {
    Text full = explanation(key);
    if (!full.isEmpty()) {
      out.accept(new LabelledLine(speaker.name, speaker.pid, Text.EMPTY, full));
    }
  }

  /** What {@code key} is about, in full, if that is wanted and was not said before. */
  private Text explanation(String key) {
    String full = "explain." + key;
    return !key.isEmpty() && wants(Feedback.VERBOSE) && words.has(full) && explained.add(key)
        ? note(words.get(full))
        : Text.EMPTY;
  }

  // Output.

  private void wrote(Speaker speaker, Event.Output output) {
    boolean error = output.fd() == 2;
    WrittenLine line = error ? speaker.error : speaker.output;
    line.add(
        output.bytes(),
        output.reason(),
        (text, reason) -> say(speaker, text, reason(reason, error, true)));
  }

  private void cut(Speaker speaker) {
    speaker.output.cut((text, reason) -> say(speaker, text, reason(reason, false, false)));
    speaker.error.cut((text, reason) -> say(speaker, text, reason(reason, true, false)));
  }

  private Text reason(FlushReason reason, boolean error, boolean ended) {
    String key =
        switch (reason) {
          case EXIT -> "flush.exit";
          case FULL -> "flush.full";
          case FFLUSH -> "flush.fflush";
          case READ -> "flush.read";
          case CLOSE -> "flush.close";
          case SETVBUF -> "flush.setvbuf";
          case SEEK -> "flush.seek";
          case NEWLINE -> wants(Feedback.VERBOSE) ? "flush.newline" : "";
          case WRITE, UNBUFFERED -> "";
        };
    String text = key.isEmpty() || !wants(Feedback.NORMAL) ? "" : words.get(key);
    if (error) {
      text = text.isEmpty() ? "stderr" : "stderr, " + text;
    }
    if (!ended && reason != FlushReason.EXIT) {
      text =
          text.isEmpty()
              ? words.get("flush.noNewline")
              : text + words.get("comma") + words.get("flush.noNewline");
    }
    return note(text);
  }

  // Calls.

  private void newLine(Event event) {
    int line = event.origin().line();
    if (held.hasOlder(event.pid(), line)) {
      held.giveOut(out);
    }
    if (line > talkedLine) {
      sayUntold();
      talkedLine = line;
      calls.reset();
      refusals.reset();
    }
  }

  private void call(Speaker speaker, String what, Text note, String key) {
    if (!wants(Feedback.NORMAL)) {
      return;
    }
    if (!calls.mayTell(speaker.name)) {
      return;
    }
    say(speaker, Text.of(Style.CALL, what), note);
    explain(speaker, key);
  }

  private void sayUntold() {
    calls.giveOut(Text.of(Style.CALL, "…"), n -> note(words.get("call.more", n)), out);
    refusals.giveOut(
        Text.of(Style.ALARM, "fork ==> -1"), n -> note(words.get("fork.refused.more", n)), out);
  }

  private void sayResult(Speaker speaker) {
    Speaker.Result result = speaker.result;
    if (result != null) {
      speaker.result = null;
      if (result.worthALine() || wants(Feedback.VERBOSE)) {
        call(speaker, result.call() + " ==> " + result.value(), result.note(), result.topic());
      }
    }
  }

  private void born(Speaker speaker, Event.Born born) {
    if (born.parent() == 0) {
      return;
    }
    speaker.bornLine = born.origin().line();
    Speaker parent = speakers.get(born.parent());
    speaker.inherited = parent == null ? new byte[0] : parent.waiting;
    speaker.result = new Speaker.Result("fork", 0, note(words.get("fork.child")), false);
  }

  private void forked(Speaker speaker, Event.Forked forked) {
    ProcessName child = speaker.name.child(forked.index());
    speaker.result =
        new Speaker.Result("fork", forked.child(), note(words.get("fork.parent", child)), true);
  }

  private void refused(Speaker speaker, Event.ForkRefused refused) {
    if (!wants(Feedback.CONCISE)) {
      return;
    }
    if (!refusals.mayTell(speaker.name)) {
      return;
    }
    String name = facts.errorName(refused.errno());
    String why =
        refused.limit() > 0
            ? words.get("fork.limit", name, refused.limit())
            : words.get("fork.kernel", name);
    say(speaker, Text.of(Style.ALARM, "fork ==> -1"), note(why));
    explain(speaker, "refused");
  }

  private void waited(Speaker speaker, Event.Waited waited) {
    if (waited.child() > 0) {
      Speaker child = speaker(waited.child());
      String who = child == null ? Integer.toString(waited.child()) : child.name.toString();
      if (child != null
          && !child.endTold
          && !waited.status().stopped()
          && !waited.status().continued()) {
        cut(child);
        child.end = waited.status();
        if (!wants(Feedback.NORMAL)) {
          sayEnd(child);
        }
        child.endTold = true;
      }
      speaker.result = new Speaker.Result("wait", waited.child(), how(who, waited.status()), true);
    } else if (waited.child() == 0) {
      speaker.result = new Speaker.Result("wait", 0, note(words.get("wait.none")), true);
    } else {
      String name = facts.errorName(waited.errno());
      String why = waited.errno() == ECHILD ? words.get("wait.nochild", name) : name;
      speaker.result = new Speaker.Result("wait", -1, note(why), true);
    }
  }

  private Text how(String who, WaitStatus status) {
    String text =
        status.exited()
            ? words.get("how.exited", who, status.code())
            : status.signaled()
                ? words.get("how.killed", who, Signal.nameOf(status.signal()))
                : status.stopped()
                    ? words.get("how.stopped", who, Signal.nameOf(status.code()))
                    : words.get("how.continued", who);
    return Text.of(status.signaled() ? Style.ALARM : Style.NOTE, text);
  }

  private void killed(Speaker speaker, Event.Killed killed) {
    String target =
        facts
            .tree()
            .nameOf(killed.target())
            .map(ProcessName::toString)
            .orElse(killed.target() + "");
    String signal = killed.signal() == 0 ? "0" : Signal.nameOf(killed.signal());
    boolean failed = killed.errno() != 0;
    call(
        speaker,
        "kill(" + target + ", " + signal + ") ==> " + (failed ? -1 : 0),
        failed ? note(facts.errorName(killed.errno())) : Text.EMPTY,
        "signal");
  }

  private void faulted(Speaker speaker, Event.Faulted faulted) {
    cut(speaker);
    Signal signal = Signal.of(faulted.signal()).orElse(Signal.SIGSEGV);
    String key =
        switch (signal) {
          case SIGFPE -> "fault.division";
          case SIGILL -> "fault.code";
          default ->
              faulted.address() == 0
                  ? "fault.null"
                  : facts.isReadOnly(faulted.address()) ? "fault.readOnly" : "fault.address";
        };
    String why = words.get(key, "0x" + Long.toHexString(faulted.address()));
    String place = facts.place(faulted.origin());
    say(
        speaker,
        Text.of(Style.ALARM, words.get("end.killed", signal)),
        note(place.isEmpty() ? why : why + words.get("comma") + place));
    speaker.end = new WaitStatus(faulted.signal());
    speaker.endTold = true;
    explain(speaker, "fault");
  }

  // The end of a line.

  private void lineDone(Speaker speaker, Event.LineDone done) {
    cut(speaker);
    int line = done.origin().line();
    List<Facts.Value> values = done.ran() ? facts.values(done) : List.of();
    Facts.Waiting waiting = facts.waiting(speaker.pid);
    byte[] bytes = waiting == null ? new byte[0] : waiting.bytes();
    boolean copied =
        speaker.bornLine == line && bytes.length > 0 && Arrays.equals(bytes, speaker.inherited);
    Text copy = copied ? note(words.get("fork.copy", bytes.length)) : Text.EMPTY;
    Speaker.Result result = speaker.result;
    speaker.result = null;
    Facts.Value last = values.isEmpty() ? null : values.get(values.size() - 1);
    boolean same =
        result != null && last != null && last.text().equals(Long.toString(result.value()));
    if (result != null && !same && (result.worthALine() || copied || wants(Feedback.VERBOSE))) {
      speaker.result =
          new Speaker.Result(result.call(), result.value(), result.note().and(copy), true);
      sayResult(speaker);
    }
    for (int i = 0; i < values.size(); i++) {
      Facts.Value value = values.get(i);
      boolean isLast = i == values.size() - 1;
      Text note = same && isLast && result != null ? result.note().and(copy) : Text.EMPTY;
      Text what = Text.of(Style.VALUE_NAME, value.name() + " ==> ").and(Style.VALUE, value.text());
      hold(line, speaker, what, note);
    }
    Text full = same && result != null ? explanation(result.topic()) : Text.EMPTY;
    if (!full.isEmpty()) {
      hold(line, speaker, Text.EMPTY, full);
    }
    if (waiting != null
        && !copied
        && !Arrays.equals(bytes, speaker.waiting)
        && wants(Feedback.NORMAL)) {
      String key =
          !waiting.lineBuffered() ? "buffer.full" : endsLine(bytes) ? "buffer.kept" : "buffer.line";
      hold(
          line,
          speaker,
          Text.of(Style.OUTPUT, Bytes.quoted(bytes)),
          note(words.get(key, bytes.length)));
    }
    speaker.waiting = bytes;
  }

  private static boolean endsLine(byte[] bytes) {
    return bytes[bytes.length - 1] == '\n';
  }

  // Waiting, ending, being left alone.

  private void sayBlocked(Speaker speaker) {
    Event.Blocked blocked = speaker.blocked;
    Event.Blocked told = speaker.blockedTold;
    boolean again =
        blocked != null
            && told != null
            && told.origin().line() == blocked.origin().line()
            && told.call() == blocked.call();
    if (blocked == null || again || !wants(Feedback.NORMAL)) {
      speaker.blockedTold = blocked;
      return;
    }
    speaker.blockedTold = blocked;
    String call = blocked.call().name().toLowerCase(java.util.Locale.ROOT);
    if (words.has("blocked." + call)) {
      say(
          speaker,
          Text.of(Style.CALL, call + " …"),
          note(Activity.of(blocked, facts.tree(), words)));
      explain(speaker, "blocked." + call);
    }
  }

  private void sayEnd(Speaker speaker) {
    if (speaker.endTold) {
      return;
    }
    Entry entry = facts.tree().find(speaker.pid).orElse(null);
    if (speaker.end == null && (entry == null || entry.isAlive())) {
      return;
    }
    WaitStatus status = entry != null && entry.status() != null ? entry.status() : speaker.end;
    speaker.endTold = true;
    orphan(speaker);
    if (!wants(Feedback.CONCISE)) {
      return;
    }
    Text what =
        status == null
            ? Text.of(Style.ALARM, words.get("end.dead"))
            : status.signaled()
                ? Text.of(Style.ALARM, words.get("end.killed", Signal.nameOf(status.signal())))
                : Text.of(Style.ENDED, words.get("end.exited", status.code()));
    say(speaker, what, afterlife(speaker, entry));
    explain(speaker, entry != null && !entry.collected() ? "zombie" : "end");
  }

  private Text afterlife(Speaker speaker, @Nullable Entry entry) {
    if (entry == null || speaker.name.isRoot()) {
      return Text.EMPTY;
    }
    boolean parentAlive = facts.tree().find(entry.parent()).map(Entry::isAlive).orElse(false);
    if (entry.collected()) {
      return entry.collector() == facts.reaper()
          ? note(words.get("end.adopted", facts.reaper()))
          : Text.EMPTY;
    }
    return parentAlive ? note(words.get("end.zombie", speaker.name.parent())) : Text.EMPTY;
  }

  /** A process has ended: its living children are orphans from now on. */
  private void orphan(Speaker parent) {
    for (Entry entry : facts.tree().alive()) {
      if (entry.parent() == parent.pid) {
        Speaker child = speaker(entry.pid());
        if (child != null) {
          child.orphaned = true;
        }
      }
    }
  }

  private void sayOrphaned(Speaker speaker) {
    boolean alive = facts.tree().find(speaker.pid).map(Entry::isAlive).orElse(false);
    if (speaker.orphaned && alive && wants(Feedback.NORMAL)) {
      say(
          speaker,
          Text.of(Style.CALL, words.get("orphan")),
          note(words.get("orphan.why", speaker.name.parent(), facts.reaper())));
      explain(speaker, "orphan");
    }
    speaker.orphaned = false;
  }

  private void reaped(Event.Reaped reaped) {
    Speaker child = speaker(reaped.child());
    if (child == null) {
      return;
    }
    sayResult(child);
    cut(child);
    child.blocked = null;
    child.end = reaped.status();
    if (child.endTold && !child.name.isRoot() && wants(Feedback.VERBOSE)) {
      say(
          child,
          Text.of(Style.CALL, words.get("reaped")),
          note(words.get("end.adopted", facts.reaper())));
    }
    sayEnd(child);
  }
}
