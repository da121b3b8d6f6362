package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.forkshell.abi.BlockingCalls;
import org.forkshell.abi.Linux;
import org.forkshell.abi.Wait;
import org.forkshell.abi.Waiting;
import org.forkshell.process.KernelWait;
import org.forkshell.process.KernelWait.Ender;
import org.forkshell.process.ProcessTree;
import org.jspecify.annotations.Nullable;

/**
 * What processes wait for, by the kernel's word: exec'd programs do not tell, and nobody tells of a
 * full pipe. A program here is a process with all its threads, and what it has forked. A call that
 * ends in time is none that waits for others.
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
      // What it writes for us we read at once.
      case ROOM -> isPipe(pid, call.arguments().get(0).intValue());
      case RECORD_LOCK -> WAITING_LOCKS.contains(call.arguments().get(1));
      default -> true;
    };
  }

  /** Whether a process waits until a pipe takes more, of which it cannot tell before. */
  static boolean isForRoom(int pid) {
    KernelCall call = KernelCall.read(pid, pid + "");
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    return wait != null && wait.waiting() == Waiting.ROOM && waits(pid, pid + "");
  }

  private static boolean isPipe(int pid, int descriptor) {
    return OpenFile.of(pid, descriptor).startsWith("pipe:");
  }

  /**
   * What a process waits for now.
   *
   * @param tree whose processes, with what they have forked after exec, may be able to end the wait
   * @return null for one that runs, sleeps for a time, or is not ours to look at
   */
  static @Nullable KernelWait of(int pid, ProcessTree tree) {
    KernelCall call = KernelCall.read(pid, pid + "");
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    if (call == null || wait == null || wait.waiting() == Waiting.TIME) {
      return null;
    }
    int first = call.arguments().get(0).intValue();
    return switch (wait.waiting()) {
      case DATA -> ofPipe(wait.waiting(), pid, first, Linux.O_WRONLY, tree);
      case ROOM -> ofPipe(wait.waiting(), pid, first, Linux.O_RDONLY, tree);
      case FILE_LOCK, RECORD_LOCK ->
          wait(wait.waiting(), OpenFile.of(pid, first), FileLocks.holders(pid));
      case MESSAGE, MESSAGE_ROOM ->
          wait(
              wait.waiting(),
              BlockingCalls.isOfDescriptor(call.number()) ? OpenFile.of(pid, first) : first + "",
              List.of());
      case SEMAPHORE, CONNECTION -> wait(wait.waiting(), first + "", List.of());
      case OPENING -> {
        long name = call.arguments().get(BlockingCalls.nameOfFile(call.number()));
        yield wait(wait.waiting(), ProcessMemory.string(pid, name), List.of());
      }
      case READINESS -> ofDescriptors(wait.waiting(), pid, WatchedDescriptor.of(pid, call), tree);
      case WORD ->
          wait(wait.waiting(), "0x" + Long.toHexString(call.arguments().get(0)), List.of());
      default -> wait(wait.waiting(), "", List.of());
    };
  }

  private static KernelWait wait(Waiting waiting, String subject, List<Ender> enders) {
    String reason = waiting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new KernelWait(reason, subject, enders);
  }

  private static KernelWait ofPipe(
      Waiting waiting, int pid, int descriptor, int otherEnd, ProcessTree tree) {
    return wait(waiting, descriptor + "", holders(pid, descriptor, otherEnd, tree));
  }

  /** Who has the other end of a pipe open; nobody of what is no pipe. */
  private static List<Ender> holders(int pid, int descriptor, int otherEnd, ProcessTree tree) {
    String pipe = OpenFile.of(pid, descriptor);
    List<Ender> holders = new ArrayList<>();
    if (pipe.startsWith("pipe:")) {
      for (int each : alive(tree)) {
        OpenFile.descriptors(each).stream()
            .filter(fd -> pipe.equals(OpenFile.of(each, fd)))
            .filter(fd -> OpenFile.isOpenFor(each, fd, otherEnd))
            .forEach(fd -> holders.add(new Ender(each, fd)));
      }
    }
    return holders;
  }

  /** Of descriptors that are not all pipes it is not known who could make one ready. */
  private static KernelWait ofDescriptors(
      Waiting waiting, int pid, List<WatchedDescriptor> watched, ProcessTree tree) {
    Set<Ender> enders = new LinkedHashSet<>();
    boolean pipes = true;
    Set<String> descriptors = new LinkedHashSet<>();
    for (WatchedDescriptor each : watched) {
      descriptors.add(each.descriptor() + "");
      pipes &= isPipe(pid, each.descriptor());
      int otherEnd = each.forWriting() ? Linux.O_RDONLY : Linux.O_WRONLY;
      enders.addAll(holders(pid, each.descriptor(), otherEnd, tree));
    }
    return wait(waiting, String.join(", ", descriptors), pipes ? List.copyOf(enders) : List.of());
  }

  private static Set<Integer> alive(ProcessTree tree) {
    Set<Integer> alive = new LinkedHashSet<>();
    for (ProcessTree.Entry entry : tree.alive()) {
      alive.addAll(withDescendants(entry.pid(), pid -> false));
    }
    return alive;
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
