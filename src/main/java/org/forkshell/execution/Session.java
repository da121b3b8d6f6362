package org.forkshell.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board.StandardOutput;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A run, to whoever watches it: one root process with all its descendants, and the log of what they
 * are to do. Where the processes are real, and where they are not, is nothing that its users know.
 */
public interface Session extends AutoCloseable {
  /**
   * @param limit how many live processes there may be
   * @param output what the programs are told that their standard output is
   * @param raw whether descriptors 1 and 2 are the console's own rather than relayed: what is
   *     written is then not seen, only passed
   * @param events whether the processes tell of what happens
   * @param input the file that the root has as its standard input, null for the host's own
   */
  record Options(
      int limit, StandardOutput output, boolean raw, boolean events, @Nullable Path input) {
    /** With the host's own standard input. */
    public Options(int limit, StandardOutput output, boolean raw, boolean events) {
      this(limit, output, raw, events, null);
    }
  }

  /** Who hears what happens, in another thread. */
  @FunctionalInterface
  interface Listener {
    /** Something happened; what is heard is in order. */
    void hear(Event event);

    /** All has been heard that was there. What is to be shown of it should be, by now. */
    default void rest() {}

    /** One that gives on what it hears, and that it rests. */
    static Listener of(Consumer<Event> hear, Runnable rest) {
      return new Listener() {
        @Override
        public void hear(Event event) {
          hear.accept(event);
        }

        @Override
        public void rest() {
          rest.run();
        }
      };
    }
  }

  /** How far the processes are with the log. */
  enum Progress {
    /** Everyone has done all lines. */
    ALL_IDLE,
    /** Everyone has, or waits in a call that somebody else must end. */
    SETTLED,
    /** Somebody is ready for another line, others are at work. */
    SOME_READY,
    /** Nobody is ready. */
    BUSY,
    /** Nobody is left. */
    OVER
  }

  /** The family so far. */
  ProcessTree tree();

  /** What the kernel can say of the processes. */
  Inspector inspector();

  /**
   * Appends an entry to the log; the processes take it on when they are through with what they
   * have.
   *
   * @throws IllegalStateException when the log is full
   */
  void append(LogEntry entry);

  /** How many entries the log has. */
  int entries();

  /**
   * Says where the programs have their stdout, an offset of the address space, or 0: they then tell
   * how much waits there when they fork and when they end.
   */
  void standardOutput(long stream);

  /** Gives a line to whoever reads the host's standard input; null is the end of the file. */
  void input(@Nullable String line);

  /** Changes how many live processes there may be. */
  void limit(int limit);

  /** How far the processes are now. */
  Progress progress();

  /** The processes that wait for a line of input. */
  List<InputReader> readers();

  /**
   * Waits until the processes are settled, or somebody is ready and the others have been at work,
   * or asleep, for {@code grace}, or the waiting thread is interrupted.
   */
  Progress awaitSettled(Duration grace) throws InterruptedException;

  /**
   * The same, but for no longer than {@code limit}: then it says how far the processes are, though
   * they may not be settled.
   */
  Progress awaitSettled(Duration grace, Duration limit) throws InterruptedException;

  /** Whether every process has ended and was collected. */
  boolean isOver();

  /** How the root ended, or null while it has not. */
  @Nullable WaitStatus rootStatus();

  /** Waits until every process has ended, at most {@code limit}; says whether they have. */
  boolean awaitEnd(Duration limit) throws InterruptedException;

  /**
   * Asks the kernel after every process whose end nobody has told. When this returns, all that was
   * told before is known, and so are those that were found dead.
   */
  void findUntoldEnds() throws InterruptedException;

  /** Takes in what somebody who watches has found out, as if a process had told it. */
  void tell(Event event);

  /** Sends a signal to a process of the family; says whether it was sent. */
  boolean signal(int pid, int signal);

  /**
   * Makes every process give up its line, also one that is blocked. Returns when they have, or
   * after {@code limit}.
   */
  void interrupt(Duration limit) throws InterruptedException;

  /**
   * Stops all processes and then this one, as Ctrl-Z stops a shell's job of several processes; when
   * this one is let go on, so are they. Does nothing where nobody could let it go on.
   */
  void suspend();

  /** Whether a process was stopped by a signal, and not by {@link #suspend}. */
  boolean isStopped(int pid);

  /** Whether it is over because somebody ended its host. */
  boolean isLost();

  /** Whether what its processes write does not arrive here any more. */
  boolean isShut();

  /** Those of it that could not be ended, where it is lost. */
  List<UnendedProcess> unended();

  /** Ends every process that is left. */
  @Override
  void close();
}
