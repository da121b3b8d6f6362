package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** How processes end, what becomes of them then, and of those whom they leave behind. */
final class Endings {
  private final NarrationState stage;
  private final Facts facts;
  private final Output output;

  Endings(NarrationState stage, Facts facts, Output output) {
    this.stage = stage;
    this.facts = facts;
    this.output = output;
  }

  static Note lost(String form, long bytes) {
    return Note.of(NoteKind.BUFFER_LOST, form, List.of(bytes));
  }

  /** A process is about to call _exit; stdio has written by now what it is going to write. */
  void leaving(Speaker speaker, Event.Exiting exiting) {
    speaker.end = exiting.end();
    output.cut(speaker);
    // Who borrowed its parent's memory leaves the buffer there.
    if (exiting.unwritten() > 0 && !speaker.borrows) {
      stage.say(
          speaker,
          Note.of(NoteKind.BUFFER_LOST, "exit", List.of(exiting.unwritten(), exiting.status())));
    }
  }

  /**
   * A thread did what ends its process.
   *
   * @param thread the process itself where it was its first one
   */
  void faulted(Speaker speaker, Speaker thread, Event.Faulted faulted) {
    output.cut(speaker);
    Signal signal = Signal.of(faulted.signal()).orElse(Signal.SIGSEGV);
    List<Note> notes = new ArrayList<>(3);
    notes.add(
        thread == speaker
            ? Note.of(NoteKind.KILLED, "signal", List.of(signal.name()))
            : Note.of(NoteKind.KILLED, "thread", List.of(signal.name(), speaker.name)));
    String where =
        signal == Signal.SIGPIPE
            ? Long.toString(faulted.address())
            : "0x" + Long.toHexString(faulted.address());
    notes.add(
        Note.of(
            NoteKind.FAULT,
            form(signal, faulted.address()),
            List.of(where, facts.place(faulted.origin()))));
    if (faulted.unwritten() > 0 && !speaker.borrows) {
      notes.add(lost("killed", faulted.unwritten()));
    }
    speaker.end = faulted.end();
    speaker.endTold = true;
    stage.say(thread, notes);
    orphan(speaker);
  }

  private String form(Signal signal, long address) {
    return switch (signal) {
      case SIGFPE -> "division";
      case SIGILL -> "code";
      case SIGPIPE -> "pipe";
      default ->
          address == 0
              ? "null"
              : facts.isReadOnly(address)
                  ? "readOnly"
                  : facts.isBelowStack(address) ? "stack" : "address";
    };
  }

  /**
   * Its parent has waited for it.
   *
   * @param told whether that is told, and so how it ended
   */
  void collected(Speaker child, boolean told) {
    if (told) {
      WaitStatus status = child.end;
      if (status != null && status.signaled()) {
        // That wait has told its parent is another matter.
        stage.say(child, ending(child, status));
      }
      child.endTold = true;
      orphan(child);
    } else {
      sayEnd(child);
      child.endTold = true;
    }
  }

  /** Somebody has collected a process whose parent did not. */
  void reaped(Speaker child, WaitStatus status, int collector) {
    child.blocked = null;
    child.end = status;
    child.collected = true;
    if (child.endTold && !child.name.isRoot()) {
      stage.say(child, collected(collector));
    }
    sayEnd(child);
  }

  /** The kernel was asked after a process, and it is dead. */
  void foundDead(Speaker child, Event.FoundDead dead) {
    child.blocked = null;
    child.remains = dead.remains();
    child.collected |= dead.gone();
    if (dead.status() != null) {
      child.end = dead.status();
    }
    sayEnd(child);
  }

  private Note collected(int collector) {
    return Note.of(NoteKind.ORPHAN_COLLECTED, collector);
  }

  /** Says that a process has ended, if it has and that has not been said. */
  void sayEnd(Speaker speaker) {
    if (speaker.endTold) {
      return;
    }
    Entry entry = facts.tree().find(speaker.pid).orElse(null);
    if (speaker.end == null && (entry == null || entry.isAlive())) {
      return;
    }
    if (entry != null && !isOver(speaker, entry)) {
      // It has said that it leaves, and it is late, or it was collected and that is still to come.
      return;
    }
    WaitStatus status = entry != null && entry.status() != null ? entry.status() : speaker.end;
    speaker.endTold = true;
    orphan(speaker);
    List<Note> notes = ending(speaker, status);
    Note after = afterlife(speaker, entry);
    if (after != null) {
      notes.add(after);
    }
    stage.say(speaker, notes);
  }

  private static List<Note> ending(Speaker speaker, @Nullable WaitStatus status) {
    List<Note> notes = new ArrayList<>(2);
    notes.add(end(speaker, status));
    if (status != null && status.signaled() && speaker.unwritten > 0 && !speaker.borrows) {
      notes.add(lost("killed", speaker.unwritten));
    }
    return notes;
  }

  private boolean isOver(Speaker speaker, Entry entry) {
    Facts.Standing standing = facts.standing(speaker.pid);
    return entry.collected()
        || standing == Facts.Standing.ZOMBIE
        || standing == Facts.Standing.UNKNOWN;
  }

  private static Note end(Speaker speaker, @Nullable WaitStatus status) {
    return status == null
        ? Note.of(NoteKind.ENDED, form(speaker.remains), List.of())
        : status.signaled()
            ? Note.of(NoteKind.KILLED, "signal", List.of(Signal.nameOf(status.signal())))
            : Note.of(NoteKind.EXITED, status.code());
  }

  private static String form(Event.@Nullable Remains remains) {
    return remains == Event.Remains.NOTHING
        ? "nothing"
        : remains == Event.Remains.UNSEEN ? "unseen" : "zombie";
  }

  private @Nullable Note afterlife(Speaker speaker, @Nullable Entry entry) {
    if (entry == null || speaker.name.isRoot()) {
      return null;
    }
    if (entry.collected()) {
      return entry.collector() == facts.reaper() ? collected(entry.collector()) : null;
    }
    Facts.Parent parent = facts.parent(speaker.pid);
    boolean parentAlive =
        (parent == null || parent.pid() == entry.parent())
            && facts.tree().find(entry.parent()).map(Entry::isAlive).orElse(false);
    return parentAlive && !isAwaited(speaker, entry)
        ? Note.of(NoteKind.ZOMBIE, speaker.name.parent())
        : null;
  }

  /** Whether its parent waits already, for it or for whichever comes first. */
  private boolean isAwaited(Speaker speaker, Entry entry) {
    return facts
        .tree()
        .find(entry.parent())
        .filter(parent -> parent.awaits(speaker.pid, speaker.inner))
        .isPresent();
  }

  /** A process has ended: its living children are orphans from now on. */
  private void orphan(Speaker parent) {
    if (parent.inner == 1) {
      // With process 1 of a pid namespace all in it end.
      return;
    }
    for (Entry entry : facts.tree().alive()) {
      if (entry.parent() == parent.pid) {
        Speaker child = stage.speaker(entry.pid());
        if (child != null) {
          child.orphaned = true;
        }
      }
    }
  }

  /** Says who has adopted a process, if somebody has. */
  void sayOrphaned(Speaker speaker) {
    Entry entry = facts.tree().find(speaker.pid).orElse(null);
    Facts.Standing standing =
        speaker.orphaned ? facts.standing(speaker.pid) : Facts.Standing.UNKNOWN;
    boolean dead = standing == Facts.Standing.ZOMBIE || standing == Facts.Standing.GONE;
    if (speaker.orphaned && !dead && entry != null && entry.isAlive()) {
      Facts.Parent now = facts.parent(speaker.pid);
      if (now != null && now.pid() == entry.parent()) {
        // The parent said that it was about to go, and is not quite gone yet.
        return;
      }
      boolean known = now != null && now.pid() != entry.parent();
      if (known || speaker.inner == 0) {
        stage.say(speaker, adopted(speaker, entry, now));
      }
    }
    speaker.orphaned = false;
  }

  private Note adopted(Speaker speaker, Entry entry, Facts.@Nullable Parent now) {
    Object former = speaker.name.parent();
    Entry adopter = now == null ? null : facts.tree().find(now.pid()).orElse(null);
    if (adopter != null && adopter.pid() != entry.parent()) {
      return Note.of(NoteKind.ORPHAN_ADOPTED, "family", List.of(former, adopter.name()));
    }
    return now == null || now.pid() == facts.reaper()
        ? Note.of(NoteKind.ORPHAN_ADOPTED, "zygote", List.of(former, facts.reaper()))
        : Note.of(NoteKind.ORPHAN_ADOPTED, "other", List.of(former, now.pid(), now.name()));
  }
}
