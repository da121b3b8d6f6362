package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.forkshell.abi.Linux;
import org.forkshell.posix.CredentialReceiver;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.MonotonicClock;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/**
 * Reads what the processes write and tell, in one thread, and gives it on as one sequence of
 * events. The order is that of the event socket; bytes come over sockets of their own, stamped with
 * their writer's pid, and are put where their writer says that it wrote them. Bytes that nobody
 * will speak for follow when that is certain: an exec'd program's when all has been read that was
 * told before they were written, a killed process's when it is dead and all that it told has been
 * read.
 *
 * <p>No clock decides any of it. What is read is always first the bytes and then the events, so
 * that of whatever bytes are at hand all is known that was told before them; and each time it is
 * all that there was, by FIONREAD, however much comes meanwhile.
 */
final class Relay {
  private static final int CHUNK = 1 << 16;
  private static final short POLLIN = 1;
  private static final long FIONREAD = 0x541B;
  private static final int O_NONBLOCK_CLOEXEC = Linux.O_NONBLOCK | Linux.O_CLOEXEC;
  private static final int SHUT_RDWR = 2;

  /** How often the kernel is asked about processes that others wait for, while they do. */
  private static final int LOOK_MILLIS = 20;

  private static final int IDLE_MILLIS = 1000;

  /** Something that the kernel is asked between two readings. */
  interface Examination {
    /** Asks the kernel. After this all is read that has been written and told so far. */
    void look();

    /** What was found and has not been told meanwhile. */
    List<Event.FoundDead> findings();
  }

  private record Request(Examination examination, CountDownLatch done) {}

  private final Posix posix;
  private final MonotonicClock clock;
  private final long zygote;
  private final CredentialReceiver events;
  private final CredentialReceiver[] streams;
  private final Posix.Native pollfds = Posix.allocate(32);
  private final Posix.Native word = Posix.allocate(8);
  private final Posix.Native oneByte = Posix.allocate(1);
  private final int alarm;
  private final int alarmed;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final Map<Writer, UnattributedOutput> unclaimed = new HashMap<>();
  private final Deque<Message> told = new ArrayDeque<>();
  private final BirthOrder<Message> births = new BirthOrder<>();
  private final Ancestry ancestry = new Ancestry();
  private final Namespaces namespaces = new Namespaces();
  private final Set<Integer> hindered = new HashSet<>();
  private long received;
  private long lastLook;
  private volatile boolean isAtEnd;
  private final boolean[] shut = new boolean[2];
  private volatile boolean isShut;
  private final Thread thread;
  private volatile Consumer<Event> listener = event -> {};
  private volatile boolean stopped;
  private volatile boolean ended;
  private volatile boolean closed;

  private record Writer(int pid, int stream) {}

  /** What a process told. */
  private record Message(int pid, ByteBuffer record) {}

  Relay(Posix posix, MonotonicClock clock, long zygote, int events, int output, int error) {
    this.posix = posix;
    this.clock = clock;
    this.zygote = zygote;
    this.events = new CredentialReceiver(posix, events, 4096);
    this.streams =
        new CredentialReceiver[] {
          new CredentialReceiver(posix, output, CHUNK), new CredentialReceiver(posix, error, CHUNK)
        };
    if (posix.libc().pipe2(word.address(), O_NONBLOCK_CLOEXEC) != 0) {
      throw new SystemCallException("pipe2", posix.errno());
    }
    this.alarmed = word.buffer().getInt(0);
    this.alarm = word.buffer().getInt(4);
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

  /**
   * Whether a program shut down the socket that its output goes through: nothing that is written
   * from then on arrives here, whoever writes it.
   */
  boolean isShut() {
    return isShut && !isAtEnd;
  }

  void stop() {
    stopped = true;
    wake();
  }

  /**
   * Has something examined in the thread that reads, and waits until its findings have been told.
   * When this returns, all that was written and told before has been given on.
   */
  void examine(Examination examination) throws InterruptedException {
    if (Thread.currentThread() == thread) {
      return;
    }
    Request request = new Request(examination, new CountDownLatch(1));
    requests.add(request);
    wake();
    while (!closed && !request.done().await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {}
  }

  private synchronized void wake() {
    if (!closed) {
      posix.libc().write(alarm, oneByte.address(), 1);
    }
  }

  /** Nobody is left who could tell anything, though somebody may hold the other end: it is over. */
  synchronized void cutOff() {
    if (!closed) {
      posix.libc().shutdown(events.fd(), SHUT_RDWR);
    }
  }

  private void run() {
    while (!stopped) {
      boolean somebodyWaits = !births.isEmpty() || isHolding();
      await(somebodyWaits ? LOOK_MILLIS : IDLE_MILLIS);
      List<Request> due = new ArrayList<>();
      requests.drainTo(due);
      due.forEach(request -> request.examination().look());
      read();
      for (Request request : due) {
        request.examination().findings().forEach(this::foundDead);
        request.done().countDown();
      }
      if (somebodyWaits && !stopped && clock.nanos() - lastLook > LOOK_MILLIS * 1_000_000L) {
        help();
        lastLook = clock.nanos();
      }
    }
    close();
  }

  private synchronized void close() {
    requests.forEach(request -> request.done().countDown());
    posix.libc().close(events.fd());
    for (CredentialReceiver stream : streams) {
      posix.libc().close(stream.fd());
    }
    posix.libc().close(alarm);
    posix.libc().close(alarmed);
    closed = true;
  }

  private boolean isHolding() {
    return unclaimed.values().stream().anyMatch(bytes -> !bytes.isEmpty());
  }

  private void await(int millis) {
    int[] fds = {events.fd(), open(0), open(1), alarmed};
    for (int i = 0; i < fds.length; i++) {
      pollfds.buffer().putInt(8 * i, fds[i]).putInt(8 * i + 4, POLLIN);
    }
    posix.libc().poll(pollfds.address(), fds.length, millis);
    for (int stream = 1; stream <= streams.length; stream++) {
      boolean isNews = pollfds.buffer().getShort(8 * stream + 6) != 0;
      if (isNews && available(streams[stream - 1]) == 0) {
        // The news may be that it has ended.
        drain(stream);
      }
    }
    while (posix.libc().read(alarmed, word.address(), 8) > 0) {}
  }

  /** A stream's descriptor; none once it was shut down, because that would be news for ever. */
  private int open(int stream) {
    return shut[stream] ? -1 : streams[stream].fd();
  }

  /** Takes in all that is there, and gives on what can be. */
  private void read() {
    drainStreams();
    long known = received;
    readEvents();
    takeTurns();
    showSilent(known);
    unclaimed.forEach(
        (writer, bytes) -> {
          if (bytes.size() > 4 * CHUNK && !births.holds(writer.pid())) {
            // A huge write is still going on: show what is there rather than hold it all.
            show(writer, bytes.takeAhead(Long.MAX_VALUE));
          }
        });
    if (isAtEnd) {
      if (births.giveUp()) {
        births.release(told);
        takeTurns();
      }
      // The zygote and all its descendants are gone.
      stopped = true;
      drainStreams();
      show((writer, bytes) -> true);
      end().accept(new Event.AllEnded(origin(0)));
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
    for (int stream = 1; stream <= streams.length; stream++) {
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
  private void help() {
    Set<Integer> awaited = new HashSet<>(births.parents());
    unclaimed.forEach(
        (writer, bytes) -> {
          if (!bytes.isEmpty()) {
            awaited.add(writer.pid());
          }
        });
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

  private void foundDead(Event.FoundDead found) {
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
      Event event = EventRecord.decode(message.record(), message.pid(), new byte[0]);
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

  private synchronized Consumer<Event> end() {
    ended = true;
    return listener;
  }

  private void readEvents() {
    int left = available(events);
    int got = -1;
    while (left >= 0 && (got = events.receive()) > 0) {
      // At least once, to learn of the end.
      left -= got;
      byte[] record = new byte[got];
      events.data().get(0, record);
      ByteBuffer message = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
      if (got >= EventRecord.SIZE && EventRecord.isSound(message, events.pid() == zygote)) {
        told.add(new Message(events.pid(), message));
        ancestry.told(EventRecord.decode(message, events.pid(), new byte[0]));
      }
    }
    isAtEnd |= got == 0;
  }

  /** How many bytes there are now; more may follow. */
  private int available(CredentialReceiver from) {
    int answer = posix.libc().ioctl(from.fd(), FIONREAD, word.address());
    return answer == 0 ? word.buffer().getInt(0) : Integer.MAX_VALUE;
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
      showTheRest();
    }
    collected(event);
    event.accept(ancestry);
    event.accept(namespaces);
    listener.accept(event);
  }

  private void showTheRest() {
    drainStreams();
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
    drainStreams();
    readEvents();
    // What strangers wrote after that may be from later, if more has been told already.
    long until = told.isEmpty() ? Long.MAX_VALUE : lastPlace(dead);
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
    unclaimed.keySet().removeIf(writer -> writer.pid() == pid);
    ancestry.forget(pid);
    namespaces.forget(pid);
  }

  private long lastPlace(int pid) {
    long last = 0;
    for (Map.Entry<Writer, UnattributedOutput> entry : unclaimed.entrySet()) {
      last = entry.getKey().pid() == pid ? Math.max(last, entry.getValue().lastPlace()) : last;
    }
    return last;
  }

  private byte[] claim(Writer writer, int count) {
    UnattributedOutput own = unclaimed(writer);
    // They were written before they were told of, so they are here or in the socket.
    int left = available(streams[writer.stream() - 1]);
    int got = 1;
    while (!own.covers(count) && left > 0 && got > 0) {
      got = drain(writer.stream());
      left -= got;
    }
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

  private UnattributedOutput unclaimed(Writer writer) {
    return unclaimed.computeIfAbsent(writer, key -> new UnattributedOutput());
  }

  private void drainStreams() {
    for (int stream = 1; stream <= streams.length; stream++) {
      int left = available(streams[stream - 1]);
      int got = 1;
      while (left > 0 && got > 0) {
        got = drain(stream);
        left -= got;
      }
    }
  }

  /** Takes in one message; says how many bytes it had, 0 or less where there is none. */
  private int drain(int stream) {
    CredentialReceiver from = streams[stream - 1];
    int got = from.receive();
    if (got <= 0) {
      shut[stream - 1] |= got == 0;
      isShut |= got == 0;
      return got;
    }
    byte[] bytes = new byte[got];
    from.data().get(0, bytes);
    Writer writer = new Writer(from.pid(), stream);
    ancestry.look(writer.pid());
    unclaimed(writer).add(bytes, ++received);
    return got;
  }

  private void show(BiPredicate<Writer, UnattributedOutput> which) {
    show(Long.MAX_VALUE, which);
  }

  /** Shows what was read before {@code place}, in that order. */
  private void show(long place, BiPredicate<Writer, UnattributedOutput> which) {
    unclaimed.entrySet().stream()
        .filter(entry -> entry.getValue().place() < place)
        .filter(entry -> which.test(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(entry -> entry.getValue().place()))
        .toList()
        .forEach(entry -> show(entry.getKey(), entry.getValue().takeAhead(place)));
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
