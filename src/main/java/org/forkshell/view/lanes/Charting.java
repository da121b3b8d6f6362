package org.forkshell.view.lanes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.Executable;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.Bytes;
import org.forkshell.view.lanes.Chronology.Node;
import org.forkshell.view.lanes.Chronology.Process;
import org.forkshell.view.lanes.Moment.At;
import org.jspecify.annotations.Nullable;

/** Turns what happened, in order, into lanes and moments. */
final class Charting {
  private final Chronology chronology;
  private final ToIntFunction<Origin> place;
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

  Charting(Chronology chronology, ToIntFunction<Origin> place) {
    this.chronology = chronology;
    this.place = place;
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
    int lane = lane(process);
    Event event = node.event;
    if (event == null) {
      end(process, unheard(lane, process.status));
    } else if (node.other != null && node.other.fork == node) {
      born[lane(node.other)] = moments.size();
      // The child begins in the very call of its parent, so the line is the same.
      add(
          node.other == process
              ? new Moment.Begins(lane, at(event))
              : new Moment.Forks(lane, at(event), lane(node.other)));
    } else if (event instanceof Event.Exiting exiting) {
      end(process, new Moment.Exits(lane, at(event), exiting.status()));
    } else if (event instanceof Event.Faulted faulted) {
      end(process, new Moment.Dies(lane, at(event), faulted.signal()));
    } else if (event instanceof Event.Reaped reaped) {
      reaped(process, reaped);
    } else if (event instanceof Event.FoundDead dead) {
      foundDead(process, dead);
    } else if (event instanceof Event.Output output) {
      wrote(lane, output);
    } else {
      Moment moment = moment(lane, node, event, lane(node.other));
      if (moment != null) {
        add(moment);
        if (moment instanceof Moment.Waits && node.other != null && node.other.collected == node) {
          collected[lane(node.other)] = moments.size() - 1;
        }
      }
    }
  }

  private @Nullable Moment moment(int lane, Node node, Event event, int other) {
    At at = at(event);
    if (event instanceof Event.ForkRefused refused) {
      return new Moment.ForkFails(lane, at, refused.errno(), refused.limit());
    } else if (event instanceof Event.Written written) {
      return new Moment.Sends(lane, at, written.fd(), written.count(), written.errno());
    } else if (event instanceof Event.Blocked blocked) {
      return new Moment.Blocks(lane, at, blocked.call(), blocked.argument(), other);
    } else if (event instanceof Event.Unblocked unblocked) {
      return new Moment.Resumes(lane, at, unblocked.call());
    } else if (event instanceof Event.Waited waited) {
      return waited.child() > 0 && other >= 0
          ? new Moment.Waits(lane, at, other, waited.status())
          : new Moment.WaitFails(lane, at, waited.errno());
    } else if (event instanceof Event.Killed killed) {
      return new Moment.Kills(lane, at, other, killed.target(), killed.signal(), killed.errno());
    } else if (event instanceof Event.Raised raised) {
      return new Moment.Raises(lane, at, raised.signal());
    } else if (event instanceof Event.Executing executing) {
      return node.inVain ? null : new Moment.Executes(lane, at, program(executing.program()));
    } else if (event instanceof Event.ExecFailed failed) {
      return new Moment.ExecFails(lane, at, program(node.attempted), failed.errno());
    } else if (event instanceof Event.Interrupted) {
      return new Moment.GivesUp(lane, at);
    }
    // A line that is done, a birth told twice, the end of all: nothing to draw.
    return null;
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
    add(moment);
    for (Process child : process.children) {
      int lane = lane(child);
      if (born[lane] >= 0 && collected[lane] < 0 && ended[lane] < 0 && !child.isForgotten) {
        add(new Moment.Orphaned(lane, at(null), chronology.reaper));
      }
    }
  }

  private void reaped(Process process, Event.Reaped reaped) {
    int lane = lane(process);
    if (process.parent == null) {
      // The root's parent is the tool, which collects it at once.
      collected[lane] = Math.max(0, ended[lane]);
      return;
    }
    collected[lane] = moments.size();
    add(new Moment.Collected(lane, at(null), reaped.status()));
  }

  private void foundDead(Process process, Event.FoundDead dead) {
    int lane = lane(process);
    if (ended[lane] < 0) {
      end(process, unheard(lane, dead.status()));
    }
    if (dead.gone()) {
      collected[lane] = ended[lane];
    }
  }

  private void wrote(int lane, Event.Output output) {
    At at = at(output);
    Moment.Writes before = writing;
    if (before == null
        || before.lane() != lane
        || before.pid() != output.pid()
        || before.fd() != output.fd()
        || before.at().line() != at.line()) {
      flush();
    } else {
      at = before.at();
    }
    written.writeBytes(output.bytes());
    writing = new Moment.Writes(lane, at, output.pid(), output.fd(), new byte[0], output.reason());
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
    return new At(now, event == null ? 0 : place.applyAsInt(event.origin()));
  }
}
