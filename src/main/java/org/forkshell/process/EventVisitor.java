package org.forkshell.process;

/**
 * Distinguishes between events: one method for each kind. None has a default, so that a new kind of
 * event makes everybody who tells events apart decide what it means there; that it means nothing is
 * written down as an empty method.
 */
public interface EventVisitor {
  void rootStarted(Event.RootStarted started);

  void born(Event.Born born);

  void forked(Event.Forked forked);

  void descended(Event.Descended descended);

  void threadStarted(Event.ThreadStarted started);

  void threadEnded(Event.ThreadEnded ended);

  void executing(Event.Executing executing);

  void execFailed(Event.ExecFailed failed);

  void exiting(Event.Exiting exiting);

  void faulted(Event.Faulted faulted);

  void waited(Event.Waited waited);

  void reaped(Event.Reaped reaped);

  void foundDead(Event.FoundDead dead);

  void allEnded(Event.AllEnded all);

  void forkRefused(Event.ForkRefused refused);

  void output(Event.Output output);

  void written(Event.Written written);

  void blocked(Event.Blocked blocked);

  void unblocked(Event.Unblocked unblocked);

  void deadlock(Event.Deadlock deadlock);

  void race(Event.Race race);

  void racesUnseen(Event.RacesUnseen unseen);

  void unsafeCall(Event.UnsafeCall call);

  void killed(Event.Killed killed);

  void raised(Event.Raised raised);

  void handled(Event.Handled handled);

  void lineDone(Event.LineDone done);

  void interrupted(Event.Interrupted interrupted);
}
