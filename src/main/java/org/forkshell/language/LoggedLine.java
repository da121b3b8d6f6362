package org.forkshell.language;

import java.util.List;

/**
 * A line of a session that is to be saved.
 *
 * @param number its place in the log, from 1
 * @param text as it was typed, without its address
 * @param only the names of the processes that it was for; empty for all
 * @param analysis what the language made of it
 */
public record LoggedLine(int number, String text, List<String> only, LineAnalysis analysis) {
  public LoggedLine {
    only = List.copyOf(only);
  }
}
