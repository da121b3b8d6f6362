package org.forkshell.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.forkshell.posix.CredentialReceiver;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/**
 * Reads what the processes write and tell, in one thread, and gives it on as one sequence of
 * events. The order is that of the event socket; bytes come over sockets of their own, stamped with
 * their writer's pid, and are put where their writer says that it wrote them. Bytes that nobody
 * speaks for, an exec'd program's or a killed one's, follow after a moment, or before it is told
 * that somebody collected the writer.
 */
final class Relay {
  private static final int CHUNK = 1 << 16;
  private static final short POLLIN = 1;
  private static final int CLAIM_MILLIS = 20;

  /** How long bytes may wait for their event while other events keep coming. */
  private static final long CLAIM_NANOS = 200_000_000;

  // More than a socket holds, in messages and in bytes: after so much, all that was there at first
  // has been read, though somebody writes on and on.
  private static final int ROUNDS = 1000;
  private static final int CAPACITY = 1 << 19;

  private final Posix posix;
  private final CredentialReceiver events;
  private final CredentialReceiver[] streams;
  private final Posix.Native pollfds = Posix.allocate(24);
  private final Map<Writer, Unclaimed> unclaimed = new HashMap<>();
  private final Deque<Message> told = new ArrayDeque<>();
  private final Newborns<Message> newborns = new Newborns<>();
  private final Ancestry ancestry = new Ancestry();
  private final Namespaces namespaces = new Namespaces();
  private long received;
  private boolean isAtEnd;
  private final Thread thread;
  private volatile Consumer<Event> listener = event -> {};
  private volatile boolean stopped;
  private volatile boolean ended;

  private record Writer(int pid, int stream) {}

  /** What a process told. */
  private record Message(int pid, ByteBuffer record) {}

  Relay(Posix posix, int events, int output, int error) {
    this.posix = posix;
    this.events = new CredentialReceiver(posix, events, 4096);
    this.streams =
        new CredentialReceiver[] {
          new CredentialReceiver(posix, output, CHUNK), new CredentialReceiver(posix, error, CHUNK)
        };
    this.thread = new Thread(this::run, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Sets who hears of everything from now on, in another thread. Who comes too late hears at least
   * that nobody is left.
   */
  synchronized void listen(Consumer<Event> consumer) {
    listener = consumer;
    if (ended) {
      new Thread(() -> consumer.accept(new Event.AllEnded(origin(0))), "relay's end").start();
    }
  }

  /** Whether the zygote and all that it forked are gone. */
  boolean isEnded() {
    return ended;
  }

  void stop() {
    stopped = true;
  }

  private void run() {
    while (!stopped) {
      boolean holding = unclaimed.values().stream().anyMatch(bytes -> !bytes.isEmpty());
      int ready = await(holding || !newborns.isEmpty() ? CLAIM_MILLIS : 1000);
      boolean anything = drainEvents();
      anything |= drainStreams();
      boolean quiet = ready == 0 && !anything;
      // Who speaks for a newborn's bytes may be kept back: nobody would know whose they are.
      show(
          (writer, bytes) ->
              !newborns.holds(writer.pid()) && (quiet || bytes.waitsLongerThan(CLAIM_NANOS)));
    }
    posix.libc().close(events.fd());
    for (CredentialReceiver stream : streams) {
      posix.libc().close(stream.fd());
    }
  }

  private int await(int millis) {
    int[] fds = {events.fd(), streams[0].fd(), streams[1].fd()};
    for (int i = 0; i < fds.length; i++) {
      pollfds.buffer().putInt(8 * i, fds[i]).putInt(8 * i + 4, POLLIN);
    }
    return posix.libc().poll(pollfds.address(), fds.length, millis);
  }

  private boolean drainEvents() {
    readEvents();
    boolean any = !told.isEmpty();
    takeTurns();
    if (isAtEnd) {
      if (newborns.giveUp(true)) {
        newborns.release(told);
        takeTurns();
      }
      // The zygote and all its descendants are gone.
      stopped = true;
      drainStreams();
      show((writer, bytes) -> true);
      end().accept(new Event.AllEnded(origin(0)));
    }
    return any;
  }

  /** Delivers what was told, but a child's words only after its parent's that it has a child. */
  private void takeTurns() {
    if (newborns.giveUp(false)) {
      newborns.release(told);
    }
    while (!told.isEmpty()) {
      Message message = told.remove();
      Event event = EventRecord.decode(message.record(), message.pid(), new byte[0]);
      if (newborns.keeps(message, event, isOfAFamily(event))) {
        continue;
      }
      if (isOverdue(event)) {
        told.addFirst(message);
        newborns.release(told);
        continue;
      }
      deliver(message);
      if (event instanceof Event.Forked forked) {
        newborns.forked(forked);
        newborns.release(told);
      }
    }
  }

  private boolean isOfAFamily(Event event) {
    return event instanceof Event.Born born && !ancestry.isStranger(born.parent());
  }

  /** Whether somebody is kept waiting who is to be heard before this event. */
  private boolean isOverdue(Event event) {
    if (newborns.isEmpty()) {
      return false;
    }
    if (event instanceof Event.AllEnded) {
      return newborns.giveUp(true);
    }
    if (event instanceof Event.Reaped reaped) {
      return newborns.collected(reaped.child());
    }
    if (event instanceof Event.Waited waited && newborns.collected(waited.child())) {
      return true;
    }
    return !(event instanceof Event.Forked) && newborns.isOver(event.pid());
  }

  private synchronized Consumer<Event> end() {
    ended = true;
    return listener;
  }

  private void readEvents() {
    int got = -1;
    for (int round = 0; round < ROUNDS && (got = events.receive()) > 0; round++) {
      if (got == EventRecord.SIZE) {
        byte[] record = new byte[got];
        events.data().get(0, record);
        ByteBuffer message = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
        told.add(new Message(events.pid(), message));
        ancestry.told(EventRecord.decode(message, events.pid(), new byte[0]));
      }
    }
    isAtEnd = got == 0;
  }

  private void deliver(Message message) {
    int pid = message.pid();
    ByteBuffer record = message.record();
    byte[] bytes = new byte[0];
    if (EventRecord.kind(record) == Kind.OUTPUT) {
      int stream = (int) EventRecord.argument(record, 0);
      bytes = claim(new Writer(pid, stream), (int) EventRecord.argument(record, 1));
      if (bytes.length == 0) {
        return;
      }
    }
    Event event = EventRecord.decode(record, pid, bytes);
    if (event instanceof Event.AllEnded) {
      drainStreams();
      show((writer, left) -> true);
      unclaimed.clear();
      newborns.clear();
    } else if (event instanceof Event.Waited waited) {
      collected(waited.child(), waited.status());
    } else if (event instanceof Event.Reaped reaped) {
      collected(reaped.child(), reaped.status());
    }
    ancestry.happened(event);
    namespaces.happened(event);
    listener.accept(event);
  }

  /** What a process wrote, and the processes that it waited for, comes before its end. */
  private void collected(int child, WaitStatus status) {
    if (child > 0 && !status.stopped() && !status.continued()) {
      drainStreams();
      readEvents();
      // What strangers wrote after that may be from later, if more has been told already.
      long until = told.isEmpty() ? Long.MAX_VALUE : lastPlace(child);
      show(
          (writer, bytes) ->
              writer.pid() == child
                  || (ancestry.isStranger(writer.pid())
                      && (bytes.place() < until || ancestry.descends(writer.pid(), child))));
      unclaimed.keySet().removeIf(writer -> writer.pid() == child);
      ancestry.forget(child);
      namespaces
          .endedWith(child)
          .forEach(
              (pid, how) -> {
                collected(pid, how);
                listener.accept(new Event.Reaped(origin(child), pid, how));
              });
      namespaces.forget(child);
    }
  }

  private long lastPlace(int pid) {
    long last = 0;
    for (Map.Entry<Writer, Unclaimed> entry : unclaimed.entrySet()) {
      last = entry.getKey().pid() == pid ? Math.max(last, entry.getValue().lastPlace()) : last;
    }
    return last;
  }

  private byte[] claim(Writer writer, int count) {
    Unclaimed own = unclaimed(writer);
    // They were written before they were told of, so they are here or in the socket.
    while (!own.covers(count) && drain(writer.stream()) > 0) {}
    // What was written to the same stream before, and nobody speaks for, comes first.
    show(
        own.place(),
        (other, bytes) -> other.stream() == writer.stream() && ancestry.isSilent(other.pid()));
    byte[] bytes = own.claim(count);
    if (own.isSettled()) {
      unclaimed.remove(writer);
    }
    return bytes;
  }

  private Unclaimed unclaimed(Writer writer) {
    return unclaimed.computeIfAbsent(writer, key -> new Unclaimed());
  }

  private boolean drainStreams() {
    boolean any = false;
    for (int stream = 1; stream <= streams.length; stream++) {
      int drained = 0;
      int got = 1;
      for (int round = 0; round < ROUNDS && drained < CAPACITY && got > 0; round++) {
        got = drain(stream);
        drained += Math.max(0, got);
      }
      any |= drained > 0;
    }
    return any;
  }

  /** Takes in one message; says how many bytes it had, 0 or less where there is none. */
  private int drain(int stream) {
    CredentialReceiver from = streams[stream - 1];
    int got = from.receive();
    if (got <= 0) {
      return got;
    }
    byte[] bytes = new byte[got];
    from.data().get(0, bytes);
    Writer writer = new Writer(from.pid(), stream);
    ancestry.look(writer.pid());
    Unclaimed own = unclaimed(writer);
    own.add(bytes, ++received);
    if (own.size() > 4 * CHUNK) {
      // A huge write is still going on: show what is there rather than hold it all.
      show(writer, own.takeAhead(Long.MAX_VALUE));
    }
    return got;
  }

  private void show(BiPredicate<Writer, Unclaimed> which) {
    show(Long.MAX_VALUE, which);
  }

  /** Shows what was read before {@code place}, in that order. */
  private void show(long place, BiPredicate<Writer, Unclaimed> which) {
    unclaimed.entrySet().stream()
        .filter(entry -> entry.getValue().place() < place)
        .filter(entry -> which.test(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(entry -> entry.getValue().place()))
        .toList()
        .forEach(entry -> show(entry.getKey(), entry.getValue().takeAhead(place)));
  }

  private void show(Writer writer, byte[] bytes) {
    int pid = writer.pid();
    if (ancestry.isStranger(pid)) {
      // Who was born has said so before it wrote.
      readEvents();
    }
    if (ancestry.isNews(pid)) {
      listener.accept(new Event.Descended(origin(pid), ancestry.ancestor(pid)));
    }
    listener.accept(new Event.Output(origin(pid), writer.stream(), bytes, FlushReason.WRITE));
  }

  private static Event.Origin origin(int pid) {
    return new Event.Origin(pid, System.nanoTime(), 0, List.of());
  }
}
