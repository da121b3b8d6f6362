package org.forkshell.view.lanes;

/**
 * Distinguishes between moments: one method for each kind, so that a new kind is drawn and told
 * nowhere until it is said how.
 *
 * @param <R> what comes of a moment
 */
public interface MomentVisitor<R> {
  R begins(Moment.Begins begins);

  R forks(Moment.Forks forks);

  R forkFails(Moment.ForkFails forkFails);

  R writes(Moment.Writes writes);

  R sends(Moment.Sends sends);

  R blocks(Moment.Blocks blocks);

  R resumes(Moment.Resumes resumes);

  R waits(Moment.Waits waits);

  R waitFails(Moment.WaitFails waitFails);

  R kills(Moment.Kills kills);

  R raises(Moment.Raises raises);

  R exits(Moment.Exits exits);

  R dies(Moment.Dies dies);

  R leaves(Moment.Leaves leaves);

  R orphaned(Moment.Orphaned orphaned);

  R collected(Moment.Collected collected);

  R executes(Moment.Executes executes);

  R execFails(Moment.ExecFails execFails);

  R deadlock(Moment.Deadlock deadlock);

  R givesUp(Moment.GivesUp givesUp);

  R missing(Moment.Missing missing);
}
