package org.forkshell.shell;

import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.view.LabelledLine;

/** Has something to say about events besides what is always said. */
@FunctionalInterface
public interface Annotator {
  /**
   * What to say below what is said of {@code event}; empty for nothing.
   *
   * @param family the family after that event
   */
  List<LabelledLine> remarks(Event event, ProcessTree family);
}
