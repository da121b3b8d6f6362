package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.forkshell.abi.BlockingCalls;
import org.forkshell.abi.Wait;
import org.forkshell.abi.Waiting;

/**
 * Whether processes wait for others, by the kernel's word: exec'd programs do not tell, and nobody
 * tells of a full pipe. A program here is a process with all its threads, and what it has forked. A
 * call that ends in time is none that waits for others. What they wait for is found by {@link
 * EnderSearch}.
 */
final class WaitInspector {
  private static final List<Long> WAITING_LOCKS = List.of(7L, 38L);

  private WaitInspector() {}

  /**
   * A process and its descendants, as far as they live.
   *
   * @param isForeign who is left out, with all that descend from it
   */
  static List<Integer> withDescendants(int pid, IntPredicate isForeign) {
    List<Integer> found = new ArrayList<>();
    add(pid, isForeign, found);
    return found;
  }

  private static void add(int pid, IntPredicate isForeign, List<Integer> found) {
    if (ProcessStatus.read(pid).filter(ProcessStatus::isAlive).isPresent()) {
      found.add(pid);
    }
    for (int child : children(pid)) {
      if (!isForeign.test(child)) {
        add(child, isForeign, found);
      }
    }
  }

  /** The children of all threads of a process. */
  static List<Integer> children(int pid) {
    List<Integer> children = new ArrayList<>();
    for (String task : tasks(pid)) {
      for (String child : text(pid, "task/" + task + "/children").split(" ")) {
        if (!child.isBlank()) {
          children.add(Integer.parseInt(child.strip()));
        }
      }
    }
    return children;
  }

  /** Whether each of these processes waits for somebody else. */
  static boolean isForOthers(List<Integer> pids) {
    return pids.stream().allMatch(pid -> tasks(pid).stream().allMatch(task -> waits(pid, task)));
  }

  private static boolean waits(int pid, String task) {
    KernelCall call = KernelCall.read(pid, task);
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    if (call == null || wait == null || !wait.isForOthers(call.arguments())) {
      return false;
    }
    return switch (wait.waiting()) {
      // What it writes for us we read at once: to a socket, and never by send(2).
      case ROOM ->
          BlockingCalls.isSend(call.number())
              || OpenFile.isPipe(pid, call.arguments().get(0).intValue());
      case RECORD_LOCK -> WAITING_LOCKS.contains(call.arguments().get(1));
      default -> true;
    };
  }

  /**
   * Whether a process waits until a pipe or a socket takes more, of which it cannot tell before.
   */
  static boolean isForRoom(int pid) {
    KernelCall call = KernelCall.read(pid, pid + "");
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    return wait != null && wait.waiting() == Waiting.ROOM && waits(pid, pid + "");
  }

  static List<String> tasks(int pid) {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", pid + "", "task"))) {
      return tasks.map(task -> task.getFileName().toString()).toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static String text(int pid, String file) {
    try {
      return Files.readString(Path.of("/proc", pid + "", file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
