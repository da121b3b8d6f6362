package org.forkshell.process;

/**
 * Distinguishes between the events of a process's life, and takes all that processes do meanwhile
 * as one. Whoever lets some actions mean more than others overrides their methods too.
 *
 * <p>A new kind of event has no method here, unless somebody decides that it is an action like the
 * others to all who are such a visitor.
 */
public interface LifecycleVisitor extends EventVisitor {
  /** Something was done that has no method of its own. */
  void action(Event.Action action);

  @Override
  default void forkRefused(Event.ForkRefused refused) {
    action(refused);
  }

  @Override
  default void output(Event.Output output) {
    action(output);
  }

  @Override
  default void written(Event.Written written) {
    action(written);
  }

  @Override
  default void blocked(Event.Blocked blocked) {
    action(blocked);
  }

  @Override
  default void unblocked(Event.Unblocked unblocked) {
    action(unblocked);
  }

  @Override
  default void deadlock(Event.Deadlock deadlock) {
    action(deadlock);
  }

  @Override
  default void race(Event.Race race) {
    action(race);
  }

  @Override
  default void racesUnseen(Event.RacesUnseen unseen) {
    action(unseen);
  }

  @Override
  default void unsafeCall(Event.UnsafeCall call) {
    action(call);
  }

  @Override
  default void killed(Event.Killed killed) {
    action(killed);
  }

  @Override
  default void raised(Event.Raised raised) {
    action(raised);
  }

  @Override
  default void handled(Event.Handled handled) {
    action(handled);
  }

  @Override
  default void lineDone(Event.LineDone done) {
    action(done);
  }

  @Override
  default void interrupted(Event.Interrupted interrupted) {
    action(interrupted);
  }
}
