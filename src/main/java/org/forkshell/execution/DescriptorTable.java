package org.forkshell.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.abi.Linux;
import org.forkshell.process.KernelWait.Ender;
import org.forkshell.process.ProcessTree;
import org.jspecify.annotations.Nullable;

/**
 * Who has which pipes and sockets open, of all processes of a family and what they have forked
 * after exec, when it is first asked.
 */
final class DescriptorTable {
  private final ProcessTree tree;
  private @Nullable Map<String, List<End>> ends;

  /** Who has an end of it open, and whether for reading or for writing. */
  private record End(Ender holder, int access) {
    boolean isFor(int wanted) {
      return access == wanted || access == Linux.O_RDWR;
    }
  }

  DescriptorTable(ProcessTree tree) {
    this.tree = tree;
  }

  /**
   * Who has one of these open, {@code pipe:[4711]}.
   *
   * @param access whether for reading or for writing, O_RDONLY or O_WRONLY
   */
  List<Ender> holders(Set<String> files, int access) {
    List<Ender> holders = new ArrayList<>();
    for (String file : files) {
      for (End end : ends().getOrDefault(file, List.of())) {
        if (end.isFor(access)) {
          holders.add(end.holder());
        }
      }
    }
    return holders;
  }

  /** Who has which sockets open, none of them empty. */
  List<List<Ender>> sockets() {
    List<List<Ender>> sockets = new ArrayList<>();
    ends()
        .forEach(
            (file, open) -> {
              if (OpenSocket.isSocket(file)) {
                sockets.add(open.stream().map(End::holder).toList());
              }
            });
    return sockets;
  }

  private Map<String, List<End>> ends() {
    if (ends == null) {
      ends = read();
    }
    return ends;
  }

  private Map<String, List<End>> read() {
    Map<String, List<End>> read = new LinkedHashMap<>();
    for (int pid : alive()) {
      for (int descriptor : OpenFile.descriptors(pid)) {
        String file = OpenFile.of(pid, descriptor);
        boolean isSocket = OpenSocket.isSocket(file);
        if (isSocket || OpenFile.isPipe(file)) {
          int access = isSocket ? Linux.O_RDWR : OpenFile.access(pid, descriptor);
          read.computeIfAbsent(file, any -> new ArrayList<>())
              .add(new End(new Ender(pid, descriptor), access));
        }
      }
    }
    return read;
  }

  private Set<Integer> alive() {
    Set<Integer> alive = new LinkedHashSet<>();
    for (ProcessTree.Entry entry : tree.alive()) {
      // Those of our own program tell of every fork.
      if (entry.executed()) {
        alive.addAll(WaitInspector.withDescendants(entry.pid(), pid -> false));
      } else {
        alive.add(entry.pid());
      }
    }
    return alive;
  }
}
