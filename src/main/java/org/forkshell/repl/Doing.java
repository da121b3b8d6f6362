package org.forkshell.repl;

import java.util.Optional;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.session.ProcessStatus;
import org.forkshell.view.Activity;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * What a process is at, by the kernel's word and its own.
 *
 * @param letter the kernel's state, R S D Z T, or a blank for one that is gone
 * @param parent the pid of its parent now, or 0
 * @param text more than the letter says
 */
record Doing(char letter, int parent, Text text) {
  static Doing of(Entry entry, Family family, Command.Context context) {
    Optional<ProcessStatus> status = ProcessStatus.read(entry.pid());
    char letter = status.map(ProcessStatus::state).orElse(' ');
    int parent = status.map(ProcessStatus::parent).orElse(0);
    return new Doing(letter, parent, text(letter, entry, family, context));
  }

  private static Text text(char letter, Entry entry, Family family, Command.Context context) {
    if (letter == ' ' || (letter == 'Z' && entry.isAlive()) || !entry.isAlive()) {
      Text end = end(entry, context);
      if (letter != 'Z') {
        return end;
      }
      return end.and(Style.NOTE, context.words("ps.zombie"));
    }
    if (letter == 'T') {
      return Text.of(Style.ALARM, context.words("ps.stopped"));
    }
    Event.Blocked blocked = entry.call();
    if (blocked != null) {
      String waits = Activity.of(blocked, family.tree(), context.settings().narration());
      return Text.of(Style.CALL, waits).and(line(entry, family));
    }
    if (entry.state() == State.IDLE && entry.line() == family.session().entries()) {
      return Text.of(Style.NOTE, context.words("ps.idle"));
    }
    return Text.of(Style.CALL, context.words("ps.running")).and(line(entry, family));
  }

  private static Text end(Entry entry, Command.Context context) {
    WaitStatus status = entry.status();
    if (status == null) {
      return Text.of(Style.NOTE, context.words("ps.dead"));
    }
    return status.signaled()
        ? Text.of(Style.ALARM, context.words("ps.killed", Signal.nameOf(status.signal())))
        : Text.of(Style.NOTE, context.words("ps.exited", status.code()));
  }

  private static Text line(Entry entry, Family family) {
    LogLine line = family.line(entry.line());
    if (line == null) {
      return Text.EMPTY;
    }
    String text = line.text().strip();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end) + " …";
    return Text.of(
        Style.NOTE,
        "  " + line.number() + ": " + (first.length() > 40 ? first.substring(0, 39) + "…" : first));
  }
}
