package org.forkshell.execution;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bytes of one process on one stream that no event has spoken for yet, or how many were shown
 * before theirs came.
 */
final class UnattributedOutput {
  /**
   * @param place how many messages had been read with this one
   * @param used how many of the bytes were claimed
   */
  private record Chunk(byte[] bytes, int used, long place) {
    int left() {
      return bytes.length - used;
    }
  }

  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private int size;
  private long shownAhead;

  /**
   * @param place how many messages had been read with this one
   */
  void add(byte[] bytes, long place) {
    chunks.add(new Chunk(bytes, 0, place));
    size += bytes.length;
  }

  /** The place of the first of the bytes among all that was read. */
  long place() {
    Chunk first = chunks.peek();
    return first == null ? Long.MAX_VALUE : first.place();
  }

  /** The place of the last of the bytes, 0 where there are none. */
  long lastPlace() {
    Chunk last = chunks.peekLast();
    return last == null ? 0 : last.place();
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether there is nothing to show, and nothing was shown that will still be spoken for. */
  boolean isSettled() {
    return isEmpty() && shownAhead == 0;
  }

  /** Whether all of {@code count} bytes that an event speaks for have come. */
  boolean covers(int count) {
    return size + shownAhead >= count;
  }

  /** Those of the next {@code count} bytes that were not shown before. */
  byte[] claim(int count) {
    int ahead = (int) Math.min(shownAhead, count);
    shownAhead -= ahead;
    return take(Math.min(size, count - ahead), Long.MAX_VALUE);
  }

  /** The bytes that were read before {@code place}, to be shown before they are spoken for. */
  byte[] takeAhead(long place) {
    byte[] taken = take(size, place);
    shownAhead += taken.length;
    return taken;
  }

  private byte[] take(int most, long before) {
    ByteArrayOutputStream taken = new ByteArrayOutputStream(most);
    while (taken.size() < most && place() < before) {
      Chunk first = chunks.remove();
      int count = Math.min(first.left(), most - taken.size());
      taken.write(first.bytes(), first.used(), count);
      if (count < first.left()) {
        chunks.push(new Chunk(first.bytes(), first.used() + count, first.place()));
      }
    }
    size -= taken.size();
    return taken.toByteArray();
  }
}
