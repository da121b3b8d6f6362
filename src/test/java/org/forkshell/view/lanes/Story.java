package org.forkshell.view.lanes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.History;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.EventSource;
import org.forkshell.view.Messages;

/** Events made by hand: pids are 100 for the root, 1 for who adopts orphans. */
final class Story {
  static final int REAPER = 1;
  static final int ROOT = 100;

  private final List<Event> events = new ArrayList<>();
  private long now;

  Story() {
    events.add(new Event.RootStarted(by(REAPER), ROOT));
    events.add(new Event.Born(by(ROOT), 0, 0));
  }

  private Event.Origin by(int pid) {
    return at(pid, now += 1_000_000);
  }

  private static Event.Origin at(int pid, long nanos) {
    return new Event.Origin(pid, nanos, 1, List.of());
  }

  Story fork(int parent, int child, int index) {
    return forked(parent, child, index).born(child, parent, index);
  }

  Story forked(int parent, int child, int index) {
    events.add(new Event.Forked(by(parent), child, index));
    return this;
  }

  Story born(int child, int parent, int index) {
    events.add(new Event.Born(by(child), parent, index));
    return this;
  }

  Story writes(int pid, String text) {
    return writes(pid, text.getBytes(StandardCharsets.UTF_8));
  }

  Story writes(int pid, byte[] bytes) {
    events.add(new Event.Output(by(pid), 1, bytes, FlushReason.NEWLINE));
    return this;
  }

  Story blocks(int pid) {
    events.add(new Event.Blocked(by(pid), Event.Call.WAIT, -1));
    return this;
  }

  Story waits(int pid, int child, WaitStatus status) {
    events.add(new Event.Waited(by(pid), child, status, 0));
    return this;
  }

  Story waits(int pid, int child, int code) {
    return waits(pid, child, WaitStatus.ofExit(code));
  }

  Story exits(int pid, int code) {
    events.add(new Event.Exiting(by(pid), code));
    return this;
  }

  Story kills(int pid, int target, int signal) {
    events.add(new Event.Killed(by(pid), target, signal, 0));
    return this;
  }

  Story reaps(int child, int code) {
    events.add(new Event.Reaped(by(REAPER), child, WaitStatus.ofExit(code)));
    return this;
  }

  Story add(Event event) {
    events.add(event);
    return this;
  }

  /** All that comes now happens at one and the same moment. */
  Story frozen() {
    now--;
    return this;
  }

  List<Event> events() {
    return events;
  }

  LaneChart chart() {
    return chart(origin -> 0);
  }

  LaneChart chart(EventSource source) {
    return LaneChart.of(History.Excerpt.of(events), source);
  }

  static Phrases phrases(LaneChart chart, boolean ascii) {
    return phrases(chart, ascii, Locale.ENGLISH);
  }

  static Phrases phrases(LaneChart chart, boolean ascii, Locale locale) {
    return new Phrases(
        chart,
        new Messages(LaneChart.class, "Messages", locale),
        new Messages(Messages.class, "Messages", locale),
        errno -> errno == 10 ? "ECHILD" : errno == 2 ? "ENOENT" : "E" + errno,
        ascii,
        new Phrases.Amount(8, 240));
  }
}
