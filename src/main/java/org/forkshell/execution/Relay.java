package org.forkshell.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event;
import org.forkshell.process.MonotonicClock;

/**
 * The thread that reads what the processes write and tell, through {@link Channels}, and gives it
 * on in {@link EventOrder}.
 */
final class Relay {
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

  private final MonotonicClock clock;
  private final Channels channels;
  private final EventOrder order;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private long lastLook;
  private final Thread thread;
  private volatile Session.Listener listener = event -> {};
  private volatile boolean stopped;
  private volatile boolean ended;
  private volatile boolean closed;

  Relay(Posix posix, MonotonicClock clock, long zygote, int events, int output, int error) {
    this.clock = clock;
    this.channels = new Channels(posix, zygote, events, output, error);
    this.order = new EventOrder(clock, channels, event -> listener.hear(event), this::end);
    this.thread = new Thread(this::run, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Sets who hears of everything from now on, in another thread. Who comes too late hears at least
   * that nobody is left.
   */
  synchronized void listen(Session.Listener newcomer) {
    listener = newcomer;
    if (ended) {
      new Thread(() -> end(newcomer, new Event.AllEnded(nobody())), "relay's end").start();
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
    return channels.isShut() && !channels.isAtEnd();
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
      channels.wake();
    }
  }

  /** Nobody is left who could tell anything, though somebody may hold the other end: it is over. */
  synchronized void cutOff() {
    if (!closed) {
      channels.cutOff();
    }
  }

  private void run() {
    while (!stopped) {
      boolean somebodyWaits = order.isWaiting();
      channels.await(somebodyWaits ? LOOK_MILLIS : IDLE_MILLIS, order);
      List<Request> due = new ArrayList<>();
      requests.drainTo(due);
      due.forEach(request -> request.examination().look());
      order.read();
      for (Request request : due) {
        request.examination().findings().forEach(order::foundDead);
      }
      listener.rest();
      due.forEach(request -> request.done().countDown());
      if (somebodyWaits && !stopped && clock.nanos() - lastLook > LOOK_MILLIS * 1_000_000L) {
        order.help();
        listener.rest();
        lastLook = clock.nanos();
      }
    }
    close();
  }

  private synchronized void close() {
    requests.forEach(request -> request.done().countDown());
    channels.close();
    closed = true;
  }

  /** Nobody is left. */
  private void end(Event.AllEnded event) {
    stopped = true;
    end(lastListener(), event);
  }

  private static void end(Session.Listener listener, Event.AllEnded event) {
    listener.hear(event);
    listener.rest();
  }

  private synchronized Session.Listener lastListener() {
    ended = true;
    return listener;
  }

  private Event.Origin nobody() {
    return new Event.Origin(0, clock.nanos(), 0, List.of());
  }
}
