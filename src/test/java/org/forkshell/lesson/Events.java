package org.forkshell.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/** Events written by hand: what a run of a few processes might tell. */
final class Events {
  static final int ROOT = 1000;

  private final List<Event> all = new ArrayList<>();
  private long now;

  private Event.Origin by(int pid) {
    return new Event.Origin(pid, ++now, 1, List.of());
  }

  static Events ofRoot() {
    Events events = new Events();
    events.all.add(new Event.Born(events.by(ROOT), 0, 0));
    return events;
  }

  Events fork(int parent, int child, int index) {
    all.add(new Event.Forked(by(parent), child, index));
    all.add(new Event.Born(by(child), parent, index));
    return this;
  }

  Events write(int pid, String text, FlushReason why) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    all.add(new Event.Output(by(pid), 1, bytes, why));
    return this;
  }

  Events write(int pid, String text) {
    return write(pid, text, FlushReason.NEWLINE);
  }

  Events block(int pid) {
    all.add(new Event.Blocked(by(pid), Event.Call.WAIT, -1));
    return this;
  }

  Events waited(int pid, int child, int status) {
    all.add(new Event.Waited(by(pid), child, WaitStatus.ofExit(status), 0));
    return this;
  }

  Events exit(int pid, int status) {
    all.add(new Event.Exiting(by(pid), status));
    return this;
  }

  Events fault(int pid, int signal) {
    all.add(new Event.Faulted(by(pid), signal, 0));
    return this;
  }

  Events reap(int child, WaitStatus status) {
    all.add(new Event.Reaped(by(1), child, status));
    return this;
  }

  Events refused(int pid) {
    all.add(new Event.ForkRefused(by(pid), 11, 64));
    return this;
  }

  List<Event> list() {
    return all;
  }

  Observation seen() {
    return Observation.of(all, new Nobody());
  }

  /** A kernel in which all are gone. */
  record Nobody() implements Observation.Live {
    @Override
    public long reaper() {
      return 7;
    }

    @Override
    public Optional<String> variable(String name, int pid) {
      return name.equals("count") ? Optional.of(pid == ROOT ? "1" : "2") : Optional.empty();
    }

    @Override
    public Optional<Long> address(String name) {
      return name.equals("count") ? Optional.of(0x4000L) : Optional.empty();
    }

    @Override
    public Optional<Character> state(int pid) {
      return Optional.empty();
    }

    @Override
    public Optional<Integer> threads(int pid) {
      return pid == ROOT ? Optional.of(4) : Optional.empty();
    }

    @Override
    public @Nullable KernelWait kernelWait(int pid, ProcessTree family) {
      return pid == ROOT
          ? new KernelWait("lock", "0x4000", List.of(new KernelWait.Ender(1001, -1)))
          : null;
    }
  }
}
