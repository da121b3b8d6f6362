package org.forkshell.machine;

/**
 * Text as printf(3) lays it out: spaces, a prefix, zeros, a body, zeros, a suffix, spaces. Only
 * lengths and digits are kept, so that a width of a million costs nothing until its bytes are put,
 * and any part of the whole can be put alone.
 */
final class PaddedField {
  static final int MOST_WIDE = 1024;

  /** Where the digits of a number end that are put into the body from the last to the first. */
  private static final int DIGITS_END = 64;

  private final Memory memory;

  private long before;
  private final byte[] prefix = new byte[4];
  private int prefixLength;
  private long zeros;
  // A body is in memory, at textStart, or else in body, between bodyStart and bodyEnd.
  private long textStart;
  private long textLength;
  private final byte[] body = new byte[MOST_WIDE + 800];
  private int bodyStart;
  private int bodyEnd;
  private long moreZeros;
  private final byte[] suffix = new byte[8];
  private int suffixLength;
  private long after;

  // While a part is put: the first byte wanted, the one after the last, where the first goes, and
  // how far the parts have come.
  private long from;
  private long end;
  private long to;
  private long at;

  PaddedField(Memory memory) {
    this.memory = memory;
  }

  void clear() {
    before = 0;
    prefixLength = 0;
    zeros = 0;
    textStart = 0;
    textLength = 0;
    bodyStart = 0;
    bodyEnd = 0;
    moreZeros = 0;
    suffixLength = 0;
    after = 0;
  }

  /** Bytes of the program's memory, as they are. */
  void text(long start, long length) {
    clear();
    body(start, length);
  }

  /** Bytes of the program's memory, between the other parts. */
  void body(long start, long length) {
    textStart = start;
    textLength = length;
  }

  void prefix(int c) {
    prefix[prefixLength++] = (byte) c;
  }

  void suffix(int c) {
    suffix[suffixLength++] = (byte) c;
  }

  void append(int c) {
    body[bodyEnd++] = (byte) c;
  }

  /** From now on digits are put in front of each other. */
  void beginDigits() {
    bodyEnd = DIGITS_END;
    bodyStart = DIGITS_END;
  }

  void prepend(int c) {
    body[--bodyStart] = (byte) c;
  }

  /** The first byte of the body; 0 where it is empty. */
  int first() {
    return bodyStart == bodyEnd ? 0 : body[bodyStart];
  }

  /** How many bytes the body has that is not in the program's memory. */
  int bodyLength() {
    return bodyEnd - bodyStart;
  }

  /** Zeros between the prefix and the body. */
  void zeros(long count) {
    zeros = count;
  }

  /** Zeros between the body and the suffix. */
  void moreZeros(long count) {
    moreZeros = count;
  }

  /** Makes it as wide as is asked for: with zeros, or with spaces on the left or the right. */
  void pad(int width, boolean left, boolean withZeros) {
    long missing = width - length();
    if (missing > 0) {
      if (left) {
        after = missing;
      } else if (withZeros) {
        zeros += missing;
      } else {
        before = missing;
      }
    }
  }

  long length() {
    return before
        + prefixLength
        + zeros
        + textLength
        + (bodyEnd - bodyStart)
        + moreZeros
        + suffixLength
        + after;
  }

  /** Whether it is text in memory with spaces around it at most. */
  boolean isText() {
    return textStart != 0;
  }

  long before() {
    return before;
  }

  long textStart() {
    return textStart;
  }

  long textLength() {
    return textLength;
  }

  long after() {
    return after;
  }

  /** The address after the last newline of a text, 0 where there is none. */
  long lastNewline(Strings strings) {
    long newline = isText() ? strings.findLast(textStart, '\n', textLength) : 0;
    return newline == 0 ? 0 : newline + 1;
  }

  /**
   * Puts {@code count} bytes of the whole.
   *
   * @param first the index of the first of them
   * @param address where that goes
   */
  void put(long first, long count, long address) {
    if (count == 0) {
      return;
    }
    memory.checkWritable(address, count);
    from = first;
    end = first + count;
    to = address;
    at = 0;
    fill(' ', before);
    bytes(prefix, 0, prefixLength);
    fill('0', zeros);
    if (textLength > 0) {
      long start = Math.max(at, from);
      long stop = Math.min(at + textLength, end);
      if (start < stop) {
        memory.copy(to + start - from, textStart + start - at, stop - start);
      }
      at += textLength;
    }
    bytes(body, bodyStart, bodyEnd - bodyStart);
    fill('0', moreZeros);
    bytes(suffix, 0, suffixLength);
    fill(' ', after);
  }

  private void fill(int c, long count) {
    if (count > 0) {
      long start = Math.max(at, from);
      long stop = Math.min(at + count, end);
      if (start < stop) {
        memory.fill(to + start - from, c, stop - start);
      }
      at += count;
    }
  }

  private void bytes(byte[] source, int offset, int count) {
    long start = Math.max(at, from);
    long stop = Math.min(at + count, end);
    for (long i = start; i < stop; i++) {
      memory.pokeByte(to + i - from, source[offset + (int) (i - at)]);
    }
    at += count;
  }
}
