package org.forkshell.execution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** What the processes wrote and no event has spoken for yet, of each writer in the order read. */
final class UnclaimedOutput {
  /** A process on one of its streams, 1 or 2. */
  record Writer(int pid, int stream) {}

  private final Map<Writer, UnattributedOutput> unclaimed = new HashMap<>();
  private long received;

  /** Bytes that were read after all others. */
  void add(Writer writer, byte[] bytes) {
    of(writer).add(bytes, ++received);
  }

  /** The place of what was read last. */
  long received() {
    return received;
  }

  UnattributedOutput of(Writer writer) {
    return unclaimed.computeIfAbsent(writer, key -> new UnattributedOutput());
  }

  /** Whether there is anything that is not shown yet. */
  boolean isHolding() {
    return unclaimed.values().stream().anyMatch(bytes -> !bytes.isEmpty());
  }

  /** Who wrote what is not shown yet. */
  Set<Integer> writers() {
    Set<Integer> writers = new HashSet<>();
    forEach(
        (writer, bytes) -> {
          if (!bytes.isEmpty()) {
            writers.add(writer.pid());
          }
        });
    return writers;
  }

  void forEach(BiConsumer<Writer, UnattributedOutput> action) {
    unclaimed.forEach(action);
  }

  /** Takes what was read before {@code place}, in that order, and gives it on. */
  void take(
      long place,
      BiPredicate<Writer, UnattributedOutput> which,
      BiConsumer<Writer, byte[]> receiver) {
    List<Map.Entry<Writer, UnattributedOutput>> due =
        unclaimed.entrySet().stream()
            .filter(entry -> entry.getValue().place() < place)
            .filter(entry -> which.test(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().place()))
            .toList();
    due.forEach(entry -> receiver.accept(entry.getKey(), entry.getValue().takeAhead(place)));
  }

  /** Takes the bytes that an event speaks for. */
  byte[] claim(Writer writer, int count) {
    UnattributedOutput own = of(writer);
    byte[] bytes = own.claim(count);
    if (own.isSettled()) {
      unclaimed.remove(writer);
    }
    return bytes;
  }

  /** The place of the last bytes of a process, 0 where there are none. */
  long lastPlace(int pid) {
    long last = 0;
    for (Map.Entry<Writer, UnattributedOutput> entry : unclaimed.entrySet()) {
      last = entry.getKey().pid() == pid ? Math.max(last, entry.getValue().lastPlace()) : last;
    }
    return last;
  }

  void forget(int pid) {
    unclaimed.keySet().removeIf(writer -> writer.pid() == pid);
  }

  void clear() {
    unclaimed.clear();
  }
}
