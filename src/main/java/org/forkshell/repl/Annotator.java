package org.forkshell.repl;

import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.view.LabelledLine;

/** Has something to say about events besides what is always said. */
@FunctionalInterface
interface Annotator {
  /** What to say below what is said of {@code event}; empty for nothing. */
  List<LabelledLine> remarks(Event event);
}
