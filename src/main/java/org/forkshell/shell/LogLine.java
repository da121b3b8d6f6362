package org.forkshell.shell;

import java.util.List;
import org.forkshell.codegen.Line;
import org.forkshell.language.LineAnalysis;
import org.forkshell.language.LoggedLine;
import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log.
 *
 * @param number as {@code /list} shows it
 * @param text as it was typed, without its address
 * @param address as it was typed, or empty
 * @param line null where there is nothing to run, only macros, say
 * @param only the processes that it was for; empty for all
 * @param analysis what the language made of it
 */
public record LogLine(
    int number,
    String text,
    String address,
    List<ProcessName> only,
    @Nullable Line line,
    LineAnalysis analysis) {
  public LogLine {
    only = List.copyOf(only);
  }

  /** As it was typed. */
  public String typed() {
    return address.isEmpty() ? text : address + " " + text.strip();
  }

  /** What the language needs to know of it to save it. */
  public LoggedLine toSave() {
    return new LoggedLine(
        number, text, only.stream().map(ProcessName::toString).toList(), analysis);
  }

  /** As it must be typed to mean the same again: pids are others then, names are not. */
  public String replayed() {
    if (only.isEmpty()) {
      return text;
    }
    StringBuilder names = new StringBuilder("@");
    for (ProcessName name : only) {
      names.append(names.length() == 1 ? "" : ",").append(name);
    }
    return names + " " + text.strip();
  }
}
