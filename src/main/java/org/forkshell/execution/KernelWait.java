package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Whether an exec'd program waits in calls that only somebody else can end, by the kernel's word:
 * it does not tell. A program here is a process with all its threads, and what it has forked. A
 * call that ends in time does not count.
 */
final class KernelWait {
  private static final boolean IS_ARM = System.getProperty("os.arch", "").equals("aarch64");

  /** No argument of that number says when it ends. */
  private static final int NEVER = -1;

  /**
   * Which argument, from 0 on, is the time after which a call ends: a null pointer, or a negative
   * number of milliseconds, where it never does.
   */
  private static final Map<Integer, Integer> CALLS = IS_ARM ? arm() : x86();

  /** Of these it is a number of milliseconds: poll, epoll_wait and epoll_pwait. */
  private static final Set<Integer> MILLIS = IS_ARM ? Set.of(22) : Set.of(7, 232, 281);

  private static final int WRITE = IS_ARM ? 64 : 1;
  private static final int FCNTL = IS_ARM ? 25 : 72;
  private static final List<Long> WAITING_LOCKS = List.of(7L, 38L);

  private KernelWait() {}

  private static Map<Integer, Integer> x86() {
    return Map.ofEntries(
        Map.entry(0, NEVER), // read
        Map.entry(1, NEVER), // write
        Map.entry(2, NEVER), // open, of a named pipe
        Map.entry(7, 2), // poll
        Map.entry(19, NEVER), // readv
        Map.entry(23, 4), // select
        Map.entry(34, NEVER), // pause
        Map.entry(43, NEVER), // accept
        Map.entry(45, NEVER), // recvfrom
        Map.entry(47, NEVER), // recvmsg
        Map.entry(61, NEVER), // wait4
        Map.entry(65, NEVER), // semop
        Map.entry(69, NEVER), // msgsnd
        Map.entry(70, NEVER), // msgrcv
        Map.entry(72, NEVER), // fcntl
        Map.entry(73, NEVER), // flock
        Map.entry(128, 2), // rt_sigtimedwait
        Map.entry(130, NEVER), // rt_sigsuspend
        Map.entry(202, 3), // futex
        Map.entry(232, 3), // epoll_wait
        Map.entry(247, NEVER), // waitid
        Map.entry(257, NEVER), // openat
        Map.entry(270, 4), // pselect6
        Map.entry(271, 2), // ppoll
        Map.entry(281, 3), // epoll_pwait
        Map.entry(288, NEVER)); // accept4
  }

  private static Map<Integer, Integer> arm() {
    return Map.ofEntries(
        Map.entry(22, 3), // epoll_pwait
        Map.entry(25, NEVER), // fcntl
        Map.entry(32, NEVER), // flock
        Map.entry(56, NEVER), // openat
        Map.entry(63, NEVER), // read
        Map.entry(64, NEVER), // write
        Map.entry(65, NEVER), // readv
        Map.entry(72, 4), // pselect6
        Map.entry(73, 2), // ppoll
        Map.entry(95, NEVER), // waitid
        Map.entry(98, 3), // futex
        Map.entry(133, NEVER), // rt_sigsuspend
        Map.entry(137, 2), // rt_sigtimedwait
        Map.entry(188, NEVER), // msgrcv
        Map.entry(189, NEVER), // msgsnd
        Map.entry(193, NEVER), // semop
        Map.entry(202, NEVER), // accept
        Map.entry(207, NEVER), // recvfrom
        Map.entry(212, NEVER), // recvmsg
        Map.entry(242, NEVER), // accept4
        Map.entry(260, NEVER)); // wait4
  }

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
    for (String task : tasks(pid)) {
      for (String child : text(pid, "task/" + task + "/children").split(" ")) {
        if (!child.isBlank() && !isForeign.test(Integer.parseInt(child.strip()))) {
          add(Integer.parseInt(child.strip()), isForeign, found);
        }
      }
    }
  }

  /** Whether each of these processes waits for somebody else. */
  static boolean isForOthers(List<Integer> pids) {
    return pids.stream().allMatch(pid -> tasks(pid).stream().allMatch(task -> waits(pid, task)));
  }

  private static boolean waits(int pid, String task) {
    String[] words = text(pid, "task/" + task + "/syscall").strip().split(" ");
    if (words.length < 7) {
      // It runs, or is not ours to look at.
      return false;
    }
    int number = Integer.parseInt(words[0]);
    Integer time = CALLS.get(number);
    if (time == null) {
      return false;
    }
    long[] arguments =
        Arrays.stream(words, 1, 7)
            .mapToLong(word -> Long.parseUnsignedLong(word.substring(2), 16))
            .toArray();
    if (number == WRITE) {
      // What it writes for us we read at once.
      return fileOf(pid, arguments[0]).startsWith("pipe:");
    }
    if (number == FCNTL) {
      return WAITING_LOCKS.contains(arguments[1]);
    }
    return time == NEVER
        || (MILLIS.contains(number) ? (int) arguments[time] < 0 : arguments[time] == 0);
  }

  private static String fileOf(int pid, long fd) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", pid + "", "fd", fd + "")).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static List<String> tasks(int pid) {
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
