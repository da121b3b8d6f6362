package org.forkshell.view;

import org.forkshell.process.Event.Origin;

/** What the source of what was executed says of what happened. */
@FunctionalInterface
public interface EventSource {
  /** The number of the line, in the program or in a listing; 0 where that is not known. */
  int line(Origin origin);

  /** The library's function or the system call that the program had called; empty for none. */
  default String call(Origin origin) {
    return "";
  }

  /** The name of the program's variable at an address; empty for none. */
  default String variable(long address) {
    return "";
  }
}
