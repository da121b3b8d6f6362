package org.forkshell.view;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.forkshell.process.Event;
import org.forkshell.process.EventVisitor;
import org.forkshell.process.WaitStatus;
import org.forkshell.process.Waits;
import org.jspecify.annotations.Nullable;

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
  private final Facts facts;
  private final NarrationState stage;
  private final Output output;
  private final Calls calls;
  private final Endings endings;
  private final LineEnds lineEnds;
  private final Hearing hearing = new Hearing();

  /**
   * @param wanted which kinds of notes are to be told
   */
  public Narrator(Facts facts, Predicate<NoteKind> wanted, Consumer<Remark> out) {
    this.facts = facts;
    this.stage = new NarrationState(facts, wanted, out);
    this.output = new Output(stage);
    this.endings = new Endings(stage, facts, output);
    this.calls = new Calls(stage, facts, output, endings);
    this.lineEnds = new LineEnds(stage, facts, output, calls);
  }

  /** Takes in what happened next; the family has taken it in already. */
  public void hear(Event event) {
    event.accept(hearing);
  }

  private final class Hearing implements EventVisitor {
    @Override
    public void rootStarted(Event.RootStarted started) {
      // That it is born is for the root to tell.
    }

    @Override
    public void born(Event.Born born) {
      tells(born, calls::born);
    }

    @Override
    public void forked(Event.Forked forked) {
      tells(forked, calls::forked);
    }

    @Override
    public void descended(Event.Descended descended) {
      Speaker ancestor = stage.speaker(descended.ancestor());
      if (ancestor != null) {
        calls.sayExecuted(ancestor);
      }
    }

    @Override
    public void threadStarted(Event.ThreadStarted started) {
      tells(started, calls::threadStarted);
    }

    @Override
    public void threadEnded(Event.ThreadEnded ended) {
      tells(ended, calls::threadEnded);
    }

    @Override
    public void executing(Event.Executing executing) {
      tells(executing, calls::executing);
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      Speaker speaker = stage.speaker(failed.pid());
      if (speaker != null) {
        calls.sayResult(speaker);
        goesOn(speaker, failed);
        calls.execFailed(speaker, failed);
      }
    }

    @Override
    public void exiting(Event.Exiting exiting) {
      leaves(exiting, endings::leaving);
    }

    @Override
    public void faulted(Event.Faulted faulted) {
      Speaker thread = stage.speaker(faulted.tid());
      leaves(
          faulted,
          (process, event) -> endings.faulted(process, thread == null ? process : thread, event));
    }

    @Override
    public void waited(Event.Waited waited) {
      tells(waited, calls::waited);
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      Speaker child = dead(reaped.child(), reaped.status());
      if (child != null) {
        endings.reaped(child, reaped.status(), reaped.pid());
      }
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      Speaker child = dead(dead.pid(), dead.status());
      if (child != null) {
        endings.foundDead(child, dead);
      }
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      settle();
    }

    @Override
    public void forkRefused(Event.ForkRefused refused) {
      tells(refused, calls::forkRefused);
    }

    @Override
    public void output(Event.Output bytes) {
      Speaker speaker = stage.speaker(bytes.tid());
      if (speaker != null) {
        calls.sayResult(speaker);
        calls.sayExecuted(speaker);
        output.wrote(speaker, bytes);
      }
    }

    @Override
    public void written(Event.Written written) {
      tells(written, calls::written);
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      tells(blocked, calls::blocked);
    }

    @Override
    public void unblocked(Event.Unblocked unblocked) {
      tells(unblocked, calls::unblocked);
    }

    @Override
    public void deadlock(Event.Deadlock deadlock) {
      deadlock.impasse().waits().forEach(wait -> pause(wait.waiter()));
      Speaker speaker = stage.speaker(deadlock.tid());
      if (speaker != null) {
        calls.deadlock(speaker, deadlock.impasse());
      }
    }

    @Override
    public void race(Event.Race race) {
      tells(race, calls::race);
    }

    @Override
    public void unsafeCall(Event.UnsafeCall call) {
      tells(call, calls::unsafe);
    }

    @Override
    public void racesUnseen(Event.RacesUnseen unseen) {
      tells(unseen, calls::racesUnseen);
    }

    @Override
    public void killed(Event.Killed killed) {
      tells(killed, calls::killed);
    }

    @Override
    public void raised(Event.Raised raised) {
      tells(raised, calls::raised);
    }

    @Override
    public void handled(Event.Handled handled) {
      tells(handled, calls::handled);
    }

    @Override
    public void lineDone(Event.LineDone done) {
      Speaker speaker = stage.speaker(done.pid());
      if (speaker != null) {
        calls.sayExecuted(speaker);
        goesOn(speaker, done);
        lineEnds.done(speaker, done);
      }
    }

    @Override
    public void interrupted(Event.Interrupted interrupted) {
      tells(interrupted, lineEnds::interrupted);
    }

    /** A process tells that it ends, by whichever of its threads. */
    private <E extends Event> void leaves(E event, BiConsumer<Speaker, E> what) {
      stage.threads(event.pid()).forEach(output::cut);
      stage.dismissThreads(event.pid());
      tells(event, event.pid(), what);
    }

    /** A thread tells something, with which what it told before is complete. */
    private <E extends Event> void tells(E event, BiConsumer<Speaker, E> what) {
      tells(event, event.tid(), what);
    }

    private <E extends Event> void tells(E event, int who, BiConsumer<Speaker, E> what) {
      Speaker speaker = stage.speaker(who);
      if (speaker != null) {
        calls.sayResult(speaker);
        calls.sayExecuted(speaker);
        goesOn(speaker, event);
        what.accept(speaker, event);
      }
    }

    private void goesOn(Speaker speaker, Event event) {
      speaker.blocked = null;
      speaker.unwritten = -1;
      stage.reach(event.origin().line(), speaker.pid);
    }

    /** Others say that a process is dead; it had more to say. */
    private @Nullable Speaker dead(int pid, @Nullable WaitStatus status) {
      stage.threads(pid).forEach(output::cut);
      stage.dismissThreads(pid);
      Speaker child = stage.speaker(pid);
      if (child != null) {
        calls.sayResult(child);
        calls.sayExecuted(child, status);
        output.cut(child);
      }
      return child;
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
    pause(true);
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
    calls.sayBlocked(speaker, facts.waits(List.of(speaker.task())), true);
    if (speaker.end != null) {
      endings.sayEnd(speaker);
    }
    endings.sayOrphaned(speaker);
  }

  /** Says what has been held back for long enough, though things are still moving. */
  public void pause() {
    pause(false);
  }

  private void pause(boolean isLate) {
    List<Speaker> inOrder = stage.speakers();
    for (Speaker speaker : inOrder) {
      calls.sayResult(speaker);
      calls.sayIfExecuted(speaker);
      output.cut(speaker);
    }
    stage.sayHeld();
    Waits waits = facts.waits(inOrder.stream().map(Speaker::task).toList());
    for (Speaker speaker : inOrder) {
      calls.sayBlocked(speaker, waits, isLate);
      endings.sayEnd(speaker);
    }
    for (Speaker speaker : inOrder) {
      endings.sayOrphaned(speaker);
    }
    stage.dismissTheDead();
  }
}
