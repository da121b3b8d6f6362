package org.forkshell.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process's name in its family: {@code P} for the root, {@code P.1} for its first child, {@code
 * P.1.2} for that child's second. Names are the same from run to run, whatever the pids are.
 *
 * @param path which child it is, counted from 1, generation by generation; empty for the root
 */
public record ProcessName(List<Integer> path) implements Comparable<ProcessName> {
  public static final ProcessName ROOT = new ProcessName(List.of());

  public ProcessName {
    path = List.copyOf(path);
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

  public boolean isRoot() {
    return path.isEmpty();
  }

  /** The name of the process that forked this one; the root's is its own. */
  public ProcessName parent() {
    return isRoot() ? this : new ProcessName(path.subList(0, path.size() - 1));
  }

  /** The order of a walk through the tree: a parent before its children, elder before younger. */
  @Override
  public int compareTo(ProcessName other) {
    for (int i = 0; i < Math.min(path.size(), other.path.size()); i++) {
      int order = path.get(i).compareTo(other.path.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(path.size(), other.path.size());
  }

  @Override
  public String toString() {
    return isRoot()
        ? "P"
        : "P." + path.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
