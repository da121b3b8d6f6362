package org.forkshell.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.DataRace;
import org.forkshell.process.Event;
import org.forkshell.process.Executable;
import org.forkshell.process.FlushReason;
import org.forkshell.process.WaitStatus;

/**
 * One message about an event: offsets of its fields in the machine's byte order, for the sender,
 * and its meaning, for the console.
 */
public final class EventRecord {
  /** An ordinal of {@link Kind}, an int. */
  public static final int KIND = 0;

  /** How many log entries the process has taken on, an int. */
  public static final int LINE = 4;

  /** CLOCK_MONOTONIC in nanoseconds, a long. */
  public static final int NANOS = 8;

  /** Six longs, whose meaning {@link Kind} tells. */
  public static final int ARGUMENTS = 16;

  public static final int MAX_ARGUMENTS = 6;

  /** Code offsets, innermost call first, ints; 0 where there are no more. */
  public static final int CALLS = ARGUMENTS + 8 * MAX_ARGUMENTS;

  public static final int MAX_CALLS = 8;

  /** The address of the innermost call's frame, a long; 0 outside of any program. */
  public static final int FRAME = CALLS + 4 * MAX_CALLS;

  /** Which thread sends it: its id as the console knows it, an int; a first thread's is the pid. */
  public static final int TID = FRAME + 8;

  /** The least that a message has; a text may follow, whose meaning {@link Kind} tells. */
  public static final int SIZE = TID + 4;

  public static final int MAX_TEXT = 512;

  /** So many bytes that a process has written are sent along at most. */
  public static final int MAX_OUTPUT = 8192;

  /** What happened, with its arguments. Pids are those that the console sees. */
  public enum Kind {
    /**
     * parent, index, bytes that wait in stdout's buffer, own pid in a namespace or 0, vfork,
     * whether another thread than the parent's first goes on in it.
     */
    BORN,
    /** child, index, what fork returned, vfork. */
    FORKED,
    /** errno, limit, vfork. */
    FORK_REFUSED,
    /**
     * fd, count, reason, whether the bytes follow, as the text; else the console can read them from
     * the descriptor's socket.
     */
    OUTPUT,
    /** fd, count, reason, errno. */
    WRITTEN,
    /** status, bytes that wait in stdout's buffer. */
    EXITING,
    /** ordinal of {@link Event.Call}, argument, bytes that wait in stdout's buffer, given input. */
    BLOCKED,
    /** ordinal of {@link Event.Call}, result, errno. */
    UNBLOCKED,
    /** child, status, errno, what wait returned, whom it was asked for, SIGCHLD ignored. */
    WAITED,
    /** target, signal, errno. */
    KILLED,
    /** signal, address, bytes that wait in stdout's buffer. */
    FAULTED,
    /** signal, bytes that wait in stdout's buffer. */
    RAISED,
    /** signal. */
    HANDLED,
    /**
     * bytes that wait in stdout's buffer, number of arguments; as text, the path and the arguments,
     * each with a zero byte after it, as far as there is room.
     */
    EXECUTING,
    /** errno. */
    EXEC_FAILED,
    /** whether it ran, value, errno of its last call, bytes that wait in stdout's buffer. */
    LINE_DONE,
    INTERRUPTED,
    /**
     * the id of the new thread, which of its process's threads it is, counted from 1, how far its
     * objects lie.
     */
    THREAD_STARTED,
    THREAD_ENDED,
    /**
     * address; other thread, how in the third quarter's first byte, how the other did in its
     * second; the other's code offset, frame's offset; block of the heap or 0; four code offsets at
     * which it was allocated, callers last, two in each.
     */
    RACE,
    /** how many threads can be told apart. */
    RACES_UNSEEN,
    /** nothing more. */
    UNSAFE_CALL,
    /** root. */
    ROOT_STARTED,
    /** child, status. */
    REAPED,
    ALL_ENDED
  }

  private static final Kind[] KINDS = Kind.values();
  private static final Event.Call[] CALLS_THAT_BLOCK = Event.Call.values();

  private EventRecord() {}

  /** The kind of a message. */
  public static Kind kind(ByteBuffer message) {
    return KINDS[message.getInt(KIND)];
  }

  /**
   * Whether a message can be one of ours: a socket that programs inherit may carry anything.
   *
   * @param byZygote whether the zygote sent it, which alone speaks of roots and of all
   */
  public static boolean isSound(ByteBuffer message, boolean byZygote) {
    int ordinal = message.getInt(KIND);
    if (ordinal < 0 || ordinal >= KINDS.length) {
      return false;
    }
    long first = argument(message, 0);
    return switch (KINDS[ordinal]) {
      case OUTPUT ->
          (first == 1 || first == 2)
              && argument(message, 1) >= 0
              && (!bringsOutput(message) || argument(message, 1) == message.capacity() - SIZE);
      case BLOCKED, UNBLOCKED -> first >= 0 && first < CALLS_THAT_BLOCK.length;
      case ROOT_STARTED, REAPED, ALL_ENDED -> byZygote;
      default -> true;
    };
  }

  /** Argument {@code index} of a message. */
  public static long argument(ByteBuffer message, int index) {
    return message.getLong(ARGUMENTS + 8 * index);
  }

  /** Whether a message of output has the bytes with it. */
  public static boolean bringsOutput(ByteBuffer message) {
    return argument(message, 3) != 0;
  }

  /** What follows the fields of a message. */
  private static byte[] text(ByteBuffer message) {
    byte[] text = new byte[message.capacity() - SIZE];
    message.get(SIZE, text);
    return text;
  }

  /** Who sent it, when and where. */
  public static Event.Origin origin(ByteBuffer message, int pid) {
    List<Integer> calls = new ArrayList<>(MAX_CALLS);
    for (int i = 0; i < MAX_CALLS && message.getInt(CALLS + 4 * i) != 0; i++) {
      calls.add(message.getInt(CALLS + 4 * i));
    }
    return new Event.Origin(
        pid,
        message.getInt(TID),
        message.getLong(NANOS),
        message.getInt(LINE),
        calls,
        message.getLong(FRAME));
  }

  /**
   * The event that a message tells of.
   *
   * @param output the bytes that left the process, for {@link Kind#OUTPUT} without them
   */
  public static Event decode(ByteBuffer message, int pid, byte[] output) {
    Event.Origin origin = origin(message, pid);
    long a = argument(message, 0);
    long b = argument(message, 1);
    long c = argument(message, 2);
    long d = argument(message, 3);
    long e = argument(message, 4);
    long f = argument(message, 5);
    return switch (kind(message)) {
      case BORN -> new Event.Born(origin, (int) a, (int) b, c, (int) d, e != 0, f != 0);
      case FORKED -> new Event.Forked(origin, (int) a, (int) b, (int) c, d != 0);
      case FORK_REFUSED -> new Event.ForkRefused(origin, (int) a, (int) b, c != 0);
      case OUTPUT ->
          new Event.Output(
              origin,
              (int) a,
              bringsOutput(message) ? text(message) : output,
              FlushReason.of((int) c));
      case WRITTEN -> new Event.Written(origin, (int) a, b, (int) d, FlushReason.of((int) c));
      case EXITING -> new Event.Exiting(origin, (int) a, b);
      case BLOCKED -> new Event.Blocked(origin, CALLS_THAT_BLOCK[(int) a], b, c, d != 0);
      case UNBLOCKED -> new Event.Unblocked(origin, CALLS_THAT_BLOCK[(int) a], b, (int) c);
      case WAITED ->
          new Event.Waited(
              origin, (int) a, new WaitStatus((int) b), (int) c, (int) d, (int) e, f != 0);
      case KILLED -> new Event.Killed(origin, (int) a, (int) b, (int) c);
      case FAULTED -> new Event.Faulted(origin, (int) a, b, c);
      case RAISED -> new Event.Raised(origin, (int) a, b);
      case HANDLED -> new Event.Handled(origin, (int) a);
      case EXECUTING -> new Event.Executing(origin, a, Executable.of(text(message), b));
      case EXEC_FAILED -> new Event.ExecFailed(origin, (int) a);
      case LINE_DONE -> new Event.LineDone(origin, a != 0, b, (int) c, d);
      case INTERRUPTED -> new Event.Interrupted(origin);
      case THREAD_STARTED -> new Event.ThreadStarted(origin, (int) a, (int) b, c);
      case THREAD_ENDED -> new Event.ThreadEnded(origin);
      case RACE ->
          new Event.Race(
              origin,
              new DataRace(
                  a,
                  DataRace.Access.of((int) (b >>> 32)),
                  new DataRace.Place((int) b, (int) c, c >>> 32),
                  DataRace.Access.of((int) (b >>> 40)),
                  d,
                  List.of((int) e, (int) (e >> 32), (int) f, (int) (f >> 32))));
      case RACES_UNSEEN -> new Event.RacesUnseen(origin, (int) a);
      case UNSAFE_CALL -> new Event.UnsafeCall(origin);
      case ROOT_STARTED -> new Event.RootStarted(origin, (int) a);
      case REAPED -> new Event.Reaped(origin, (int) a, new WaitStatus((int) b));
      case ALL_ENDED -> new Event.AllEnded(origin);
    };
  }
}
