package org.forkshell.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process's name in its family: {@code P} for the root, {@code P.1} for its first child, {@code
 * P.1.2} for that child's second. Names are the same from run to run, whatever the pids are. A
 * thread has its process's name and a number: {@code P.1/2} is the second of {@code P.1}, whose
 * first is plain {@code P.1}.
 *
 * @param path which child it is, counted from 1, generation by generation; empty for the root
 * @param thread which thread of the process, counted from 1
 */
public record ProcessName(List<Integer> path, int thread) implements Comparable<ProcessName> {
  public static final ProcessName ROOT = new ProcessName(List.of());

  public ProcessName {
    path = List.copyOf(path);
  }

  /** A process, or its first thread. */
  public ProcessName(List<Integer> path) {
    this(path, 1);
  }

  /** The name that {@code text} spells, such as {@code P.1.2}. */
  public static ProcessName of(String text) {
    String[] parts = text.split("\\.", -1);
    if (!parts[0].equals("P")) {
      throw new IllegalArgumentException(text);
    }
    return new ProcessName(Stream.of(parts).skip(1).map(Integer::valueOf).toList());
  }

  public ProcessName child(int index) {
    return new ProcessName(Stream.concat(path.stream(), Stream.of(index)).toList());
  }

  /** A thread of this process. */
  public ProcessName withThread(int index) {
    return new ProcessName(path, index);
  }

  /** The process whose thread this may be. */
  public ProcessName process() {
    return thread == 1 ? this : new ProcessName(path);
  }

  public boolean isRoot() {
    return path.isEmpty();
  }

  /** The name of the process that forked this one; the root's is its own. */
  public ProcessName parent() {
    return isRoot() ? this : new ProcessName(path.subList(0, path.size() - 1));
  }

  /**
   * The order of a walk through the tree: a parent before its children, elder before younger, a
   * process's threads before its children.
   */
  @Override
  public int compareTo(ProcessName other) {
    for (int i = 0; i < Math.min(path.size(), other.path.size()); i++) {
      int order = path.get(i).compareTo(other.path.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(path.size(), other.path.size());
    return order != 0 ? order : Integer.compare(thread, other.thread);
  }

  @Override
  public String toString() {
    String generations =
        path.stream().map(index -> "." + index).collect(Collectors.joining("", "P", ""));
    return thread == 1 ? generations : generations + "/" + thread;
  }
}
