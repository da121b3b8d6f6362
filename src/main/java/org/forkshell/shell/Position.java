package org.forkshell.shell;

import org.forkshell.codegen.Symbols;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.forkshell.source.Span;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a process stands in the learner's text: where it was when it last told something, which is
 * where it is as long as it is blocked.
 *
 * @param label the number of the line of the log, or the file's name and the line
 * @param text the line itself, without the blanks around it
 * @param call the function of the library that it is in, called from there; empty for none
 */
public record Position(String label, String text, String call) {

  /** Null where nothing is known, or the process is not in the middle of something. */
  static @Nullable Position of(Entry entry, Family family) {
    Event.Origin origin = origin(entry);
    if (origin == null) {
      return null;
    }
    if (entry.state() == State.IDLE) {
      // It has told of nothing since it began the next line.
      LogLine next = family.line(entry.line() + 1);
      return next == null ? null : of(next);
    }
    Position position = of(origin, family);
    if (position == null) {
      LogLine line = family.line(entry.line());
      return line == null ? null : of(line);
    }
    return position;
  }

  /** Where somebody was who told an event there; null where that is not in the learner's text. */
  static @Nullable Position of(Event.Origin origin, Family family) {
    Symbols symbols = family.code().symbols();
    boolean prompt = family.program().isEmpty();
    Span span = Inspection.span(origin, symbols, family.code().sourceMap(), prompt);
    if (span == null) {
      return null;
    }
    String name = span.source().name();
    boolean logged = span.source().isTyped();
    String text = span.source().shownLine(span.line()).strip();
    boolean whole = !logged || span.source().lineCount() == 1;
    boolean own = family.isProgram(name);
    String label = logged ? name : own ? String.valueOf(span.line()) : name + ":" + span.line();
    return new Position(label, whole ? text : "… " + text, Inspection.libraryCall(origin, symbols));
  }

  private static Position of(LogLine line) {
    String text = line.text().strip();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end) + " …";
    return new Position(Integer.toString(line.number()), first, "");
  }

  /** Where the process itself last said that it was. */
  public static Event.@Nullable Origin origin(Entry entry) {
    Event last = entry.call() != null ? entry.call() : entry.last();
    return last.pid() == entry.pid() ? last.origin() : null;
  }

  /** The line with its label, as a remark. */
  Text shown() {
    return Text.of(Style.NOTE, label + ": ").and(Style.PLAIN, text);
  }
}
