package org.forkshell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.forkshell.process.MonotonicClock;
import org.jline.utils.NonBlockingInputStream;

/**
 * All that is typed, in the order in which it was typed. The terminal makes no signals of keys: a
 * key that was pressed right after Enter would be a signal or a character depending on who is
 * quicker, the typist or the change of the terminal's mode. So the keys are told apart here.
 *
 * <ul>
 *   <li>While somebody edits, the keys are theirs. Ctrl-C interrupts the editing when it is its
 *       turn.
 *   <li>While the keyboard is watched, because lines are executed, Ctrl-C and Ctrl-Z act at once;
 *       everything else is kept for whoever edits next. As at any terminal, Ctrl-C drops what was
 *       typed before it.
 *   <li>Otherwise nobody reads, and what is typed stays in the kernel: it may be for another
 *       program.
 * </ul>
 */
final class Keyboard extends NonBlockingInputStream {
  private static final int CHUNK = 4096;

  /**
   * The keys that have a meaning while lines are executed, as stty(1) names them.
   *
   * @param intr Ctrl-C unless the user chose another
   * @param susp Ctrl-Z
   * @param quit Ctrl-&#92;: it means nothing here
   */
  record Controls(int intr, int susp, int quit) {}

  private final InputStream terminal;
  private final BooleanSupplier isThere;
  private final Controls controls;
  private final MonotonicClock clock;
  private final Deque<Integer> typed = new ArrayDeque<>();
  private final ExecutorService actions;
  private final Thread watcher;
  private Runnable interrupt = () -> {};
  private Runnable suspend = () -> {};
  private Runnable hangup = () -> {};
  private boolean watched;
  private boolean edited;
  private boolean lent;
  // The watcher is in a read of the terminal, for a tenth of a second at most.
  private boolean watching;

  /**
   * @param terminal to be read from: it waits for a tenth of a second, then says that it has
   *     nothing
   * @param isThere whether the terminal is still there
   */
  Keyboard(InputStream terminal, BooleanSupplier isThere, Controls controls, MonotonicClock clock) {
    this.terminal = terminal;
    this.isThere = isThere;
    this.controls = controls;
    this.clock = clock;
    this.actions = Executors.newSingleThreadExecutor(task -> daemon(task, "control key"));
    this.watcher = daemon(this::watch, "keys");
    watcher.start();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Sets what Ctrl-C does while lines are executed. */
  synchronized void onInterrupt(Runnable action) {
    interrupt = action;
  }

  /** Sets what Ctrl-Z does while lines are executed. */
  synchronized void onSuspend(Runnable action) {
    suspend = action;
  }

  /**
   * Sets what is done when the terminal is gone while lines are executed: nobody can interrupt them
   * any more. Who reads finds it out by reading.
   */
  synchronized void onHangup(Runnable action) {
    hangup = action;
  }

  /**
   * Does what Ctrl-C does, as soon as what Ctrl-Z does is over: in between the terminal may have
   * made a signal of the key.
   */
  synchronized void interrupt() {
    actions.execute(interrupt);
  }

  /** Whether a key is Ctrl-Z, for who edits and gets it as a key. */
  boolean isSuspend(int key) {
    return key == controls.susp();
  }

  /** Begins or ends to look out for Ctrl-C and Ctrl-Z. */
  synchronized void watched(boolean now) {
    watched = now;
    notifyAll();
  }

  /** Somebody begins or ends to edit. */
  synchronized void edited(boolean now) {
    edited = now;
    notifyAll();
  }

  /** Somebody else begins or ends to read from the terminal; nobody does here when it returns. */
  synchronized void lent(boolean now) {
    lent = now;
    notifyAll();
    awaitWatcher();
  }

  private boolean isToBeWatched() {
    return watched && !edited && !lent && !closed;
  }

  private void awaitWatcher() {
    boolean interrupted = false;
    while (watching && !isToBeWatched()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    byte[] bytes = new byte[CHUNK];
    try {
      while (true) {
        synchronized (this) {
          watching = false;
          notifyAll();
          while (!isToBeWatched()) {
            if (closed) {
              return;
            }
            wait();
          }
          watching = true;
          sort();
        }
        int got = terminal.read(bytes);
        if (got <= 0 && !isThere.getAsBoolean()) {
          break;
        }
        synchronized (this) {
          for (int i = 0; i < got; i++) {
            typed.add(bytes[i] & 0xFF);
          }
          if (isToBeWatched()) {
            sort();
          }
        }
      }
    } catch (IOException | InterruptedException gone) {
      // Whoever reads next finds that out, too.
    }
    synchronized (this) {
      watching = false;
      watched = false;
      notifyAll();
      if (!closed && !isThere.getAsBoolean()) {
        actions.execute(hangup);
      }
    }
  }

  /** Acts on the keys that mean something while lines are executed; keeps the others. */
  private void sort() {
    Deque<Integer> kept = new ArrayDeque<>();
    for (int key : typed) {
      if (key == controls.intr()) {
        kept.clear();
        interrupt();
      } else if (key == controls.susp()) {
        actions.execute(suspend);
      } else if (key != controls.quit()) {
        kept.add(key);
      }
    }
    typed.clear();
    typed.addAll(kept);
  }

  /**
   * Reads a byte.
   *
   * @param timeout in milliseconds, 0 for as long as it takes
   * @throws InterruptedIOException when it is Ctrl-C's turn, or the thread was interrupted
   */
  @Override
  public int read(long timeout, boolean peek) throws IOException {
    long start = clock.nanos();
    do {
      synchronized (this) {
        while (watching && typed.isEmpty()) {
          try {
            wait();
          } catch (InterruptedException e) {
            throw interruption();
          }
        }
        while (!typed.isEmpty() && typed.element() == controls.quit()) {
          typed.remove();
        }
        if (!typed.isEmpty()) {
          return take(peek);
        }
      }
      if (Thread.interrupted()) {
        throw interruption();
      }
      int key = terminal.read();
      if (key >= 0) {
        synchronized (this) {
          typed.add(key);
        }
      } else if (!isThere.getAsBoolean()) {
        return EOF;
      }
    } while (timeout <= 0 || hasTyped() || clock.nanos() - start < timeout * 1_000_000);
    return READ_EXPIRED;
  }

  /** How many bytes were typed that nobody has read. */
  @Override
  public synchronized int available() throws IOException {
    return typed.size() + terminal.available();
  }

  /**
   * How many bytes were typed that nobody has read, also where the watcher is about to keep them:
   * between its read and that they are counted nowhere.
   */
  synchronized int pending() throws IOException {
    boolean before = lent;
    lent = true;
    try {
      awaitWatcher();
      return available();
    } finally {
      lent = before;
      notifyAll();
    }
  }

  private synchronized boolean hasTyped() {
    return !typed.isEmpty();
  }

  private int take(boolean peek) throws InterruptedIOException {
    int key = typed.element();
    if (key == controls.intr()) {
      typed.remove();
      throw interruption();
    }
    return peek ? key : typed.remove();
  }

  private static InterruptedIOException interruption() {
    return new InterruptedIOException("Ctrl-C");
  }

  /**
   * Ends it with this process. Who waits for a key meanwhile is not waited for: another of JLine's
   * shutdown hooks may have given the terminal back already, and then a read ends with a key only.
   */
  @Override
  public void close() throws IOException {
    super.close();
    synchronized (this) {
      notifyAll();
    }
    actions.shutdown();
  }
}
