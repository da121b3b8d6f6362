package org.forkshell.view.lanes;

import org.forkshell.process.Event.Origin;

/** What the source of what a family executed says of what happened. */
@FunctionalInterface
public interface EventSource {
  /** The number of the line in the listing, 0 where that is not known. */
  int line(Origin origin);

  /** The library's function or the system call that the program had called; empty for none. */
  default String call(Origin origin) {
    return "";
  }
}
