package org.forkshell.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.ProcessStatus;

/** All processes there are, as /proc shows them: what a test started must be gone when it ends. */
public final class ProcessTable {
  /** Long enough for a busy machine; nobody waits as long as that. */
  public static final Duration PATIENCE = Duration.ofMinutes(3);

  private ProcessTable() {}

  /** Every pid. */
  public static List<Integer> all() {
    try (Stream<Path> files = Files.list(Path.of("/proc"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a process's command line; none for a zombie or one that is gone. */
  public static String[] commandLine(int pid) {
    String line = read(pid, "cmdline");
    return line.isEmpty() ? new String[0] : line.split("\0");
  }

  /** A process and all that descend from it and were not adopted by somebody else. */
  public static Set<Integer> withDescendants(int pid) {
    Map<Integer, List<Integer>> children = new HashMap<>();
    for (int each : all()) {
      AnyProcess.status(each)
          .ifPresent(
              status ->
                  children.computeIfAbsent(status.parent(), key -> new ArrayList<>()).add(each));
    }
    Set<Integer> found = new TreeSet<>();
    add(pid, children, found);
    return found;
  }

  private static void add(int pid, Map<Integer, List<Integer>> children, Set<Integer> found) {
    if (found.add(pid)) {
      children.getOrDefault(pid, List.of()).forEach(child -> add(child, children, found));
    }
  }

  /** Those of {@code pids} that are there and no zombies. */
  public static List<Integer> alive(Collection<Integer> pids) {
    return pids.stream()
        .filter(pid -> AnyProcess.status(pid).map(ProcessStatus::isAlive).orElse(false))
        .toList();
  }

  /** How many descriptors a process has open. */
  public static int descriptors(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc", pid + "", "fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Anonymous memory of a process that is in RAM, in KiB: what it has written to. */
  public static long anonymousKiB(int pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("RssAnon:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** What each process is and waits for, to find out why it hangs. */
  public static String describe(Collection<Integer> pids) {
    StringBuilder text = new StringBuilder();
    for (int pid : pids) {
      String stat = read(pid, "stat");
      text.append(stat, 0, Math.min(stat.length(), 60))
          .append(" | ")
          .append(read(pid, "wchan"))
          .append(" | ")
          .append(read(pid, "syscall").strip())
          .append('\n');
    }
    return text.toString();
  }

  /** Polls until something is so; fails, saying what is instead, where it does not come about. */
  public static void await(BooleanSupplier so, Supplier<String> instead)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("after " + PATIENCE + ": " + instead.get());
      }
      Thread.sleep(5);
    }
  }

  private static String read(int pid, String file) {
    try {
      return Files.readString(Path.of("/proc", pid + "", file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
