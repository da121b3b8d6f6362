package org.forkshell.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak, and how what they say gets out: at once, held back until the others have spoken,
 * or counted where it is too much.
 */
final class NarrationState {
  private static final int CALLS_TOLD = 60;
  private static final int REFUSALS_TOLD = 2;

  private final Facts facts;
  private final Predicate<NoteKind> wanted;
  private final Consumer<Remark> out;
  private final Map<Integer, Speaker> speakers = new HashMap<>();
  private final RemarkBuffer held = new RemarkBuffer();
  private final Tally calls = new Tally(CALLS_TOLD, "calls");
  private final Tally refusals = new Tally(REFUSALS_TOLD, "refusals");
  private int line;

  NarrationState(Facts facts, Predicate<NoteKind> wanted, Consumer<Remark> out) {
    this.facts = facts;
    this.wanted = wanted;
    this.out = out;
  }

  boolean wants(NoteKind kind) {
    return wanted.test(kind);
  }

  /** The process of that pid, or the thread of that id, null where it is not of the family. */
  @Nullable Speaker speaker(int pid) {
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

  /** All, in the order of the family. */
  List<Speaker> speakers() {
    List<Speaker> inOrder = new ArrayList<>(speakers.values());
    inOrder.sort(Comparator.comparing(speaker -> speaker.name));
    return inOrder;
  }

  /** Those of whom nothing more will be heard may go. */
  void dismissTheDead() {
    // The tree may know already of what has yet to be heard here.
    speakers.values().removeIf(speaker -> speaker.endTold && speaker.collected);
  }

  /** The threads of a process beside its first that have spoken. */
  List<Speaker> threads(int pid) {
    ProcessName process = facts.tree().nameOf(pid).orElse(null);
    return speakers.values().stream()
        .filter(speaker -> speaker.name.thread() > 1 && speaker.name.process().equals(process))
        .toList();
  }

  /** They will say nothing more. */
  void dismissThreads(int pid) {
    speakers.values().removeAll(threads(pid));
  }

  boolean isHolding() {
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

  /** Says notes that speak for themselves, as far as they are wanted. */
  void say(Speaker speaker, Note... notes) {
    say(speaker, Arrays.asList(notes));
  }

  /** The same. */
  void say(Speaker speaker, List<Note> notes) {
    say(speaker, null, notes);
  }

  /** Says something about {@code subject}, which is said even where no note is wanted. */
  void say(Speaker speaker, @Nullable Text subject, List<Note> notes) {
    Remark remark = remark(speaker, subject, notes);
    if (remark != null) {
      out.accept(remark);
    }
  }

  /**
   * Says it when the others have spoken.
   *
   * @param number of the line of the log that it belongs to
   */
  void hold(int number, Speaker speaker, @Nullable Text subject, List<Note> notes) {
    Remark remark = remark(speaker, subject, notes);
    if (remark != null) {
      held.add(number, remark);
    }
  }

  private @Nullable Remark remark(Speaker speaker, @Nullable Text subject, List<Note> notes) {
    List<Note> told = notes;
    for (Note note : notes) {
      if (!wants(note.kind())) {
        told = notes.stream().filter(each -> wants(each.kind())).toList();
        break;
      }
    }
    return subject == null && told.isEmpty()
        ? null
        : new Remark(speaker.name, speaker.pid, subject, told);
  }

  /** Says what a call did, unless many have been told of already. */
  void call(Speaker speaker, List<Note> notes) {
    if (wants(notes.get(0).kind()) && calls.mayTell(speaker.name)) {
      say(speaker, notes);
    }
  }

  void call(Speaker speaker, Note note) {
    call(speaker, List.of(note));
  }

  void refusal(Speaker speaker, Note note) {
    if (wants(note.kind()) && refusals.mayTell(speaker.name)) {
      say(speaker, note);
    }
  }

  /**
   * Somebody has got to a line of the log: what is held back of his lines before comes out, and of
   * a new one as much may be told as of the last.
   */
  void reach(int number, int pid) {
    if (held.hasOlder(pid, number)) {
      sayHeld();
    }
    if (number > line) {
      sayUntold();
      line = number;
      calls.reset();
      refusals.reset();
    }
  }

  /** Says what is held back, if there is something of a certain process among it. */
  void sayHeldOf(Speaker speaker) {
    if (held.hasOlder(speaker.pid, Integer.MAX_VALUE)) {
      sayHeld();
    }
  }

  void sayHeld() {
    held.giveOut(out);
  }

  /** Says how much more there was to say. */
  void sayUntold() {
    calls.giveOut(out);
    refusals.giveOut(out);
  }
}
