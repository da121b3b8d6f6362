package org.forkshell.shell;

import java.util.Optional;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.process.Waits;
import org.forkshell.view.Activity;
import org.forkshell.view.KernelWaits;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * What a process is at, by the kernel's word and its own.
 *
 * @param letter the kernel's state, R S D Z T, or a blank for one that is gone
 * @param parent the pid of its parent now, or 0
 * @param text more than the letter says
 * @param where it is in the learner's text, empty where that is not known
 * @param program what it runs after exec, else empty
 */
public record ProcessActivity(char letter, int parent, Text text, Text where, String program) {
  /**
   * What a process is doing.
   *
   * @param waits the look by which it is told
   */
  public static ProcessActivity of(Entry entry, Family family, Waits waits, Settings settings) {
    Optional<ProcessStatus> status = family.inspector().status(entry.pid());
    char letter = status.map(ProcessStatus::state).orElse(' ');
    int parent = status.map(ProcessStatus::parent).orElse(0);
    boolean alive = letter != ' ' && letter != 'Z' && entry.isAlive();
    boolean executed = alive && entry.executed();
    Position position =
        alive && !executed && !isReady(entry, family) ? Position.of(entry, family) : null;
    Text where = position == null ? Text.EMPTY : position.shown();
    return new ProcessActivity(
        letter,
        parent,
        text(letter, entry, family, waits, settings),
        where,
        executed ? family.inspector().program(entry.pid()) : "");
  }

  /** What a thread is doing that is not its process's first. */
  public static ProcessActivity of(
      ThreadEntry thread, Family family, Waits waits, Settings settings) {
    char letter = family.inspector().status(thread.tid()).map(ProcessStatus::state).orElse(' ');
    Event.Blocked blocked = thread.call();
    Event last = blocked == null ? thread.last() : blocked;
    Position position = last.tid() == thread.tid() ? Position.of(last.origin(), family) : null;
    String text =
        blocked == null
            ? settings.words().get("ps.running")
            : Optional.of(thread.tid())
                .filter(tid -> KernelWaits.isForTheKernelToSay(blocked))
                .flatMap(tid -> waitsFor(tid, family, waits, settings))
                .orElseGet(() -> Activity.of(blocked, family.tree(), settings.narration()));
    return new ProcessActivity(
        letter,
        thread.pid(),
        Text.of(Style.CALL, text),
        position == null ? Text.EMPTY : position.shown(),
        "");
  }

  /** Whether it has done all lines there are. */
  public static boolean isReady(Entry entry, Family family) {
    return entry.state() == State.IDLE && entry.line() == family.session().entries();
  }

  private static Text text(
      char letter, Entry entry, Family family, Waits waits, Settings settings) {
    if (letter == ' ' || (letter == 'Z' && entry.isAlive()) || !entry.isAlive()) {
      Text end = end(entry, settings);
      if (letter != 'Z') {
        return end;
      }
      return end.and(Style.NOTE, settings.words().get("ps.zombie"));
    }
    if (letter == 'T') {
      return Text.of(Style.ALARM, settings.words().get("ps.stopped"));
    }
    Event.Blocked blocked = entry.call();
    boolean told = blocked != null && !KernelWaits.isForTheKernelToSay(blocked);
    Optional<String> kernel =
        told || isReady(entry, family)
            ? Optional.empty()
            : waitsFor(entry.pid(), family, waits, settings);
    if (kernel.isPresent()) {
      return Text.of(Style.CALL, kernel.get()).and(Style.NOTE, call(entry, family));
    }
    if (blocked != null) {
      String text = Activity.of(blocked, family.tree(), settings.narration());
      return Text.of(Style.CALL, text).and(Style.NOTE, call(entry, family));
    }
    if (entry.executed()) {
      return Text.of(Style.CALL, settings.words().get(letter == 'R' ? "ps.running" : "ps.sleeps"));
    }
    if (isReady(entry, family)) {
      return Text.of(Style.NOTE, settings.words().get("ps.idle"));
    }
    return Text.of(Style.CALL, settings.words().get("ps.running"));
  }

  /** What the kernel says that it waits for. */
  private static Optional<String> waitsFor(
      int task, Family family, Waits waits, Settings settings) {
    return Optional.ofNullable(waits.of(task))
        .flatMap(wait -> KernelWaits.note(wait, task, "", family.tree()))
        .map(note -> KernelWaits.text(note, settings.narration()));
  }

  private static Text end(Entry entry, Settings settings) {
    WaitStatus status = entry.status();
    if (status == null) {
      return Text.of(Style.NOTE, settings.words().get("ps.dead"));
    }
    return status.signaled()
        ? Text.of(Style.ALARM, settings.words().get("ps.killed", Signal.nameOf(status.signal())))
        : Text.of(Style.NOTE, settings.words().get("ps.exited", status.code()));
  }

  /** The call that it is in, where the line itself does not name it. */
  private static String call(Entry entry, Family family) {
    Position position = Position.of(entry, family);
    return position == null
            || position.call().isEmpty()
            || position.text().contains(position.call())
        ? ""
        : " (" + position.call() + ")";
  }
}
