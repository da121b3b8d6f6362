package org.forkshell.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.forkshell.posix.CredentialReceiver;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.wire.EventRecord;
import org.forkshell.wire.EventRecord.Kind;

/**
 * Reads what the processes write and tell, in one thread, and gives it on as one sequence of
 * events. The order is that of the event socket; bytes come over sockets of their own, stamped with
 * their writer's pid, and are put where their writer says that it wrote them. Bytes that nobody
 * speaks for, an exec'd program's or a killed one's, follow after a moment.
 */
final class Relay {
  private static final int CHUNK = 1 << 16;
  private static final short POLLIN = 1;
  private static final int CLAIM_MILLIS = 20;

  private final Posix posix;
  private final CredentialReceiver events;
  private final CredentialReceiver[] streams;
  private final Posix.Native pollfds = Posix.allocate(24);
  private final Map<Long, Pending> pending = new HashMap<>();
  private final Thread thread;
  private volatile Consumer<Event> listener = event -> {};
  private volatile boolean stopped;
  private volatile boolean ended;

  /**
   * Bytes of one process on one stream that no event has spoken for, or that were shown before
   * their event came.
   */
  private static final class Pending {
    private byte[] bytes = new byte[0];
    private long shownAhead;

    void add(byte[] more) {
      byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + more.length);
      System.arraycopy(more, 0, all, bytes.length, more.length);
      bytes = all;
    }

    byte[] take(int count) {
      byte[] taken = java.util.Arrays.copyOf(bytes, count);
      bytes = java.util.Arrays.copyOfRange(bytes, count, bytes.length);
      return taken;
    }
  }

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
      int ready =
          await(pending.values().stream().anyMatch(p -> p.bytes.length > 0) ? CLAIM_MILLIS : 1000);
      boolean anything = drainEvents();
      anything |= drainStreams();
      if (ready == 0 && !anything) {
        showUnclaimed();
      }
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
    boolean any = false;
    int got;
    while ((got = events.receive()) > 0) {
      any = true;
      if (got == EventRecord.SIZE) {
        deliver(events.pid());
      }
    }
    if (got == 0) {
      // The zygote and all its descendants are gone.
      stopped = true;
      drainStreams();
      showUnclaimed();
      end().accept(new Event.AllEnded(origin(0)));
    }
    return any;
  }

  private synchronized Consumer<Event> end() {
    ended = true;
    return listener;
  }

  private void deliver(int pid) {
    byte[] bytes = new byte[0];
    if (EventRecord.kind(events.data()) == Kind.OUTPUT) {
      int stream = (int) EventRecord.argument(events.data(), 0);
      bytes = claim(pid, stream, (int) EventRecord.argument(events.data(), 1));
      if (bytes.length == 0) {
        return;
      }
    } else if (EventRecord.kind(events.data()) == Kind.ALL_ENDED) {
      drainStreams();
      showUnclaimed();
      pending.clear();
    }
    listener.accept(EventRecord.decode(events.data(), pid, bytes));
  }

  /**
   * The next {@code count} bytes of a writer, less those that were shown before they were spoken
   * for.
   */
  private byte[] claim(int pid, int stream, int count) {
    Pending own = pending(pid, stream);
    // They were written before they were told of, so they are here or in the socket.
    while (own.bytes.length + own.shownAhead < count && drain(stream)) {}
    int ahead = (int) Math.min(own.shownAhead, count);
    own.shownAhead -= ahead;
    return own.take(Math.min(own.bytes.length, count - ahead));
  }

  private Pending pending(int pid, int stream) {
    return pending.computeIfAbsent(((long) pid << 2) | stream, key -> new Pending());
  }

  private boolean drainStreams() {
    boolean any = false;
    for (int stream = 1; stream <= streams.length; stream++) {
      while (drain(stream)) {
        any = true;
      }
    }
    return any;
  }

  private boolean drain(int stream) {
    CredentialReceiver from = streams[stream - 1];
    int got = from.receive();
    if (got <= 0) {
      return false;
    }
    byte[] bytes = new byte[got];
    from.data().get(0, bytes);
    Pending own = pending(from.pid(), stream);
    own.add(bytes);
    if (own.bytes.length > 4 * CHUNK) {
      // A huge write is still going on: show what is there rather than hold it all.
      show(from.pid(), stream, own);
    }
    return true;
  }

  private void showUnclaimed() {
    for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
      if (entry.getValue().bytes.length > 0) {
        show((int) (entry.getKey() >> 2), (int) (entry.getKey() & 3), entry.getValue());
      }
    }
  }

  private void show(int pid, int stream, Pending own) {
    own.shownAhead += own.bytes.length;
    listener.accept(
        new Event.Output(origin(pid), stream, own.take(own.bytes.length), FlushReason.WRITE));
  }

  private static Event.Origin origin(int pid) {
    return new Event.Origin(pid, System.nanoTime(), 0, List.of());
  }
}
