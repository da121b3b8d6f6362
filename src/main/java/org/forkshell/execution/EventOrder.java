package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.forkshell.execution.UnclaimedOutput.Writer;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.MonotonicClock;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Makes one sequence of events of what the processes write and tell. The order is that of the event
 * socket. As long as all who write tell of it, the bytes come with what they tell; else over
 * sockets of their own, stamped with their writer's pid, and are put where their writer says that
 * it wrote them. Bytes that nobody will speak for follow when that is certain: an exec'd program's
 * when all has been read that was told before they were written, a killed process's when it is dead
 * and all that it told has been read.
 *
 * <p>No clock decides any of it. What is read is always first the bytes and then the events, so
 * that of whatever bytes are at hand all is known that was told before them.
 */
final class EventOrder implements Channels.Receiver {
  /**
   * What a process told.
   *
   * @param event what that means; the bytes that are still to be claimed are not in it
   */
  private record Message(int pid, ByteBuffer record, Event event) {
    boolean isOutput() {
      return EventRecord.kind(record) == Kind.OUTPUT;
    }
  }

  private static final byte[] NONE = {};

  private final MonotonicClock clock;
  private final Channels channels;
  private final Consumer<Event> listener;
  private final Consumer<Event.AllEnded> end;
  private final UnclaimedOutput unclaimed = new UnclaimedOutput();
  private final Deque<Message> told = new ArrayDeque<>();
  private final BirthOrder<Message> births = new BirthOrder<>();
  private final Ancestry ancestry = new Ancestry();
  private final Namespaces namespaces = new Namespaces();
  private final Set<Integer> hindered = new HashSet<>();

  /**
   * @param listener hears of everything
   * @param end hears that nobody is left, instead
   */
  EventOrder(
      MonotonicClock clock,
      Channels channels,
      Consumer<Event> listener,
      Consumer<Event.AllEnded> end) {
    this.clock = clock;
    this.channels = channels;
    this.listener = listener;
    this.end = end;
  }

  @Override
  public void wrote(int pid, int stream, byte[] bytes) {
    ancestry.look(pid);
    unclaimed.add(new Writer(pid, stream), bytes);
  }

  @Override
  public void told(int pid, ByteBuffer record) {
    Event event = EventRecord.decode(record, pid, NONE);
    told.add(new Message(pid, record, event));
    ancestry.told(event);
  }

  /** Whether something waits for what somebody else is to tell. */
  boolean isWaiting() {
    return !births.isEmpty() || unclaimed.isHolding();
  }

  /** Takes in all that is there, and gives on what can be. */
  void read() {
    channels.takeOutput(this);
    long known = unclaimed.received();
    channels.takeEvents(this);
    takeTurns();
    showSilent(known);
    unclaimed.forEach(
        (writer, bytes) -> {
          if (bytes.size() > 4 * Channels.CHUNK && !births.holds(writer.pid())) {
            // A huge write is still going on: show what is there rather than hold it all.
            show(writer, bytes.takeAhead(Long.MAX_VALUE));
          }
        });
    if (channels.isAtEnd()) {
      if (births.giveUp()) {
        births.release(told);
        takeTurns();
      }
      // The zygote and all its descendants are gone.
      channels.takeOutput(this);
      show((writer, bytes) -> true);
      end.accept(new Event.AllEnded(origin(0)));
    }
  }

  /**
   * Shows what those wrote who never speak for it, as far as all is known that was told before. On
   * each stream it waits for what others wrote there before and are about to speak for.
   *
   * @param until the place up to which that is known
   */
  private void showSilent(long until) {
    long[] before = {Long.MAX_VALUE, Long.MAX_VALUE};
    unclaimed.forEach(
        (writer, bytes) -> {
          boolean held = births.holds(writer.pid());
          if (!bytes.isEmpty()
              && !isSilent(writer.pid())
              && (held || !hindered.contains(writer.pid()))) {
            int stream = writer.stream() - 1;
            before[stream] = Math.min(before[stream], bytes.place());
          }
        });
    for (int stream = 1; stream <= before.length; stream++) {
      int one = stream;
      show(
          Math.min(until + 1, before[stream - 1]),
          (writer, bytes) -> writer.stream() == one && isSilent(writer.pid()));
    }
  }

  /** Whether nobody will speak for what a process writes; of a stranger it must be known whose. */
  private boolean isSilent(int pid) {
    return ancestry.isStranger(pid)
        ? births.isEmpty()
        : !births.holds(pid) && ancestry.isSilent(pid);
  }

  /**
   * Somebody has to wait until a process tells something: the kernel knows whether it can. One that
   * is stopped may not for long, one that is dead never will.
   */
  void help() {
    Set<Integer> awaited = new HashSet<>(births.parents());
    awaited.addAll(unclaimed.writers());
    Set<Integer> stopped = new HashSet<>();
    Set<Integer> dead = new HashSet<>();
    for (int pid : awaited) {
      ProcessStatus status = ProcessStatus.read(pid).orElse(null);
      if (status == null || !status.isAlive()) {
        dead.add(pid);
      } else if (status.isStopped()) {
        stopped.add(pid);
      }
    }
    hindered.clear();
    if (stopped.isEmpty() && dead.isEmpty()) {
      return;
    }
    hindered.addAll(stopped);
    hindered.addAll(dead);
    read();
    if (births.giveUp(hindered::contains)) {
      births.release(told);
      takeTurns();
    }
    show((writer, bytes) -> dead.contains(writer.pid()) && !births.holds(writer.pid()));
  }

  /** The kernel says that a process is dead. */
  void foundDead(Event.FoundDead found) {
    ended(found.pid());
    if (found.gone()) {
      forget(found.pid());
    }
    listener.accept(found);
  }

  /** Delivers what was told, but a child's words only after its parent's that it has a child. */
  private void takeTurns() {
    while (!told.isEmpty()) {
      Message message = told.remove();
      Event event = message.event();
      if (births.keeps(message, event, isOfAFamily(event))) {
        continue;
      }
      if (isOverdue(event)) {
        told.addFirst(message);
        births.release(told);
        continue;
      }
      deliver(message);
      if (event instanceof Event.Forked forked) {
        births.forked(forked);
        births.release(told);
      }
    }
  }

  private boolean isOfAFamily(Event event) {
    return event instanceof Event.Born born && !ancestry.isStranger(born.parent());
  }

  /** Whether somebody is kept waiting who is to be heard before this event. */
  private boolean isOverdue(Event event) {
    if (births.isEmpty()) {
      return false;
    }
    if (event instanceof Event.AllEnded) {
      return births.giveUp();
    }
    if (event instanceof Event.Collecting collecting && births.collected(collecting.child())) {
      return true;
    }
    return !(event instanceof Event.Forked) && births.isOver(event.pid());
  }

  private void deliver(Message message) {
    Event event = message.isOutput() ? output(message) : message.event();
    if (event == null) {
      return;
    }
    if (event instanceof Event.AllEnded) {
      showTheRest();
    }
    collected(event);
    event.accept(ancestry);
    event.accept(namespaces);
    listener.accept(event);
  }

  private void showTheRest() {
    channels.takeOutput(this);
    show((writer, left) -> true);
    unclaimed.clear();
    births.clear();
  }

  /** If somebody was collected by an event, that one's words come first and its pid may go. */
  private void collected(Event event) {
    if (event instanceof Event.Collecting collecting && collecting.collects()) {
      ended(collecting.child());
      forget(collecting.child());
    }
  }

  /** What a process wrote, and the processes that it waited for, comes before its end. */
  private void ended(int dead) {
    channels.takeOutput(this);
    channels.takeEvents(this);
    // What strangers wrote after that may be from later, if more has been told already.
    long until = told.isEmpty() ? Long.MAX_VALUE : unclaimed.lastPlace(dead);
    show(
        (writer, bytes) ->
            writer.pid() == dead
                || (ancestry.isStranger(writer.pid())
                    && (bytes.place() < until || ancestry.descends(writer.pid(), dead))));
    namespaces
        .endedWith(dead)
        .forEach(
            (pid, how) -> {
              Event.Reaped reaped = new Event.Reaped(origin(dead), pid, how);
              collected(reaped);
              listener.accept(reaped);
            });
  }

  /** The kernel has forgotten a process, and its pid may come again. */
  private void forget(int pid) {
    unclaimed.forget(pid);
    ancestry.forget(pid);
    namespaces.forget(pid);
  }

  /** What was written, with the bytes; null where there are none. */
  private @Nullable Event output(Message message) {
    ByteBuffer record = message.record();
    int count = (int) EventRecord.argument(record, 1);
    if (EventRecord.bringsOutput(record)) {
      return count == 0 ? null : message.event();
    }
    byte[] bytes = claim(new Writer(message.pid(), (int) EventRecord.argument(record, 0)), count);
    return bytes.length == 0 ? null : EventRecord.decode(record, message.pid(), bytes);
  }

  private byte[] claim(Writer writer, int count) {
    // They were written before they were told of, so they are here or in the socket.
    channels.takeOutput(writer.stream(), () -> unclaimed.of(writer).covers(count), this);
    // What was written to the same stream before, and nobody speaks for, comes first.
    show(
        unclaimed.of(writer).place(),
        (other, bytes) -> other.stream() == writer.stream() && ancestry.isSilent(other.pid()));
    return unclaimed.claim(writer, count);
  }

  private void show(BiPredicate<Writer, UnattributedOutput> which) {
    show(Long.MAX_VALUE, which);
  }

  /** Shows what was read before {@code place}, in that order. */
  private void show(long place, BiPredicate<Writer, UnattributedOutput> which) {
    unclaimed.take(place, which, this::show);
  }

  private void show(Writer writer, byte[] bytes) {
    int pid = writer.pid();
    if (ancestry.isNews(pid)) {
      listener.accept(new Event.Descended(origin(pid), ancestry.ancestor(pid)));
    }
    listener.accept(new Event.Output(origin(pid), writer.stream(), bytes, FlushReason.WRITE));
  }

  private Event.Origin origin(int pid) {
    return new Event.Origin(pid, clock.nanos(), 0, List.of());
  }
}
