package org.forkshell.execution;

import org.forkshell.process.ProcessTree;

/** What runs programs: it begins one session after another. */
public interface Host {
  /**
   * Has a root process begin.
   *
   * @param family where the family is to grow; a listener may know it before it knows the session
   * @param listener hears every event, after the family has taken it in
   */
  Session begin(Session.Options options, ProcessTree family, Session.Listener listener);

  /** The same with a family of its own. */
  default Session begin(Session.Options options, Session.Listener listener) {
    return begin(options, new ProcessTree(), listener);
  }
}
