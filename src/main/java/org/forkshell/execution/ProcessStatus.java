package org.forkshell.execution;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.WaitStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says of a process, /proc/PID/stat of proc(5).
 *
 * @param state R, S, D, Z, T, t, X or I
 * @param parent the pid of its parent as it is now, after any adoption
 * @param processorTime for how many nanoseconds it has run, to a hundredth of a second
 * @param threads how many threads it has
 * @param start when it began, in nanoseconds since the machine did, to a hundredth of a second
 * @param code of a zombie: what wait(2) will tell; 0 also where the kernel does not let us know
 */
public record ProcessStatus(
    int pid, char state, int parent, long processorTime, int threads, long start, int code) {
  /** Which fields the code and the start are, counted from the state on, which is the first. */
  private static final int CODE = 49;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int THREADS = 17;
  private static final int START = 19;
  private static final long TICK_NANOS = 10_000_000;

  private static final int CAP_SYS_PTRACE = 19;

  /** Asks the kernel; empty for a process that is gone, or hidden from us as proc(5) can be. */
  static Optional<ProcessStatus> read(int pid) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
      // pid (comm) state ppid: comm may hold anything, so read on from the last parenthesis.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
      int code = fields.length > CODE ? Integer.parseInt(fields[CODE]) : 0;
      return Optional.of(
          new ProcessStatus(
              pid,
              fields[0].charAt(0),
              Integer.parseInt(fields[1]),
              (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
                  * TICK_NANOS,
              Integer.parseInt(fields[THREADS]),
              Long.parseLong(fields[START]) * TICK_NANOS,
              code));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /**
   * Whether it began after {@code nanos} by a clock, so that it is not the process that had its pid
   * then.
   */
  boolean beganAfter(long nanos, MonotonicClock clock) {
    // Read first: where time passes between the two readings, the process seems the older for it.
    long before = clock.nanos();
    try {
      String uptime = Files.readString(Path.of("/proc/uptime"), StandardCharsets.ISO_8859_1);
      long now = (long) (Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1e9);
      // That clock does not count the time that the machine was suspended; both are inexact.
      return start - (now - before) > nanos + 10 * TICK_NANOS;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Of a zombie, what wait(2) will tell; null of one that is none, and where it is not known: the
   * kernel tells only who could trace the process, and not who does not have all its user ids, as a
   * set-user-ID program has others.
   */
  @Nullable WaitStatus end() {
    return isZombie() && (code != 0 || isOurs()) ? new WaitStatus(code) : null;
  }

  /** Whether we have the ids that ptrace(2) asks for: then 0 is a status and not an evasion. */
  private boolean isOurs() {
    List<String> ours = lines("self");
    return capabilities(ours).testBit(CAP_SYS_PTRACE)
        || (ids(ours, "Uid:").equals(ids(lines(pid + ""), "Uid:"))
            && ids(ours, "Gid:").equals(ids(lines(pid + ""), "Gid:")));
  }

  private static List<String> lines(String process) {
    try {
      return Files.readAllLines(Path.of("/proc", process, "status"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return List.of();
    }
  }

  /** The real, effective and saved ones. */
  private static Set<String> ids(List<String> lines, String name) {
    String[] fields = field(lines, name).split("\\s+");
    return Set.copyOf(Arrays.asList(fields).subList(0, Math.min(3, fields.length)));
  }

  private static BigInteger capabilities(List<String> lines) {
    String set = field(lines, "CapEff:");
    return set.isEmpty() ? BigInteger.ZERO : new BigInteger(set, 16);
  }

  /** The signals for which a process has handlers, ForkShell's own among them; 0 of one gone. */
  static long caughtSignals(int pid) {
    String set = field(lines(pid + ""), "SigCgt:");
    return set.isEmpty() ? 0 : Long.parseUnsignedLong(set, 16);
  }

  private static String field(List<String> lines, String name) {
    for (String line : lines) {
      if (line.startsWith(name)) {
        return line.substring(name.length()).strip();
      }
    }
    return "";
  }

  /** The name of the program that a process runs, as ps(1) shows it; empty for one that is gone. */
  static String nameOf(int pid) {
    try {
      return Files.readString(
              Path.of("/proc", String.valueOf(pid), "comm"), StandardCharsets.ISO_8859_1)
          .strip();
    } catch (IOException gone) {
      return "";
    }
  }

  /**
   * Whether a process runs another program than the one that it was forked from: a fork has the
   * words with which that was started, until it calls exec. False for one that is gone.
   */
  static boolean runsAnother(int pid, int origin) {
    byte[] own = commandLine(pid);
    return own.length > 0 && !Arrays.equals(own, commandLine(origin));
  }

  private static byte[] commandLine(int pid) {
    try {
      return Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "cmdline"));
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  /** Whether a signal stopped it: it does nothing until another lets it go on. */
  public boolean isStopped() {
    return state == 'T' || state == 't';
  }

  /** Whether it has ended and its parent has not collected it. */
  public boolean isZombie() {
    return state == 'Z';
  }

  /** Whether it still runs: a zombie does not. */
  public boolean isAlive() {
    return !isZombie() && state != 'X';
  }
}
