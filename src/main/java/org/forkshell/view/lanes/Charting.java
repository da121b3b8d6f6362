package org.forkshell.view.lanes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.forkshell.process.Event;
import org.forkshell.process.EventVisitor;
import org.forkshell.process.Executable;
import org.forkshell.process.Impasse;
import org.forkshell.process.ProcessName;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.Bytes;
import org.forkshell.view.EventSource;
import org.forkshell.view.lanes.Chronology.Node;
import org.forkshell.view.lanes.Chronology.Process;
import org.forkshell.view.lanes.Moment.At;
import org.jspecify.annotations.Nullable;

/** Turns what happened, in order, into lanes and moments. */
final class Charting {
  private final Chronology chronology;
  private final EventSource source;
  private final List<Process> processes;
  private final Map<Process, Integer> index = new HashMap<>();
  private final List<Moment> moments = new ArrayList<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private Moment.@Nullable Writes writing;
  private final int[] born;
  private final int[] ended;
  private final int[] collected;
  private long start = Long.MIN_VALUE;
  private long now;

  Charting(Chronology chronology, EventSource source) {
    this.chronology = chronology;
    this.source = source;
    this.processes = chronology.processes();
    for (Process process : processes) {
      index.put(process, index.size());
    }
    this.born = new int[processes.size()];
    this.ended = new int[processes.size()];
    this.collected = new int[processes.size()];
    Arrays.fill(born, -1);
    Arrays.fill(ended, -1);
    Arrays.fill(collected, -1);
  }

  LaneChart chart() {
    for (Node node : chronology.ordered()) {
      take(node);
    }
    flush();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      Process process = processes.get(i);
      lanes.add(
          new Lane(
              process.name,
              process.pid,
              lane(process.parent),
              Math.max(0, born[i]),
              ended[i],
              collected[i],
              process.status));
    }
    return new LaneChart(lanes, moments);
  }

  private int lane(@Nullable Process process) {
    return process == null ? -1 : index.get(process);
  }

  private void take(Node node) {
    if (start == Long.MIN_VALUE) {
      start = node.nanos;
    }
    // Clocks agree, but what had to be put in order may disagree with them.
    now = Math.max(now, node.nanos - start);
    if (!(node.event instanceof Event.Output)) {
      flush();
    }
    Process process = node.process;
    if (process == null) {
      add(new Moment.Missing(-1, at(null), node.missing, node.missingBytes));
      return;
    }
    Event event = node.event;
    if (event == null) {
      end(process, unheard(lane(process), process.status));
    } else {
      event.accept(new Drawing(process, node, at(event)));
    }
  }

  /** What one event looks like. */
  private final class Drawing implements EventVisitor {
    private final Process process;
    private final Node node;
    private final At at;
    private final int lane;
    private final int other;

    Drawing(Process process, Node node, At at) {
      this.process = process;
      this.node = node;
      this.at = at;
      this.lane = lane(process);
      this.other = lane(node.other);
    }

    @Override
    public void rootStarted(Event.RootStarted started) {
      // Its lane begins where it is born.
    }

    @Override
    public void born(Event.Born born) {
      begins();
    }

    @Override
    public void forked(Event.Forked forked) {
      begins();
    }

    private void begins() {
      born[other] = moments.size();
      // The child begins in the very call of its parent, so the line is the same.
      add(other == lane ? new Moment.Begins(lane, at) : new Moment.Forks(lane, at, other));
    }

    @Override
    public void descended(Event.Descended descended) {
      // It has no lane of its own: what it writes will be on its ancestor's.
    }

    @Override
    public void threadStarted(Event.ThreadStarted started) {
      if (other >= 0) {
        begins();
      }
    }

    @Override
    public void threadEnded(Event.ThreadEnded event) {
      // A process goes on though its first thread has ended.
      if (process.name.thread() > 1) {
        ended[lane] = moments.size();
        // Unless somebody joins it, it needs nobody.
        collected[lane] = process.collected == null ? moments.size() : -1;
        add(new Moment.Leaves(lane, at, null));
      }
    }

    @Override
    public void executing(Event.Executing executing) {
      if (!node.inVain) {
        add(new Moment.Executes(lane, at, program(executing.program())));
      }
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      add(new Moment.ExecFails(lane, at, program(node.attempted), failed.errno()));
    }

    @Override
    public void exiting(Event.Exiting exiting) {
      end(owner(), new Moment.Exits(lane(owner()), at, exiting.status()));
    }

    @Override
    public void faulted(Event.Faulted faulted) {
      if (owner() != process) {
        ended[lane] = moments.size();
        collected[lane] = moments.size();
        add(new Moment.Dies(lane, at, faulted.signal()));
      }
      end(owner(), new Moment.Dies(lane(owner()), at, faulted.signal()));
    }

    /** The process whose thread this may be. */
    private Process owner() {
      return process.name.thread() > 1 && process.parent != null ? process.parent : process;
    }

    @Override
    public void waited(Event.Waited waited) {
      if (waited.child() <= 0 || other < 0) {
        add(new Moment.WaitFails(lane, at, waited.errno()));
        return;
      }
      if (node.other != null && node.other.collected == node) {
        collected[other] = moments.size();
      }
      add(new Moment.Waits(lane, at, other, waited.status()));
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      if (process.parent == null) {
        // The root's parent is the tool, which collects it at once.
        collected[lane] = Math.max(0, ended[lane]);
        return;
      }
      collected[lane] = moments.size();
      add(new Moment.Collected(lane, at(null), reaped.status()));
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      if (ended[lane] < 0) {
        end(process, unheard(lane, dead.status()));
      }
      if (dead.gone()) {
        collected[lane] = ended[lane];
      }
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      // Each lane has an end of its own.
    }

    @Override
    public void forkRefused(Event.ForkRefused refused) {
      add(new Moment.ForkFails(lane, at, refused.errno(), refused.limit()));
    }

    @Override
    public void output(Event.Output output) {
      wrote(lane, at, output);
    }

    @Override
    public void written(Event.Written written) {
      add(new Moment.Sends(lane, at, written.fd(), written.count(), written.errno()));
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      String name =
          blocked.call() == Event.Call.OTHER && other < 0 ? source.call(blocked.origin()) : "";
      if (name.startsWith("__")) {
        // The library's own, as a thread begins or ends: no call that the program made.
        return;
      }
      add(new Moment.Blocks(lane, at, blocked.call(), blocked.argument(), other, name));
    }

    @Override
    public void unblocked(Event.Unblocked unblocked) {
      if (other >= 0 && ended[other] >= 0) {
        collected[other] = moments.size();
        add(new Moment.Waits(lane, at, other, WaitStatus.ofExit(0)));
        return;
      }
      add(new Moment.Resumes(lane, at, unblocked.call()));
    }

    @Override
    public void deadlock(Event.Deadlock deadlock) {
      List<ProcessName> members = new ArrayList<>();
      for (Impasse.Wait wait : deadlock.impasse().waits()) {
        name(wait.waiter()).ifPresent(members::add);
      }
      Impasse.Wait last = deadlock.impasse().waits().get(deadlock.impasse().waits().size() - 1);
      name(last.holder()).ifPresent(members::add);
      add(new Moment.Deadlock(lane, at, deadlock.impasse().kind(), members));
    }

    private Optional<ProcessName> name(int tid) {
      return Optional.ofNullable(chronology.last(tid)).map(each -> each.name);
    }

    @Override
    public void race(Event.Race race) {
      // Who accesses memory is not drawn.
    }

    @Override
    public void racesUnseen(Event.RacesUnseen unseen) {
      // Nothing happens.
    }

    @Override
    public void unsafeCall(Event.UnsafeCall call) {
      // What it comes to is drawn.
    }

    @Override
    public void killed(Event.Killed killed) {
      int signal = killed.signal();
      add(new Moment.Kills(lane, at, other, killed.target(), signal, killed.errno()));
    }

    @Override
    public void raised(Event.Raised raised) {
      add(new Moment.Raises(lane, at, raised.signal()));
    }

    @Override
    public void handled(Event.Handled handled) {
      // What the handler does is drawn.
    }

    @Override
    public void lineDone(Event.LineDone done) {
      // What the line did has been drawn.
    }

    @Override
    public void interrupted(Event.Interrupted interrupted) {
      add(new Moment.GivesUp(lane, at));
    }
  }

  private static String program(Executable program) {
    return program.path().length == 0 ? "" : Bytes.quoted(program.path());
  }

  private Moment unheard(int lane, @Nullable WaitStatus status) {
    return status != null && status.signaled()
        ? new Moment.Dies(lane, at(null), status.signal())
        : new Moment.Leaves(lane, at(null), status == null ? null : status.code());
  }

  /** A process has ended; its children have a new parent. */
  private void end(Process process, Moment moment) {
    ended[lane(process)] = moments.size();
    for (Process child : process.children) {
      int lane = lane(child);
      if (child.name.thread() > 1 && born[lane] >= 0 && ended[lane] < 0) {
        // It ends with its process, and needs nobody.
        ended[lane] = moments.size();
        collected[lane] = moments.size();
      }
    }
    add(moment);
    for (Process child : process.children) {
      int lane = lane(child);
      if (born[lane] >= 0 && collected[lane] < 0 && ended[lane] < 0 && !child.isForgotten) {
        add(new Moment.Orphaned(lane, at(null), chronology.reaper));
      }
    }
  }

  private void wrote(int lane, At now, Event.Output output) {
    At at = now;
    // A thread's lane has its own id, as a process's has the pid.
    int writer = processes.get(lane).name.thread() > 1 ? output.tid() : output.pid();
    Moment.Writes before = writing;
    if (before == null
        || before.lane() != lane
        || before.pid() != writer
        || before.fd() != output.fd()
        || before.at().line() != at.line()) {
      flush();
    } else {
      at = before.at();
    }
    written.writeBytes(output.bytes());
    writing = new Moment.Writes(lane, at, writer, output.fd(), new byte[0], output.reason());
  }

  /** What was written in several pieces without anything between them is one moment. */
  private void flush() {
    Moment.Writes all = writing;
    if (all != null) {
      moments.add(
          new Moment.Writes(
              all.lane(), all.at(), all.pid(), all.fd(), written.toByteArray(), all.reason()));
      written.reset();
      writing = null;
    }
  }

  private void add(Moment moment) {
    moments.add(moment);
  }

  private At at(@Nullable Event event) {
    return new At(now, event == null ? 0 : source.line(event.origin()));
  }
}
