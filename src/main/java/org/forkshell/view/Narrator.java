package org.forkshell.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;

/**
 * Tells what happens, one remark after another, as data. What the programs write is told at once.
 * Values are held back until all processes have theirs, so that they come in the order of the
 * family; a note is held back as long as the next event may make it superfluous: that a process
 * waits is news only if it has to, that it ended only if nobody was waiting for it. {@link #settle}
 * says what is held back. Only events make it speak.
 *
 * <p>To be used by one thread at a time.
 */
public final class Narrator {
  private final NarrationState stage;
  private final Output output;
  private final Calls calls;
  private final Endings endings;
  private final LineEnds lineEnds;

  /**
   * @param wanted which kinds of notes are to be told
   */
  public Narrator(Facts facts, Predicate<NoteKind> wanted, Consumer<Remark> out) {
    this.stage = new NarrationState(facts, wanted, out);
    this.output = new Output(stage);
    this.endings = new Endings(stage, facts, output);
    this.calls = new Calls(stage, facts, output, endings);
    this.lineEnds = new LineEnds(stage, facts, output, calls);
  }

  /** Takes in what happened next; the family has taken it in already. */
  public void hear(Event event) {
    if (event instanceof Event.Reaped reaped) {
      reaped(reaped);
      return;
    }
    if (event instanceof Event.FoundDead dead) {
      foundDead(dead);
      return;
    }
    if (event instanceof Event.RootStarted) {
      return;
    }
    if (event instanceof Event.AllEnded) {
      settle();
      return;
    }
    Speaker speaker = stage.speaker(event.pid());
    if (speaker == null) {
      return;
    }
    if (event instanceof Event.Descended descended) {
      Speaker ancestor = stage.speaker(descended.ancestor());
      if (ancestor != null) {
        calls.sayExecuted(ancestor);
      }
      return;
    }
    if (event instanceof Event.Output bytes) {
      calls.sayResult(speaker);
      calls.sayExecuted(speaker);
      output.wrote(speaker, bytes);
      return;
    }
    if (!(event instanceof Event.LineDone)) {
      calls.sayResult(speaker);
    }
    if (!(event instanceof Event.ExecFailed)) {
      calls.sayExecuted(speaker);
    }
    speaker.blocked = null;
    speaker.unwritten = -1;
    stage.reach(event.origin().line(), event.pid());
    if (event instanceof Event.LineDone done) {
      lineEnds.done(speaker, done);
    } else if (event instanceof Event.Interrupted) {
      output.cut(speaker);
      speaker.gaveUp = true;
      stage.hold(event.origin().line(), speaker, null, List.of(Note.of(NoteKind.INTERRUPTED)));
    } else if (event instanceof Event.Exiting exiting) {
      speaker.end = WaitStatus.ofExit(exiting.status());
      output.cut(speaker);
      endings.leaving(speaker, exiting);
    } else if (event instanceof Event.Faulted faulted) {
      endings.faulted(speaker, faulted);
    } else {
      calls.called(speaker, event);
    }
  }

  private void reaped(Event.Reaped reaped) {
    Speaker child = stage.speaker(reaped.child());
    if (child != null) {
      calls.sayResult(child);
      calls.sayExecuted(child, reaped.status());
      output.cut(child);
      endings.reaped(child, reaped.status(), reaped.pid());
    }
  }

  private void foundDead(Event.FoundDead dead) {
    Speaker child = stage.speaker(dead.pid());
    if (child != null) {
      calls.sayResult(child);
      calls.sayExecuted(child, dead.status());
      output.cut(child);
      endings.foundDead(child, dead);
    }
  }

  /** Whether something is held back. */
  public boolean isHolding() {
    return stage.isHolding();
  }

  /**
   * Says what is held back, and how much more there was to say: nothing is to be expected for a
   * while.
   */
  public void settle() {
    pause();
    stage.sayUntold();
  }

  /**
   * Says what a process has told of itself and what had to come before that. Unlike {@link #pause}
   * it asks nobody how the others are, who may have told more than has been heard yet.
   */
  public void pause(int pid) {
    Speaker speaker = stage.speaker(pid);
    if (speaker == null) {
      return;
    }
    calls.sayResult(speaker);
    calls.sayIfExecuted(speaker);
    output.cut(speaker);
    stage.sayHeld();
    calls.sayBlocked(speaker);
    if (speaker.end != null) {
      endings.sayEnd(speaker);
    }
    endings.sayOrphaned(speaker);
  }

  /** Says what has been held back for long enough, though things are still moving. */
  public void pause() {
    List<Speaker> inOrder = stage.speakers();
    for (Speaker speaker : inOrder) {
      calls.sayResult(speaker);
      calls.sayIfExecuted(speaker);
      output.cut(speaker);
    }
    stage.sayHeld();
    for (Speaker speaker : inOrder) {
      calls.sayBlocked(speaker);
      endings.sayEnd(speaker);
    }
    for (Speaker speaker : inOrder) {
      endings.sayOrphaned(speaker);
    }
    stage.dismissTheDead();
  }
}
